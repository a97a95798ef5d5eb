"""A document as a row of blocks, whatever its format: paragraphs, and rows of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from cchc.base.text import clean, half_width
from cchc.procedures.decision import Doubt

# What a cell may hold at most: a row's own words must fit into the data.
LONGEST_CELL = 6_000
LONGEST_WORDS = 19_000
CUT = " … (còn nữa)"
TAG = re.compile(r"<(?=[/!?]?[a-zA-Z])")
SCRIPT = re.compile(r"(?i)((?:java|vb)script|data(?=\s*:\s*text/html))\s*:")
NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text outside tables; `page` from 1, None where the format has no pages."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell merged sideways holds its text once, then come empty ones.

    `carried`: the columns whose text belongs to a cell merged from the row above. `widest`: how
    many columns the widest filled cell covers. `after_break`: the first row on a new page of a
    table that goes on, perhaps the rest of the row before it. `sheet`: the workbook's sheet.
    """

    cells: tuple[str, ...]
    page: int | None = None
    table: int = 0
    number: int = 0
    carried: frozenset[int] = NOTHING
    widest: int = 1
    after_break: bool = False
    sheet: str = ""

    @property
    def own(self) -> tuple[int, ...]:
        """List the columns that hold a text of this row's own."""
        return tuple(i for i, cell in enumerate(self.cells) if cell and i not in self.carried)

    @property
    def words(self) -> str:
        """Give the row's own text, cells joined by “ | ”: the evidence."""
        return clip(" | ".join(cell for cell in self.cells if cell))


Block: TypeAlias = Paragraph | Row


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a file, what its format could not give, and which pages are scans."""

    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()
    scanned: frozenset[int] = NOTHING


def harmless(text: str) -> str:
    """Clean a text; what looks like a tag or a script address loses its power, not its letters."""
    text = TAG.sub("< ", half_width(clean(text)))
    return clip(SCRIPT.sub(r"\1 -", text), LONGEST_CELL)


def clip(text: str, most: int = LONGEST_WORDS) -> str:
    """Cut what is longer than any real cell, and say so."""
    return text if len(text) <= most else text[: most - len(CUT)] + CUT
