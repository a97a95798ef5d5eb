"""The index as a section of the reform side."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.index_faults import INDEX
from cchc.reform.index_sheet.writing import write_index
from cchc.site.portal import Portal
from cchc.site.reform.index.charts import field_chart, rank_charts
from cchc.site.reform.index.overview import overview
from cchc.site.reform.index.places import (
    TITLE,
    TOP,
    latest,
    ranked,
    sheet_address,
    year_address,
)
from cchc.site.reform.index.year_page import year_page
from cchc.site.reform.section import Figure, Section
from cchc.site.rendering import PageText

LABEL = "Hạng cải cách hành chính"


def index_pages(portal: Portal) -> Iterator[PageText]:
    """Make the first page, then each year's."""
    yield overview(portal)
    for name, index in portal.reform.of(INDEX).items():
        yield year_page(name, index, portal)


def index_figures(portal: Portal) -> Iterator[Figure]:
    """Give the newest rank in each scope beside its target."""
    newest = latest(tuple(ranked(portal)))
    if not newest:
        yield Figure(LABEL, "", "", None, TOP)
    for each in newest:
        aim = f", mục tiêu trong nhóm {each.aim.best}: {each.distance}" if each.aim else ""
        yield Figure(
            label=f"{LABEL} năm {each.year} trong {each.rank.scope.label}",
            value=f"{each.rank.place}/{each.rank.of}",
            base=f"đơn vị được xếp hạng{aim}",
            day=each.rank.day,
            address=year_address(each.year),
            sample=each.index.sample,
        )


def index_outputs(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Make the charts, and each year's scoring sheet as a workbook."""
    for chart in rank_charts(tuple(ranked(portal))):
        yield chart.address, chart.svg
    for name, index in portal.reform.of(INDEX).items():
        if index.criteria:
            yield sheet_address(name), write_index(index, name, portal.ward.agency.name)
            found = field_chart(name, index)
            if found:
                yield found.address, found.svg


INDEX_SECTION = Section(TITLE, TOP, index_pages, index_figures, index_outputs)
