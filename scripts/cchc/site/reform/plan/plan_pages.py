"""The pages of the plans: all years, one year."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.deadlines import Deadline, deadlines
from cchc.reform.plan import Plan
from cchc.reform.plan_faults import PLAN
from cchc.reform.progress import Due, State, dues, tally
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.plan.progress_rows import by_month, by_unit, task_rows, units
from cchc.site.reform.words import percent
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Kế hoạch cải cách hành chính"
PLANS = f"{REFORM}{PLAN.folder}/"
CALENDAR = "han.ics"
NEXT = 5
TRAIL = (("Trang chủ", ""), ("Cải cách hành chính", REFORM))
NO_PROGRESS = "chưa có số liệu tiến độ"
NO_PLAN = "chưa có kế hoạch trong dữ liệu"


def plan_address(name: str) -> str:
    """Give the address of a year's plan."""
    return f"{PLANS}{name}/"


def has_calendar(plan: Plan) -> bool:
    """Tell whether a plan has deadlines: one without progress only where it names days itself."""
    return any(each.due for each in plan.tasks) or (plan.tracked and bool(plan.tasks))


def answer(plan: Plan, year: int, portal: Portal) -> str:
    """Say in one sentence how far a plan is."""
    if not plan.tasks:
        return f"Năm {year}: {NO_PLAN}."
    if not plan.tracked:
        return f"Năm {year}: {len(plan.tasks)} nhiệm vụ, {NO_PROGRESS}."
    counted = tally(dues(plan, year, portal.day))
    if not counted.fell_due:
        return f"Đến ngày {portal.day:%d/%m/%Y}: chưa có việc nào đến hạn."
    share = percent(counted.in_time / counted.fell_due)
    late = f"{counted.late} việc quá hạn" if counted.late else "không có việc quá hạn"
    return (
        f"Đến ngày {portal.day:%d/%m/%Y}: {counted.in_time}/{counted.fell_due} việc đã đến hạn hoặc"
        f" làm xong sớm là xong đúng hạn ({share}); {late}."
    )


def plan_pages(portal: Portal) -> Iterator[PageText]:
    """Make the list of years, then each year's page."""
    plans = portal.reform.of(PLAN)
    years = [(name, plan, answer(plan, int(name), portal)) for name, plan in plans.items()]
    data = {"page": PLANS, "trail": TRAIL, "here": "Kế hoạch"}
    parts = (
        render("reform/path.html", **data),
        Heading(1, TITLE, "noi-dung"),
        render("reform/plan/years.html", **data, years=years[::-1], address=plan_address),
    )
    said = "Kế hoạch từng năm: việc của từng bộ phận, hạn, tiến độ, minh chứng."
    yield PageText(PLANS, TITLE, parts, said)
    for name, plan in plans.items():
        yield _year(name, plan, portal)


def _year(name: str, plan: Plan, portal: Portal) -> PageText:
    page, title = plan_address(name), f"{TITLE} năm {name}"
    every = dues(plan, int(name), portal.day)
    said = answer(plan, int(name), portal)
    trail = (*TRAIL, ("Kế hoạch", PLANS))
    data = {"page": page, "plan": plan, "year": name, "portal": portal, "answer": said}
    parts: list[Part] = [
        render("reform/path.html", page=page, trail=trail, here=f"Năm {name}"),
        Heading(1, title, "noi-dung"),
        render(
            "reform/plan/top.html",
            **data,
            calendar=f"{page}{CALENDAR}" if has_calendar(plan) else "",
            document=read_at(plan.file, portal),
        ),
        *_waiting(name, plan, every, portal),
        *_counts(plan, every, portal),
        *_tasks(page, plan, every, portal),
    ]
    return PageText(page, title, tuple(parts), said)


def _waiting(name: str, plan: Plan, every: tuple[Due, ...], portal: Portal) -> Iterator[Part]:
    """Give what is late, then what comes next."""
    if not plan.tracked:
        return
    path = PLAN.path(name)
    found = deadlines(portal.reform, portal.ward, portal.day)
    late = [each for each in found if each.late and each.path == path]
    if late:
        yield Heading(2, f"Quá hạn ({len(late)})", "qua-han")
        yield render("reform/plan/waiting.html", items=late, portal=portal)
    coming = _coming(path, every, found, portal)
    if coming:
        yield Heading(2, "Hạn sắp tới", "sap-toi")
        yield render("reform/plan/waiting.html", items=coming, portal=portal)


def _coming(
    path: str, every: tuple[Due, ...], found: tuple[Deadline, ...], portal: Portal
) -> list[Deadline]:
    """List what is soon due; where that is little, the next deadlines after it too."""
    soon = [each for each in found if not each.late and each.path == path]
    units_of = {each.key: each.name for each in portal.ward.units}
    open_ones = [each for each in every if each.state is State.OPEN]
    after = [
        Deadline(e, path, units_of.get(e.task.unit, e.task.unit), (e.day - portal.day).days)
        for e in open_ones[: max(0, NEXT - len(soon))]
    ]
    return [*soon, *after]


def _counts(plan: Plan, every: tuple[Due, ...], portal: Portal) -> Iterator[Part]:
    if not plan.tracked or not every:
        return
    for title, head, rows in (
        ("Tiến độ từng bộ phận", "Bộ phận", by_unit(plan, every, portal.ward)),
        ("Tiến độ từng tháng", "Hạn trong", by_month(every)),
    ):
        counted = tuple(rows)
        whole = tally(every)
        yield Heading(2, title, "theo-bo-phan" if head == "Bộ phận" else "theo-thang")
        yield render("reform/plan/counts.html", head=head, rows=counted, whole=whole)


def _tasks(page: str, plan: Plan, every: tuple[Due, ...], portal: Portal) -> Iterator[Part]:
    if not plan.tasks:
        return
    yield Heading(2, f"Toàn bộ nhiệm vụ ({len(plan.tasks)})", "nhiem-vu")
    names = {each.key: each.name for each in portal.ward.units}
    for unit in units(plan, portal.ward):
        rows = tuple(task_rows(plan, unit, every, portal.ward))
        links = {e.link: read_at(e.link, portal) for row in rows for _, e in row.evidence}
        yield Heading(3, f"{names.get(unit, unit)} ({len(rows)})", f"don-vi-{unit}")
        yield render("reform/plan/tasks.html", rows=rows, links=links, page=page)
