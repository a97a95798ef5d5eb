"""What a browser needs to work out the day of the result: the limit, and the days off to come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from cchc.base.workdays import ONE_DAY, Calendar
from cchc.procedures.parts import TimeLimit
from cchc.procedures.terms import TimeUnit

COUNTED = frozenset({TimeUnit.WORKING_DAY, TimeUnit.DAY})
# How far the calendar of a page reaches; beyond it a browser says nothing.
MONTHS = 14
HORIZON = MONTHS * 31
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last` that are not as the week says.

    `off` are weekdays off, `worked` Saturdays and Sundays that are worked; ISO dates.
    """

    first: str
    last: str
    off: tuple[str, ...]
    worked: tuple[str, ...]


def is_counted(limit: TimeLimit) -> bool:
    """Tell whether a day follows from the limit: a number of days, not hours, months or words."""
    return limit.value is not None and limit.unit in COUNTED


@cache
def days_to_come(calendar: Calendar, day: dt.date) -> Days:
    """List what is special about the days from one on."""
    every = [day + ONE_DAY * n for n in range(HORIZON + 1)]
    odd = [each for each in every if calendar.is_working(each) != (each.weekday() < SATURDAY)]
    return Days(
        first=day.isoformat(),
        last=every[-1].isoformat(),
        off=tuple(each.isoformat() for each in odd if each.weekday() < SATURDAY),
        worked=tuple(each.isoformat() for each in odd if each.weekday() >= SATURDAY),
    )
