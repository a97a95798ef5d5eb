"""The last accepted list of a source, as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """One procedure as the list named it; several rows of one code are one here.

    Texts are clean and on one line; an agency holds no `;`. `decision` is a number or a portal's
    key, several joined.
    """

    code: str
    name: str
    field: str = ""
    decision: str = ""
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Snapshot:
    """A list accepted on a day, its rows in the order of codes, each code once.

    `columns` are the parts the list had a column for; `issuers` and `levels` those that it named
    for two procedures or more; `reason` is why a person accepted it against the guards.
    """

    source: str
    day: dt.date
    columns: frozenset[str]
    rows: tuple[SnapshotRow, ...]
    issuers: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    reason: str = ""

    @cached_property
    def by_code(self) -> Mapping[str, SnapshotRow]:
        """The rows by their codes."""
        return {row.code: row for row in self.rows}
