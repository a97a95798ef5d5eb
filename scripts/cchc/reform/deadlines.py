"""Deadlines of the plans that somebody must act on: those gone by, those within some days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.base.clock import show_date
from cchc.base.ward import Ward
from cchc.reform.kinds import Reform
from cchc.reform.plan_faults import PLAN
from cchc.reform.progress import Due, State, dues


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due time that waits for a unit: its plan's file, the unit's name, days left (or over)."""

    due: Due
    path: str
    unit: str
    days: int

    @property
    def late(self) -> bool:
        """Whether its day has gone by."""
        return self.due.state is State.LATE

    @property
    def what(self) -> str:
        """Name the task with its period: `VP5 Báo cáo quý (quý III năm 2026)`."""
        of = f" ({self.due.period.label})" if self.due.period else ""
        return f"{self.due.task.key} {self.due.task.name}{of}"

    @property
    def when(self) -> str:
        """Say how long it is over or away."""
        day = show_date(self.due.day)
        if self.late:
            return f"hạn {day}, quá {self.days} ngày"
        return f"hạn {day}, còn {self.days} ngày" if self.days else f"hạn {day}, hết hạn hôm nay"


def unit_name(ward: Ward, key: str) -> str:
    """Name a unit of the ward; a key that the settings do not know stays as it is."""
    return next((each.name for each in ward.units if each.key == key), key)


def deadlines(reform: Reform, ward: Ward, day: dt.date) -> tuple[Deadline, ...]:
    """List what is late or soon due on a day: late ones first, the longest waiting before."""
    every = (
        Deadline(due, PLAN.path(name), unit_name(ward, due.task.unit), abs((due.day - day).days))
        for name, plan in reform.of(PLAN).items()
        for due in dues(plan, int(name), day)
        if due.state in {State.LATE, State.SOON}
    )
    return tuple(sorted(every, key=lambda each: (not each.late, each.due.day, each.due.task.key)))


def way_out(path: str) -> str:
    """Say what to write once a task is done, or is not to be done."""
    return (
        f"xong việc nào thì ghi `da_lam` (ngày, kỳ, minh chứng) của việc đó trong {path};"
        " không làm nữa thì ghi `thoi`"
    )


def told(every: Iterable[Deadline]) -> Iterator[tuple[str, str]]:
    """Tell deadlines to a person: a heading without a text, then a label and a text each."""
    listed = tuple(every)
    for late, heading in ((True, "KẾ HOẠCH QUÁ HẠN"), (False, "Kế hoạch sắp đến hạn")):
        these = [each for each in listed if each.late is late]
        if these:
            yield f"  {heading} ({len(these)})", ""
        for each in these:
            yield f"    {each.unit}: ", f"{each.what}; {each.when}"
    for path in sorted({each.path for each in listed}):
        yield "    → ", way_out(path)


def as_data(every: Iterable[Deadline]) -> dict[str, list[dict[str, object]]]:
    """Give deadlines for programs: `qua_han`, `sap_den_han`."""
    found: dict[str, list[dict[str, object]]] = {"qua_han": [], "sap_den_han": []}
    for each in every:
        task, of = each.due.task, each.due.period
        found["qua_han" if each.late else "sap_den_han"].append(
            {
                "tep": each.path,
                "don_vi": each.unit,
                "ma": task.key,
                "viec": task.name,
                "ky": of.name if of else "",
                "han": each.due.day.isoformat(),
                "so_ngay": each.days,
            }
        )
    return found
