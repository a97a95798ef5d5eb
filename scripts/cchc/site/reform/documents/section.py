"""Documents and their review as sections of the reform side."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.documents.document_faults import REVIEW
from cchc.site.portal import Portal
from cchc.site.reform.documents.document_pages import TITLE, document_pages
from cchc.site.reform.documents.review_pages import (
    REVIEWS,
    review_address,
    review_pages,
    total,
)
from cchc.site.reform.documents.review_pages import TITLE as REVIEW_TITLE
from cchc.site.reform.documents.shelf import PLACE, held
from cchc.site.reform.feedback.section import no_files
from cchc.site.reform.section import Figure, Section


def document_figures(portal: Portal) -> Iterator[Figure]:
    """Give how many documents are listed."""
    every = held(portal)
    sample = any(each.sample for each in every)
    value, day = (str(len(every)), portal.day) if every else ("", None)
    yield Figure("Văn bản trong danh mục", value, "văn bản" if every else "", day, PLACE, sample)


def review_figures(portal: Portal) -> Iterator[Figure]:
    """Give the newest review's number of documents."""
    label = "Văn bản đã rà soát"
    for name, review in reversed(tuple(portal.reform.of(REVIEW).items())):
        if (number := total(review)) is not None:
            day = review.day or review.ends
            base = f"văn bản, rà soát năm {name}"
            yield Figure(label, str(number), base, day, review_address(name), review.sample)
            return
    yield Figure(label, "", "", None, REVIEWS)


DOCUMENT_SECTION = Section(TITLE, PLACE, document_pages, document_figures, no_files)
REVIEW_SECTION = Section(REVIEW_TITLE, REVIEWS, review_pages, review_figures, no_files)
