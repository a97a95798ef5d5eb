"""All sections of the reform side, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.site.portal import Portal
from cchc.site.reform.documents.section import DOCUMENT_SECTION, REVIEW_SECTION
from cchc.site.reform.feedback.section import FEEDBACK_SECTION
from cchc.site.reform.finance.section import FINANCE_SECTION
from cchc.site.reform.index.section import INDEX_SECTION
from cchc.site.reform.plan.section import PLAN_SECTION
from cchc.site.reform.quality.quality_pages import QUALITY_SECTION
from cchc.site.reform.reception.reception_pages import RECEPTION_SECTION
from cchc.site.reform.section import Section
from cchc.site.reform.survey.section import SURVEY_SECTION
from cchc.site.rendering import PageText

SECTIONS: tuple[Section, ...] = (
    PLAN_SECTION,
    INDEX_SECTION,
    SURVEY_SECTION,
    FEEDBACK_SECTION,
    DOCUMENT_SECTION,
    REVIEW_SECTION,
    FINANCE_SECTION,
    QUALITY_SECTION,
    RECEPTION_SECTION,
)


def reform_pages(portal: Portal) -> Iterator[PageText]:
    """Make the pages of every section."""
    for section in SECTIONS:
        yield from section.pages(portal)


def reform_outputs(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Give the files beside the pages: charts, calendars."""
    for section in SECTIONS:
        yield from section.outputs(portal)
