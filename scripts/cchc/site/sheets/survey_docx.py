"""The survey's form as a Word file, for an office that wants to change its words."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, cast

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from cchc.base.clock import VIETNAM
from cchc.site.portal import Portal
from cchc.site.sheets.survey_form import FormSheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell

FONT = "Times New Roman"
BOX = "☐"
BOX_SIZE = Pt(20)
# The longest word of the levels fits into a column of 19 mm.
HEADING_SIZE = Pt(9.5)
LINE = "." * 110


def form_docx(form: FormSheet, portal: Portal) -> bytes:
    """Write the form on one A4."""
    document = docx.Document()
    _lay_out(document)
    document.add_paragraph(portal.ward.agency.name).runs[0].bold = True
    title = document.add_heading(form.heading, level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if form.period:
        document.add_paragraph(form.period).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(form.intro)
    document.add_paragraph(f"Thủ tục thuộc lĩnh vực: {LINE[:70]}")
    _questions(document, form)
    document.add_paragraph("Ý kiến khác của ông (bà):").paragraph_format.space_before = Pt(10)
    for _ in range(3):
        document.add_paragraph(LINE)
    document.add_paragraph(form.personal).runs[0].bold = True
    if form.address:
        document.add_paragraph(f"Trả lời qua mạng: {form.address}")
    return _bytes(document, portal)


def _lay_out(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(14)
    for name, size in (("Normal", 13), ("Heading 1", 17)):
        style = cast("ParagraphStyle", document.styles[name])
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        # A style of the template names its font by the theme, which goes before the name.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{each}"), None)
        fonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(4)


def _questions(document: Document, form: FormSheet) -> None:
    table = document.add_table(rows=1, cols=2 + len(form.levels))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, ("Số", "Câu hỏi", *form.levels), strict=True):
        _write(cell, words, HEADING_SIZE, bold=True)
    for number, question in enumerate(form.questions, 1):
        row = table.add_row().cells
        _write(row[0], str(number), Pt(13))
        _write(row[1], question, Pt(13))
        for cell in row[2:]:
            _write(cell, BOX, BOX_SIZE)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    levels = [Mm(19)] * len(form.levels)
    _widen(table, [Mm(10), Mm(174 - 10 - 19 * len(form.levels)), *levels])


def _widen(table: Table, widths: list[Mm]) -> None:
    """Give columns their widths: some programs look at the columns, others at each cell."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _write(cell: _Cell, words: str, size: Pt, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(words)
    run.font.size, run.bold = size, bold


def _bytes(document: Document, portal: Portal) -> bytes:
    made = dt.datetime.combine(portal.day, dt.time(), VIETNAM).replace(tzinfo=None)
    about = document.core_properties
    about.title, about.author, about.comments = "Phiếu khảo sát", portal.ward.agency.name, ""
    about.created = about.modified = made
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
