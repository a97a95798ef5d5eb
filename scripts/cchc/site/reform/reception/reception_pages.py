"""The pages of the reception calendar, its iCalendar file, what the contact page shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from cchc.base.clock import show_date
from cchc.reform.meetings import Meeting, meetings
from cchc.reform.reception import ReceptionYear, Session
from cchc.reform.reception_faults import RECEPTION
from cchc.site.contact import WEEKDAYS
from cchc.site.feeds.change_feeds import feed_id
from cchc.site.feeds.ical import Appointment, calendar
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.section import Figure, Section
from cchc.site.reform.trail import opened
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = RECEPTION.title
RECEPTIONS = f"{REFORM}{RECEPTION.folder}/"
FILE = "lich.ics"
NEXT = 3
LABEL = "Buổi tiếp công dân sắp tới"


def year_address(name: str) -> str:
    """Give the address of a year's calendar."""
    return f"{RECEPTIONS}{name}/"


def coming(portal: Portal) -> tuple[Meeting, ...]:
    """List the days of reception from the day of the build on, of every year there is."""
    every = (
        each
        for name, sheet in portal.reform.of(RECEPTION).items()
        for each in meetings(sheet, int(name), portal.ward.calendar)
    )
    return tuple(sorted(each for each in every if each.day >= portal.day))


def when(each: Meeting) -> str:
    """Say a meeting's day and hours: `thứ Năm 26/11/2026, 07:30–11:30`."""
    hours = "–".join(filter(None, (each.begins, each.ends)))
    day = f"{WEEKDAYS[each.day.weekday()]} {show_date(each.day)}"
    return f"{day}, {hours}" if hours else day


def rule(session: Session) -> str:
    """Say a session's rule: `thứ Năm hằng tuần`, `ngày 10, 20 hằng tháng`."""
    said = []
    if session.weekdays:
        days = ", ".join(WEEKDAYS[each - 2] for each in sorted(session.weekdays))
        said.append(f"{days} hằng tuần")
    if session.month_days:
        days = ", ".join(map(str, sorted(session.month_days)))
        said.append(f"ngày {days} hằng tháng")
    if session.days:
        said.append(", ".join(map(show_date, sorted(session.days))))
    hours = "–".join(filter(None, (session.begins, session.ends)))
    return "; ".join(said) + (f", {hours}" if hours else "")


def answer(portal: Portal) -> str:
    """Say when people are received next."""
    every = coming(portal)
    if not every:
        return f"Từ ngày {show_date(portal.day)}: chưa có buổi tiếp công dân nào trong lịch."
    first = every[0]
    where = f", tại {first.place}" if first.place else ""
    return f"Buổi gần nhất: {when(first)}: {first.role}{where}."


def reception_pages(portal: Portal) -> Iterator[PageText]:
    """Make the first page and each year's."""
    sheets = portal.reform.of(RECEPTION)
    parts = (
        *opened(RECEPTIONS, TITLE, TITLE),
        render(
            "reform/reception/first.html",
            page=RECEPTIONS,
            answer=answer(portal),
            years=[(name, sheet, year_address(name)) for name, sheet in sheets.items()][::-1],
            sample=any(each.sample for each in sheets.values()),
        ),
    )
    said = "Ai tiếp công dân, ngày nào, giờ nào, ở đâu."
    yield PageText(RECEPTIONS, TITLE, parts, said, ("tiếp dân", "gặp chủ tịch"))
    for name, sheet in sheets.items():
        yield _year(name, sheet, portal)


def _year(name: str, sheet: ReceptionYear, portal: Portal) -> PageText:
    page, title = year_address(name), f"{TITLE} năm {name}"
    every = meetings(sheet, int(name), portal.ward.calendar)
    ahead = [each for each in every if each.day >= portal.day]
    said = answer(portal) if ahead else f"Năm {name}: không còn buổi tiếp công dân nào."
    parts: list[Part] = [
        *opened(page, f"Năm {name}", title, (TITLE, RECEPTIONS)),
        render(
            "reform/reception/top.html",
            s=sheet,
            page=page,
            answer=said,
            rules=[(each, rule(each)) for each in sheet.sessions],
            document=read_at(sheet.file, portal),
            calendar=f"{page}{FILE}" if every else "",
        ),
    ]
    if ahead:
        parts.append(Heading(2, f"Các buổi sắp tới ({len(ahead)})", "sap-toi"))
        parts.append(render("reform/reception/days.html", meetings=ahead, when=when))
    return PageText(page, title, tuple(parts), said)


def reception_block(portal: Portal, page: str) -> str:
    """Render what the contact page says of reception: the next days, or that nobody knows."""
    sheets = portal.reform.of(RECEPTION)
    return render(
        "reform/reception/block.html",
        page=page,
        next=coming(portal)[:NEXT],
        when=when,
        first=RECEPTIONS,
        sample=any(each.sample for each in sheets.values()),
    )


def reception_files(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Give each year's calendar as an iCalendar file."""
    for name, sheet in portal.reform.of(RECEPTION).items():
        every = meetings(sheet, int(name), portal.ward.calendar)
        if every:
            page = year_address(name)
            title = f"{TITLE} năm {name}" + (" (số liệu mẫu)" if sheet.sample else "")
            events = (_appointment(each, page, sheet, portal) for each in every)
            yield f"{page}{FILE}", calendar(title, events)


def _appointment(each: Meeting, page: str, sheet: ReceptionYear, portal: Portal) -> Appointment:
    begun = min(one.since for one in portal.ward.names)
    summary = f"Tiếp công dân: {each.role}"
    return Appointment(
        uid=feed_id(portal, RECEPTION.folder, each.day.isoformat(), each.role, each.begins),
        day=each.day,
        stamp=sheet.date or begun,
        summary=f"{summary} (số liệu mẫu)" if sheet.sample else summary,
        description="\n".join(filter(None, (when(each), each.place))),
        url=urljoin(portal.site_url, page) if portal.site_url else "",
    )


def reception_figures(portal: Portal) -> Iterator[Figure]:
    """Give the next day of reception."""
    every = coming(portal)
    sample = any(each.sample for each in portal.reform.of(RECEPTION).values())
    if not every:
        yield Figure(LABEL, "", "", None, RECEPTIONS)
        return
    yield Figure(LABEL, show_date(every[0].day), every[0].role, portal.day, RECEPTIONS, sample)


RECEPTION_SECTION = Section(TITLE, RECEPTIONS, reception_pages, reception_figures, reception_files)
