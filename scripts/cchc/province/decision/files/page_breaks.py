"""From pages to blocks: tables that go on over pages are one, their repeated headings gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from cchc.base.text import fold
from cchc.province.decision.annex.columns import is_heading
from cchc.province.decision.files.blocks import Block, Paragraph, Row
from cchc.province.decision.files.cell_text import continued
from cchc.province.decision.files.page_layout import PageTable, Piece, TextLine, clustered

Numbered: TypeAlias = tuple[int, list[Piece]]
NEAR = 5.0
HEADING_LINES = 5
FEWEST_REPEATS = 3


@dataclass(slots=True)
class _Run:
    """A table with what goes on of it on the following pages."""

    edges: tuple[float, ...]
    parts: list[tuple[int, PageTable]] = field(default_factory=list)


def blocks_of(pages: Sequence[Numbered]) -> tuple[Block, ...]:
    """Give the blocks of pages, each with its number and its pieces from top to bottom."""
    running = _running_lines(pages)
    items: list[Paragraph | _Run] = []
    for number, pieces in pages:
        kept = [p for p in pieces if not (isinstance(p, TextLine) and _key(p) in running)]
        for place, piece in enumerate(kept):
            if isinstance(piece, TextLine):
                items.append(Paragraph(piece.text, number))
            elif not (place == 0 and _joins(items, number, piece)):
                items.append(_Run(piece.edges, [(number, piece)]))
    return tuple(_numbered(items))


def _running_lines(pages: Sequence[Numbered]) -> frozenset[str]:
    """Find lines that stand at the margin of page after page: they belong to no text."""
    seen = Counter(
        key
        for _, pieces in pages
        for key in {_key(p) for p in pieces if isinstance(p, TextLine) and p.edge}
    )
    return frozenset(key for key, times in seen.items() if times >= FEWEST_REPEATS)


def _key(line: TextLine) -> str:
    return fold(line.text) if line.edge else ""


def _joins(items: list[Paragraph | _Run], number: int, table: PageTable) -> bool:
    """Join a table at a page's top to the one that ended the page before, if its columns fit."""
    last = items[-1] if items else None
    if not isinstance(last, _Run) or last.parts[-1][0] != number - 1:
        return False
    merged = clustered((*last.edges, *table.edges), NEAR)
    if len(merged) > max(len(last.edges), len(table.edges)):
        return False
    last.edges = merged
    last.parts.append((number, table))
    return True


def _numbered(items: Sequence[Paragraph | _Run]) -> Iterator[Block]:
    table = 0
    for item in items:
        if isinstance(item, Paragraph):
            yield item
            continue
        table += 1
        for number, row in enumerate(_rows_of(item), start=1):
            yield replace(row, table=table, number=number)


def _rows_of(run: _Run) -> Iterator[Row]:
    (first_page, first), *others = run.parts
    rows = rows_in(first, run.edges, first_page)
    yield from rows
    heading = [row.cells for row in rows[:HEADING_LINES]]
    for page, table in others:
        below = rows_in(table, run.edges, page)
        last = rows[-1:] or [Row(())]
        rows = _with_merged_above(last[0], below[_repeated(heading, below) :])
        for place, row in enumerate(rows):
            yield replace(row, after_break=place == 0)


def _with_merged_above(last: Row, rows: list[Row]) -> list[Row]:
    """Repeat a cell merged over the page break: on the new page it is empty, or holds its rest."""
    if not rows:
        return rows
    below = rows[1].carried if len(rows) > 1 else last.carried
    merged = {place: text for place in below if (text := _over_break(last, rows[0], place))}
    filled = []
    for row in rows:
        # It reaches down to the first row that it is not carried into.
        merged = {n: t for n, t in merged.items() if row is rows[0] or n in row.carried}
        cells = tuple(merged.get(place, cell) for place, cell in enumerate(row.cells))
        filled.append(replace(row, cells=cells, carried=row.carried | merged.keys()))
    return filled


def _over_break(last: Row, first: Row, place: int) -> str:
    """Give the whole text of a cell merged over the break; empty where it is a new cell."""
    above, here = (row.cells[place] if place < len(row.cells) else "" for row in (last, first))
    if not above or (here and first.cells[0]):
        return ""
    return continued(above, here)


def _repeated(heading: Sequence[tuple[str, ...]], rows: Sequence[Row]) -> int:
    """Count the rows at a page's top that only repeat the table's first ones."""
    starts = [n for n, cells in enumerate(heading) if is_heading(cells)]
    for start in (0, *starts):
        same = 0
        for cells, row in zip(heading[start:], rows, strict=False):
            if cells != row.cells:
                break
            same += 1
        if any(is_heading(row.cells) for row in rows[:same]):
            return same
    return 0


def rows_in(table: PageTable, edges: Sequence[float], page: int) -> list[Row]:
    """Lay a table's cells out on its columns; a cell over several rows is repeated and marked."""
    tops = clustered((cell.box.top for cell in table.cells), 2.0)
    columns = len(edges) - 1
    texts = [[""] * columns for _ in tops]
    carried: list[set[int]] = [set() for _ in tops]
    widest = [1] * len(tops)
    for cell in table.cells:
        left, right = _nearest(edges, cell.box.left), _nearest(edges, cell.box.right)
        top, bottom = _nearest(tops, cell.box.top), _last_row(tops, cell.box.bottom)
        for row in range(top, bottom + 1):
            texts[row][min(left, columns - 1)] = cell.text
            if row > top:
                carried[row].update(range(left, right))
        if cell.text:
            widest[top] = max(widest[top], right - left)
    return [
        Row(tuple(cells), page, carried=frozenset(below), widest=wide)
        for cells, below, wide in zip(texts, carried, widest, strict=True)
    ]


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - value))


def _last_row(tops: Sequence[float], bottom: float) -> int:
    """Give the last row that begins above a cell's lower side."""
    return max((place for place, top in enumerate(tops) if top < bottom - 2.0), default=0)
