"""Feedback as a section of the reform side."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.feedback_faults import FEEDBACK
from cchc.site.portal import Portal
from cchc.site.reform.feedback.feedback_pages import (
    FEEDBACKS,
    TITLE,
    counted,
    feedback_pages,
    year_address,
)
from cchc.site.reform.section import Figure, Section

LABEL = "Phản ánh, kiến nghị được trả lời đúng hạn"


def feedback_figures(portal: Portal) -> Iterator[Figure]:
    """Give how much of this year's feedback was answered in time, of what had a limit."""
    name = str(portal.day.year)
    sheet = portal.reform.of(FEEDBACK).get(name)
    counts = counted(sheet, portal) if sheet else None
    if sheet is None or counts is None or not counts.judged:
        yield Figure(LABEL, "", "", None, year_address(name) if sheet else FEEDBACKS)
        return
    yield Figure(
        label=LABEL,
        value=f"{counts.in_time}/{counts.judged}",
        base="phản ánh đã trả lời hoặc đã quá hạn",
        day=portal.day,
        address=year_address(name),
        sample=sheet.sample,
    )


def no_files(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Give nothing: these pages need no file beside them."""
    del portal
    yield from ()


FEEDBACK_SECTION = Section(TITLE, FEEDBACKS, feedback_pages, feedback_figures, no_files)
