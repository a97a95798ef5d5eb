"""Surveys of a few lines, for examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc.reform.survey.model import Group, Survey

GROUP = tuple[str, int, int]


def groups(every: Sequence[GROUP]) -> list[dict[str, object]]:
    """Give groups of (field, answered, satisfied) as the data of a file."""
    return [{"linh_vuc": f, "tra_loi": n, "hai_long": s} for f, n, s in every]


def survey(*questions: tuple[tuple[int, int], Sequence[GROUP]], **data: Any) -> Survey:  # noqa: ANN401
    """Make a survey of questions: (satisfied, others), groups; the first is the general one."""
    made = [
        {
            "ma": f"C{number}",
            "cau": f"Câu {number}",
            "chung": number == 1,
            "tra_loi": [{"muc": "hai_long", "so": good}, {"muc": "binh_thuong", "so": other}],
            "theo_linh_vuc": groups(every),
        }
        for number, ((good, other), every) in enumerate(questions, 1)
    ]
    returned = max((good + other for (good, other), _ in questions), default=0)
    return Survey.model_validate({"thu_ve": returned, "cau_hoi": made, **data}, by_alias=True)


def shown(survey: Survey, question: int = 0) -> dict[str, Group]:
    """Give the groups of a question that are shown, by field."""
    return {each.field: each for each in survey.questions[question].groups if not each.hidden}


def covered(survey: Survey, question: int = 0) -> list[str]:
    """Name the groups of a question that are hidden."""
    return [each.field for each in survey.questions[question].groups if each.hidden]
