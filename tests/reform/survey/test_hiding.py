"""Nobody recognisable: what is hidden cannot be worked out from what is shown, whatever the counts."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from cchc.reform.store import canonical_sheet, read_sheet
from cchc.reform.survey.faults import SURVEY
from cchc.reform.survey.hiding import SMALLEST, hidden
from cchc.reform.survey.model import Group, Survey
from tests.reform.survey.made import GROUP, covered, shown, survey


def test_large_groups_are_all_shown() -> None:
    every = survey(((50, 10), [("A", 30, 26), ("B", 30, 24)]))
    assert hidden(every) == every


def test_a_small_group_takes_the_smallest_other_with_it() -> None:
    safe = hidden(survey(((50, 13), [("A", 30, 26), ("B", 20, 15), ("C", 10, 7), ("D", 3, 2)])))
    assert covered(safe) == ["C", "D"]
    assert set(shown(safe)) == {"A", "B"}


def test_of_two_small_groups_the_sum_is_not_small() -> None:
    safe = hidden(survey(((30, 5), [("A", 31, 27), ("B", 2, 2), ("C", 2, 1)])))
    assert shown(safe) == {}


def test_a_sum_in_which_all_are_satisfied_tells_of_each() -> None:
    every = [("A", 30, 26), ("B", 20, 15), ("C", 10, 10), ("D", 3, 3)]
    safe = hidden(survey(((54, 9), every)))
    assert covered(safe) == ["B", "C", "D"]


def test_forms_without_a_field_are_a_group_too() -> None:
    safe = hidden(survey(((50, 12), [("A", 40, 33), ("B", 10, 7), ("C", 10, 8)])))
    assert covered(safe) == ["B", "C"]


def test_a_group_hidden_in_one_question_is_hidden_in_all() -> None:
    every = [("A", 30, 26), ("B", 20, 15), ("C", 10, 7), ("D", 6, 4)]
    fewer = [("A", 30, 26), ("B", 20, 15), ("C", 10, 7), ("D", 4, 3)]
    safe = hidden(survey(((52, 14), every), ((51, 13), fewer)))
    assert covered(safe, 0) == covered(safe, 1) == ["C", "D"]


def test_a_question_that_four_answered_is_hidden_whole() -> None:
    safe = hidden(survey(((50, 10), []), ((3, 1), [("A", 4, 3)])))
    assert safe.questions[1].hidden
    assert (safe.questions[1].counts, safe.questions[1].groups) == ((), ())


@st.composite
def question(draw: st.DrawFn) -> tuple[tuple[int, int], list[GROUP]]:
    """Give counts that can be: up to five groups, and forms that name no field."""
    sizes = draw(st.lists(st.integers(0, 12), max_size=5))
    every = [(chr(65 + i), n, draw(st.integers(0, n))) for i, n in enumerate(sizes)]
    rest = draw(st.integers(0, 9))
    rest_good = draw(st.integers(0, rest))
    good = sum(s for _, _, s in every) + rest_good
    other = sum(n - s for _, n, s in every) + rest - rest_good
    return (good, other), every


def can_be(groups: int, least: int, answered: int, good: int) -> bool:
    """Tell whether so many groups of `least` or more can have these sums."""
    return groups * least <= answered and 0 <= good <= answered and (groups > 0 or answered == 0)


def worked_out(every: Survey, index: int, least: int) -> tuple[set[int], set[int], set[int]]:
    """Give all values one hidden group can have: answered, satisfied, not satisfied."""
    one = every.questions[index]
    names = covered(every, index)
    seen = shown(every, index).values()
    answered = one.answered - sum(g.answered or 0 for g in seen)
    good = every.satisfied(one) - sum(g.satisfied or 0 for g in seen)
    pairs = [
        (n, s)
        for n in range(least, answered + 1)
        for s in range(min(n, good) + 1)
        if can_be(len(names) - 1, least, answered - n, good - s)
    ]
    return {n for n, _ in pairs}, {s for _, s in pairs}, {n - s for n, s in pairs}


@given(st.lists(question(), min_size=1, max_size=3))
def test_no_hidden_count_can_be_worked_out(
    every: list[tuple[tuple[int, int], list[GROUP]]],
) -> None:
    """As one who knows that each form names a field, and perhaps that no group is empty."""
    safe = hidden(survey(*every))
    for index in range(len(every)):
        if not covered(safe, index) or not shown(safe, index):
            continue
        for least in (0, 1):
            for values in worked_out(safe, index, least):
                assert len(values) > 1, (index, least, values)


@given(st.lists(question(), min_size=1, max_size=3))
def test_nothing_small_is_shown_nor_left_over(
    every: list[tuple[tuple[int, int], list[GROUP]]],
) -> None:
    safe = hidden(survey(*every))
    for index, one in enumerate(safe.questions):
        assert not 0 < one.answered < SMALLEST
        seen = shown(safe, index)
        assert not any(0 < (g.answered or 0) < SMALLEST for g in seen.values())
        rest = one.answered - sum(g.answered or 0 for g in seen.values())
        assert not seen or not 0 < rest < SMALLEST


@given(st.lists(question(), min_size=1, max_size=3))
def test_what_is_shown_is_true_and_what_is_safe_stays(
    every: list[tuple[tuple[int, int], list[GROUP]]],
) -> None:
    before = survey(*every)
    safe = hidden(before)
    assert hidden(safe) == safe
    for one, other in zip(before.questions, safe.questions, strict=True):
        assert other.hidden or other.counts == one.counts
        assert all(g.hidden or g in one.groups for g in other.groups)


@given(st.lists(question(), min_size=1, max_size=2))
def test_a_file_of_it_reads_back_the_same(
    every: list[tuple[tuple[int, int], list[GROUP]]],
) -> None:
    safe = hidden(survey(*every))
    text = canonical_sheet(safe)
    assert read_sheet(SURVEY, "docs/cai-cach/khao-sat/2026-Q3.yml", text.encode()) == safe


def test_the_attacker_of_these_tests_knows_every_way_to_share_out_forms() -> None:
    """The closed form of `can_be` against trying all ways."""
    for groups, least, answered, good in itertools.product((1, 2, 3), (0, 1), range(7), range(7)):
        ways = itertools.product(range(least, answered + 1), repeat=groups)
        tried = any(sum(sizes) == answered and good <= answered for sizes in ways)
        assert can_be(groups, least, answered, good) == tried


def test_without_the_complementary_rule_the_attacker_would_succeed() -> None:
    made = survey(((43, 10), [("A", 30, 26), ("B", 20, 15)]))
    one = made.questions[0]
    groups = (*one.groups, Group(field="C", hidden=True))
    naive = made.model_copy(update={"questions": (one.model_copy(update={"groups": groups}),)})
    assert worked_out(naive, 0, 0) == ({3}, {2}, {1})
    assert covered(hidden(naive)) == ["B", "C"]
