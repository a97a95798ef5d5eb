"""A page as a reader of PDFs or of scans gives it: words and cells with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias


class Box(NamedTuple):
    """A place on a page: points from the left and from the top."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Word(NamedTuple):
    """A word and its place."""

    text: str
    box: Box

    @property
    def middle(self) -> tuple[float, float]:
        """Give its middle, which says into which cell it belongs."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


Cells: TypeAlias = tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page's words in no order, the cells of its ruled tables, and whether it is a picture.

    `unreadable`: it shows something, but its letters can't be had (a scan, fonts without a code
    table).
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    tables: tuple[Cells, ...] = ()
    unreadable: bool = False


def to_data(page: Page) -> dict[str, Any]:
    """Give a page as JSON carries it."""
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "words": [[word.text, *word.box] for word in page.words],
        "tables": page.tables,
        "unreadable": page.unreadable,
    }


def from_data(data: dict[str, Any]) -> Page:
    """Take a page out of JSON."""
    return Page(
        number=data["number"],
        width=data["width"],
        height=data["height"],
        words=tuple(Word(text, Box(*place)) for text, *place in data["words"]),
        tables=tuple(tuple(Box(*cell) for cell in cells) for cells in data["tables"]),
        unreadable=data["unreadable"],
    )
