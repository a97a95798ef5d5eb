"""What each column of a scoring sheet is, whatever its order and writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from cchc.base.text import fold

Cell: TypeAlias = str | float
Cells: TypeAlias = Sequence[Cell]

# Banners and the two columns of names above a table: never more than this.
SEARCHED = 40
LONGEST = 80
NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class Column(StrEnum):
    """A part of a row, by the heading this project writes."""

    NUMBER = "STT"
    NAME = "Tiêu chí, tiêu chí thành phần"
    MOST = "Điểm tối đa"
    SELF = "Tự chấm"
    VERIFIED = "Thẩm định"
    EVIDENCE = "Minh chứng"
    EXPLANATION = "Giải trình"


# What a heading's key holds; the first that fits, since a heading may hold two (“Điểm tự chấm”).
HOLDS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (Column.EVIDENCE, re.compile(r"minhchung|kiemchung")),
    (Column.EXPLANATION, re.compile(r"giaitrinh|lido|ghichu|nguyennhan")),
    (Column.VERIFIED, re.compile(r"thamdinh|phuctra")),
    (Column.SELF, re.compile(r"tucham|tudanhgia|tuchodiem")),
    (Column.MOST, re.compile(r"toida|thangdiem|diemchuan")),
    (Column.NUMBER, re.compile(r"^(?:stt|tt|sott|sothutu)$")),
    (Column.NAME, re.compile(r"tieuchi|noidung|linhvuc")),
)
NEEDED = frozenset({Column.NAME, Column.MOST})


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows the heading stands in (from 0, `last` included), each column's place, doubles."""

    last: int
    columns: Mapping[Column, int]
    doubles: tuple[tuple[Column, int], ...] = ()


def column_of(cell: Cell) -> Column | None:
    """Tell what a heading's cell stands over."""
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return None
    key = NOT_LETTERS.sub("", fold(cell))
    return next((column for column, holds in HOLDS if holds.search(key)), None)


def find_heading(rows: Sequence[Cells]) -> Heading | None:
    """Find the heading; one of two rows has its names in both (“Điểm”: “tự chấm”, “thẩm định”)."""
    for number, row in enumerate(rows[:SEARCHED]):
        above = dict(_columns(row))
        if set(above.values()) >= NEEDED:
            return _whole(number, above, rows)
        below = dict(_columns(rows[number + 1])) if number + 1 < len(rows) else {}
        # One cell alone is the title: “Bảng tự chấm điểm năm 2026”.
        if len(above) > 1 and below and set(above.values()) | set(below.values()) >= NEEDED:
            return _whole(number, above, rows)
    return None


def _whole(number: int, above: dict[int, Column], rows: Sequence[Cells]) -> Heading:
    last, every = number, dict(above)
    under = dict(_columns(rows[number + 1])) if number + 1 < len(rows) else {}
    if under and not _has_points(rows[number + 1]):
        last = number + 1
        every |= under
    columns: dict[Column, int] = {}
    doubles = []
    for place, column in sorted(every.items()):
        if columns.setdefault(column, place) != place:
            doubles.append((column, place))
    return Heading(last, MappingProxyType(columns), tuple(doubles))


def _has_points(row: Cells) -> bool:
    return any(isinstance(cell, float) for cell in row)


def _columns(row: Cells) -> Iterator[tuple[int, Column]]:
    for place, cell in enumerate(row):
        column = column_of(cell)
        if column:
            yield place, column


def letter(place: int) -> str:
    """Name a column as spreadsheets do: A, B … Z, AA."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
