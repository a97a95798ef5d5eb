"""The day the site is built for: today in Vietnam, or the day a person asks for."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping

from cchc.base.problems import Problem, Refused

# Vietnam has one zone and no summer time: a fixed offset needs no zone file on Windows.
VIETNAM = dt.timezone(dt.timedelta(hours=7), "Asia/Ho_Chi_Minh")
AS_OF = "CCHC_AS_OF"
VIETNAMESE_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class NotADateError(ValueError):
    """The words are no date; the message says so in Vietnamese."""


def today(environ: Mapping[str, str] = os.environ) -> dt.date:
    """Give the day to build for: `CCHC_AS_OF` where set, else today in Asia/Ho_Chi_Minh.

    Raise `Refused` where `CCHC_AS_OF` holds no date.
    """
    asked = environ.get(AS_OF, "").strip()
    try:
        return parse_date(asked) if asked else dt.datetime.now(VIETNAM).date()
    except NotADateError as error:
        raise Refused([Problem(AS_OF, 0, str(error))]) from None


def parse_date(text: str) -> dt.date:
    """Read `2026-11-24` or `24/11/2026`. Raise `NotADateError` for anything else."""
    match = VIETNAMESE_DATE.fullmatch(text.strip())
    day_first = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else text.strip()
    try:
        return dt.date.fromisoformat(day_first)
    except ValueError:
        message = f"“{text}” không phải ngày; viết năm-tháng-ngày, ví dụ 2026-11-24"
        raise NotADateError(message) from None


def from_epoch_ms(milliseconds: float) -> dt.date:
    """Give the day of the portal's epoch milliseconds, which mean midnight in Vietnam."""
    return dt.datetime.fromtimestamp(milliseconds / 1000, VIETNAM).date()


def show_date(day: dt.date) -> str:
    """Write a date as people here do: 24/11/2026."""
    return f"{day:%d/%m/%Y}"
