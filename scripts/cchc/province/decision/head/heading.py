"""The decision's head: number, date, issuer, title, kind; and where its annex begins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.base.text import one_line
from cchc.procedures.decision import DocumentKind
from cchc.province.decision.annex.columns import is_heading
from cchc.province.decision.files.blocks import Block, Paragraph, Row
from cchc.province.decision.head.dates import FULL_DATE, date_of
from cchc.province.decision.head.issuer import issuer_in
from cchc.province.decision.head.title import (
    ARTICLE,
    DECISION,
    document_kind,
    lines_of,
    text_of,
    title_of,
)
from cchc.province.numbers import LOOK_ALIKES, document_number

SYMBOL = r"\d{1,5}[a-zA-Z]?\s*/\s*(?:\d{4}\s*/\s*)?Q[ĐD]\s*[-–]\s*[A-ZĐ]+(?:\s*[-–]\s*[A-Z0-9Đ]+)*"
OWN_NUMBER = re.compile(rf"(?:^|\||\n)[ \t]*Số\s*:?\s*({SYMBOL})", re.IGNORECASE)
WITH_NUMBER = re.compile(
    rf"kèm\s+theo\s+Quyết\s+định\s+(?:số\s*:?\s*)?({SYMBOL})(?:\s+(?:ngày\s+)?({FULL_DATE}))?",
    re.IGNORECASE,
)
SIGNED = re.compile(rf"[^\W\d_][^\n|]{{1,40}},\s*({FULL_DATE})", re.IGNORECASE)
# Where the lines beside the number end.
BELOW = re.compile(rf"^\s*{DECISION.pattern}\s*$|Căn cứ", re.MULTILINE)
ANNEX = re.compile(r"PHỤ\s*LỤC\b|DANH\s+MỤC\b|\(\s*(?:Ban hành )?[Kk]èm theo Quyết định")
# Lines beside the annex's title, before its first list.
BESIDE = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head says; None or empty where it says nothing."""

    number: str
    signed: dt.date | None
    issuer: str
    title: str
    kind: DocumentKind
    body: str
    annex: int
    other_number: str = ""
    other_signed: dt.date | None = None


def read_heading(blocks: Sequence[Block]) -> Heading:
    """Read the head. `annex` is the block where the annex begins, `body` the text before it."""
    annex = annex_start(blocks)
    beside = [block for block in blocks[annex : annex + BESIDE] if isinstance(block, Paragraph)]
    body, tail = text_of(blocks[:annex]), text_of(beside)
    own = OWN_NUMBER.search(_latin(f"{body}\n{tail}"))
    named = WITH_NUMBER.search(_latin(tail))
    number = document_number(own[1] if own else named[1] if named else "").upper()
    other = document_number(named[1]).upper() if named else ""
    title = title_of(blocks[:annex], beside)
    signed, dated = _signed(body), date_of(named[2]) if named and named[2] else None
    return Heading(
        number=_lower_letter(number),
        signed=signed or dated,
        issuer=issuer_in(body, tail, number),
        title=title,
        kind=document_kind(title, body),
        body=body,
        annex=annex,
        other_number=other if other != number else "",
        other_signed=dated if signed and dated != signed else None,
    )


def looks_like_decision(blocks: Sequence[Block]) -> bool:
    """Tell a decision (or its annex alone) from a list of procedures."""
    head = blocks[:80]
    text = text_of(head)
    if WITH_NUMBER.search(_latin(text)):
        return True
    lines = (line for block in head for line in lines_of(block))
    return OWN_NUMBER.search(_latin(text)) is not None and any(map(DECISION.fullmatch, lines))


def annex_start(blocks: Sequence[Block]) -> int:
    """Give the first block of the annex: its title after the articles, or the first list."""
    # A title may begin with DANH MỤC, too: the word QUYẾT ĐỊNH and the articles come after it.
    first = _first(blocks, ARTICLE)
    decides = _last(blocks, DECISION) if first < 0 else first
    for n, block in enumerate(blocks):
        if isinstance(block, Row) and is_heading(block.cells):
            return _title_before(blocks, n, first)
        if n > max(first, decides) and _begins(block, ANNEX):
            return n
    return len(blocks)


def later_articles(blocks: Sequence[Block]) -> str:
    """Give the articles that stand after a list, where the list is inside Điều 1."""
    start = next((n for n, block in enumerate(blocks) if _begins(block, ARTICLE)), len(blocks))
    return text_of([block for block in blocks[start:] if isinstance(block, Paragraph)])


def _begins(block: Block, pattern: re.Pattern[str]) -> bool:
    return isinstance(block, Paragraph) and pattern.match(one_line(block.text)) is not None


def _first(blocks: Sequence[Block], pattern: re.Pattern[str]) -> int:
    return next((n for n, block in enumerate(blocks) if _begins(block, pattern)), -1)


def _last(blocks: Sequence[Block], pattern: re.Pattern[str]) -> int:
    return max((n for n, block in enumerate(blocks) if _begins(block, pattern)), default=-1)


def _title_before(blocks: Sequence[Block], heading: int, first: int) -> int:
    """Go back from a list's heading over the lines that are its title."""
    start = heading
    for n in range(heading - 1, max(first, heading - 8), -1):
        block = blocks[n]
        if isinstance(block, Row) and block.table != getattr(blocks[heading], "table", 0):
            break
        if _begins(block, ARTICLE):
            break
        start = n
    return start


def _signed(body: str) -> dt.date | None:
    """Read place and day beside the number; the title below may name another document's day."""
    found = SIGNED.search(BELOW.split(body, maxsplit=1)[0])
    return date_of(found[1]) if found else None


def _latin(text: str) -> str:
    return text.translate(LOOK_ALIKES)


def _lower_letter(number: str) -> str:
    """Keep the letter of “1234a/QĐ-UBND” small, as it is written."""
    return re.sub(r"^(\d+)([A-Z])/", lambda m: f"{m[1]}{m[2].lower()}/", number)
