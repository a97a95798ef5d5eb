"""What has been found in a scoring sheet so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cchc.base.yaml_read import Location
from cchc.reform.index_sheet.cells import Row

# How much of a name a message shows.
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at; `wrong` where the row cannot be taken so."""

    line: int
    message: str
    wrong: bool = False


@dataclass(slots=True)
class Table:
    """The table being read: criteria as data, the row of each place, the doubts."""

    criteria: list[dict[str, Any]] = field(default_factory=list)
    stated: dict[str, Decimal] = field(default_factory=dict)
    lines: dict[Location, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    # A field's own points with its row, and where its criteria begin: checked at the end.
    fields: list[tuple[Row, dict[str, Any], int]] = field(default_factory=list)
    # The row of each number; the numbers whose points could not all be read.
    rows: dict[str, int] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    named: str = ""
    ended: bool = False

    def doubt(self, row: Row, message: str, *, wrong: bool = False) -> None:
        """Note what a person should look at."""
        self.doubts.append(Doubt(row.line, message, wrong))

    @property
    def components(self) -> list[dict[str, Any]]:
        """The components of the criterion that is being read."""
        found: list[dict[str, Any]] = self.criteria[-1].setdefault("thanh_phan", [])
        return found
