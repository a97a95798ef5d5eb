"""Bars one under another: each its label, its length, its number; a note in small letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from cchc.site.charts.paper import (
    BOLD,
    BOLDER,
    EDGE,
    INNER,
    LINE,
    MAIN,
    SMALL,
    TEXT,
    TINT,
    UNKNOWN,
    Paper,
)
from cchc.site.charts.words import Number, number, width

# A label, its value (None: nobody has it), a note such as the base of a rate.
Row: TypeAlias = tuple[str, Number | None, str]

HIGH = 14
GAP = 11


def bars(  # noqa: PLR0913 - the words of a picture: title, description, unit
    title: str,
    description: str,
    rows: Sequence[Row],
    unit: str,
    *,
    full: Number | None = None,
    mark_sample: bool = False,
) -> bytes:
    """Draw bars from zero, as an SVG file. `unit` follows each number (`%`, `điểm`).

    A full bar is `full`, such as 100 of a percentage, or else the largest value. No value may be
    below zero.
    """
    paper = Paper(title, description, mark_sample=mark_sample)
    most = float(full if full is not None else max((v for _, v, _ in rows if v), default=1))
    room = INNER - _beside(rows, unit)
    for row in rows:
        _bar(paper, row, unit, most or 1, room)
    return paper.svg()


def _beside(rows: Sequence[Row], unit: str) -> float:
    """Give the room that the longest number needs beside its bar."""
    said = (_words(value, unit) for _, value, _ in rows if value is not None)
    return 8 + BOLDER * max((width(each, TEXT) for each in said), default=0)


def _words(value: Number | None, unit: str) -> str:
    if value is None:
        return UNKNOWN
    return f"{number(value)}{unit}" if unit == "%" else f"{number(value)} {unit}".rstrip()


def _bar(paper: Paper, row: Row, unit: str, most: float, room: float) -> None:
    label, value, note = row
    paper.down += GAP
    paper.write(label, TEXT)
    top = paper.down + 3
    if value is None:
        paper.write(UNKNOWN, TEXT, soft=True)
    else:
        long = min(1.0, float(value) / most) * room
        paper.rectangle(EDGE, top, room, HIGH, "tint rule", fill=TINT, stroke=LINE)
        paper.rectangle(EDGE, top, long, HIGH, "main", fill=MAIN)
        words = _words(value, unit)
        paper.text(words, TEXT, EDGE + room + 8, top + HIGH - 2, weight=BOLD)
        paper.down = top + HIGH + 3
    if note:
        paper.write(note, SMALL, soft=True)
