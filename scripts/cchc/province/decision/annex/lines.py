"""What reading the annex gives: its lines, and what stands outside its lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc.procedures.decision import Doubt
from cchc.procedures.terms import ChangeKind
from cchc.province.decision.annex.columns import Columns
from cchc.province.decision.annex.context import Context
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.files.blocks import Block, Row


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list, whole: what ran over a page break is joined."""

    row: Row
    columns: Columns
    context: Context

    def text(self, part: Part) -> str:
        """Give the cell of a part, as the source has it."""
        return self.columns.text(self.row.cells, part)


@dataclass(frozen=True, slots=True)
class Unread:
    """A table that shows no list's heading; `titled`: right under a title that names a kind."""

    rows: Sequence[Row]
    titled: bool


@dataclass(slots=True)
class Annex:
    """The lines of all lists in order, doubts about sections, and the blocks outside of lists.

    `unread`: the tables that show no list's heading, which are outside too. `kinds`:
    what the sections with rows name.
    """

    lines: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    kinds: frozenset[ChangeKind] = frozenset()
