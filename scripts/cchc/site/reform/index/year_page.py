"""A year's page: its points, where they were lost, the whole table with evidence."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.index import Criterion, Index, Scored
from cchc.reform.index_sums import Sums, by_field, of_criterion, sums, together, total
from cchc.reform.scores import shown
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import read_at
from cchc.site.reform.index.charts import NO_FIELD, field_chart
from cchc.site.reform.index.overview import TRAIL, gains
from cchc.site.reform.index.places import (
    SHORT,
    TITLE,
    TOP,
    ranked,
    sheet_address,
    year_address,
)
from cchc.site.reform.index.words import points_answer, rank_answer
from cchc.site.rendering import Heading, PageText, Part, render


def year_page(name: str, index: Index, portal: Portal) -> PageText:
    """Make the page of a year."""
    page, title = year_address(name), f"{TITLE} năm {name}"
    said = points_answer(name, index)
    ranks = [rank_answer(each, portal) for each in ranked(portal) if each.year == name]
    parts: list[Part] = [
        render("reform/path.html", page=page, trail=(*TRAIL, (SHORT, TOP)), here=f"Năm {name}"),
        Heading(1, title, "noi-dung"),
        render(
            "reform/index/year_top.html",
            page=page,
            index=index,
            year=name,
            answers=[*ranks, *([said] if index.criteria or not ranks else [])],
            table=read_at(index.table.link, portal) if index.table else "",
            sheet=sheet_address(name) if index.criteria else "",
            sums=total(index),
            points=shown,
        ),
        *_fields(name, index, page),
        *gains(name, index, page),
        *_table(index, page, portal),
    ]
    return PageText(page, title, tuple(parts), ranks[0] if ranks else said)


def _fields(name: str, index: Index, page: str) -> Iterator[Part]:
    groups = [(field or NO_FIELD, together(every)) for field, every in by_field(index)]
    if len(groups) > 1:
        yield Heading(2, "Điểm theo lĩnh vực", "linh-vuc")
        chart = field_chart(name, index)
        if chart:
            yield render("reform/index/chart.html", chart=chart, page=page)
        yield render("reform/index/fields.html", groups=groups, whole=total(index), points=shown)


def _table(index: Index, page: str, portal: Portal) -> Iterator[Part]:
    if not index.criteria:
        return
    every = [evidence for item in _items(index) for evidence in item.evidence]
    links = {each.link: read_at(each.link, portal) for each in every}
    yield Heading(2, f"Toàn bộ tiêu chí ({len(index.criteria)})", "tieu-chi")
    for number, (field, criteria) in enumerate(by_field(index), 1):
        if field:
            yield Heading(3, field, f"linh-vuc-{number}")
        rows = [row for each in criteria for row in _rows(each)]
        yield render("reform/index/criteria.html", rows=rows, links=links, page=page, points=shown)


def _items(index: Index) -> Iterator[Scored]:
    for criterion in index.criteria:
        yield criterion
        yield from criterion.components


def _rows(criterion: Criterion) -> Iterator[tuple[Scored, Sums, bool]]:
    """Give a criterion and its components, each with its sums; whether it is the whole."""
    yield criterion, of_criterion(criterion), True
    for each in criterion.components:
        yield each, sums((each,)), False
