"""On which days people are received: the rules of a calendar worked out over its year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.workdays import ONE_DAY, Calendar
from cchc.reform.reception import OnHoliday, ReceptionYear, Session

MONDAY = 2


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """One day of reception: who, from when till when, where; `instead_of`: the day off it was."""

    day: dt.date
    begins: str
    ends: str
    role: str
    place: str
    instead_of: dt.date | None = None


def meetings(sheet: ReceptionYear, year: int, calendar: Calendar) -> tuple[Meeting, ...]:
    """List every day of reception of a year, in order, each once."""
    paused = {each.day for each in sheet.pauses}
    found = {
        (day, each.role, each.begins): Meeting(
            day, each.begins, each.ends, each.role, each.place or sheet.place, instead_of
        )
        for each in sheet.sessions
        for day, instead_of in _days(each, year, calendar)
        if day not in paused
    }
    return tuple(found[key] for key in sorted(found))


def _days(
    session: Session, year: int, calendar: Calendar
) -> Iterator[tuple[dt.date, dt.date | None]]:
    yield from ((day, None) for day in session.days)
    for day in _by_rule(session, year):
        if calendar.is_working(day) or _wanted(session, day, calendar):
            yield day, None
        elif session.holiday is OnHoliday.MOVED:
            yield calendar.after(day, 1), day


def _wanted(session: Session, day: dt.date, calendar: Calendar) -> bool:
    """Tell a Saturday or Sunday that the rule itself names; a holiday on it is one still."""
    return day.isoweekday() + 1 in session.weekdays and not calendar.is_holiday(day)


def _by_rule(session: Session, year: int) -> Iterator[dt.date]:
    day = dt.date(year, 1, 1)
    while day.year == year:
        if day.weekday() + MONDAY in session.weekdays or day.day in session.month_days:
            yield day
        day += ONE_DAY
