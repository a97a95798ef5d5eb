"""The pages of surveys: the latest and the trend, then each period."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.survey.charts import questions_chart, trend_chart
from cchc.site.reform.survey.results import (
    SURVEYS,
    Answers,
    Kept,
    answer,
    answers,
    ends,
    interval,
    kept,
)
from cchc.site.reform.words import percent
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Khảo sát sự hài lòng"
TRAIL = (("Trang chủ", ""), ("Cải cách hành chính", REFORM))
NOTHING = "Chưa có số liệu khảo sát."


def survey_pages(portal: Portal) -> Iterator[PageText]:
    """Make the page of all periods, then each period's."""
    every = kept(portal)
    yield _all(every, portal)
    for each in every:
        yield _one(each, portal)


def _all(every: tuple[Kept, ...], portal: Portal) -> PageText:
    known = [each for each in every if each.rate]
    last = answer(known[-1]) if known else NOTHING
    data = {"page": SURVEYS, "portal": portal}
    parts: list[Part] = [
        render("reform/path.html", page=SURVEYS, trail=TRAIL, here="Khảo sát"),
        Heading(1, TITLE, "noi-dung"),
        render("reform/survey/latest.html", **data, answer=last, known=known),
    ]
    if every:
        shown = {"ends": ends, "percent": percent, "chart": trend_chart(every)}
        parts.append(Heading(2, "Qua các kỳ", "xu-huong"))
        parts.append(render("reform/survey/periods.html", **data, every=every[::-1], **shown))
    return PageText(SURVEYS, TITLE, tuple(parts), last)


def _one(each: Kept, portal: Portal) -> PageText:
    title = f"{TITLE} {each.period.label}"
    trail = (*TRAIL, ("Khảo sát", SURVEYS))
    links = {e.link: read_at(e.link, portal) for e in each.survey.evidence}
    data = {"page": each.address, "survey": each.survey, "percent": percent}
    every = tuple(answers(each.survey))
    parts: list[Part] = [
        render("reform/path.html", page=each.address, trail=trail, here=each.period.label),
        Heading(1, title, "noi-dung"),
        render("reform/survey/top.html", **data, answer=answer(each), links=links, portal=portal),
    ]
    if chart := questions_chart(each):
        parts.append(Heading(2, "Tỷ lệ hài lòng từng câu hỏi", "tung-cau"))
        parts.append(render("reform/survey/chart.html", page=each.address, chart=chart))
    parts += [part for found in every for part in _question(found, each)]
    return PageText(each.address, title, tuple(parts), answer(each))


def _question(found: Answers, each: Kept) -> Iterator[Part]:
    yield Heading(2, f"{found.question.key}. {found.question.text}", found.anchor)
    data = {
        "found": found,
        "percent": percent,
        "interval": interval,
        "ends": ends,
        "page": each.address,
    }
    yield render("reform/survey/question.html", **data)
