"""The charts of surveys: each question's rate in a period, the rate over the periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.site.charts.bars import bars
from cchc.site.charts.lines import lines
from cchc.site.charts.paper import size
from cchc.site.portal import Portal
from cchc.site.reform.survey.results import SURVEYS, Kept, answers, kept
from cchc.site.reform.words import percent

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's file, its size in pixels, the words for those who do not see it."""

    address: str
    content: bytes
    alt: str

    @property
    def size(self) -> tuple[int, int]:
        """The width and height."""
        return size(self.content)


def questions_chart(each: Kept) -> Chart | None:
    """Draw the rate of every question of a period; None where there is none."""
    found = [found for found in answers(each.survey) if found.rate]
    if not found:
        return None
    rows = [
        (
            f"{one.question.key}. {one.question.text}",
            round(one.rate.share * HUNDRED, 1),
            f"{one.rate.part}/{one.rate.base} phiếu",
        )
        for one in found
        if one.rate
    ]
    title = f"Tỷ lệ hài lòng từng câu hỏi, {each.period.label}"
    alt = f"{title}: " + "; ".join(f"{one.question.key} {percent(one.rate.share)}"
                                   for one in found if one.rate)  # fmt: skip
    drawn = bars(title, f"{alt}.", rows, "%", full=HUNDRED, mark_sample=each.survey.sample)
    return Chart(f"{each.address}hai-long.svg", drawn, f"{alt}. Số đầy đủ ở các bảng bên dưới.")


def trend_chart(every: Sequence[Kept]) -> Chart | None:
    """Draw the rate over the periods, the oldest first; None where fewer than two are known."""
    known = [(each, each.rate) for each in every if each.rate]
    if len(known) < 2:  # noqa: PLR2004 - one point is no line
        return None
    points = [(each.period.name, round(rate.share * HUNDRED, 1)) for each, rate in known]
    title = "Tỷ lệ hài lòng chung qua các kỳ"
    alt = f"{title}: " + "; ".join(f"{e.period.label} {percent(r.share)}" for e, r in known)
    sample = any(each.survey.sample for each, _ in known)
    drawn = lines(title, f"{alt}.", points, unit="%", least=0, most=HUNDRED, mark_sample=sample)
    return Chart(f"{SURVEYS}xu-huong.svg", drawn, f"{alt}. Số đầy đủ ở bảng bên dưới.")


def survey_charts(portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Give every chart's file."""
    every = kept(portal)
    for chart in (trend_chart(every), *map(questions_chart, every)):
        if chart:
            yield chart.address, chart.content
