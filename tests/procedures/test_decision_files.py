from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.base.problems import Refused, errors
from cchc.procedures.check_decisions import check_decisions
from cchc.procedures.decision import Decision
from cchc.procedures.decision_files import (
    canonical_decision,
    load_decisions,
    path_of,
    read_decision_file,
)
from cchc.procedures.questions import (
    Answer,
    Question,
    Questions,
    load_questions,
    new_question,
    save_questions,
)
from tests.kept import decision_on_file
from tests.strategies import CODE, DAY, LINE, NEEDED, TEXT, some

ITEMS = st.fixed_dictionaries(
    {
        "loai": st.sampled_from(["moi", "sua_doi", "thay_the", "bai_bo", "chuan_hoa", None]),
        "ma": st.none() | CODE,
        "ten": NEEDED,
        "cap": some(st.sampled_from(["bo", "tinh", "xa"])),
        "thay_cho": some(CODE),
        "thoi_han": st.none() | TEXT,
        "trang": st.none() | st.integers(1, 99),
        "nguyen_van": TEXT,
    }
)
DECISIONS = st.fixed_dictionaries(
    {
        "so": NEEDED,
        "ngay_ky": st.none() | DAY,
        "hieu_luc": st.none() | DAY,
        "can_hoi": st.booleans(),
        "trich_yeu": TEXT,
        "co_quan": LINE,
        "muc": some(ITEMS),
        "van_de": some(st.fixed_dictionaries({"noi_dung": NEEDED, "nguyen_van": TEXT})),
    }
).map(Decision.model_validate)

REPLACES = Decision.model_validate(
    {
        "so": "3582/QĐ-UBND",
        "ngay_ky": "2026-09-08",
        "muc": [
            {"loai": "thay_the", "ma": "3.000722", "ten": "A", "thay_cho": ["2.001023", "2.000986"]}
        ],
    }
)


@given(DECISIONS)
def test_load_of_dump_is_the_same(decision: Decision) -> None:
    text = canonical_decision(decision)
    again = read_decision_file("x.yml", text.encode())
    assert again == decision
    assert canonical_decision(again) == text


def test_the_file_is_named_by_year_and_number() -> None:
    assert path_of(REPLACES) == "procedures/decisions/2026/3582-qd-ubnd.yml"
    undated = REPLACES.model_copy(update={"signed": None})
    assert path_of(undated) == "procedures/decisions/chua-ro-ngay/3582-qd-ubnd.yml"


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = decision_on_file(tmp_path, REPLACES)
    assert load_decisions(tmp_path).by_path == {path_of(REPLACES): REPLACES}
    assert path == tmp_path / path_of(REPLACES)


def test_a_confirmed_decision_has_a_day_of_effect() -> None:
    text = canonical_decision(REPLACES).replace("de_xuat", "da_xac_nhan")
    with pytest.raises(Refused, match="phải có ngày hiệu lực"):
        read_decision_file("x.yml", text.encode())


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("2026/1.yml", "so: [\n", ":2: lỗi: YAML viết sai"),
        ("2026/1.yml", "so: 1/QĐ\nla: x\n", ":2: lỗi: mục “la”"),
        ("2025/3582-qd-ubnd.yml", canonical_decision(REPLACES), ":1: lỗi: tệp không đúng chỗ"),
    ],
)
def test_the_check_tells_bad_files(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = tmp_path / "procedures" / "decisions" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert told in str(errors(check_decisions(tmp_path))[0])


def ask(**changed: str) -> Question:
    asked = {"kind": "vang_mat", "code": "1.001193", "name": "A", "text": "?", "source": "a.xlsx"}
    return new_question(**asked | changed, day=dt.date(2026, 11, 24))


def test_the_check_reminds_of_what_waits(tmp_path: Path) -> None:
    decision_on_file(tmp_path, REPLACES)
    save_questions(tmp_path, Questions(all=(ask(),)))
    told = [str(each) for each in check_decisions(tmp_path)]
    assert [("nhắc" in each, "chờ xác nhận" in each or "1 câu hỏi" in each) for each in told] == [
        (True, True)
    ] * 2


def test_asking_the_same_in_other_words_of_another_file_adds_nothing() -> None:
    asked = Questions().with_new([ask(), ask(text="??", source="b.xlsx")])
    assert len(asked.all) == 1
    assert asked.with_new([ask()]) is asked


@pytest.mark.parametrize(
    "other", [{"code": "1.000001"}, {"kind": "ten_khac"}, {"about": "tên khác"}, {"decision": "1"}]
)
def test_another_question_is_another(other: dict[str, str]) -> None:
    assert len(Questions().with_new([ask(), ask(**other)]).all) == 2


def test_an_answer_is_kept_with_its_reason(tmp_path: Path) -> None:
    answer = Answer(because="vẫn tiếp nhận", by="Công chức", date=dt.date(2026, 11, 25))
    save_questions(tmp_path, Questions(all=(ask(),)).answered(ask().id, answer))
    again = load_questions(tmp_path)
    assert again.open == ()
    assert again.all[0].answer == answer
    with pytest.raises(KeyError):
        again.answered("00000000", answer)
