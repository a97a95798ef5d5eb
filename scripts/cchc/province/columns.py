"""Where a table's heading stands and what each column is, whatever the order and writing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.base.text import fold

# Real lists carry a banner, a motto and empty lines above their heading: never more than this.
SEARCHED = 40
# A heading is a few words; longer cells are names, not worth a key.
LONGEST = 60
NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of a format: the ways each part is written, and the parts it cannot lack."""

    headings: Mapping[str, tuple[str, ...]]
    needed: frozenset[str]

    def keys(self) -> dict[str, str]:
        """Give the part of each heading's key."""
        return {
            heading_key(writing): part
            for part, writings in self.headings.items()
            for writing in writings
        }


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading found: its row (from 0) and the column of each part."""

    row: int
    columns: Mapping[str, int]


def heading_key(text: str) -> str:
    """Give what the writings of a heading share: “Mã TTHC”, “MaTTHC ” and “MÃ_TTHC”."""
    return NOT_LETTERS.sub("", fold(text))


def find_heading(rows: Sequence[Sequence[str | float]], layout: Layout) -> Heading | None:
    """Find the first row with every heading that the format cannot lack."""
    keys = layout.keys()
    for number, row in enumerate(rows[:SEARCHED]):
        columns = _columns(row, keys)
        if layout.needed <= columns.keys():
            return Heading(number, columns)
    return None


def best_match(rows: Sequence[Sequence[str | float]], layout: Layout) -> frozenset[str]:
    """Give the parts of the row that looks most like the heading, to say what is missing."""
    keys = layout.keys()
    found = (frozenset(_columns(row, keys)) for row in rows[:SEARCHED])
    return max(found, key=len, default=frozenset())


def _columns(row: Sequence[str | float], keys: Mapping[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, cell in enumerate(row):
        short = isinstance(cell, str) and len(cell) <= LONGEST
        part = keys.get(heading_key(str(cell))) if short else None
        if part:
            columns.setdefault(part, index)
    return columns
