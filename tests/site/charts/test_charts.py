"""Charts: a file that any program can read, with its words in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from lxml import etree

from cchc.site.charts.bars import bars
from cchc.site.charts.lines import lines
from cchc.site.charts.paper import SAMPLE, WIDTH, size
from cchc.site.charts.words import broken, number, width
from tests.site.charts.samples import LONG, some_bars, some_lines

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = pytest.mark.parametrize("draw", [some_bars, some_lines])
Draw = Callable[..., bytes]


def texts(svg: bytes) -> list[str]:
    return [each.text or "" for each in etree.fromstring(svg).iter(f"{SVG}text")]


@DRAWN
def test_a_chart_says_what_it_is(draw: Draw) -> None:
    root = etree.fromstring(draw())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title", "").startswith(("Điểm từng", "Hạng cải cách"))
    assert len(root.findtext(f"{SVG}desc", "")) > 20


@DRAWN
def test_a_chart_runs_nothing_and_asks_for_nothing(draw: Draw) -> None:
    root = etree.fromstring(draw())
    names = {etree.QName(each).localname for each in root.iter(etree.Element)}
    assert names <= {"svg", "style", "defs", "title", "desc", "rect", "text", "path", "circle"}
    for each in root.iter(etree.Element):
        assert not any("href" in key or key.startswith("on") for key in each.attrib)
        assert not any("url(" in value or "//" in value for value in each.attrib.values())
    assert not re.search(r"url\(|@import|//", root.findtext(f"{SVG}style", "x//"))


@DRAWN
def test_the_same_numbers_give_the_same_bytes(draw: Draw) -> None:
    assert draw() == draw()


def test_values_stand_in_the_chart_as_words() -> None:
    said = texts(some_bars())
    assert {"9,25 điểm", "4 điểm", "0 điểm", "chưa có số liệu", "trong 10 điểm"} <= set(said)
    assert LONG in " ".join(said)
    assert "Thể chế <nhóm> & rà soát" in said


def test_periods_values_and_targets_stand_in_the_line() -> None:
    said = texts(some_lines())
    assert {"2021", "22", "2026", "Mục tiêu, trong nhóm đầu: 3", "–: chưa có số liệu"} <= set(said)


def test_a_period_without_a_value_breaks_the_line() -> None:
    drawn = etree.fromstring(some_lines()).findall(f"{SVG}path[@class='path']")
    assert [each.get("d", "").count("L") for each in drawn] == [1, 2]


def test_a_better_rank_stands_higher() -> None:
    dots = etree.fromstring(some_lines()).findall(f"{SVG}circle")
    heights = [float(each.get("cy", "")) for each in dots]
    assert heights == sorted(heights, reverse=True)


def test_bars_are_as_long_as_their_share() -> None:
    svg = bars("A", "Hai số", [("a", 50, ""), ("b", 25, ""), ("c", 300, "")], "%", full=100)
    drawn = etree.fromstring(svg).findall(f"{SVG}rect[@class='main']")
    long = [float(each.get("width", "")) for each in drawn]
    assert long[0] == pytest.approx(2 * long[1], abs=0.2)
    assert long[2] == pytest.approx(2 * long[0], abs=0.2)


@DRAWN
def test_trial_figures_say_so(draw: Draw) -> None:
    assert SAMPLE in texts(draw(mark_sample=True))
    assert SAMPLE not in texts(draw())


@pytest.mark.parametrize(
    "svg", [bars("A", "Không có", [], "điểm"), lines("A", "Không có", []),
            lines("A", "Một", [("2026", None)]), lines("A", "Một", [("2026", 5)])],
)  # fmt: skip
def test_nothing_to_draw_is_a_chart_still(svg: bytes) -> None:
    assert etree.fromstring(svg).tag == f"{SVG}svg"
    assert size(svg)[0] == WIDTH


def test_many_periods_are_not_written_over_each_other() -> None:
    points = [(f"2026-T{month:02}", month) for month in range(1, 13)]
    named = [each for each in texts(lines("A", "Năm", points)) if each.startswith("2026")]
    assert named[-1] == "2026-T12"
    assert sum(width(each, 12) for each in named) < WIDTH


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1234567, "1.234.567"),
        (Decimal("4.50"), "4,5"),
        (0, "0"),
        (92.4, "92,4"),
        (Decimal(100), "100"),
    ],
)
def test_numbers(value: Decimal, words: str) -> None:
    assert number(value) == words


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert broken("a" * 30, 10, 100) == ["a" * 10, "a" * 10, "a" * 10]
    assert broken("", 10, 100) == []
