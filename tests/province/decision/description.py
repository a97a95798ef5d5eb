"""A decision described once: makers write it in every format, and it is what must be read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

COMPARED = (
    "loai", "ma", "ten", "cap", "noi_tiep_nhan", "linh_vuc", "thay_cho", "thoi_han", "phi", "can_cu",
    "muc_do_truc_tuyen", "noi_dung_sua_doi",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A procedure as it must be read; `shown`: what its cells show instead, by part."""

    loai: str | None
    ma: str | None
    ten: str
    cap: tuple[str, ...] = ()
    linh_vuc: str | None = None
    noi_tiep_nhan: str | None = None
    thay_cho: tuple[str, ...] = ()
    thoi_han: str | None = None
    phi: str | None = None
    can_cu: str | None = None
    muc_do_truc_tuyen: str | None = None
    noi_dung_sua_doi: str | None = None
    shown: Mapping[str, str] = field(default_factory=dict)

    def wanted(self) -> dict[str, Any]:
        found = {key: getattr(self, key) for key in COMPARED}
        return found | {"cap": list(self.cap), "thay_cho": list(self.thay_cho)}

    def cell(self, part: str) -> str:
        if part in self.shown:
            return self.shown[part]
        if part in {"toan_trinh", "mot_phan"}:
            return "x" if self.muc_do_truc_tuyen == part else ""
        if part == "ma_cu":
            return ", ".join(self.thay_cho)
        value = getattr(self, part, None)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class Section:
    """A line over the whole width; with a marker, the marker stands in the first column."""

    text: str
    marker: str = ""


@dataclass(frozen=True)
class Stray:
    """A row that is no procedure: its text stands in the cells of these parts."""

    cells: Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """A column; `over` is the heading above a divided one; `merged`: equal neighbours are one cell."""

    part: str
    heading: str
    over: str = ""
    merged: bool = False
    width: str = "1fr"


Line: TypeAlias = Entry | Section | Stray


@dataclass(frozen=True)
class Listing:
    """A table of the annex and the lines over it."""

    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    before: tuple[str, ...] = ()

    @property
    def divided(self) -> bool:
        return any(column.over for column in self.columns)

    def numbered(self) -> Iterator[tuple[int, Line]]:
        number = 0
        for row in self.rows:
            number = number + 1 if not isinstance(row, Section) else number
            yield number, row

    def cells(self, number: int, row: Line) -> list[str]:
        if isinstance(row, Section):
            first = [row.marker, row.text] if row.marker else [row.text]
            return [*first, *[""] * (len(self.columns) - len(first))]
        return [_cell(row, column.part, number) for column in self.columns]


def _cell(row: Entry | Stray, part: str, number: int) -> str:
    if isinstance(row, Stray):
        return row.cells.get(part, "")
    return row.cell(part) if part in row.shown or part != "stt" else str(number)


@dataclass(frozen=True)
class Description:
    """A whole decision. `doubts`: a part of each doubt that must be raised, none other may be."""

    so: str
    ngay_ky: str
    hieu_luc: str | None
    co_quan: str
    trich_yeu: str
    articles: tuple[str, ...]
    listings: tuple[Listing, ...]
    place: str = "Hải Phòng"
    province: str = "THÀNH PHỐ HẢI PHÒNG"
    loai_van_ban: str = "cong_bo"
    doubts: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    title_lines: tuple[str, ...] = ("PHỤ LỤC",)

    @property
    def name(self) -> str:
        return self.so.partition("/")[0]

    @property
    def entries(self) -> list[Entry]:
        return [row for each in self.listings for row in each.rows if isinstance(row, Entry)]

    @property
    def rows(self) -> int:
        return sum(not isinstance(row, Section) for each in self.listings for row in each.rows)

    @property
    def written_date(self) -> str:
        year, month, day = self.ngay_ky.split("-")
        return f"ngày {day} tháng {int(month)} năm {year}"

    def head(self) -> list[tuple[str, ...]]:
        """Lines before the annex; a line of two texts stands in two columns."""
        return [
            ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (self.province, "Độc lập - Tự do - Hạnh phúc"),
            (f"Số: {self.so}", f"{self.place}, {self.written_date}"),
            ("QUYẾT ĐỊNH",),
            (self.trich_yeu,),
            (f"CHỦ TỊCH ỦY BAN NHÂN DÂN {self.province}",),
            ("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ;",),
            ("Theo đề nghị của Giám đốc Sở tại Tờ trình số 12/TTr -SNN ngày 05/3/2025.",),
            ("QUYẾT ĐỊNH:",),
            *((article,) for article in self.articles),
            ("Nơi nhận: Như Điều cuối; Lưu: VT.", "CHỦ TỊCH"),
        ]

    def annex_head(self) -> list[str]:
        year, month, day = self.ngay_ky.split("-")
        beside = f"(Kèm theo Quyết định số {self.so} ngày {day}/{month}/{year} của Chủ tịch {self.co_quan})"
        return [*self.title_lines, beside]
