"""The deadlines of a plan as iCalendar, for the calendars of the units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cchc.base.clock import show_date
from cchc.reform.deadlines import unit_name
from cchc.reform.plan import Plan
from cchc.reform.plan_faults import PLAN
from cchc.reform.progress import FINISHED, Due, State, dues
from cchc.site.feeds.change_feeds import feed_id, feed_link
from cchc.site.feeds.ical import Appointment, calendar
from cchc.site.portal import Portal
from cchc.site.reform.plan.plan_pages import CALENDAR, TITLE, has_calendar, plan_address
from cchc.site.reform.words import SAMPLE


def calendars(portal: Portal) -> Iterator[tuple[str, str]]:
    """List the calendars by title and address."""
    for name, plan in portal.reform.of(PLAN).items():
        if has_calendar(plan):
            yield f"Hạn của kế hoạch năm {name}", f"{plan_address(name)}{CALENDAR}"


def calendar_files(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Make the calendar of each plan that has deadlines."""
    for name, plan in portal.reform.of(PLAN).items():
        if has_calendar(plan):
            every = dues(plan, int(name), portal.day)
            kept = sorted((e for e in every if _told(plan, e)), key=lambda e: e.day)
            title = f"{TITLE} năm {name}"
            entries = [_appointment(e, name, plan, portal) for e in kept]
            yield f"{plan_address(name)}{CALENDAR}", calendar(title, entries)


def _told(plan: Plan, due: Due) -> bool:
    """Tell whether a due time is a day that the plan gives; what is given up is no deadline."""
    return due.state is not State.HALTED and (plan.tracked or due.task.due is not None)


def _appointment(due: Due, name: str, plan: Plan, portal: Portal) -> Appointment:
    task, page = due.task, plan_address(name)
    of = f" ({due.period.label})" if due.period else ""
    done = f"Xong ngày {show_date(due.done.day)}" if due.done else ""
    finished = due.state in FINISHED
    lines = (
        SAMPLE if plan.sample else "",
        f"Chủ trì: {unit_name(portal.ward, task.unit)}",
        f"Sản phẩm: {task.product}" if task.product else "",
        done if finished else "",
    )
    link = feed_link(f"{page}", page, portal.site_url) if portal.site_url else ""
    return Appointment(
        uid=feed_id(portal, "ke-hoach", name, task.key, due.period.name if due.period else ""),
        day=due.day,
        stamp=_stamp(due, int(name), plan, portal.day),
        summary=f"{'Đã xong' if finished else 'Hạn'}: {task.key} {task.name}{of}",
        description="\n".join(filter(None, lines)),
        url=f"{link}#{task.key.lower()}" if link else "",
    )


def _stamp(due: Due, year: int, plan: Plan, day: dt.date) -> dt.date:
    """Give the day of the last news of it in the data: it was done, the plan was signed."""
    known = [plan.date, due.done.day if due.done else None]
    told = [each for each in known if each and each <= day]
    return max(told, default=min(dt.date(year, 1, 1), day))
