"""The pages of the yearly review of documents."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.documents.citations import library
from cchc.reform.documents.document import Review, Reviewed, Verdict
from cchc.reform.documents.document_faults import DOCUMENTS, REVIEW
from cchc.reform.documents.numbers import cited
from cchc.site.portal import Portal
from cchc.site.reform.documents.shelf import address
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.trail import opened
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Rà soát, hệ thống hóa văn bản"
HERE = "Rà soát văn bản"
REVIEWS = f"{REFORM}{REVIEW.folder}/"


def review_address(name: str) -> str:
    """Give the address of a year's review."""
    return f"{REVIEWS}{name}/"


def total(review: Review) -> int | None:
    """Give how many documents were looked at; None where nobody says."""
    return len(review.documents) or review.total


def answer(review: Review, name: str) -> str:
    """Say in one sentence what a review found."""
    number = total(review)
    if number is None:
        return f"Năm {name}: chưa có kết quả rà soát."
    found = [f"{count} {verdict.label.lower()}" for verdict, count in verdicts(review) if count]
    return f"Năm {name}: rà soát {number} văn bản" + (f"; {', '.join(found)}." if found else ".")


def verdicts(review: Review) -> list[tuple[Verdict, int]]:
    """Count the documents by what was found."""
    return [(v, sum(each.verdict is v for each in review.documents)) for v in Verdict]


def review_pages(portal: Portal) -> Iterator[PageText]:
    """Make the list of years, then each year's result."""
    sheets = portal.reform.of(REVIEW)
    years = [(name, each, answer(each, name)) for name, each in sheets.items()]
    parts = (
        *opened(REVIEWS, HERE, TITLE),
        render("reform/documents/reviews.html", page=REVIEWS, years=years[::-1], at=review_address),
    )
    yield PageText(REVIEWS, TITLE, parts, "Kết quả rà soát, hệ thống hóa văn bản từng năm.")
    for name, review in sheets.items():
        yield _year(name, review, portal)


def _year(name: str, review: Review, portal: Portal) -> PageText:
    page, title = review_address(name), f"{TITLE} năm {name}"
    units = {each.key: each.name for each in portal.ward.units}
    known = library(portal.reform.of(DOCUMENTS))

    def read(each: Reviewed) -> str:
        key = cited(each.number, each.day)
        found = known.by_cited.get(key) or (None if each.day else known.named(each.number))
        return address(found) if found else ""

    parts: list[Part] = [
        *opened(page, f"Năm {name}", title, (HERE, REVIEWS)),
        render(
            "reform/documents/review.html",
            page=page,
            review=review,
            answer=answer(review, name),
            unit=units.get(review.unit, review.unit),
            evidence=[(each.name, read_at(each.link, portal)) for each in review.evidence],
        ),
    ]
    if rows := [(each, read(each)) for each in review.documents]:
        parts.append(Heading(2, f"Từng văn bản ({len(rows)})", "tung-van-ban"))
        parts.append(render("reform/documents/reviewed.html", rows=rows, page=page))
    return PageText(page, title, tuple(parts), answer(review, name))
