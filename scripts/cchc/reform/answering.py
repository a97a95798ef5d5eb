"""How far feedback is answered on a day: each piece's limit, state, working days, the counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from cchc.base.workdays import Calendar
from cchc.procedures.terms import Term
from cchc.reform.feedback import Feedback, FeedbackYear


class Answer(Term):
    """Where a piece of feedback stands on a day."""

    LATE = "qua_han", "Quá hạn trả lời"
    WAITING = "cho_tra_loi", "Đang chờ trả lời"
    IN_TIME = "dung_han", "Trả lời đúng hạn"
    TOO_LATE = "muon", "Trả lời muộn"
    # Nobody has said by when it had to be.
    ANSWERED = "da_tra_loi", "Đã trả lời"


ANSWERED = frozenset({Answer.IN_TIME, Answer.TOO_LATE, Answer.ANSWERED})
JUDGED = frozenset({Answer.IN_TIME, Answer.TOO_LATE, Answer.LATE})


@dataclass(frozen=True, slots=True)
class Standing:
    """One piece on a day: by when it had to be answered, its state, working days it took so far."""

    feedback: Feedback
    due: dt.date | None
    state: Answer
    days: int


def standings(sheet: FeedbackYear, day: dt.date, calendar: Calendar) -> tuple[Standing, ...]:
    """List what had come by a day: overdue first, then what waits, then the latest answers."""
    come = [each for each in sheet.items if each.received <= day]
    every = [_standing(each, sheet, day, calendar) for each in come]
    return tuple(sorted(every, key=_order))


def _order(each: Standing) -> tuple[int, int]:
    """Put the overdue first, then what waits, the longest first; then answers, the latest first."""
    if each.state in ANSWERED and each.feedback.answered:
        return 2, -each.feedback.answered.toordinal()
    return int(each.state is not Answer.LATE), each.feedback.received.toordinal()


def _standing(
    feedback: Feedback, sheet: FeedbackYear, day: dt.date, calendar: Calendar
) -> Standing:
    due = feedback.due
    if due is None and sheet.limit:
        due = calendar.after(feedback.received, sheet.limit)
    answered = feedback.answered if feedback.answered and feedback.answered <= day else None
    return Standing(
        feedback,
        due,
        _state(answered, due, day),
        calendar.between(feedback.received, answered or day),
    )


def _state(answered: dt.date | None, due: dt.date | None, day: dt.date) -> Answer:
    if answered is None:
        return Answer.LATE if due and due < day else Answer.WAITING
    if due is None:
        return Answer.ANSWERED
    return Answer.IN_TIME if answered <= due else Answer.TOO_LATE


@dataclass(frozen=True, slots=True)
class Answers:
    """Counts on a day; `days`: the median of working days of what is answered, None where none is.

    `judged` is the base of `in_time`: what is answered or overdue, and had a limit.
    """

    all: int
    answered: int
    in_time: int
    judged: int
    late: int
    waiting: int
    days: float | None


def count(every: Iterable[Standing]) -> Answers:
    """Count pieces of feedback by where they stand."""
    each = tuple(every)
    states = [one.state for one in each]
    took = [one.days for one in each if one.state in ANSWERED]
    return Answers(
        all=len(each),
        answered=len(took),
        in_time=states.count(Answer.IN_TIME),
        judged=sum(state in JUDGED for state in states),
        late=states.count(Answer.LATE),
        waiting=states.count(Answer.WAITING),
        days=median(took) if took else None,
    )
