"""Rates of a survey, never without what they are a rate of and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from cchc.reform.survey.model import Question, Survey

CONFIDENCE = 0.95
# The value that a standard normal variable exceeds in 2.5 % of all cases: 1.959964.
Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


@dataclass(frozen=True, slots=True)
class Rate:
    """`part` of `base` forms, and the ends of the 95 % interval, as shares of one."""

    part: int
    base: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share itself."""
        return self.part / self.base


def rate(part: int, base: int) -> Rate | None:
    """Give a share with its interval; None of nothing.

    The score interval of E. B. Wilson, Probable Inference, the Law of Succession, and Statistical
    Inference, Journal of the American Statistical Association 22 (1927), 209-212: unlike the
    schoolbook's it never leaves 0 to 1, and holds for few forms and shares near all.
    """
    if not 0 <= part <= base or base == 0:
        return None
    share, squared = part / base, Z * Z
    middle = share + squared / (2 * base)
    reach = Z * sqrt(share * (1 - share) / base + squared / (4 * base * base))
    whole = 1 + squared / base
    # What is computed for all or none may lie a rounding error outside.
    low = 0.0 if part == 0 else max(0.0, (middle - reach) / whole)
    high = 1.0 if part == base else min(1.0, (middle + reach) / whole)
    return Rate(part, base, low, high)


def question_rate(question: Question, survey: Survey) -> Rate | None:
    """Give the share of those who answered a question that were satisfied; None where hidden."""
    return None if question.hidden else rate(survey.satisfied(question), question.answered)


def general_rate(survey: Survey) -> Rate | None:
    """Give the share satisfied at all; None where there is no such question with answers."""
    return question_rate(survey.general, survey) if survey.general else None
