"""A scoring sheet out: to print and sign, to fill in, to send; its sums are formulas."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc.reform.evidence import Evidence
from cchc.reform.index import Criterion, Index, Scored
from cchc.reform.index_sheet.columns import Column
from cchc.reform.index_sheet.looks import FIRST, formats, height, set_page
from cchc.reform.index_sums import Sums, by_field, sums, together

# No cell of text may become a formula or a link; the file is made in memory.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
SAMPLE = "Số liệu mẫu để thử, không có thật"
UNSIGNED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no zone
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
         "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX")  # fmt: skip
POINTS = 2


@dataclass(slots=True)
class _Sheet:
    """The sheet being written and the row that comes next."""

    sheet: Worksheet
    looks: dict[str, Format]
    row: int = FIRST

    def text(self, column: int, words: str, look: str) -> None:
        self.sheet.write_string(self.row, column, words, self.looks[look])

    def points(self, column: int, value: Decimal | None, look: str) -> None:
        if value is None:
            self.sheet.write_blank(self.row, column, None, self.looks[look])
        else:
            self.sheet.write_number(self.row, column, float(value), self.looks[look])

    def sums(self, rows: Sequence[int], found: Sums, look: str) -> None:
        """Write the three sums of some rows; nothing shows where nobody has given points."""
        values = (found.most, found.self_known, found.verified_known)
        for place, value in enumerate(values):
            cells = _joined(rows, "CDE"[place])
            made = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
            shown = "" if value is None else float(value)
            self.sheet.write_formula(self.row, POINTS + place, made, self.looks[look], shown)


def _joined(rows: Sequence[int], column: str) -> str:
    if rows and list(rows) == list(range(rows[0], rows[-1] + 1)):
        return f"{column}{rows[0] + 1}:{column}{rows[-1] + 1}"
    return ",".join(f"{column}{row + 1}" for row in rows)


def write_index(index: Index, year: str, agency: str) -> bytes:
    """Write the workbook: the same bytes for the same index. `agency` stands at its head."""
    written = io.BytesIO()
    title = f"Bảng chấm điểm chỉ số cải cách hành chính năm {year}"
    with xlsxwriter.Workbook(written, OPTIONS) as book:
        book.set_properties({"title": title, "author": agency, "created": UNSIGNED})
        made = _Sheet(book.add_worksheet(f"Năm {year}"), formats(book))
        set_page(made.sheet, title)
        _head(made, index, title, agency)
        _rows(made, index)
        _foot(made)
    return written.getvalue()


def _head(made: _Sheet, index: Index, title: str, agency: str) -> None:
    sheet, looks = made.sheet, made.looks
    sheet.write_string(0, 0, agency, looks["agency"])
    sheet.merge_range(1, 0, 1, 6, title.upper(), looks["title"])
    if index.sample:
        sheet.merge_range(2, 0, 2, 6, SAMPLE, looks["sample"])
    elif index.table:
        sheet.merge_range(2, 0, 2, 6, f"(Theo {index.table.name})", looks["signed"])
    top, under = FIRST - 2, FIRST - 1
    for place, column in enumerate(Column):
        if column in {Column.SELF, Column.VERIFIED}:
            sheet.write_string(under, place, column, looks["head"])
        else:
            sheet.merge_range(top, place, under, place, column, looks["head"])
    sheet.merge_range(top, 3, top, 4, "Điểm đạt được", looks["head"])


def _rows(made: _Sheet, index: Index) -> None:
    summed: list[int] = []
    for number, (name, criteria) in enumerate(by_field(index)):
        head = made.row
        made.row += bool(name)
        own = [_criterion(made, each) for each in criteria]
        below, made.row = made.row, head
        if name:
            made.text(0, ROMAN[number] if number < len(ROMAN) else "", "field")
            _line(made, name, together(criteria), own, "field")
        made.row = below
        summed += [head] if name else own
    made.text(0, "", "field")
    _line(made, "Tổng cộng", together(index.criteria), summed, "field")
    made.row += 1


def _line(made: _Sheet, name: str, found: Sums, rows: Sequence[int], look: str) -> None:
    """Write a row that only sums others."""
    made.sheet.set_row(made.row, height({1: name}))
    made.text(1, name, look)
    if rows:
        made.sums(rows, found, f"{look}_points")
    for column in (5, 6):
        made.text(column, "", look)


def _criterion(made: _Sheet, criterion: Criterion) -> int:
    """Write a criterion and its components; give its row."""
    head = made.row
    made.row += 1
    for each in criterion.components:
        _item(made, each, "plain")
        _own(made, each, "plain_points")
        made.row += 1
    below, made.row = made.row, head
    _item(made, criterion, "bold")
    _own(made, criterion, "bold_points")
    if criterion.components:
        made.sums(range(head + 1, below), sums(criterion.components), "bold_points")
        _alone(made, criterion)
    made.row = below
    return head


def _alone(made: _Sheet, criterion: Criterion) -> None:
    """Write points that were given to a criterion as a whole: there is nothing to sum."""
    found = sums(criterion.components)
    for place, value, known in (
        (1, criterion.self_score, found.self_known),
        (2, criterion.verified, found.verified_known),
    ):
        if known is None and value is not None:
            made.points(POINTS + place, value, "bold_points")


def _item(made: _Sheet, item: Scored, look: str) -> None:
    evidence = "\n".join(map(_piece, item.evidence))
    made.sheet.set_row(made.row, height({1: item.name, 5: evidence, 6: item.explanation}))
    made.text(0, item.number, look)
    made.text(1, item.name, look)
    made.text(5, evidence, "plain")
    made.text(6, item.explanation, "plain")


def _own(made: _Sheet, item: Scored, look: str) -> None:
    for place, value in enumerate((item.most, item.self_score, item.verified)):
        made.points(POINTS + place, value, look)


def _piece(piece: Evidence) -> str:
    return f"{piece.name} ({piece.link})" if piece.link else piece.name


def _foot(made: _Sheet) -> None:
    made.row += 1
    note = (
        "Minh chứng: mỗi dòng một văn bản, bài; đường dẫn để trong ngoặc. Ô điểm trống: chưa chấm."
    )
    made.sheet.set_row(made.row, height({1: note}))
    made.text(1, note, "small")
    made.row += 2
    made.text(1, "Người chấm điểm", "signed")
    made.text(5, "Người duyệt", "signed")
