"""A script as a Word file for the announcer's desk: A4, 14 points, wide lines."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run

from cchc.news.broadcast.script import Paragraph, Script
from cchc.news.broadcast.script_text import LONG, not_read

FONT = "Times New Roman"
BODY, SMALL = Pt(14), Pt(11)
WIDE, AFTER = 1.75, Pt(10)
GREY = RGBColor(0x55, 0x55, 0x55)


def script_docx(script: Script, author: str) -> bytes:
    """Give the file's bytes; no paragraph that is read breaks over two pages."""
    word = Document()
    _page(word, script)
    word.core_properties.author = author
    word.core_properties.title = script.title
    word.core_properties.language = "vi-VN"
    for number, each in enumerate(script.paragraphs):
        _read(word, each, title=number == len(script.opening) - 1)
    _not_read(word, not_read(script))
    whole = io.BytesIO()
    word.save(whole)
    return whole.getvalue()


def _page(word: Word, script: Script) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin, section.bottom_margin = Mm(28), Mm(22)
    section.header_distance = section.footer_distance = Mm(10)
    _style(word)
    head = section.header.paragraphs[0]
    _small(head.add_run(f"Bản đọc trên đài truyền thanh: {script.title}"))
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("Trang ", "PAGE"), (" / ", "NUMPAGES")):
        _small(foot.add_run(words))
        _field(foot.add_run(), field)


def _style(word: Word) -> None:
    normal = word.styles["Normal"]
    if not isinstance(normal, ParagraphStyle):
        return
    normal.font.name, normal.font.size = FONT, BODY
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    shape = normal.paragraph_format
    shape.line_spacing, shape.space_after = WIDE, AFTER
    shape.keep_together = shape.widow_control = True


def _read(word: Word, each: Paragraph, *, title: bool) -> None:
    """Write what is read; pauses and marks in bold, so that they are seen in time."""
    line = word.add_paragraph()
    line.paragraph_format.keep_with_next = title or each.heading
    if title:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, sentence in enumerate(each.sentences):
        if number:
            line.add_run(" ")
        if sentence.long:
            _bold(line, f"{LONG} ")
        for place, part in enumerate(sentence.parts):
            if place:
                _bold(line, " / ")
            line.add_run(part).bold = title or each.heading
    if title:
        for run in line.runs:
            run.font.size = Pt(16)


def _bold(line: Line, words: str) -> None:
    line.add_run(words).bold = True


def _not_read(word: Word, notes: Iterable[str]) -> None:
    rule = word.add_paragraph()
    rule.paragraph_format.space_before = Pt(18)
    _border(rule)
    _small(rule.add_run("Phần dưới không đọc")).bold = True
    rule.paragraph_format.keep_with_next = True
    for each in notes:
        line = word.add_paragraph()
        line.paragraph_format.line_spacing, line.paragraph_format.space_after = 1.2, Pt(4)
        _small(line.add_run(each))


def _small(run: Run) -> Run:
    run.font.size, run.font.color.rgb = SMALL, GREY
    return run


def _border(line: Line) -> None:
    """Draw a rule above a paragraph."""
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "6"), ("color", "555555")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    shape: Any = line._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    # Word wants these in their order.
    shape.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _field(run: Run, name: str) -> None:
    """Put in a number that Word counts itself: the page, the pages."""
    _small(run)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run.text = "1"
    inner: Any = run._r  # noqa: SLF001 - python-docx has no fields
    inner.addnext(field)
    field.append(inner)
