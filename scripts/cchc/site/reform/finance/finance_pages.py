"""The pages of published finances: all years, one budget year with its tables."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.finance.calendar import Duty, Owed, duties
from cchc.reform.finance.finance_faults import FINANCE
from cchc.reform.finance.publication import FinanceYear, Publication
from cchc.reform.periods import NotAPeriodError, period
from cchc.site.charts.paper import size
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.finance.money_table import chart, table_html
from cchc.site.reform.trail import opened
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Công khai tài chính"
FINANCES = f"{REFORM}{FINANCE.folder}/"


def year_address(name: str) -> str:
    """Give the address of a budget year."""
    return f"{FINANCES}{name}/"


def published(sheet: FinanceYear, portal: Portal) -> tuple[Publication, ...]:
    """List what was published by the day, the latest first."""
    known = (each for each in sheet.publications if each.day <= portal.day)
    return tuple(sorted(known, key=lambda each: (each.day, each.key), reverse=True))


def owed(name: str, sheet: FinanceYear, portal: Portal) -> tuple[Duty, ...]:
    """List what the settings' calendar awaits of a budget year."""
    return duties(sheet, int(name), portal.day, portal.ward.finance_calendar)


def answer(name: str, sheet: FinanceYear, portal: Portal) -> str:
    """Say in one sentence what has been published and what is missing."""
    done = published(sheet, portal)
    if not done:
        said = f"Năm ngân sách {name}: chưa công khai bảng nào"
    else:
        said = f"Năm ngân sách {name}: {len(done)} bảng, mới nhất ngày {done[0].day:%d/%m/%Y}"
    missing = sum(each.state is Owed.MISSING for each in owed(name, sheet, portal))
    if portal.ward.finance_calendar:
        said += f"; {missing} bảng quá hạn theo lịch" if missing else "; không bảng nào quá hạn"
    return f"{said} (đến {portal.day:%d/%m/%Y})."


def finance_pages(portal: Portal) -> Iterator[PageText]:
    """Make the list of years, then each year's page."""
    sheets = portal.reform.of(FINANCE)
    years = [(name, each, answer(name, each, portal)) for name, each in sheets.items()]
    parts = (
        *opened(FINANCES, TITLE, TITLE),
        render("reform/finance/years.html", page=FINANCES, years=years[::-1], at=year_address),
    )
    said = "Dự toán, tình hình thực hiện, quyết toán ngân sách phường đã công khai."
    yield PageText(FINANCES, TITLE, parts, said, ("ngân sách", "dự toán", "quyết toán"))
    for name, sheet in sheets.items():
        yield _year(name, sheet, portal)


def _year(name: str, sheet: FinanceYear, portal: Portal) -> PageText:
    page, title = year_address(name), f"{TITLE} năm {name}"
    said = answer(name, sheet, portal)
    parts: list[Part] = [
        *opened(page, f"Năm {name}", title, (TITLE, FINANCES)),
        render("reform/finance/top.html", sheet=sheet, answer=said),
        *_calendar(name, sheet, portal),
    ]
    for each in published(sheet, portal):
        parts += _publication(each, page, sheet, portal)
    return PageText(page, title, tuple(parts), said)


def _calendar(name: str, sheet: FinanceYear, portal: Portal) -> Iterator[Part]:
    every = owed(name, sheet, portal)
    verified = all(each.duty.verified for each in every)
    if every:
        yield Heading(2, "Theo lịch phải công khai", "lich")
    yield render("reform/finance/calendar.html", duties=every, verified=verified)


def _publication(
    each: Publication, page: str, sheet: FinanceYear, portal: Portal
) -> Iterator[Part]:
    table = portal.reform.tables.get(each.table)
    yield Heading(2, each.name, each.key)
    yield render(
        "reform/finance/facts.html",
        p=each,
        page=page,
        period=_said(each.period),
        table=f"{FINANCES}{each.table}" if each.table else "",
        file=read_at(each.file, portal),
    )
    drawn = chart(each, table, sample=sheet.sample) if table else None
    if drawn:
        width, height = size(drawn)
        data = {"address": chart_address(page, each), "width": width, "height": height}
        yield render("reform/finance/chart.html", p=each, page=page, **data)
    if table:
        yield table_html(each, table)
    elif each.table:
        yield render("reform/finance/unread.html")


def _said(name: str) -> str:
    try:
        return period(name).label
    except NotAPeriodError:
        return name


def chart_address(page: str, publication: Publication) -> str:
    """Give the address of a publication's chart."""
    return f"{page}{publication.key}.svg"


def finance_files(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Give the charts."""
    for name, sheet in portal.reform.of(FINANCE).items():
        for each in published(sheet, portal):
            table = portal.reform.tables.get(each.table)
            drawn = chart(each, table, sample=sheet.sample) if table else None
            if drawn:
                yield chart_address(year_address(name), each), drawn
