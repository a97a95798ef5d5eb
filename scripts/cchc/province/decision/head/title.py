"""The decision's title, and what it tells the document is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cchc.base.text import fold, one_line
from cchc.procedures.decision import DocumentKind
from cchc.province.decision.files.blocks import Block, Paragraph
from cchc.province.decision.head.issuer import SIGNING_LINE
from cchc.province.decision.words.kinds import kinds_in
from cchc.province.decision.words.syllables import mend

DECISION = re.compile(r"QUYẾT\s+ĐỊNH\s*:?")
ARTICLE = re.compile(r"Điều\s+\d+\b")
FIRST_ARTICLE = re.compile(r"Điều\s+1\b.{0,600}", re.DOTALL)
AFTER_TITLE = re.compile(r"CHỦ TỊCH|Chủ tịch|BỘ TRƯỞNG|GIÁM ĐỐC|Căn cứ|Xét |Theo đề nghị")
ABOUT = re.compile(r"(?:về việc|v/v)\s+(?:công bố|phê duyệt)", re.IGNORECASE)
# A title's line that ends so goes on with the next one, whatever that begins with.
OPEN_ENDS = (" cua", " thuoc", " va", " cho", " theo")
A_LINE = re.compile(r"[-–_=*.\s]{3,}")
LONGEST_TITLE = 1_500
PROCEDURES = r"(?:thu tuc hanh chinh|tthc)"
# What is published are procedures, the first thing named after “công bố”, and not inner ones.
PUBLISHES = re.compile(
    rf"\bcong bo\b(?:(?!{PROCEDURES}|qu[iy] trinh).)*{PROCEDURES}\b(?! noi bo)", re.DOTALL
)
# A correction (đính chính) of a decision; “đính chính giấy chứng nhận” is a procedure.
CORRECTS = re.compile(
    r"\bdinh chinh\b(?: (?!giay chung nhan)[^\s.;]+){0,20}? (?:quyet dinh|phu luc|danh muc)\b"
)
WORKFLOW = re.compile(rf"qu[iy] trinh (?:noi bo|giai quyet|dien tu)|{PROCEDURES} noi bo")


def document_kind(title: str, body: str) -> DocumentKind:
    """Tell what the document is about; one that publishes and approves workflow publishes."""
    first = FIRST_ARTICLE.search(body)
    for text in (title, first[0] if first else ""):
        key = fold(text)
        if corrects(text):
            return DocumentKind.OTHER
        if PUBLISHES.search(key) or (key.startswith("danh muc") and kinds_in(text)):
            return DocumentKind.PUBLICATION
        if WORKFLOW.search(key):
            return DocumentKind.INTERNAL
    return DocumentKind.OTHER


def corrects(text: str) -> bool:
    """Tell whether a title or an article corrects a decision before it publishes anything."""
    key = fold(text)
    found, publishes = CORRECTS.search(key), re.search(r"\bcong bo\b", key)
    return found is not None and (publishes is None or found.start() < publishes.start())


def title_of(body: Sequence[Block], annex: Sequence[Block]) -> str:
    """Give the title in the source's words; an annex alone has its own."""
    return _title(body) or _annex_title(annex)


def _title(body: Sequence[Block]) -> str:
    """Give the lines between QUYẾT ĐỊNH and who decides."""
    lines = [line for block in body if isinstance(block, Paragraph) for line in lines_of(block)]
    start = next((n for n, line in enumerate(lines) if DECISION.fullmatch(line)), None)
    if start is None:
        return next((line for line in lines if ABOUT.match(line)), "")
    title: list[str] = []
    for line in lines[start + 1 :]:
        goes_on = bool(title) and fold(title[-1]).endswith(OPEN_ENDS)
        if (_decides(line) and not goes_on) or ARTICLE.match(line):
            break
        if not A_LINE.fullmatch(line):
            title.append(line)
    return mend(" ".join(title)[:LONGEST_TITLE])


def _decides(line: str) -> bool:
    """Tell the line that names who decides, or the first reason: the title ends before it."""
    return AFTER_TITLE.match(line) is not None or SIGNING_LINE.fullmatch(line) is not None


def _annex_title(annex: Sequence[Block]) -> str:
    for block in annex:
        if isinstance(block, Paragraph) and fold(block.text).startswith("danh muc"):
            return mend(one_line(block.text))
    return ""


def text_of(blocks: Sequence[Block]) -> str:
    """Give blocks as text: a line each, cells with bars between them, split syllables mended."""
    return "\n".join(mend(line) for block in blocks for line in lines_of(block))


def lines_of(block: Block) -> list[str]:
    """Give a block's lines, cells with bars between them."""
    text = block.text if isinstance(block, Paragraph) else " | ".join(block.cells)
    return [one_line(line) for line in text.split("\n") if line.strip()]
