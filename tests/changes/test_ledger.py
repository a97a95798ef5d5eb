from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.changes.findings import Changes, DecisionFlags, Flag, Question
from cchc.changes.ledger import record
from cchc.procedures.decision import Decision
from cchc.procedures.decision_files import load_decisions
from cchc.procedures.questions import Answer, load_questions, save_questions
from tests.kept import decision_on_file

DAY = dt.date(2026, 11, 24)
LATER = dt.date(2026, 12, 1)
ASKED = Question("vang_mat", "1.001193", "Đăng ký khai sinh", "không còn trong danh sách", "a.xlsx")


def read(file: str = "3582.docx", **changed: object) -> Decision:
    data = {
        "so": "3582/QĐ-UBND",
        "ngay_ky": "2026-09-08",
        "hieu_luc": "2026-09-08",
        "loai_van_ban": "cong_bo",
        "nguon": {"tep": file, "sha256": hashlib.sha256(file.encode()).hexdigest()},
        "muc": [{"loai": "moi", "ma": "3.000722", "ten": "Liên thông", "trang": 1}],
    }
    return Decision.model_validate(data | changed)


def run(*decisions: Decision, questions: tuple[Question, ...] = ()) -> Changes:
    return Changes(
        questions=questions, decisions=tuple(DecisionFlags(d, (), ()) for d in decisions)
    )


def test_a_decision_becomes_a_proposal_and_the_second_time_nothing(tmp_path: Path) -> None:
    first = record(tmp_path, run(read(), questions=(ASKED,)), DAY)
    assert first.proposals == ("procedures/decisions/2026/3582-qd-ubnd.yml",)
    assert first.questions == 1
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yml")}
    second = record(tmp_path, run(read(), questions=(ASKED,)), LATER)
    assert (second.proposals, second.questions) == ((), 0)
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*.yml")}


def test_the_file_says_what_was_read_and_waits(tmp_path: Path) -> None:
    record(tmp_path, run(read()), DAY)
    (saved,) = load_decisions(tmp_path).by_path.values()
    assert saved.state.value == "de_xuat"
    assert saved.source.received == DAY
    assert saved.items == read().items


def test_an_internal_workflow_is_recorded_and_does_not_wait(tmp_path: Path) -> None:
    record(tmp_path, run(read(loai_van_ban="quy_trinh_noi_bo")), DAY)
    (saved,) = load_decisions(tmp_path).by_path.values()
    assert saved.state.value == "bo_qua"


def test_what_a_person_decided_is_never_overwritten(tmp_path: Path) -> None:
    confirmed = read(
        trang_thai="da_xac_nhan", xac_nhan={"nguoi": "Chuyên viên", "ngay": "2026-09-09"}
    )
    decision_on_file(tmp_path, confirmed)
    assert record(tmp_path, run(read()), DAY).proposals == ()
    assert list(load_decisions(tmp_path).by_path.values()) == [confirmed]


def test_the_same_decision_in_another_format_raises_nothing(tmp_path: Path) -> None:
    record(tmp_path, run(read()), DAY)
    pdf = read(
        "3582-scan.pdf", muc=[{"loai": "moi", "ma": "3.000722", "ten": "Liên thông", "trang": 4}]
    )
    assert record(tmp_path, run(pdf), DAY).questions == 0


def test_another_file_of_the_same_number_that_says_otherwise_is_asked(tmp_path: Path) -> None:
    record(tmp_path, run(read()), DAY)
    other = read("khac.docx", muc=[{"loai": "bai_bo", "ma": "3.000722", "ten": "Liên thông"}])
    assert record(tmp_path, run(other), DAY).questions == 1
    assert record(tmp_path, run(other), LATER).questions == 0
    (asked,) = load_questions(tmp_path).open
    assert "khac.docx" in asked.text


def test_an_answered_question_is_not_asked_again(tmp_path: Path) -> None:
    record(tmp_path, run(questions=(ASKED,)), DAY)
    (asked,) = load_questions(tmp_path).open
    answered = load_questions(tmp_path).answered(asked.id, Answer(because="vẫn còn", date=DAY))
    save_questions(tmp_path, answered)
    assert record(tmp_path, run(questions=(ASKED,)), LATER).questions == 0
    assert load_questions(tmp_path).open == ()


def test_a_question_no_longer_raised_stays_open(tmp_path: Path) -> None:
    record(tmp_path, run(questions=(ASKED,)), DAY)
    record(tmp_path, run(), LATER)
    assert len(load_questions(tmp_path).open) == 1


def test_a_lists_flags_are_questions_not_changes(tmp_path: Path) -> None:
    flag = Flag("moi", "1.999999", "Mới", True, "a.xlsx", 3, ("UBND cấp xã",))  # noqa: FBT003
    record(tmp_path, Changes(flags=(flag,)), DAY)
    (asked,) = load_questions(tmp_path).open
    assert (asked.kind, asked.code) == ("moi", "1.999999")


def test_a_damaged_record_stops_before_anything_is_written(tmp_path: Path) -> None:
    bad = tmp_path / "procedures" / "decisions" / "2026" / "1-qd-ubnd.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text("so: [\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"1-qd-ubnd\.yml:2"):
        record(tmp_path, run(read(), questions=(ASKED,)), DAY)
    assert [path.name for path in tmp_path.rglob("*.yml")] == ["1-qd-ubnd.yml"]


def test_questions_of_a_run_that_was_cut_off_are_asked_the_next_time(tmp_path: Path) -> None:
    decision_on_file(tmp_path, read())
    found = DecisionFlags(read(), (), (ASKED,))
    assert record(tmp_path, Changes(decisions=(found,)), DAY).questions == 1
    assert record(tmp_path, Changes(decisions=(found,)), DAY).questions == 0


def test_two_decisions_without_a_number_are_two_files(tmp_path: Path) -> None:
    one, two = (read(name, so="(chưa rõ số)", ngay_ky=None) for name in ("a.pdf", "b.pdf"))
    assert len(set(record(tmp_path, run(one, two), DAY).proposals)) == 2
    assert len(load_decisions(tmp_path).by_path) == 2


def test_two_files_of_one_number_in_one_run_are_asked_about(tmp_path: Path) -> None:
    other = read("khac.docx", muc=[{"loai": "bai_bo", "ma": "3.000722", "ten": "Liên thông"}])
    recorded = record(tmp_path, run(read(), other), DAY)
    assert len(recorded.proposals) == 1
    assert [each.kind for each in load_questions(tmp_path).all] == ["tep_khac"]


@pytest.mark.parametrize(
    "changed",
    [
        {"co_quan": "UBND tỉnh khác"},
        {"muc": [{"loai": "moi", "ma": "3.000722", "ten": "Liên thông", "thoi_han": "30 ngày"}]},
        {"muc": [{"loai": "moi", "ma": "3.000722", "ten": "Liên thông", "phi": "5.000 đồng"}]},
        {"muc": [{"loai": "moi", "ma": "3.000722", "ten": "Liên thông", "can_cu": "Luật 1"}]},
    ],
)
def test_another_file_that_says_something_else_is_asked_about(
    tmp_path: Path, changed: dict[str, object]
) -> None:
    record(tmp_path, run(read()), DAY)
    assert record(tmp_path, run(read("khac.docx", **changed)), DAY).questions == 1


def test_run_that_cannot_be_written_whole_is_not_written_at_all(tmp_path: Path) -> None:
    record(tmp_path, run(), DAY)
    (tmp_path / "procedures" / "decisions").mkdir(parents=True)
    (tmp_path / ".cchc").write_text("một tệp ở chỗ của thư mục")
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        record(tmp_path, run(read(), questions=(ASKED,)), DAY)
    assert not load_decisions(tmp_path).by_path
    assert not load_questions(tmp_path).all
