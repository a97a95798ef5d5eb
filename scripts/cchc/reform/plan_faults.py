"""What the check looks for in a plan beyond its shape."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.base.problems import Severity
from cchc.base.yaml_read import Location
from cchc.reform.evidence import Evidence, missing_files
from cchc.reform.kind import Around, Fault, Kind
from cchc.reform.periods import YEAR, NotAPeriodError, period
from cchc.reform.plan import Plan, Rhythm, Task
from cchc.reform.progress import rounds

WARNING = Severity.WARNING


def plan_faults(plan: Plan, name: str, around: Around) -> Iterator[Fault]:
    """Find tasks twice, unknown units, days and periods of another year, missing evidence."""
    year = int(name)
    units = {each.key for each in around.ward.units}
    seen: set[str] = set()
    for index, task in enumerate(plan.tasks):
        at: Location = ("nhiem_vu", index)
        if task.key in seen:
            yield Fault((*at, "ma"), f"mã {task.key} đã có ở trên; mỗi nhiệm vụ một mã, đổi mã này")
        seen.add(task.key)
        yield from _unknown(task, at, units)
        yield from _days(task, at, year)
        yield from _done(task, at, year)
    yield from missing_files(around.root, _evidence(plan))
    if plan.date and plan.date.year not in {year, year - 1}:
        yield Fault(
            ("ngay",),
            f"ngày ký {plan.date:%d/%m/%Y} không thuộc kế hoạch năm {year}; sửa ngày hoặc tên tệp",
        )


def _unknown(task: Task, at: Location, units: set[str]) -> Iterator[Fault]:
    known = ", ".join(sorted(units)) or "chưa có bộ phận nào"
    if task.unit not in units:
        message = f"không có bộ phận “{task.unit}” trong extra.ward.bo_phan ({known})"
        yield Fault((*at, "don_vi"), message)
    for number, unit in enumerate(task.with_units):
        if unit not in units:
            message = f"không có bộ phận “{unit}” trong extra.ward.bo_phan ({known})"
            yield Fault((*at, "phoi_hop", number), message)


def _days(task: Task, at: Location, year: int) -> Iterator[Fault]:
    if task.due and task.due.year != year:
        yield Fault((*at, "han"), f"hạn {task.due:%d/%m/%Y} ngoài năm {year}; sửa hạn")


def _done(task: Task, at: Location, year: int) -> Iterator[Fault]:
    known = {each.name for each in rounds(task.rhythm, year)} | {""}
    seen: set[str] = set()
    for number, done in enumerate(task.done):
        here: Location = (*at, "da_lam", number)
        if done.day.year not in {year, year + 1}:
            yield Fault(
                (*here, "ngay"),
                f"ngày {done.day:%d/%m/%Y} ngoài kỳ của kế hoạch năm {year}; sửa ngày",
            )
        if task.rhythm not in {Rhythm.ONCE, Rhythm.ONGOING} and done.period not in known:
            yield Fault((*here, "ky"), _no_round(done.period, task, year))
        if task.rhythm is not Rhythm.ONGOING and done.period in seen:
            yield Fault((*here, "ky"), "kỳ này đã ghi xong ở trên; xóa một dòng")
        seen.add(done.period)
        if not done.evidence:
            message = f"việc {task.key} ghi đã xong mà chưa có `minh_chung`; thêm tên văn bản, bài"
            yield Fault(here, message, WARNING)


def _no_round(name: str, task: Task, year: int) -> str:
    try:
        period(name)
    except NotAPeriodError as error:
        return str(error)
    known = ", ".join(each.name for each in rounds(task.rhythm, year))
    return f"kỳ “{name}” không khớp nhịp của việc này; viết một trong: {known}"


def _evidence(plan: Plan) -> Iterator[tuple[Location, Evidence]]:
    for index, task in enumerate(plan.tasks):
        for number, done in enumerate(task.done):
            for place, each in enumerate(done.evidence):
                yield ("nhiem_vu", index, "da_lam", number, "minh_chung", place), each


PLAN = Kind(
    folder="ke-hoach",
    title="Kế hoạch cải cách hành chính",
    model=Plan,
    named=YEAR,
    example="2026",
    faults=plan_faults,
)
