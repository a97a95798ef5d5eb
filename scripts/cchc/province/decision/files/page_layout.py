"""What stands on a page, in reading order: lines of text, and tables of cells with their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from cchc.province.decision.files.blocks import harmless
from cchc.province.decision.files.cell_text import cell_text, lines_of
from cchc.province.decision.files.pages import Box, Page, Word

PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
# Two texts with such a gap between them, in heights of a letter, stand in two columns.
COLUMN_GAP = 2.2
MARGIN = 0.1
FEWEST_CELLS = 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line outside tables; `edge`: it stands at the page's top or bottom margin."""

    text: str
    top: float
    edge: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell's text and place."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table: its cells, and the sides of its columns from left to right."""

    cells: tuple[TableCell, ...]
    edges: tuple[float, ...]
    top: float


Piece: TypeAlias = TextLine | PageTable


def pieces_of(page: Page) -> list[Piece]:
    """Give what stands on a page from top to bottom; page numbers are left out."""
    tables = [cells for cells in page.tables if len(cells) >= FEWEST_CELLS]
    inside: list[dict[Box, list[Word]]] = [{cell: [] for cell in cells} for cells in tables]
    outside = [word for word in page.words if not _put(word, inside)]
    pieces: list[Piece] = [_table(table) for table in inside if any(table.values())]
    pieces += (line for line in _text_lines(outside, page) if not _is_number(line))
    return sorted(pieces, key=lambda piece: piece.top)


def _put(word: Word, tables: Iterable[dict[Box, list[Word]]]) -> bool:
    x, y = word.middle
    for table in tables:
        for cell, words in table.items():
            if cell.holds(x, y):
                words.append(word)
                return True
    return False


def _table(cells: dict[Box, list[Word]]) -> PageTable:
    found = tuple(TableCell(harmless(cell_text(words, box)), box) for box, words in cells.items())
    sides = [side for cell in cells for side in (cell.left, cell.right)]
    return PageTable(found, clustered(sides), min(cell.top for cell in cells))


def clustered(values: Iterable[float], within: float = 4.0) -> tuple[float, ...]:
    """Give values in order, those that lie within a few points of each other once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > within:
            found.append(value)
    return tuple(found)


def _text_lines(words: Iterable[Word], page: Page) -> Iterable[TextLine]:
    for line in lines_of(words):
        top, bottom = line[0].box.top, line[0].box.bottom
        edge = bottom < MARGIN * page.height or top > (1 - MARGIN) * page.height
        text = harmless(_with_bars(line))
        if text:
            yield TextLine(text, top, edge=edge)


def _with_bars(line: Sequence[Word]) -> str:
    """Join a line's words; a bar between texts that stand in two columns."""
    text = line[0].text
    for before, word in pairwise(line):
        wide = word.box.left - before.box.right > COLUMN_GAP * (word.box.bottom - word.box.top)
        text += f" | {word.text}" if wide else f" {word.text}"
    return text


def _is_number(line: TextLine) -> bool:
    return line.edge and PAGE_NUMBER.fullmatch(line.text) is not None
