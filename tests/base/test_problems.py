from __future__ import annotations

import pytest

from cchc.base.problems import Problem, Severity, parse_problem


@pytest.mark.parametrize(
    "problem",
    [
        Problem("procedures/a/1.001193.yml", 3, "thiếu: mục này"),
        Problem("C:/trang/mkdocs.yml", 1, "x:1: lỗi: y", Severity.WARNING),
    ],
)
def test_what_is_shown_can_be_read_back(problem: Problem) -> None:
    assert parse_problem(str(problem)) == problem


@pytest.mark.parametrize("text", ["", "Aborted", "a:b: lỗi: c", "a:1: error: c"])
def test_other_words_are_no_problem(text: str) -> None:
    assert parse_problem(text) is None
