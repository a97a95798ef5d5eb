"""How far a plan is on a day: each task's due times, which are done, late, still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cchc.procedures.terms import Term
from cchc.reform.periods import Period, months, period, quarters
from cchc.reform.plan import Done, Plan, Rhythm, Task


class State(Term):
    """Where a due time stands on a day."""

    LATE = "qua_han", "Quá hạn"
    SOON = "sap_den_han", "Sắp đến hạn"
    OPEN = "chua_den_han", "Chưa đến hạn"
    DONE = "da_xong", "Xong đúng hạn"
    DONE_LATE = "xong_muon", "Xong muộn"
    UNKNOWN = "chua_co_so_lieu", "Chưa có số liệu"
    HALTED = "khong_lam_nua", "Không làm nữa"


# How long before its day a task is spoken of.
SOON = dt.timedelta(days=15)
UNCOUNTED = frozenset({State.HALTED, State.UNKNOWN})
FINISHED = frozenset({State.DONE, State.DONE_LATE})


@dataclass(frozen=True, slots=True)
class Due:
    """One time a task is due: the period it is for (None for once), the day, what was done."""

    task: Task
    period: Period | None
    day: dt.date
    done: Done | None
    state: State


def dues(plan: Plan, year: int, day: dt.date) -> tuple[Due, ...]:
    """List every due time of a plan's year as seen on a day: late ones first, then by day."""
    every = [due for task in plan.tasks for due in _of_task(task, year, day)]
    if not plan.tracked:
        every = [each if each.done else replace(each, state=State.UNKNOWN) for each in every]
    return tuple(sorted(every, key=lambda each: (each.state is not State.LATE, each.day)))


def _of_task(task: Task, year: int, day: dt.date) -> Iterator[Due]:
    if task.rhythm is Rhythm.ONGOING:
        return
    if task.rhythm is Rhythm.ONCE and task.due:
        yield _due(task, None, task.due, day)
        return
    for each in rounds(task.rhythm, year):
        own = task.due if task.rhythm is Rhythm.YEARLY and task.due else each.last
        yield _due(task, each, own + dt.timedelta(days=task.grace), day)


def rounds(rhythm: Rhythm, year: int) -> tuple[Period, ...]:
    """Give the periods of a rhythm in a year."""
    if rhythm is Rhythm.MONTHLY:
        return months(year)
    if rhythm is Rhythm.QUARTERLY:
        return quarters(year)
    whole = period(str(year))
    return (period(f"{year}-6T"), whole) if rhythm is Rhythm.HALF_YEARLY else (whole,)


def _due(task: Task, of: Period | None, due: dt.date, day: dt.date) -> Due:
    done = _done(task.done, of)
    return Due(task, of, due, done, _state(task, done, due, day))


def _done(every: Iterable[Done], of: Period | None) -> Done | None:
    """Find what was done for a period; a task that comes once a year needs no period named."""
    named = {of.name, ""} if of and len(of.name) == len("2026") else {of.name if of else ""}
    return next((each for each in every if each.period in named), None)


def _state(task: Task, done: Done | None, due: dt.date, day: dt.date) -> State:
    if done and done.day <= day:
        return State.DONE if done.day <= due else State.DONE_LATE
    if task.halt:
        return State.HALTED
    if due < day:
        return State.LATE
    return State.SOON if due - day <= SOON else State.OPEN


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of due times on a day: how many there are, done, of those in time, late, to come."""

    all: int = 0
    done: int = 0
    in_time: int = 0
    late: int = 0
    to_come: int = 0

    @property
    def fell_due(self) -> int:
        """Those whose day has come: the base of a rate of tasks done in time."""
        return self.done + self.late


def tally(every: Iterable[Due]) -> Tally:
    """Count due times; one that was halted or that nobody knows of counts nowhere."""
    states = [each.state for each in every if each.state not in UNCOUNTED]
    done = sum(each in FINISHED for each in states)
    late = states.count(State.LATE)
    return Tally(
        all=len(states),
        done=done,
        in_time=states.count(State.DONE),
        late=late,
        to_come=len(states) - done - late,
    )
