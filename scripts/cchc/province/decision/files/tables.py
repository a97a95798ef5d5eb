"""Tables whose cells are merged down and sideways, or hold tables, as plain rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from cchc.province.decision.annex.columns import is_heading
from cchc.province.decision.files.blocks import LONGEST_CELL, Row, clip


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as a format gives it: how many columns and rows it covers, what tables it holds.

    `goes_on`: the cell only continues the one above (Word's way); `down` is HTML's way.
    """

    text: str
    across: int = 1
    down: int = 1
    goes_on: bool = False
    inner: tuple[Grid, ...] = ()


Grid: TypeAlias = Sequence[Sequence[Cell]]
MAX_COLUMNS = 60
INNER_SEARCHED = 6


@dataclass(slots=True)
class Tables:
    """Counts the tables of a document while it gives their rows."""

    last: int = 0
    _numbers: list[int] = field(default_factory=list)

    def rows(self, grid: Grid) -> Iterator[Row]:
        """Give the rows of a table, then those of lists that its cells hold."""
        self.last += 1
        table = self.last
        waiting: list[Grid] = []
        for number, row in enumerate(_laid_out(grid, waiting), start=1):
            yield replace(row, table=table, number=number)
        for inner in waiting:
            yield from self.rows(inner)


def _laid_out(grid: Grid, waiting: list[Grid]) -> Iterator[Row]:
    above: dict[int, tuple[str, int]] = {}
    for cells in grid:
        texts: list[str] = []
        carried: set[int] = set()
        below: dict[int, tuple[str, int]] = {}
        widest = 1
        for cell in cells:
            _fill_down(texts, carried, above, below)
            text = _with_inner(cell, waiting)
            place = len(texts)
            if cell.goes_on:
                text = text or above.get(place, ("", 0))[0]
                carried.add(place)
            texts.extend([text, *[""] * (cell.across - 1)])
            # Word's cells say themselves whether they go on: 0 rows are promised.
            for covered, word in enumerate([text, *[""] * (cell.across - 1)], start=place):
                below[covered] = (word, cell.down - 1)
            widest = max(widest, cell.across if text else 1)
        _fill_down(texts, carried, above, below)
        yield Row(tuple(texts[:MAX_COLUMNS]), carried=frozenset(carried), widest=widest)
        above = below


def _fill_down(
    texts: list[str],
    carried: set[int],
    above: dict[int, tuple[str, int]],
    below: dict[int, tuple[str, int]],
) -> None:
    """Repeat the cells that reach down from the row above, where their column comes."""
    while (place := len(texts)) in above and above[place][1] > 0:
        text, rows = above[place]
        texts.append(text)
        carried.add(place)
        below[place] = (text, rows - 1)


def _with_inner(cell: Cell, waiting: list[Grid]) -> str:
    """Give the cell's text with its inner tables as lines; an inner list waits for its turn."""
    lines = [cell.text] if cell.text else []
    for grid in cell.inner:
        rows = [tuple(inner.text for inner in row) for row in grid]
        if any(is_heading(row) for row in rows[:INNER_SEARCHED]):
            waiting.append(grid)
        else:
            lines += [" | ".join(text for text in row if text) for row in rows]
    return clip("\n".join(line for line in lines if line), LONGEST_CELL)
