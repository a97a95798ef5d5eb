"""The catalogue as a table: its columns, one row a procedure, one line a cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cchc.procedures.model import Procedure
from cchc.site import wording
from cchc.site.open_data.about import from_data, licence
from cchc.site.open_data.records import Standing, every_entry, next_change
from cchc.site.portal import Entry, Portal
from cchc.site.procedure.sections import filings
from cchc.site.procedure.ways import by_fees, by_limit, joined

Cell: TypeAlias = "str | dt.date | None"
# Excel and LibreOffice cut a longer cell, each in its own way.
MOST = 32_000
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Row:
    """A procedure with what a column may ask of it."""

    standing: Standing
    entry: Entry
    portal: Portal

    @property
    def p(self) -> Procedure:
        """The procedure itself."""
        return self.entry.procedure


@dataclass(frozen=True, slots=True)
class Column:
    """A column: key in the CSV, Vietnamese heading, what its cells are, width in letters."""

    key: str
    title: str
    cell: Callable[[Row], Cell]
    width: int = 24
    is_day: bool = False
    note: str = ""


def rows(portal: Portal) -> Iterator[tuple[Cell, ...]]:
    """Give every procedure's cells in the order of `COLUMNS`; None where nothing is known."""
    for standing, entry in every_entry(portal):
        row = Row(standing, entry, portal)
        yield tuple(_fitting(column.cell(row)) for column in COLUMNS)


def _fitting(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return wording.short(cell, MOST) or None
    return cell


def _list(texts: Iterable[str]) -> str:
    return BETWEEN.join(filter(None, texts))


def _methods(row: Row) -> Cell:
    return joined([each.method.label for each in row.p.methods]) if row.p.methods else None


def _limits(row: Row) -> Cell:
    return _list(f"{ways}: {wording.time_limit(limit)}" for ways, limit in by_limit(row.p))


def _fees(row: Row) -> Cell:
    return _list(f"{ways}: {BETWEEN.join(map(wording.fee, fees))}" for ways, fees in by_fees(row.p))


def _papers(row: Row) -> Cell:
    return _list(dict.fromkeys(paper.name for case in row.p.cases for paper in case.papers))


def _counter(row: Row) -> Cell:
    counter = row.portal.counter_of(row.p)
    return counter.name_on(row.portal.day) if counter else None


COLUMNS = (
    Column("ma", "Mã thủ tục", lambda r: r.p.code, 11),
    Column("ten", "Tên thủ tục", lambda r: r.p.name, 60),
    Column("linh_vuc", "Lĩnh vực", lambda r: r.p.field_of_service),
    Column("trang_thai", "Trạng thái", lambda r: r.standing.label, 16,
           note="Trong ngày của dữ liệu"),
    Column("co_hieu_luc_tu", "Có hiệu lực từ", lambda r: r.entry.since, 14, is_day=True,
           note="Chỉ ghi khi chưa có hiệu lực"),
    Column("sap_thay_doi", "Sắp thay đổi từ", lambda r: next_change(r.entry, r.portal), 14,
           is_day=True, note="Ngày nội dung đổi hoặc thủ tục bị bãi bỏ, khi đã biết"),
    Column("bai_bo_tu", "Bãi bỏ từ",
           lambda r: r.p.abolished.since if r.p.abolished else None, 14, is_day=True),
    Column("thay_bang", "Thay bằng",
           lambda r: _list(r.p.abolished.replaced_by if r.p.abolished else ())),
    Column("tom_tat", "Tóm tắt", lambda r: r.p.summary, 50),
    Column("cap_thuc_hien", "Cấp thực hiện", lambda r: _list(e.label for e in r.p.levels), 16),
    Column("doi_tuong", "Đối tượng thực hiện", lambda r: _list(r.p.audience), 30),
    Column("co_quan_thuc_hien", "Cơ quan thực hiện", lambda r: _list(r.p.agencies.executing), 30),
    Column("co_quan_tham_quyen", "Cơ quan có thẩm quyền",
           lambda r: _list(r.p.agencies.deciding), 30),
    Column("noi_tiep_nhan", "Nơi tiếp nhận của phường", _counter, 30),
    Column("muc_do", "Mức độ trực tuyến",
           lambda r: r.p.online_level and r.p.online_level.label, 18),
    Column("cach_nop", "Cách thức thực hiện", _methods, 30),
    Column("dia_chi_nop", "Địa chỉ nộp trực tuyến",
           lambda r: _list(each.address for each in filings(r.p)), 40),
    Column("thoi_han", "Thời hạn giải quyết", _limits, 40, note="Lời của nguồn"),
    Column("phi", "Phí, lệ phí", _fees, 40, note="Lời của nguồn; trống là chưa có thông tin"),
    Column("giay_to", "Giấy tờ trong hồ sơ", _papers, 60,
           note="Tên giấy tờ của mọi trường hợp; số bản và trường hợp xem procedures.json"),
    Column("ket_qua", "Kết quả thực hiện", lambda r: _list(e.name for e in r.p.results), 40),
    Column("quyet_dinh_so", "Quyết định công bố",
           lambda r: r.p.decision.number if r.p.decision else None),
    Column("quyet_dinh_ngay", "Ngày quyết định",
           lambda r: r.p.decision.date if r.p.decision else None, 14, is_day=True),
    Column("ngay_xac_nhan", "Ngày đơn vị xác nhận",
           lambda r: r.p.confirmed.date if r.p.confirmed else None, 14, is_day=True,
           note="Trống là đơn vị chưa xác nhận nội dung"),
    Column("trang", "Trang của thủ tục", lambda r: from_data(r.entry.address, r.portal), 40,
           note="Tính từ thư mục du-lieu/ khi trang chưa có tên miền"),
    Column("cong_quoc_gia", "Trang trên Cổng Dịch vụ công quốc gia", lambda r: r.p.portal_page, 40),
    Column("ngay_du_lieu", "Ngày của dữ liệu", lambda r: r.portal.day, 14, is_day=True),
    Column("giay_phep", "Giấy phép dùng lại", lambda r: licence(r.portal.ward), 30),
)  # fmt: skip
