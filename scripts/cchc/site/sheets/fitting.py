"""The fullest text that fits: on one page, else on two; set as seldom as it can be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import ceil

from cchc.site.sheets import length
from cchc.site.sheets.detail import BRIEF, FULL, MEDIUM, Detail
from cchc.site.sheets.sheet import Sheet

# What fits on none of these stays brief, on as many pages as it takes: no paper is left out.
TRIES = ((FULL, 1), (MEDIUM, 1), (FULL, 2), (MEDIUM, 2))
# What is reckoned this much too long does not fit; of 1200 real ones none was 8 % too long.
SURELY = 1.12

Make = Callable[[Detail], Sheet]
Measure = Callable[[Sequence[Sheet]], Sequence[int]]


def fit(makes: Iterable[Make], measure: Measure) -> tuple[Sheet, ...]:
    """Make each sheet as full as fits; `measure` sets sheets and gives the pages of each.

    The first round sets every sheet, at what is likely its best; later ones the few that it was
    not. The result is the same as if all had been set in every detail.
    """
    drafts = tuple(map(_Draft, makes))
    while unsettled := [each for each in drafts if not each.settled]:
        pages = measure([each.sheet for each in unsettled])
        for each, count in zip(unsettled, pages, strict=True):
            each.measured(count)
    return tuple(each.sheet for each in drafts)


class _Draft:
    """One sheet on the way to its best detail: what is known of the pages it takes in each."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._sheets: dict[Detail, Sheet] = {}
        self._pages: dict[Detail, float] = {}
        self._known: set[Detail] = set()
        self._detail = self._best()

    @property
    def sheet(self) -> Sheet:
        """The sheet in the best detail that is not known to be too long."""
        return self._sheet(self._detail)

    @property
    def settled(self) -> bool:
        """Whether the pages of that sheet are measured, not only reckoned."""
        return self._detail in self._known

    def measured(self, pages: int) -> None:
        """Note the pages that the sheet really takes."""
        self._sheets[self._detail] = replace(self.sheet, pages=pages)
        self._pages[self._detail] = pages
        self._known.add(self._detail)
        self._detail = self._best()

    def _sheet(self, detail: Detail) -> Sheet:
        if detail not in self._sheets:
            made = self._make(detail)
            self._pages[detail] = length.pages(made)
            self._sheets[detail] = replace(made, pages=ceil(self._pages[detail]))
        return self._sheets[detail]

    def _best(self) -> Detail:
        return next((detail for detail, most in TRIES if self._may_fit(detail, most)), BRIEF)

    def _may_fit(self, detail: Detail, most: int) -> bool:
        self._sheet(detail)
        return self._pages[detail] <= (most if detail in self._known else most * SURELY)
