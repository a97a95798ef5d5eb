from __future__ import annotations

import pytest

from cchc.base.ward import Hours
from cchc.site.contact import dial, opening_hours

MORNING, AFTERNOON = ("07:30", "11:30"), ("13:30", "17:00")


def hours(weekdays: tuple[int, ...], opens: str, closes: str) -> Hours:
    return Hours(weekdays=weekdays, opens=opens, closes=closes)


def test_hours_of_the_same_days_stand_on_one_line() -> None:
    week = (2, 3, 4, 5, 6)
    every = (hours(week, *AFTERNOON), hours(week, *MORNING), hours((7,), *MORNING))
    assert opening_hours(every) == (
        ("Thứ Hai đến thứ Sáu", "07:30–11:30, 13:30–17:00"),
        ("Thứ Bảy", "07:30–11:30"),
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((3, 5), "Thứ Ba, thứ Năm"),
        ((7, 8), "Thứ Bảy, Chủ nhật"),
        ((6, 7, 8), "Thứ Sáu đến Chủ nhật"),
    ],
)
def test_days(days: tuple[int, ...], said: str) -> None:
    assert opening_hours((hours(days, *MORNING),))[0][0] == said


@pytest.mark.parametrize(
    ("phone", "number"), [("0234.1", "02341"), ("+84 234", "+84234"), ("", "")]
)
def test_a_number_to_dial(phone: str, number: str) -> None:
    assert dial(phone) == number
