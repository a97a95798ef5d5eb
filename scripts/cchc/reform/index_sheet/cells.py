"""One row's cells as what they mean: points, evidence, words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cchc.base.text import clean, one_line
from cchc.reform.index_sheet.columns import Cell, Cells, Column
from cchc.reform.scores import NotAScoreError, read_score

# What stands in a cell of points that says nothing.
EMPTY = frozenset({"", "-", "–", "x", "X", "…", "..."})
BULLET = re.compile(r"^(?:[-–•+*]|\d{1,2}[.)])\s+")
LINKED = re.compile(r"(?P<name>.+?)\s*\((?P<link>https?://\S+|[\w./-]+\.\w{2,5})\)")
# A sum of binary numbers (8.299999999) is meant to four places at most.
PLACES = 4
POINTS = {Column.MOST: "toi_da", Column.SELF: "tu_cham", Column.VERIFIED: "tham_dinh"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its line in the sheet (from 1) and its cells."""

    line: int
    cells: Cells
    columns: Mapping[Column, int]

    def cell(self, column: Column) -> Cell:
        """Give a column's cell, empty where the sheet has no such column."""
        place = self.columns.get(column)
        return self.cells[place] if place is not None and place < len(self.cells) else ""

    def words(self, column: Column) -> str:
        """Give a cell as a line of text."""
        found = self.cell(column)
        return one_line(found if isinstance(found, str) else f"{found:g}")

    @property
    def empty(self) -> bool:
        """Whether no column of the table holds anything."""
        return not any(self.words(column) for column in self.columns)

    @property
    def scored(self) -> bool:
        """Whether any points stand in it."""
        return any(self.words(column) not in EMPTY for column in POINTS)


def points(cell: Cell) -> Decimal | None:
    """Read points. Raise `NotAScoreError` for what is no number of points."""
    if isinstance(cell, float):
        value = f"{round(cell, PLACES):f}".rstrip("0").rstrip(".")
        return read_score(value.replace(".", ","))
    text = one_line(cell)
    return None if text in EMPTY else read_score(text)


def evidence(cell: Cell) -> list[dict[str, str]]:
    """Read evidence, a piece a line; its link stands in brackets at the end."""
    lines = (BULLET.sub("", each) for each in clean(str(cell) if cell else "").split("\n"))
    return [_piece(each) for each in lines if each]


def _piece(words: str) -> dict[str, str]:
    found = LINKED.fullmatch(words)
    return {"ten": found["name"], "lien_ket": found["link"]} if found else {"ten": words}


def record(row: Row, number: str) -> tuple[dict[str, Any], list[str]]:
    """Give a row as the data of a file, and what could not be read of it."""
    made: dict[str, Any] = {"so": number, "ten": row.words(Column.NAME)}
    wrong = []
    for column, key in POINTS.items():
        try:
            value = points(row.cell(column))
        except NotAScoreError as error:
            wrong.append(f"cột “{column}”: {error}")
            continue
        if value is not None:
            made[key] = value
    pieces = evidence(row.cell(Column.EVIDENCE))
    explanation = clean(str(row.cell(Column.EXPLANATION) or ""))
    more = {"minh_chung": pieces, "giai_trinh": explanation}
    return made | {key: value for key, value in more.items() if value}, wrong
