"""Nobody can be recognised: small groups are hidden, and with them what would give them away.

A group of fewer than five is hidden (the threshold rule). From the total and the groups shown, the
sum of the hidden ones can always be worked out; so others are hidden along (the complementary
rule) until that sum tells nothing of one group: two groups or more in it, five forms or more and
more than one a group, satisfied and other answers among them. Where no such sum is to be had, no
group is shown at all, and what remains known is the total alone. Forms that name no field are a
group too, though nobody writes it down: the total less all groups.

The two rules are those of A. Hundepool et al., Statistical Disclosure Control (Wiley, 2012),
chapter 4. A group hidden in one question is hidden in all: the same people answer them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.reform.survey.model import Group, Question, Survey

SMALLEST = 5
# Of how many groups the hidden sum is at least, that none follows from it.
TOGETHER = 2


def hidden(survey: Survey) -> Survey:
    """Give the survey as the public may have it; what is hidden already stays so."""
    kept = tuple(_small(each) for each in survey.questions)
    names = _names(survey, kept)
    every = tuple(q.model_copy(update={"groups": tuple(_covered(q, names))}) for q in kept)
    return survey.model_copy(update={"questions": every})


def _small(question: Question) -> Question:
    """Hide a question that fewer than five answered."""
    if 0 < question.answered < SMALLEST:
        return question.model_copy(update={"counts": (), "groups": (), "hidden": True})
    return question


def _covered(question: Question, names: frozenset[str]) -> Iterator[Group]:
    for each in question.groups:
        cover = each.field in names and not each.hidden
        yield Group(field=each.field, hidden=True) if cover else each


def _names(survey: Survey, questions: Iterable[Question]) -> frozenset[str]:
    """Name the fields to hide: the small ones, then the smallest of the others, until it holds."""
    every = tuple(questions)
    names = {g.field for q in every for g in q.groups if g.hidden or _is_small(g.answered)}
    while unsafe := [q for q in every if not _holds(survey, q, names)]:
        shown = (g for q in unsafe for g in q.groups if g.field not in names)
        names.add(min(shown, key=_first_to_hide).field)
    return frozenset(names)


def _first_to_hide(group: Group) -> tuple[bool, int, str]:
    """Order groups: the smallest first, but one that nobody is in hides nobody."""
    return not group.answered, group.answered or 0, group.field


def _is_small(answered: int | None) -> bool:
    return answered is not None and 0 < answered < SMALLEST


def _holds(survey: Survey, question: Question, names: set[str]) -> bool:
    """Tell whether the sum of what a question hides tells nothing of one group in it."""
    shown = [g for g in question.groups if g.field not in names]
    covered = len(question.groups) - len(shown)
    # With a group hidden nobody knows how many named no field; it counts for no cover.
    if not shown or not (covered or _is_small(_left(question, shown))):
        return True
    answered = _left(question, shown)
    good = survey.satisfied(question) - sum(g.satisfied or 0 for g in shown)
    enough = covered >= TOGETHER and answered >= SMALLEST and answered > covered
    return enough and 0 < good < answered


def _left(question: Question, groups: Iterable[Group]) -> int:
    """Count the forms of a question that are in none of some groups."""
    return question.answered - sum(g.answered or 0 for g in groups)
