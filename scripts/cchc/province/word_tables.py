"""The tables of the Word export, by their heading: ways of filing, papers, legal basis."""

from __future__ import annotations

import enum
import re

from cchc.base.clock import NotADateError, parse_date
from cchc.base.text import one_line
from cchc.province.building import Data
from cchc.province.columns import Heading, Layout, find_heading
from cchc.province.numbers import document_number
from cchc.province.phrases import counts, fees, item, known, method, time_limit
from cchc.province.word_blocks import Table


class Kind(enum.Enum):
    """What a table of the export holds."""

    METHODS = Layout(
        {
            "hinh_thuc": ("Hình thức nộp", "Hình thức"),
            "thoi_han": ("Thời hạn giải quyết", "Thời gian giải quyết", "Thời gian", "Thời hạn"),
            "phi": ("Phí, lệ phí", "Phí", "Lệ phí"),
            "mo_ta": ("Mô tả",),
        },
        frozenset({"hinh_thuc", "thoi_han"}),
    )
    PAPERS = Layout(
        {
            "ten": ("Tên giấy tờ",),
            "mau": ("Mẫu đơn, tờ khai", "Mẫu đơn tờ khai"),
            "so_luong": ("Số lượng",),
            "ghi_chu": ("Ghi chú",),
        },
        frozenset({"ten"}),
    )
    LEGAL_BASIS = Layout(
        {
            "so": ("Số ký hiệu", "Số, ký hiệu", "Mã văn bản"),
            "ten": ("Trích yếu", "Tên văn bản pháp lý", "Tên văn bản"),
            "ngay": ("Ngày ban hành",),
            "co_quan": ("Cơ quan ban hành",),
        },
        frozenset({"so", "ten"}),
    )


def kind_of(table: Table) -> Kind | None:
    """Tell what a table holds by its first row; None for any other table."""
    return next((kind for kind in Kind if find_heading(table.rows[:1], kind.value)), None)


def methods(table: Table) -> list[Data]:
    """Read Cách thức thực hiện; a row whose way of filing is unknown is left out."""
    return [
        {
            "hinh_thuc": kind,
            "thoi_han": time_limit(row["thoi_han"]),
            "phi": fees(row["phi"]),
            "mo_ta": known(row["mo_ta"]),
        }
        for row in _rows(table, Kind.METHODS)
        if (kind := method(row["hinh_thuc"]))
    ]


def papers(table: Table) -> list[Data]:
    """Read one table of Thành phần hồ sơ: one case's papers."""
    return [
        {
            "ten": item(row["ten"]),
            "mau": "; ".join(one_line(known(line)) for line in row["mau"].split("\n") if line),
            "ghi_chu": known(row["ghi_chu"]),
            **counts(row["so_luong"]),
        }
        for row in _rows(table, Kind.PAPERS)
        if item(row["ten"])
    ]


def legal_basis(table: Table) -> list[Data]:
    """Read Căn cứ pháp lý; a number that is only “12” is completed from its own title."""
    return [_document(row) for row in _rows(table, Kind.LEGAL_BASIS) if row["so"] or row["ten"]]


def _document(row: dict[str, str]) -> Data:
    number, title = document_number(known(row["so"])), one_line(known(row["ten"]))
    if number.isdigit():
        whole = re.search(rf"(?<!\d){number}/\d{{4}}/[\wĐ-]+", document_number(title))
        number = whole[0] if whole else number
    if not any(char.isdigit() for char in number):
        number, title = "", title or number
    return {
        "so": number,
        "ten": title,
        "ngay": _day(row["ngay"]),
        "co_quan": one_line(known(row["co_quan"])),
    }


def _day(text: str) -> str | None:
    try:
        return parse_date(one_line(text)).isoformat()
    except NotADateError:
        return None


def _rows(table: Table, kind: Kind) -> list[dict[str, str]]:
    heading = find_heading(table.rows[:1], kind.value)
    if heading is None:
        return []
    return [_cells(row, heading, kind) for row in table.rows[1:]]


def _cells(row: tuple[str, ...], heading: Heading, kind: Kind) -> dict[str, str]:
    return {
        part: row[index] if (index := heading.columns.get(part, len(row))) < len(row) else ""
        for part in kind.value.headings
    }
