"""Each sheet as full as fits, as if it had been set in every detail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest

from cchc.procedures.model import Procedure
from cchc.site.sheets import length
from cchc.site.sheets.detail import BRIEF, FULL, MEDIUM, Detail
from cchc.site.sheets.fitting import fit
from cchc.site.sheets.sheet import Sheet, sheet
from tests.site.samples import portal_of, procedure


def with_steps(count: int, letters: int = 250) -> Procedure:
    """Write steps of so many letters each: the full text keeps all, medium 160, brief 100."""
    return procedure(trinh_tu=[("Nộp hồ sơ " * letters)[:letters] for _ in range(count)])


def pages_of(made: Sheet) -> int:
    """Count what a page might hold, in place of typst: 4000 letters of steps."""
    letters = sum(len(line) for part in made.parts for line in part.lines)
    return 1 + letters // 4000


def fitted(one: Procedure, factor: float = 1) -> tuple[Sheet, int]:
    portal, rounds = portal_of(one), 0

    def measure(sheets: Sequence[Sheet]) -> list[int]:
        nonlocal rounds
        rounds += 1
        return [max(1, round(pages_of(each) * factor)) for each in sheets]

    make = partial(sheet, portal.entries[one.code], portal)
    (made,) = fit([make], measure)
    return made, rounds


def detail_of(made: Sheet) -> Detail:
    """Tell the detail by the longest step."""
    if made.dense:
        return BRIEF
    longest = max(len(line) for part in made.parts for line in part.lines)
    return FULL if longest > MEDIUM.step else MEDIUM


@pytest.mark.parametrize(
    ("steps", "detail", "pages"),
    [(5, FULL, 1), (18, MEDIUM, 1), (28, FULL, 2), (80, BRIEF, 3)],
)
def test_the_fullest_on_one_page_else_on_two_else_the_briefest(
    steps: int, detail: Detail, pages: int
) -> None:
    made, _ = fitted(with_steps(steps))
    assert (detail_of(made), made.pages) == (detail, pages)


def test_what_is_reckoned_to_fit_and_does_not_is_tried_again() -> None:
    made, rounds = fitted(with_steps(5), factor=2)
    assert (detail_of(made), made.pages) == (FULL, 2)
    assert rounds > 1


def test_a_longer_text_is_reckoned_longer() -> None:
    few, many = (with_steps(count) for count in (3, 60))
    portals = [portal_of(each) for each in (few, many)]
    lengths = [
        [length.pages(sheet(p.entries[few.code], p, detail)) for detail in (FULL, MEDIUM, BRIEF)]
        for p in portals
    ]
    assert all(a < b for a, b in zip(*lengths, strict=True))
    assert all(each == sorted(each, reverse=True) for each in lengths)
