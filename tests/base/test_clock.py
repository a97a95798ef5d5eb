from __future__ import annotations

import datetime as dt

import pytest

from cchc.base.clock import NotADateError, from_epoch_ms, parse_date, show_date, today
from cchc.base.problems import Refused


def test_midnight_in_vietnam_is_not_the_day_before() -> None:
    assert from_epoch_ms(1774544400000) == dt.date(2026, 3, 27)


@pytest.mark.parametrize("words", ["2026-11-24", "24/11/2026", "24-11-2026", " 24.11.2026 "])
def test_dates_as_people_write_them(words: str) -> None:
    assert parse_date(words) == dt.date(2026, 11, 24)


@pytest.mark.parametrize("words", ["", "31/02/2026", "24/11", "hôm nay", "2026-13-01", "20261-1-1"])
def test_what_is_no_date_is_said_so(words: str) -> None:
    with pytest.raises(NotADateError, match="không phải ngày"):
        parse_date(words)


def test_the_day_can_be_asked_for() -> None:
    assert today({"CCHC_AS_OF": "2027-03-01"}) == dt.date(2027, 3, 1)


def test_the_day_is_otherwise_today_in_vietnam() -> None:
    in_vietnam = dt.datetime.now(dt.UTC) + dt.timedelta(hours=7)
    assert abs(today({}) - in_vietnam.date()) <= dt.timedelta(days=1)


def test_a_date_is_shown_day_first() -> None:
    assert show_date(dt.date(2026, 1, 2)) == "02/01/2026"


def test_a_wrong_day_asked_for_is_refused() -> None:
    with pytest.raises(Refused, match=r"CCHC_AS_OF.*không phải ngày"):
        today({"CCHC_AS_OF": "hôm qua"})
