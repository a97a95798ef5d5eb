"""The plan as a section of the reform side."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.plan_faults import PLAN
from cchc.reform.progress import dues, tally
from cchc.site.portal import Portal
from cchc.site.reform.plan.calendar_file import calendar_files
from cchc.site.reform.plan.plan_pages import PLANS, TITLE, plan_address, plan_pages
from cchc.site.reform.section import Figure, Section

LABEL = "Việc trong kế hoạch xong đúng hạn"


def plan_figures(portal: Portal) -> Iterator[Figure]:
    """Give how many tasks of this year's plan were done in time, of those that fell due."""
    year = portal.day.year
    plan = portal.reform.of(PLAN).get(str(year))
    counted = tally(dues(plan, year, portal.day)) if plan and plan.tracked else None
    if plan is None or counted is None or not counted.fell_due:
        yield Figure(LABEL, "", "", None, plan_address(str(year)) if plan else PLANS)
        return
    yield Figure(
        label=LABEL,
        value=f"{counted.in_time}/{counted.fell_due}",
        base="việc đã đến hạn hoặc làm xong sớm",
        day=portal.day,
        address=plan_address(str(year)),
        sample=plan.sample,
    )


PLAN_SECTION = Section(TITLE, PLANS, plan_pages, plan_figures, calendar_files)
