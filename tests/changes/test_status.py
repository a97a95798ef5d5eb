"""Where the ward stands on a day: counts, what waits, what is late, what comes."""

from __future__ import annotations

import datetime as dt
import json

from cchc.changes.status import Status, status_on
from cchc.changes.status_report import status_json, status_text
from cchc.procedures.decision import Decision
from cchc.procedures.questions import new_question
from tests.changes.decisions.made import applied, as_planned, confirmed, decision
from tests.changes.samples import TODAY, WARD, catalogue, procedure

HOLDS = catalogue(procedure(), procedure("1.000656", "Đăng ký khai tử"))
ENDS = {"loai": "bai_bo", "ma": "1.000656"}


def status(*decisions: Decision, day: dt.date = TODAY) -> Status:
    return status_on(HOLDS, decisions, (), WARD, day)


def test_counts_what_a_day_has() -> None:
    ward = as_planned(HOLDS, applied(HOLDS, decision(ENDS)))
    before = status_on(ward, (), (), WARD, TODAY)
    after = status_on(ward, (), (), WARD, dt.date(2027, 3, 1))
    assert (before.in_force, before.upcoming, before.abolished) == (2, 1, 0)
    assert (after.in_force, after.upcoming, after.abolished) == (1, 0, 1)
    assert [(each.code, each.what) for each in before.coming] == [("1.000656", "bãi bỏ")]


def test_proposal_past_the_limit_of_working_days_is_late() -> None:
    made = decision(ENDS, ngay_ky="2026-11-16")
    assert status(made, day=dt.date(2026, 11, 23)).late == ()
    late = status(made, day=dt.date(2026, 11, 24)).late
    assert [(each.what, each.deadline, each.days) for each in late] == [
        ("chưa công khai trên trang", dt.date(2026, 11, 23), 1),
        ("chưa ghi ngày niêm yết", dt.date(2026, 11, 23), 1),
    ]


def test_published_and_posted_or_dismissed_is_not_late() -> None:
    done = confirmed(decision(ENDS), HOLDS).model_copy(update={"applied": TODAY, "posted": TODAY})
    left = decision(ENDS, trang_thai="bo_qua")
    internal = decision(ENDS, loai_van_ban="quy_trinh_noi_bo")
    assert status(done, left, internal).late == ()


def test_holiday_lengthens_the_limit() -> None:
    made = decision(ENDS, ngay_ky="2026-08-28")
    # 31/8, 1/9, 3/9 … : 2/9 and its neighbour are no working days.
    late = status(made, day=dt.date(2026, 9, 30)).late
    assert late[0].deadline > dt.date(2026, 9, 4)


def test_json_has_the_keys_that_programs_read() -> None:
    data = json.loads(status_json(status(decision(ENDS))))
    assert set(data) >= {"thu_tuc", "de_xuat", "cau_hoi", "qua_han", "sap_toi"}
    assert set(data["thu_tuc"]) == {
        "dang_hieu_luc", "sap_hieu_luc", "bai_bo", "thieu_phan", "chua_xac_nhan",
    }  # fmt: skip
    assert (data["de_xuat"], data["cau_hoi"]) == (1, 0)


def test_text_tells_the_age_of_questions_and_what_to_run() -> None:
    asked = new_question(kind="moi", code="1.1", name="x", text="y", source="z",
                         day=TODAY - dt.timedelta(days=40))  # fmt: skip
    text = status_text(status_on(HOLDS, [decision(ENDS)], [asked], WARD, TODAY), 80)
    assert "trên 30 ngày" in text
    assert "cchc question list" in text
    assert "cchc decision show" in text
    assert max(map(len, text.splitlines())) <= 80
