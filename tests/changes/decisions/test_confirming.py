"""What a person's word makes of a decision, and what stands in its way."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.base.problems import Refused
from cchc.changes.decisions.confirming import Confirming, confirm, dismiss, posted
from cchc.changes.decisions.covering import answered_by
from cchc.procedures.decision import DecisionState
from cchc.procedures.questions import Questions, new_question
from tests.changes.decisions.made import PATH, WHO, confirmed, decision, seen
from tests.changes.samples import TODAY, catalogue, procedure

BIRTH = {"loai": "sua_doi", "ma": "1.001193"}
WARD = catalogue(procedure())


def test_confirmed_decision_says_who_when_and_keeps_a_log() -> None:
    after = confirmed(decision(BIRTH), WARD)
    assert after.state is DecisionState.CONFIRMED
    assert after.confirmed is not None
    assert (after.confirmed.by, after.confirmed.date) == (WHO, TODAY)
    assert [each.act.value for each in after.log] == ["xac_nhan"]


def test_day_of_effect_given_by_the_person_is_taken_and_the_read_one_remembered() -> None:
    said = Confirming(WHO, TODAY, effective=dt.date(2027, 1, 1))
    after = confirm(seen(decision(BIRTH), WARD), said, PATH)
    assert after.effective == dt.date(2027, 1, 1)
    assert "01/03/2027" in after.log[-1].remark


def test_items_outside_only_stay_but_are_left_out() -> None:
    after = confirmed(decision(BIRTH, {"loai": "bai_bo", "ma": "1.000001"}), WARD, "1.001193")
    assert [item.skipped for item in after.items] == [False, True]


@pytest.mark.parametrize(
    ("rest", "said", "words"),
    [
        ({"hieu_luc": None, "can_hoi": True}, Confirming(WHO, TODAY), "--effect"),
        ({}, Confirming(" ", TODAY), "--by"),
        ({"so": "(chưa rõ số)"}, Confirming(WHO, TODAY), "chưa rõ số"),
        ({}, Confirming(WHO, TODAY, effective=dt.date(2026, 9, 1)), "trước ngày ký"),
        ({}, Confirming(WHO, TODAY, only=("1.111111",)), "1.111111"),
        ({"loai_van_ban": "quy_trinh_noi_bo"}, Confirming(WHO, TODAY), "quy trình nội bộ"),
        ({"muc": []}, Confirming(WHO, TODAY), "không đọc được thủ tục nào"),
    ],
)
def test_what_stands_in_the_way_is_told_with_the_way_out(
    rest: dict[str, object], said: Confirming, words: str
) -> None:
    with pytest.raises(Refused) as told:
        confirm(seen(decision(BIRTH, **rest), WARD), said, PATH)
    assert words in str(told.value)
    assert told.value.problems[0].path == PATH


def test_item_without_code_or_kind_must_be_filled_or_left_out() -> None:
    made = decision(BIRTH, {"ma": None, "loai": None, "ten": "Thủ tục thiếu mã"})
    with pytest.raises(Refused, match="mã và loại"):
        confirmed(made, WARD)
    assert confirmed(made, WARD, "1.001193").items[1].skipped


def test_item_of_the_province_does_not_stand_in_the_way() -> None:
    made = decision(BIRTH, {"ma": None, "loai": None, "ten": "Thủ tục của sở", "cap": ["tinh"]})
    assert confirmed(made, WARD).state is DecisionState.CONFIRMED


def test_twice_is_refused_and_so_is_dismissing_what_is_in_use() -> None:
    after = confirmed(decision(BIRTH), WARD)
    with pytest.raises(Refused, match="đã xác nhận ngày 24/11/2026"):
        confirm(seen(after, WARD), Confirming(WHO, TODAY), PATH)
    with pytest.raises(Refused, match="revert"):
        dismiss(after, "không cần", WHO, TODAY, PATH)


def test_dismissed_keeps_the_reason_and_may_be_confirmed_later() -> None:
    after = dismiss(decision(BIRTH), "trùng quyết định khác", WHO, TODAY, PATH)
    assert after.state is DecisionState.DISMISSED
    assert after.log[-1].remark == "trùng quyết định khác"
    assert [e.act.value for e in confirmed(after, WARD).log] == ["bo_qua", "xac_nhan"]


def test_posting_needs_a_confirmed_decision() -> None:
    with pytest.raises(Refused, match="chưa xác nhận"):
        posted(decision(BIRTH), TODAY, WHO, TODAY, PATH)
    assert posted(confirmed(decision(BIRTH), WARD), TODAY, WHO, TODAY, PATH).posted == TODAY


def asked(kind: str, code: str = "1.001193", of: str = "") -> Questions:
    made = new_question(
        kind=kind, code=code, name="x", text="y", source="z", day=TODAY, decision=of
    )
    return Questions(all=(made,))


@pytest.mark.parametrize("kind", ["vang_mat", "moi", "ten_khac", "quyet_dinh_moi", "khac_linh_vuc"])
def test_question_about_a_code_is_answered_by_the_decision_that_covers_it(kind: str) -> None:
    after = answered_by(asked(kind), confirmed(decision(BIRTH), WARD), WHO, TODAY)
    assert not after.open
    assert after.all[0].answer is not None
    assert "3582/QĐ-UBND" in after.all[0].answer.because


@pytest.mark.parametrize(
    "questions",
    [
        asked("vang_mat", "1.000656"),
        asked("tep_khac", "", "3582/QĐ-UBND"),
        asked("ngay_hieu_luc", "", "9999/QĐ-UBND"),
    ],
)
def test_question_that_the_decision_does_not_cover_stays(questions: Questions) -> None:
    assert answered_by(questions, confirmed(decision(BIRTH), WARD), WHO, TODAY).open


def test_question_about_an_item_left_out_stays() -> None:
    made = decision(BIRTH, {"loai": "bai_bo", "ma": "1.000656"})
    after = confirmed(made, WARD, "1.001193")
    assert answered_by(asked("vang_mat", "1.000656"), after, WHO, TODAY).open


def test_question_about_the_decision_itself_is_answered() -> None:
    questions = asked("ngay_hieu_luc", "", "3582/QĐ-UBND")
    assert not answered_by(questions, confirmed(decision(BIRTH), WARD), WHO, TODAY).open
