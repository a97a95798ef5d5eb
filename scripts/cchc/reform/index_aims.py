"""How far a rank is from the target of the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from cchc.base.ward import Named, name_on
from cchc.reform.index import Rank
from cchc.reform.plan import Plan, Scope


@dataclass(frozen=True, slots=True)
class Aim:
    """A target for a year: to be among the first `best`; `plan` is the year of its plan."""

    best: int
    plan: str

    def gap(self, rank: Rank) -> int:
        """Give how many places are missing; 0 where the target is reached."""
        return max(0, rank.place - self.best)


def aim(scope: Scope, year: str, plans: Mapping[str, Plan], names: tuple[Named, ...]) -> Aim | None:
    """Find the target of a year: that of its plan, or of the last plan before it.

    `names` are the ward's over time: a target set while the ward was under another superior says
    nothing of a rank among other units.
    """
    known = [name for name in plans if name <= year]
    last = max(known, default="")
    if not last or _superior(last, names) != _superior(year, names):
        return None
    found = next((each for each in plans[last].targets if each.scope is scope), None)
    return Aim(found.best, last) if found else None


def _superior(year: str, names: tuple[Named, ...]) -> str:
    return name_on(names, dt.date(int(year), 12, 31)).superior
