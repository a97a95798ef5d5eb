"""What a plan's page shows: counts by unit and month, each task with its times; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cchc.base.clock import show_date
from cchc.base.ward import Ward
from cchc.reform.deadlines import unit_name
from cchc.reform.evidence import Evidence
from cchc.reform.plan import Plan, Rhythm, Task
from cchc.reform.progress import Due, State, Tally, tally


@dataclass(frozen=True, slots=True)
class CountRow:
    """A unit's or a month's counts."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Shown:
    """Where some times of a task stand: the state, its words."""

    state: State
    words: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of the table: how often or by when, how far, shown by what."""

    task: Task
    rhythm: str
    with_units: str
    states: tuple[Shown, ...]
    evidence: tuple[tuple[str, Evidence], ...]

    @property
    def anchor(self) -> str:
        """The row's anchor in the page."""
        return self.task.key.lower()


def by_unit(plan: Plan, every: Iterable[Due], ward: Ward) -> Iterator[CountRow]:
    """Count the times due of each unit, in the order of the settings."""
    listed = tuple(every)
    for unit in units(plan, ward):
        yield CountRow(unit_name(ward, unit), tally(e for e in listed if e.task.unit == unit))


def units(plan: Plan, ward: Ward) -> tuple[str, ...]:
    """List the units that lead a task: the settings' order, then those it does not know."""
    keys = [each.key for each in ward.units] + [each.unit for each in plan.tasks]
    used = {each.unit for each in plan.tasks}
    return tuple(key for key in dict.fromkeys(keys) if key in used)


def by_month(every: Iterable[Due]) -> Iterator[CountRow]:
    """Count the times due in each month that has any."""
    in_order = sorted(every, key=lambda each: each.day)
    for first, group in groupby(in_order, lambda each: each.day.replace(day=1)):
        counted = tally(group)
        if counted.all:
            yield CountRow(f"Tháng {first:%m/%Y}", counted)


def task_rows(plan: Plan, unit: str, every: Iterable[Due], ward: Ward) -> Iterator[TaskRow]:
    """Give a unit's tasks with their times."""
    listed = tuple(every)
    for task in plan.of(unit):
        mine = sorted((each for each in listed if each.task is task), key=lambda each: each.day)
        yield TaskRow(
            task=task,
            rhythm=rhythm(task),
            with_units=", ".join(unit_name(ward, each) for each in task.with_units),
            states=tuple(_states(plan, task, mine)),
            evidence=tuple(_evidence(task)),
        )


def rhythm(task: Task) -> str:
    """Say how often a task comes and by when: `Hằng quý, trong 5 ngày sau khi hết kỳ`."""
    if task.rhythm is Rhythm.ONCE and task.due:
        return f"Hạn {show_date(task.due)}"
    said = task.rhythm.label
    if task.rhythm is Rhythm.YEARLY and task.due:
        said = f"{said}, hạn {show_date(task.due)}"
    return f"{said}, trong {task.grace} ngày sau khi hết kỳ" if task.grace else said


def _states(plan: Plan, task: Task, mine: list[Due]) -> Iterator[Shown]:
    if task.rhythm is Rhythm.ONGOING:
        if task.done:
            last = max(each.day for each in task.done)
            yield Shown(State.DONE, f"Đã ghi {len(task.done)} lần, gần nhất {show_date(last)}")
        elif plan.tracked:
            yield Shown(State.OPEN, "Làm thường xuyên; chưa ghi lần nào")
        else:
            yield Shown(State.UNKNOWN, State.UNKNOWN.label)
        return
    for state in State:
        these = [each for each in mine if each.state is state]
        if these:
            yield Shown(state, _words(state, these, single=len(mine) == 1))


def _words(state: State, these: list[Due], *, single: bool) -> str:
    if state is State.HALTED and these[0].task.halt:
        return these[0].task.halt.label
    if single:
        done = these[0].done
        return f"{state.label} {show_date(done.day)}" if done else state.label
    if state in {State.LATE, State.SOON, State.DONE_LATE}:
        return f"{state.label}: {', '.join(each.period.label for each in these if each.period)}"
    return f"{state.label}: {len(these)} kỳ"


def _evidence(task: Task) -> Iterator[tuple[str, Evidence]]:
    for done in task.done:
        for each in done.evidence:
            yield done.period, each
