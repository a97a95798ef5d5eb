"""The surveys as a section of the reform side."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.site.portal import Portal
from cchc.site.reform.section import Figure, Section
from cchc.site.reform.survey.charts import survey_charts
from cchc.site.reform.survey.results import SURVEYS, interval, kept
from cchc.site.reform.survey.survey_pages import TITLE, survey_pages
from cchc.site.reform.words import percent

LABEL = "Người trả lời khảo sát hài lòng"


def survey_figures(portal: Portal) -> Iterator[Figure]:
    """Give the latest rate of satisfaction with its base, interval and period."""
    known = [(each, each.rate) for each in kept(portal) if each.rate]
    if not known:
        yield Figure(LABEL, "", "", None, SURVEYS)
        return
    last, rate = known[-1]
    yield Figure(
        label=LABEL,
        value=percent(rate.share),
        base=f"{rate.part}/{rate.base} phiếu {last.period.label}; khoảng tin cậy 95%:"
        f" {interval(rate)}",
        day=last.survey.last or min(last.period.last, portal.day),
        address=last.address,
        sample=last.survey.sample,
    )


SURVEY_SECTION = Section(TITLE, SURVEYS, survey_pages, survey_figures, survey_charts)
