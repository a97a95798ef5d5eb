"""Where the index stands on the site, and its ranks beside the targets; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.reform.index import Index, Rank
from cchc.reform.index_aims import Aim, aim
from cchc.reform.index_faults import INDEX
from cchc.reform.plan import Scope
from cchc.reform.plan_faults import PLAN
from cchc.reform.scores import shown
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM

TITLE = "Chỉ số cải cách hành chính"
SHORT = "Chỉ số, xếp hạng"
TOP = f"{REFORM}{INDEX.folder}/"
SHEET = "bang-diem.xlsx"
NO_AIM = "chưa có mục tiêu"


def year_address(name: str) -> str:
    """Give the address of a year's page."""
    return f"{TOP}{name}/"


def sheet_address(name: str) -> str:
    """Give the address of a year's scoring sheet as a workbook."""
    return f"{year_address(name)}{SHEET}"


def newest_first(portal: Portal) -> list[tuple[str, Index]]:
    """List the years with their figures, the newest first."""
    return sorted(portal.reform.of(INDEX).items(), reverse=True)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A year's rank in a scope beside its target, if it has one."""

    year: str
    index: Index
    rank: Rank
    aim: Aim | None

    @property
    def distance(self) -> str:
        """Say how far the target is: `đạt`, `còn cách 2 bậc`."""
        if self.aim is None:
            return NO_AIM
        gap = self.aim.gap(self.rank)
        return f"còn cách {gap} bậc" if gap else "đạt mục tiêu"

    @property
    def words(self) -> str:
        """Say the rank: `hạng 4 trên 40 đơn vị`."""
        return f"hạng {self.rank.place} trên {self.rank.of} đơn vị"

    @property
    def percent(self) -> str:
        """Say the index as it was made known, or nothing."""
        return f"{shown(self.rank.percent)}%" if self.rank.percent is not None else ""


def ranked(portal: Portal) -> Iterator[Ranked]:
    """List every rank, the newest year first; a day still to come is not known yet."""
    plans, names = portal.reform.of(PLAN), portal.ward.names
    for year, index in newest_first(portal):
        for rank in sorted(index.ranks, key=lambda each: [*Scope].index(each.scope)):
            if rank.day is None or rank.day <= portal.day:
                yield Ranked(year, index, rank, aim(rank.scope, year, plans, names))


def latest(every: tuple[Ranked, ...]) -> tuple[Ranked, ...]:
    """Give the ranks of the newest year that has any."""
    return tuple(each for each in every if each.year == every[0].year) if every else ()
