"""procedures.xlsx: the same table for people, and a sheet that explains its columns."""

from __future__ import annotations

import datetime as dt
import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from cchc.base.clock import show_date
from cchc.site.open_data.about import licence
from cchc.site.open_data.rows import COLUMNS, Cell, rows
from cchc.site.portal import Portal

TITLE = "Danh mục thủ tục hành chính"
# No cell of text may become a formula or a link; the file is made in memory.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
HEAD = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#4a2570",
        "font_color": "#ffffff", "border": 1}  # fmt: skip
TEXT = {"text_wrap": True, "valign": "top"}
DAY = {"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"}
FIXED = (1, 2)
# Two lines, in points: a list of thirty papers would else fill the screen.
HEIGHT = 30


def xlsx_file(portal: Portal) -> bytes:
    """Write the workbook. Its own dates are the data's day: same input, same bytes."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, OPTIONS) as book:
        day = dt.datetime.combine(portal.day, dt.time())
        book.set_properties({"title": TITLE, "author": portal.ward.agency.name, "created": day})
        _table(book, portal)
        _explanation(book, portal)
    return written.getvalue()


def _table(book: Workbook, portal: Portal) -> None:
    sheet = book.add_worksheet("Thủ tục")
    head, plain, day = (book.add_format(each) for each in (HEAD, TEXT, DAY))
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, head)
    last = 0
    for last, cells in enumerate(rows(portal), 1):
        sheet.set_row(last, HEIGHT)
        for place, cell in enumerate(cells):
            _write(sheet, (last, place), cell, day if isinstance(cell, dt.date) else plain)
    sheet.freeze_panes(*FIXED)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, look: Format) -> None:
    if isinstance(cell, str):
        sheet.write_string(*place, cell, look)
    elif cell is not None:
        sheet.write_datetime(*place, dt.datetime.combine(cell, dt.time()), look)


def _explanation(book: Workbook, portal: Portal) -> None:
    sheet = book.add_worksheet("Giải thích")
    head, plain = book.add_format(HEAD), book.add_format(TEXT)
    about = (
        ("Bộ dữ liệu", TITLE),
        ("Ngày của dữ liệu", show_date(portal.day)),
        ("Đơn vị công bố", portal.ward.agency.name),
        ("Giấy phép dùng lại", licence(portal.ward)),
        ("Lưu ý", "Ô trống là chưa có thông tin. Văn bản pháp luật là căn cứ."),
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 70)
    for line, (what, words) in enumerate(about):
        sheet.write_string(line, 0, what, head)
        sheet.merge_range(line, 1, line, 2, words, plain)
    first = len(about) + 1
    for place, words in enumerate(("Cột", "Tên cột trong tệp CSV", "Giải thích")):
        sheet.write_string(first, place, words, head)
    for line, column in enumerate(COLUMNS, first + 1):
        for place, words in enumerate((column.title, column.key, column.note)):
            sheet.write_string(line, place, words, plain)
