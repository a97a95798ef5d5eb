from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.base.workdays import Calendar


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("signed", "number", "last"),
    [
        ("2026-11-16", 5, "2026-11-23"),  # thứ Hai đến thứ Hai
        ("2026-11-13", 1, "2026-11-16"),  # thứ Sáu: sang thứ Hai
        ("2026-11-14", 1, "2026-11-16"),  # ký thứ Bảy
        ("2026-02-13", 1, "2026-02-23"),  # qua Tết Nguyên đán
        ("2026-04-29", 1, "2026-05-04"),  # qua 30/4, 1/5
        ("2026-08-20", 2, "2026-08-22"),  # thứ Bảy 22/8/2026 làm bù
        ("2026-08-28", 1, "2026-09-03"),  # nghỉ bù 31/8 và Quốc khánh
        ("2026-12-31", 1, "2027-01-04"),  # qua năm mới
        ("2026-11-16", 0, "2026-11-16"),
    ],
)
def test_the_last_day_of_a_limit(signed: str, number: int, last: str) -> None:
    assert Calendar().after(day(signed), number) == day(last)


def test_the_settings_add_days_off_and_days_worked() -> None:
    calendar = Calendar(off=frozenset({day("2026-11-17")}), worked=frozenset({day("2026-11-21")}))
    assert not calendar.is_working(day("2026-11-17"))
    assert calendar.is_working(day("2026-11-21"))
    assert calendar.after(day("2026-11-16"), 5) == day("2026-11-23")


@given(st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31)), st.integers(1, 30))
def test_a_limit_ends_on_a_working_day_and_holds_as_many(start: dt.date, number: int) -> None:
    calendar = Calendar()
    last = calendar.after(start, number)
    days = (start + dt.timedelta(days=n + 1) for n in range((last - start).days))
    assert sum(map(calendar.is_working, days)) == number
    assert calendar.is_working(last)
