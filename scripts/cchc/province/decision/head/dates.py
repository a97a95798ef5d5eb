"""Dates in the running text of decisions."""

from __future__ import annotations

import datetime as dt
import re

# “ngày 01 tháng 3 năm 2027”, “ngày 01/3/2027”; the figures may have spaces among them.
FULL_DATE = r"(?:ngày\s+)?\d{1,2}\s*(?:/|-|\.|tháng)\s*\d{1,2}\s*(?:/|-|\.|năm)\s*\d{4}"
FIGURES = re.compile(r"\d+")


def date_of(text: str) -> dt.date | None:
    """Read a date in any of these writings; None where there is no such day."""
    day, month, year = (int(figure) for figure in FIGURES.findall(text)[:3])
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
