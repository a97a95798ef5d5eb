"""Working days in Vietnam: the holidays library, with the days that the ward's settings add."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked, beyond what the library knows.

    The Government swaps working days each year, and the library learns of it late: `off` are more
    days off, `worked` Saturdays and Sundays that are worked instead.
    """

    off: frozenset[dt.date] = field(default_factory=frozenset)
    worked: frozenset[dt.date] = field(default_factory=frozenset)

    def is_working(self, day: dt.date) -> bool:
        """Tell whether offices work on a day."""
        if day in self.worked:
            return True
        return day not in self.off and day in _worked_days(day.year)

    def is_holiday(self, day: dt.date) -> bool:
        """Tell whether a day is off for all, whatever its weekday; an ordinary Sunday is not."""
        return day not in self.worked and (day in self.off or day in _holidays(day.year))

    def after(self, day: dt.date, number: int) -> dt.date:
        """Give the last day of a limit of `number` working days that begins the day after."""
        while number > 0:
            day += ONE_DAY
            number -= self.is_working(day)
        return day

    def between(self, begun: dt.date, ended: dt.date) -> int:
        """Count the working days after `begun` up to `ended`; 0 where it ended the same day."""
        days = (begun + ONE_DAY * n for n in range(1, (ended - begun).days + 1))
        return sum(map(self.is_working, days))


@cache
def _worked_days(year: int) -> frozenset[dt.date]:
    calendar = _calendar(year)
    first = dt.date(year, 1, 1)
    days = (first + ONE_DAY * n for n in range((dt.date(year + 1, 1, 1) - first).days))
    return frozenset(each for each in days if calendar.is_working_day(each))


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    return frozenset(_calendar(year))


def _calendar(year: int) -> HolidayBase:
    # Loading every country's calendar costs a tenth of a second: only when a limit is counted.
    import holidays  # noqa: PLC0415

    return holidays.country_holidays("VN", years=year)
