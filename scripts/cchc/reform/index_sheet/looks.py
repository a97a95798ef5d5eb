"""How a scoring sheet looks: for A4 lying down, in the letter that offices write in."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

WIDTHS = (6, 44, 9, 9, 11, 40, 34)
A4 = 9
# The rows above the table; the heading of two rows ends there and comes again on each page.
FIRST = 6
# A row whose height nobody set is as high as one line in some programs: counted in letters.
LINE_HIGH = 16.5
LETTERS = 1.0
BASE = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
LOOKS = {
    "agency": {**BASE, "bold": True, "text_wrap": False},
    "title": {**BASE, "bold": True, "font_size": 14, "align": "center"},
    "sample": {**BASE, "bold": True, "align": "center", "border": 4},
    "head": {**BASE, "bold": True, "align": "center", "valign": "vcenter", "border": 1,
             "bg_color": "#ececec"},
    "field": {**BASE, "bold": True, "border": 1, "bg_color": "#f4f4f4"},
    "field_points": {**BASE, "bold": True, "border": 1, "bg_color": "#f4f4f4", "align": "center"},
    "bold": {**BASE, "bold": True, "border": 1},
    "bold_points": {**BASE, "bold": True, "border": 1, "align": "center"},
    "plain": {**BASE, "border": 1},
    "plain_points": {**BASE, "border": 1, "align": "center"},
    "signed": {**BASE, "bold": True, "align": "center"},
    "small": {**BASE, "italic": True, "font_size": 11},
}  # fmt: skip


def formats(book: Workbook) -> dict[str, Format]:
    """Make the formats by their names."""
    return {name: book.add_format(look) for name, look in LOOKS.items()}


def height(texts: Mapping[int, str]) -> float:
    """Give the height, in points, that a row needs for its texts, each by its column."""
    return LINE_HIGH * max(map(_lines, texts.values(), texts), default=1)


def _lines(text: str, column: int) -> int:
    fit = max(1, int(WIDTHS[column] * LETTERS))
    return sum(max(1, len(textwrap.wrap(each, fit))) for each in text.split("\n"))


def set_page(sheet: Worksheet, title: str) -> None:
    """Set paper, margins, the heading that comes again, the widths."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(0.6, 0.5, 0.6, 0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST - 2, FIRST - 1)
    sheet.freeze_panes(FIRST, 2)
    sheet.set_footer(f"&L&10{title}&R&10Trang &P/&N")
    for row, high in ((1, 24), (2, 20), (FIRST - 2, 20), (FIRST - 1, 20)):
        sheet.set_row(row, high)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
