"""A listing as placed cells: what is merged sideways and down, the same for every maker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.province.decision.description import Listing, Section


@dataclass(frozen=True)
class Placed:
    """A cell with its place (from 0) and how far it reaches."""

    row: int
    column: int
    text: str
    across: int = 1
    down: int = 1


def heading_rows(listing: Listing) -> int:
    return 2 if listing.divided else 1


def placed_cells(listing: Listing) -> Iterator[Placed]:
    yield from sorted(_heading(listing), key=lambda cell: (cell.row, cell.column))
    width, top = len(listing.columns), heading_rows(listing)
    texts = [listing.cells(number, row) for number, row in listing.numbered()]
    sections = [isinstance(row, Section) for row in listing.rows]
    for row, cells in enumerate(texts):
        if sections[row]:
            marked = 1 if cells[1:] and cells[1] else 0
            if marked:
                yield Placed(top + row, 0, cells[0])
            yield Placed(top + row, marked, cells[marked], across=width - marked)
            continue
        for column, text in enumerate(cells):
            merged = listing.columns[column].merged
            if merged and row and not sections[row - 1] and texts[row - 1][column] == text:
                continue
            down = 1
            while (
                merged
                and row + down < len(texts)
                and not sections[row + down]
                and texts[row + down][column] == text
            ):
                down += 1
            yield Placed(top + row, column, text, down=down)


def _heading(listing: Listing) -> Iterator[Placed]:
    if not listing.divided:
        yield from (Placed(0, n, column.heading) for n, column in enumerate(listing.columns))
        return
    for n, column in enumerate(listing.columns):
        if not column.over:
            yield Placed(0, n, column.heading, down=2)
            continue
        if n == 0 or listing.columns[n - 1].over != column.over:
            across = sum(each.over == column.over for each in listing.columns[n:])
            yield Placed(0, n, column.over, across=across)
        yield Placed(1, n, column.heading)
