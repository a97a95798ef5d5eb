"""A line over periods: each value at its point in words, targets as broken lines with a key."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cchc.site.charts.paper import (
    BOLD,
    EDGE,
    INK,
    INNER,
    LINE,
    MAIN,
    SMALL,
    TEXT,
    UNKNOWN,
    WIDTH,
    Paper,
)
from cchc.site.charts.words import Number, number, width

# A period's name and its value (None: nobody has it); what a target is called and its value.
Point: TypeAlias = tuple[str, Number | None]
Target: TypeAlias = tuple[str, Number]
Place: TypeAlias = tuple[float, float]

HIGH = 150
ABOVE = 24
SIDE = 26
DASHES = ("7 4", "2 3", "10 3 2 3")


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a value stands between the top and the foot; ranks have the smallest on top."""

    top: float
    least: float
    most: float
    best_first: bool

    def at(self, value: Number) -> float:
        share = (float(value) - self.least) / ((self.most - self.least) or 1)
        return self.top + HIGH * (share if self.best_first else 1 - share)


def lines(  # noqa: PLR0913 - the words of a picture: title, description, unit
    title: str,
    description: str,
    points: Sequence[Point],
    targets: Sequence[Target] = (),
    unit: str = "",
    *,
    best_first: bool = False,
    least: Number | None = None,
    most: Number | None = None,
    mark_sample: bool = False,
) -> bytes:
    """Draw values over periods, as an SVG file; a period without a value breaks the line.

    `best_first`: the smallest value stands on top, as a rank does. `least` and `most` are the ends
    of the scale, else those of the values and targets, and zero.
    """
    paper = Paper(title, description, mark_sample=mark_sample)
    if unit:
        paper.write(f"Đơn vị: {unit}", SMALL, soft=True)
    values = [float(v) for _, v in (*points, *targets) if v is not None]
    ends = [float(v) for v in (least, most) if v is not None]
    low = float(least) if least is not None else min([0.0, *values])
    scale = _Scale(paper.down + ABOVE, low, max([*values, *ends, low + 1]), best_first)
    _frame(paper, scale)
    _targets(paper, targets, scale)
    _values(paper, points, scale)
    paper.down = scale.top + HIGH + 16
    _periods(paper, points)
    _key(paper, targets)
    return paper.svg()


def _frame(paper: Paper, scale: _Scale) -> None:
    foot = scale.top + HIGH
    paper.line([(EDGE, foot), (WIDTH - EDGE, foot)], "rule", stroke=LINE)


def _targets(paper: Paper, targets: Sequence[Target], scale: _Scale) -> None:
    for index, (_, value) in enumerate(targets):
        across = [(float(EDGE), scale.at(value)), (float(WIDTH - EDGE), scale.at(value))]
        paper.line(across, "mark", stroke=INK, stroke_width=1.5, stroke_dasharray=_dash(index))


def _dash(index: int) -> str:
    return DASHES[index % len(DASHES)]


def _across(count: int) -> list[float]:
    if count == 1:
        return [WIDTH / 2]
    step = (INNER - 2 * SIDE) / max(1, count - 1)
    return [EDGE + SIDE + step * index for index in range(count)]


def _values(paper: Paper, points: Sequence[Point], scale: _Scale) -> None:
    every = [
        (x, None if value is None else scale.at(value), value)
        for x, (_, value) in zip(_across(len(points)), points, strict=True)
    ]
    for run in _runs([(x, y) for x, y, _ in every]):
        paper.line(run, "path", stroke=MAIN, stroke_width=2.5)
    for x, y, value in every:
        if y is not None and value is not None:
            paper.dot(x, y)
            paper.text(number(value), TEXT, x, y - 10, anchor="middle", weight=BOLD, halo=True)


def _runs(places: Sequence[tuple[float, float | None]]) -> Iterator[list[Place]]:
    """Part the places where a value is missing: no line says what nobody knows."""
    run: list[Place] = []
    for x, y in (*places, (0.0, None)):
        if y is not None:
            run.append((x, y))
        elif run:
            if len(run) > 1:
                yield run
            run = []


def _periods(paper: Paper, points: Sequence[Point]) -> None:
    """Name the periods under the line; where they are many, every second or third one."""
    widest = max((width(label, SMALL) for label, _ in points), default=0) + 6
    every = max(1, math.ceil(len(points) * widest / INNER))
    last = len(points) - 1
    for index, (x, (label, value)) in enumerate(zip(_across(len(points)), points, strict=True)):
        if (last - index) % every == 0:
            paper.text(label, SMALL, x, paper.down, anchor="middle")
        if value is None:
            paper.text("–", TEXT, x, paper.down - 22, anchor="middle", soft=True)
    paper.down += 8
    if any(value is None for _, value in points):
        paper.write(f"–: {UNKNOWN}", SMALL, soft=True)


def _key(paper: Paper, targets: Sequence[Target]) -> None:
    for index, (label, value) in enumerate(targets):
        paper.down += 4
        middle = paper.down + SMALL * 0.65
        paper.line([(EDGE, middle), (EDGE + 30, middle)], "mark", stroke=INK, stroke_width=1.5,
                   stroke_dasharray=_dash(index))  # fmt: skip
        paper.write(f"{label}: {number(value)}", SMALL, left=EDGE + 38)
