from __future__ import annotations

import datetime as dt

import pytest

from cchc.base.workdays import Calendar
from cchc.procedures.parts import TimeLimit
from cchc.site.procedure.due import HORIZON, days_to_come, is_counted

DAY = dt.date(2026, 12, 28)
SATURDAY_WORKED = dt.date(2027, 1, 9)
CALENDAR = Calendar(off=frozenset({dt.date(2027, 1, 4)}), worked=frozenset({SATURDAY_WORKED}))


def limit(**data: object) -> TimeLimit:
    return TimeLimit.model_validate(data, by_alias=True, by_name=False)


@pytest.mark.parametrize(
    ("data", "counted"),
    [
        ({"gia_tri": 7, "don_vi": "ngay_lam_viec"}, True),
        ({"gia_tri": 15, "don_vi": "ngay"}, True),
        ({"gia_tri": 8, "don_vi": "gio"}, False),
        ({"gia_tri": 1, "don_vi": "thang"}, False),
        ({"loi": "Theo kế hoạch tuyển sinh"}, False),
    ],
)
def test_a_day_follows_from_a_number_of_days_only(data: dict[str, object], counted: bool) -> None:  # noqa: FBT001
    assert is_counted(limit(**data)) is counted


def test_holidays_and_the_wards_own_days_are_listed_weekends_are_not() -> None:
    days = days_to_come(CALENDAR, DAY)
    assert "2027-01-01" in days.off
    assert "2027-01-04" in days.off
    assert days.worked == (SATURDAY_WORKED.isoformat(),)
    assert "2027-01-02" not in days.off


def test_the_calendar_begins_on_the_day_of_the_build_and_ends_at_its_horizon() -> None:
    days = days_to_come(CALENDAR, DAY)
    assert days.first == "2026-12-28"
    assert dt.date.fromisoformat(days.last) - DAY == dt.timedelta(days=HORIZON)
