from __future__ import annotations

import datetime as dt
import json

from cchc.base.ward import Counter, Hours, Ward
from cchc.base.workdays import Calendar
from cchc.site.blocks import Asked, fill
from cchc.site.opening import openings, times_on
from cchc.site.search.search_rows import plain_text
from tests.site.samples import WARD, portal_of, procedure

MORNING = Hours(weekdays=(2, 3, 4, 5, 6), opens="07:30", closes="11:30")
AFTERNOON = Hours(weekdays=(2, 3, 4, 5, 6), opens="13:30", closes="17:00")
SATURDAY = Hours(weekdays=(7,), opens="08:00", closes="11:00")
COUNTER = WARD.counters[0].model_copy(update={"hours": (AFTERNOON, MORNING)})
WHOLE_DAY = (("07:30", "11:30"), ("13:30", "17:00"))
FRIDAY, SUNDAY = dt.date(2026, 12, 4), dt.date(2026, 12, 6)
NEW_YEAR = dt.date(2027, 1, 1)


def with_hours(counter: Counter = COUNTER, **changes: object) -> Ward:
    return WARD.model_copy(update={"counters": (counter, WARD.counters[1]), **changes})


def test_the_times_of_a_day_are_its_weekdays_from_early_to_late() -> None:
    assert times_on(FRIDAY, COUNTER, Calendar()) == WHOLE_DAY
    assert times_on(SUNDAY, COUNTER, Calendar()) == ()


def test_a_holiday_is_closed_and_a_sunday_worked_instead_is_open() -> None:
    assert times_on(NEW_YEAR, COUNTER, Calendar()) == ()
    assert times_on(FRIDAY, COUNTER, Calendar(off=frozenset({FRIDAY}))) == ()
    assert times_on(SUNDAY, COUNTER, Calendar(worked=frozenset({SUNDAY}))) == WHOLE_DAY


def test_a_counter_that_opens_on_saturdays_does() -> None:
    counter = COUNTER.model_copy(update={"hours": (MORNING, SATURDAY)})
    assert times_on(dt.date(2026, 12, 5), counter, Calendar()) == (("08:00", "11:00"),)


def test_the_page_knows_eight_weeks_and_their_holidays() -> None:
    (opening,) = openings(portal_of(procedure(), day=FRIDAY, ward=with_hours()))
    data = json.loads(opening.data)
    assert data["until"] == "2027-01-28"
    assert data["days"][0] == ["2026-12-04", ["07:30", "11:30"], ["13:30", "17:00"]]
    assert "2027-01-01" not in {day for day, *_ in data["days"]}
    assert opening.holidays == ("thứ Sáu 01/01/2027",)


def test_without_a_script_the_hours_are_plain_words() -> None:
    portal = portal_of(procedure(), day=FRIDAY, ward=with_hours(hotline="0234 1"))
    text, _ = fill("docs/index.md", "<!-- cchc: gio-mo-cua -->", Asked(portal, ""))
    said = plain_text(text)
    assert "Thứ Hai đến thứ Sáu: 07:30–11:30, 13:30–17:00" in said
    assert "Nghỉ lễ sắp tới: thứ Sáu 01/01/2027" in said
    assert "Đường dây nóng: 0234 1" in said


def test_hours_nobody_set_are_not_invented() -> None:
    text, _ = fill("a.md", "<!-- cchc: gio-mo-cua -->", Asked(portal_of(procedure()), ""))
    assert text == ""
