"""The first page of the index: the newest rank, ranks over years, what would gain most."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.index import Index
from cchc.reform.index_faults import INDEX
from cchc.reform.index_sums import lost_points
from cchc.reform.scores import shown
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.index.charts import rank_charts
from cchc.site.reform.index.places import (
    SHORT,
    TITLE,
    TOP,
    Ranked,
    latest,
    newest_first,
    ranked,
    year_address,
)
from cchc.site.reform.index.words import points_answer, rank_answer
from cchc.site.rendering import Heading, PageText, Part, render

TRAIL = (("Trang chủ", ""), ("Cải cách hành chính", REFORM))
GAINS = 5


NO_RANK = ["Hạng của phường: chưa có số liệu."]


def overview(portal: Portal) -> PageText:
    """Make the page."""
    every = tuple(ranked(portal))
    years = portal.reform.of(INDEX)
    answers = [rank_answer(each, portal) for each in latest(every)] or NO_RANK
    sample = any(each.sample for each in years.values())
    parts: list[Part] = [
        render("reform/path.html", page=TOP, trail=TRAIL, here=SHORT),
        Heading(1, TITLE, "noi-dung"),
        render(
            "reform/index/top.html",
            page=TOP,
            answers=[*answers, *_newest_points(portal)],
            sample=sample,
            known=bool(years),
        ),
        *_ranks(every, portal),
        *_gains(portal),
        *_points(portal),
    ]
    return PageText(TOP, TITLE, tuple(parts), answers[0])


def _newest_points(portal: Portal) -> list[str]:
    """Say the points of the newest year that has a table."""
    said = [points_answer(name, each) for name, each in newest_first(portal) if each.criteria]
    return said[:1]


def _ranks(every: tuple[Ranked, ...], portal: Portal) -> Iterator[Part]:
    if not every:
        return
    yield Heading(2, "Hạng qua các năm", "hang")
    charts = [
        render("reform/index/chart.html", chart=each, page=TOP) for each in rank_charts(every)
    ]
    if charts:
        yield '<div class="charts">\n' + "\n".join(charts) + "\n</div>"
    links = {each.rank.document.link: read_at(each.rank.document.link, portal) for each in every}
    yield render("reform/index/ranks.html", rows=every, page=TOP, links=links, address=year_address)


def _gains(portal: Portal) -> Iterator[Part]:
    """Give what cost the most points in the newest year that has points."""
    for name, index in newest_first(portal):
        if lost_points(index):
            yield from gains(name, index, TOP)
            return


def gains(name: str, index: Index, page: str) -> Iterator[Part]:
    """Give the places where a year lost the most points, with the reason."""
    every = lost_points(index)
    if not every:
        return
    yield Heading(2, f"Chỗ tăng được nhiều điểm nhất, năm {name}", "mat-diem")
    yield render(
        "reform/index/gains.html",
        lost=every[:GAINS],
        whole=sum(each.points for each in every),
        count=len(every),
        page=page,
        address=year_address(name),
        points=shown,
    )


def _points(portal: Portal) -> Iterator[Part]:
    years = [(name, index, points_answer(name, index)) for name, index in newest_first(portal)]
    if years:
        yield Heading(2, "Bảng điểm từng năm", "bang-diem")
        yield render("reform/index/years.html", years=years, page=TOP, address=year_address)
