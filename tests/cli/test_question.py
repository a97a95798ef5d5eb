"""`cchc question …`: nothing that a person wrote is lost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.cli.main import main
from cchc.procedures.questions import Questions, load_questions, new_question, save_questions
from tests.changes.samples import portal

ASKED = new_question(kind="moi", code="1.001193", name="Khai sinh " * 20, text="xem lại " * 20,
                     source="a.xlsx", day=dt.date(2026, 11, 24))  # fmt: skip


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(portal(tmp_path))
    save_questions(tmp_path, Questions(all=(ASKED,)))
    return tmp_path


def test_answer_is_kept_and_a_second_one_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["question", "answer", ASKED.id, "--because", "đã hỏi Sở"]) == 0
    assert main(["question", "answer", ASKED.id, "--because", "khác"]) == 2
    assert "đã trả lời" in capsys.readouterr().err
    (kept,) = load_questions(root).all
    assert kept.answer is not None
    assert kept.answer.because == "đã hỏi Sở"


@pytest.mark.parametrize("words", [["question", "list"], ["flag", "--dry-run"], ["check"]])
def test_emptied_file_is_told_and_not_taken_for_no_questions(
    root: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "procedures" / "questions.yml"
    path.write_bytes(b"")
    main(words)
    told = capsys.readouterr()
    if words[0] != "flag":
        assert "questions.yml:1: lỗi: tệp trống" in told.err + told.out
    assert path.read_bytes() == b""


def test_file_without_questions_says_so(root: Path) -> None:
    save_questions(root, Questions())
    assert (root / "procedures" / "questions.yml").read_text(encoding="utf-8") == "cau_hoi: []\n"
    assert load_questions(root) == Questions()
