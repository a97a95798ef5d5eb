"""When a counter is open on the coming days: its hours, without the holidays.

The browser works out "open now" from these days; a day beyond them is said nothing about.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from cchc.base.clock import show_date
from cchc.base.ward import Counter
from cchc.base.workdays import ONE_DAY, Calendar
from cchc.site.contact import WEEKDAYS, Place, place
from cchc.site.portal import Portal

WEEKS = 8
MONDAY = 2
WEEKEND = frozenset({7, 8})


@dataclass(frozen=True, slots=True)
class Opening:
    """A counter's coming days: `days` are those it opens, each with its times from early to late.

    `closed` are the days it would be open by its hours, but for a holiday.
    """

    place: Place
    days: tuple[tuple[dt.date, tuple[tuple[str, str], ...]], ...]
    closed: tuple[dt.date, ...]
    until: dt.date

    @property
    def data(self) -> str:
        """The days as JSON, as theme/assets/cchc/now.js reads them."""
        days = [[day.isoformat(), *times] for day, times in self.days]
        known = {"until": self.until.isoformat(), "days": days}
        return json.dumps(known, separators=(",", ":"))

    @property
    def holidays(self) -> tuple[str, ...]:
        """The days off as people write them: `thứ Sáu 01/01/2027`."""
        return tuple(f"{WEEKDAYS[day.weekday()]} {show_date(day)}" for day in self.closed)


def openings(portal: Portal) -> tuple[Opening, ...]:
    """Give the coming weeks of every counter whose hours the settings know."""
    made = (_opening(counter, portal) for counter in portal.ward.counters if counter.hours)
    return tuple(each for each in made if each)


def _opening(counter: Counter, portal: Portal) -> Opening | None:
    at = place(counter, portal)
    if at is None:
        return None
    calendar = portal.ward.calendar
    coming = [portal.day + ONE_DAY * n for n in range(WEEKS * 7)]
    times = {day: times_on(day, counter, calendar) for day in coming}
    usual = {day: _usual(day, counter) for day in coming}
    return Opening(
        place=at,
        days=tuple((day, every) for day, every in times.items() if every),
        closed=tuple(day for day in coming if usual[day] and not times[day]),
        until=coming[-1],
    )


def times_on(day: dt.date, counter: Counter, calendar: Calendar) -> tuple[tuple[str, str], ...]:
    """Give the times a counter is open on a day; a weekend worked instead has Monday's."""
    if calendar.is_holiday(day):
        return ()
    own = _usual(day, counter)
    if own or day.weekday() + MONDAY not in WEEKEND or not calendar.is_working(day):
        return own
    return _times(MONDAY, counter)


def _usual(day: dt.date, counter: Counter) -> tuple[tuple[str, str], ...]:
    return _times(day.weekday() + MONDAY, counter)


def _times(weekday: int, counter: Counter) -> tuple[tuple[str, str], ...]:
    found = (each for each in counter.hours if weekday in each.weekdays)
    return tuple(sorted((each.opens, each.closes) for each in found))
