"""What a row of a scoring sheet is, by its number: a field, a criterion, a component, the total."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto

from cchc.base.text import fold, one_line
from cchc.reform.index_sheet.columns import Cell

ROMAN = re.compile(r"[IVX]{1,5}|[A-H]")
FIGURES = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}")
LETTER = re.compile(r"[a-zđ]{1,2}")
TOTAL = re.compile(r"(?:tong|cong)(?: (?:cong|diem|so|ca bang|toan bang|chung))*(?:\s*[(:].*)?")
# (1) (2) (3): numbers of columns, a row of their own under many headings.
COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")
DEEP = 3


class Level(Enum):
    """What a row is."""

    FIELD = auto()
    CRITERION = auto()
    COMPONENT = auto()
    UNNUMBERED = auto()
    TOTAL = auto()


def number_of(cell: Cell) -> str:
    """Give a row's number as text: a spreadsheet makes 1.0 of 1, and 1.2 of 1.2 or 1,2."""
    if isinstance(cell, float):
        return f"{round(cell, 3):g}"
    return one_line(cell).strip("()").rstrip(".)/ ").replace(",", ".")


def is_deep(numbers: Iterable[str]) -> bool:
    """Tell whether a sheet numbers three levels (1, 1.1, 1.1.1): then the first is a field."""
    return any(FIGURES.fullmatch(each) and each.count(".") + 1 >= DEEP for each in numbers)


def level_of(number: str, name: str, *, deep: bool) -> Level:
    """Tell what a row is."""
    if TOTAL.fullmatch(fold(name or number)) and not FIGURES.fullmatch(number):
        return Level.TOTAL
    if ROMAN.fullmatch(number):
        return Level.FIELD
    if not FIGURES.fullmatch(number):
        return Level.UNNUMBERED
    parts = number.count(".") + 1 - deep
    return (Level.FIELD, Level.CRITERION, Level.COMPONENT)[min(parts, 2)]


def is_column_numbers(row: Iterable[Cell]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3)."""
    filled = [number_of(cell) if isinstance(cell, float) else cell.strip() for cell in row if cell]
    return len(filled) >= DEEP and all(
        COLUMN_NUMBER.fullmatch(each) and each.strip("()") == str(place)
        for place, each in enumerate(filled, 1)
    )
