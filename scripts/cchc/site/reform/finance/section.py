"""Published finances as a section of the reform side."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.finance.calendar import Owed
from cchc.reform.finance.finance_faults import FINANCE
from cchc.site.portal import Portal
from cchc.site.reform.finance.finance_pages import (
    FINANCES,
    TITLE,
    finance_files,
    finance_pages,
    owed,
    published,
    year_address,
)
from cchc.site.reform.section import Figure, Section

LABEL = "Bảng tài chính đã công khai"


def finance_figures(portal: Portal) -> Iterator[Figure]:
    """Give how many tables of this year are published, of those due where the calendar is known."""
    name = str(portal.day.year)
    sheet = portal.reform.of(FINANCE).get(name)
    if sheet is None or not sheet.publications:
        yield Figure(LABEL, "", "", None, year_address(name) if sheet else FINANCES)
        return
    every = owed(name, sheet, portal)
    met = sum(each.publication is not None for each in every)
    due = met + sum(each.state is Owed.MISSING for each in every)
    value = f"{met}/{due}" if due else str(len(published(sheet, portal)))
    base = "bảng đã đến hạn hoặc công khai sớm" if due else "bảng"
    yield Figure(LABEL, value, base, portal.day, year_address(name), sheet.sample)


FINANCE_SECTION = Section(TITLE, FINANCES, finance_pages, finance_figures, finance_files)
