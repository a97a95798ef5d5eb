"""Periods that files and reports are named by: a year, six or nine months, a quarter, a month."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

NAME = re.compile(
    r"(?P<year>20\d\d)(?:-(?:Q(?P<quarter>[1-4])|T(?P<month>0[1-9]|1[0-2])|(?P<part>[69])T))?"
)
YEAR = re.compile(r"20\d\d")
EXAMPLES = "2026 (năm), 2026-6T, 2026-9T (sáu, chín tháng), 2026-Q3 (quý), 2026-T09 (tháng)"


class NotAPeriodError(ValueError):
    """The words are no period; the message says so in Vietnamese."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both included, and the name files have: `2026-Q3`."""

    first: dt.date
    last: dt.date
    name: str

    @property
    def label(self) -> str:
        """Say it as people do: `quý III năm 2026`."""
        found = NAME.fullmatch(self.name)
        year = self.first.year
        if found and found["quarter"]:
            return f"quý {('I', 'II', 'III', 'IV')[int(found['quarter']) - 1]} năm {year}"
        if found and found["month"]:
            return f"tháng {int(found['month'])} năm {year}"
        if found and found["part"]:
            return f"{found['part']} tháng đầu năm {year}"
        return f"năm {year}"

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day <= self.last


def period(name: str) -> Period:
    """Read a period's name. Raise `NotAPeriodError` for anything else."""
    found = NAME.fullmatch(name)
    if found is None:
        message = f"“{name}” không phải kỳ; viết như {EXAMPLES}"
        raise NotAPeriodError(message)
    begin, end = 1, 12
    if found["quarter"]:
        end = int(found["quarter"]) * 3
        begin = end - 2
    elif found["month"]:
        begin = end = int(found["month"])
    elif found["part"]:
        end = int(found["part"])
    return _months(int(found["year"]), begin, end, name)


def _months(year: int, begin: int, end: int, name: str) -> Period:
    last = calendar.monthrange(year, end)[1]
    return Period(dt.date(year, begin, 1), dt.date(year, end, last), name)


def months(year: int) -> tuple[Period, ...]:
    """Give the twelve months of a year."""
    return tuple(period(f"{year}-T{month:02}") for month in range(1, 13))


def quarters(year: int) -> tuple[Period, ...]:
    """Give the four quarters of a year."""
    return tuple(period(f"{year}-Q{quarter}") for quarter in range(1, 5))
