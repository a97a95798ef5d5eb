"""What a survey's pages show, worked out: rates in words, levels, groups; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc.reform.periods import Period, period
from cchc.reform.survey.faults import SURVEY
from cchc.reform.survey.hiding import hidden
from cchc.reform.survey.model import Question, Survey
from cchc.reform.survey.rates import Rate, general_rate, question_rate, rate
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM
from cchc.site.reform.words import percent

SURVEYS = f"{REFORM}{SURVEY.folder}/"


@dataclass(frozen=True, slots=True)
class Kept:
    """A period's survey as the public may have it; `rate`: satisfied at all, if it is known."""

    period: Period
    survey: Survey
    rate: Rate | None

    @property
    def address(self) -> str:
        """The page's address."""
        return f"{SURVEYS}{self.period.name}/"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: a level, or a field; no rate where it is hidden or nobody answered."""

    name: str
    forms: int | None
    rate: Rate | None
    satisfied: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """A question with its tables."""

    question: Question
    rate: Rate | None
    levels: tuple[Line, ...]
    groups: tuple[Line, ...]

    @property
    def anchor(self) -> str:
        """The question's anchor in the page."""
        return f"cau-{self.question.key.lower()}"

    @property
    def covered(self) -> bool:
        """Whether any field is hidden."""
        return any(each.forms is None for each in self.groups)


def kept(portal: Portal) -> tuple[Kept, ...]:
    """List the surveys in the order of their periods, the oldest first, nobody recognisable."""
    found: Mapping[str, Survey] = portal.reform.of(SURVEY)
    safe = ((period(name), hidden(survey)) for name, survey in found.items())
    every = (Kept(of, survey, general_rate(survey)) for of, survey in safe)
    return tuple(sorted(every, key=lambda each: (each.period.last, each.period.first)))


def answers(survey: Survey) -> Iterator[Answers]:
    """Give each question with its tables, the one of satisfaction at all first."""
    for each in sorted(survey.questions, key=lambda question: not question.general):
        yield Answers(
            question=each,
            rate=question_rate(each, survey),
            levels=tuple(_levels(each, survey)),
            groups=tuple(_groups(each)),
        )


def _levels(question: Question, survey: Survey) -> Iterator[Line]:
    forms = {each.level: each.forms for each in question.counts}
    for level in survey.levels if question.counts else ():
        count = forms.get(level.key, 0)
        yield Line(level.name, count, rate(count, question.answered), level.satisfied)


def _groups(question: Question) -> Iterator[Line]:
    for each in question.groups:
        found = rate(each.satisfied or 0, each.answered or 0)
        yield Line(each.field, None if each.hidden else each.answered, found)


def interval(found: Rate) -> str:
    """Write the ends of an interval: `86,3% đến 95,9%`."""
    return f"{percent(found.low)} đến {percent(found.high)}"


def ends(found: Rate) -> str:
    """Write the ends of an interval for a table: `86,3–95,9%`."""
    return f"{percent(found.low).removesuffix('%')}–{percent(found.high)}"


def said(found: Rate) -> str:
    """Say a rate with its base and interval."""
    return (
        f"{percent(found.share)} ({found.part}/{found.base} phiếu; khoảng tin cậy 95%:"
        f" {interval(found)})"
    )


def answer(each: Kept) -> str:
    """Say in one sentence what a period's survey found."""
    when = each.period.label
    if each.rate:
        return f"Khảo sát {when}: tỷ lệ hài lòng chung {said(each.rate)}."
    return f"Khảo sát {when}: chưa có số liệu về mức hài lòng chung."
