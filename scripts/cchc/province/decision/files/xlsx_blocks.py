"""A .xlsx as blocks: lines over a list's heading are paragraphs, everything else rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import python_calamine as calamine

from cchc.base.text import one_line
from cchc.province.decision.annex.columns import is_heading
from cchc.province.decision.annex.headings import Part, part_of
from cchc.province.decision.files.blocks import Block, Document, Paragraph, Row, harmless
from cchc.province.decision.files.xlsx_hidden import hidden_parts
from cchc.province.rows import code_text
from cchc.province.workbook import Sheet, open_workbook

Merged: TypeAlias = Sequence[tuple[tuple[int, int], tuple[int, int]]]
Texts: TypeAlias = tuple[str, ...]


def read(path: Path) -> Document:
    """Read a workbook. Raise `Refused` where it is not whole, too big, or no .xlsx."""
    book = open_workbook(path)
    merged = _merged(path, [sheet.name for sheet in book.sheets])
    return Document(
        tuple(
            block
            for table, sheet in enumerate(book.sheets, start=1)
            for block in _blocks(sheet, table, merged[sheet.name])
        ),
        tuple(hidden_parts(path)),
    )


def first_blocks(path: Path, most: int) -> tuple[Block, ...]:
    """Read only the first rows of each sheet: enough to tell a decision from a long list."""
    book = open_workbook(path)
    heads = (Sheet(sheet.name, sheet.rows[:most]) for sheet in book.sheets)
    return tuple(block for sheet in heads for block in _blocks(sheet, 1, ()))


def _merged(path: Path, names: Sequence[str]) -> dict[str, Merged]:
    """Ask for the merged cells: the texts alone do not tell a repeated cell from a merged one."""
    with calamine.CalamineWorkbook.from_path(path.as_posix()) as book:
        return {name: book.get_sheet_by_name(name).merged_cell_ranges or () for name in names}


def _blocks(sheet: Sheet, table: int, merged: Merged) -> Iterator[Block]:
    rows = _texts(sheet)
    carried, widest = _extents(merged, len(rows))
    start = next((n for n, cells in enumerate(rows) if is_heading(cells)), len(rows))
    for number, cells in enumerate(rows):
        filled = [cell for cell in cells if cell]
        if number < start and len(filled) == 1:
            yield from (Paragraph(line) for line in filled[0].split("\n"))
        elif filled:
            yield Row(
                cells=cells,
                table=table,
                number=number + 1,
                carried=frozenset(carried.get(number, ())),
                widest=widest.get(number, 1),
                sheet=sheet.name,
            )


def _texts(sheet: Sheet) -> list[Texts]:
    """Give the cells as text; a code that Excel keeps as a number gets its zeros back."""
    codes: set[int] = set()
    rows: list[Texts] = []
    for row in sheet.rows:
        cells = tuple(_text(cell, is_code=n in codes) for n, cell in enumerate(row))
        rows.append(cells)
        if is_heading(cells):
            codes = {n for n, cell in enumerate(cells) if _names_code(cell)}
    return rows


def _names_code(cell: str) -> bool:
    return part_of(one_line(cell)) in {Part.CODE, Part.OLD_CODE}


def _text(cell: str | float, *, is_code: bool) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if float(cell).is_integer():
        return str(int(cell))
    return code_text(cell) if is_code else str(cell)


def _extents(merged: Merged, rows: int) -> tuple[dict[int, set[int]], dict[int, int]]:
    """Give, by row, the columns that a cell above reaches into, and its widest cell's width."""
    carried: dict[int, set[int]] = {}
    widest: dict[int, int] = {}
    for (top, left), (bottom, right) in merged:
        widest[top] = max(widest.get(top, 1), right - left + 1)
        for row in range(top + 1, min(bottom + 1, rows)):
            carried.setdefault(row, set()).update(range(left, right + 1))
    return carried, widest
