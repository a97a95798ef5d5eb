"""“Thay đổi”: what took effect and what will, by month and decision, the newest month first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cchc.site import addresses, wording
from cchc.site.history.events import Event, events
from cchc.site.portal import Portal
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Thay đổi về thủ tục"
# Older years are one closed list each: the page must stay short on a telephone.
OPEN_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Bundle:
    """The procedures that one decision changes on one day; `name` is empty where none is known."""

    anchor: str
    day: dt.date
    name: str
    title: str
    link: str
    events: tuple[Event, ...]
    upcoming: bool

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many procedures of each kind of change, in the order of the list."""
        return tuple(Counter(each.kind for each in self.events).items())


def changes_page(portal: Portal) -> PageText:
    """Make the page: what is coming first, then what took effect."""
    every = events(portal)
    page = addresses.CHANGES
    data = {"changes": every, "page": page, "feed": addresses.ATOM, "calendar": addresses.CALENDAR}
    parts: list[Part] = [Heading(1, TITLE, "noi-dung"), render("changes/top.html", **data)]
    coming = [each for each in reversed(every) if each.upcoming]
    past = [each for each in every if not each.upcoming]
    parts += _months("Sắp có hiệu lực", "-sap-toi", coming, portal)
    recent = [each for each in past if _age(each, portal) < OPEN_MONTHS]
    parts += _months("Đã có hiệu lực", "", recent, portal)
    parts += _years(past[len(recent) :], portal)
    description = "Thủ tục mới, được sửa đổi, bị bãi bỏ, sắp có hiệu lực."
    return PageText(page, TITLE, tuple(parts), description)


def _age(event: Event, portal: Portal) -> int:
    """Give how many months ago an event's month was."""
    return (portal.day.year - event.day.year) * 12 + portal.day.month - event.day.month


def _months(name: str, ending: str, every: list[Event], portal: Portal) -> Iterator[Part]:
    if every:
        yield Heading(2, name, addresses.slug(name))
    for month, group in groupby(every, lambda each: each.day.replace(day=1)):
        yield Heading(3, f"Tháng {month:%m/%Y}", f"thang-{month:%m-%Y}{ending}")
        yield _list(group, portal)


def _years(every: list[Event], portal: Portal) -> Iterator[Part]:
    for year, group in groupby(every, lambda each: each.day.year):
        these = list(group)
        data = {"bundles": tuple(bundles(these, portal)), "page": addresses.CHANGES}
        yield render("changes/year.html", **data, year=year, count=len(these))


def _list(every: Iterable[Event], portal: Portal) -> str:
    data = {"bundles": tuple(bundles(every, portal)), "page": addresses.CHANGES}
    return render("changes/list.html", **data)


def bundles(every: Iterable[Event], portal: Portal) -> Iterator[Bundle]:
    """Put the events of one day and decision together, in the order in which they come."""
    groups: dict[tuple[dt.date, str, dt.date | None], list[Event]] = {}
    for event in every:
        by = event.decision
        key = (event.day, by.number if by else "", by.date if by else None)
        groups.setdefault(key, []).append(event)
    for (day, _, _), these in groups.items():
        decision = these[0].decision
        known = portal.decision_of(decision)
        yield Bundle(
            anchor=these[0].anchor,
            day=day,
            name=wording.decision(decision) if decision else "",
            title=known.title if known else "",
            link=portal.decision_link(decision),
            events=tuple(sorted(these, key=lambda each: each.entry.procedure.code)),
            upcoming=these[0].upcoming,
        )


def latest(portal: Portal, most: int) -> tuple[Event, ...]:
    """Give the next changes to come, then the latest that took effect, at most so many."""
    every = events(portal)
    coming = [each for each in every if each.upcoming]
    past = [each for each in every if not each.upcoming]
    return tuple([*reversed(coming), *past][:most])
