"""Tables of figures from CSV and Excel files: a heading row, then rows of words and sums."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook

from cchc.base.encoding import decode
from cchc.base.text import name_key, one_line
from cchc.reform.finance.amounts import NotAnAmountError, amount

Cell: TypeAlias = str | Decimal
MOST_BYTES = 5_000_000
MOST_ROWS = 2_000
NUMBERING = re.compile(r"(?i)stt|tt|số tt|mã(?: số)?|chương|loại|khoản")
SEPARATORS = ";\t,"
TWO = 2


class BadTableError(ValueError):
    """A table that cannot be shown; the message says in Vietnamese which line and why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file (from 1), its words by column, its sums by column."""

    line: int
    words: tuple[str, ...]
    sums: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`figures`: for each column whether it holds sums; `names`: the column that names the rows."""

    columns: tuple[str, ...]
    figures: tuple[bool, ...]
    names: int
    rows: tuple[Row, ...]

    def row(self, said: str) -> Row | None:
        """Find a row by the words that name it, or by its number in the first column."""
        key = name_key(said)
        named = [each for each in self.rows if name_key(each.words[self.names]) == key]
        numbered = [each for each in self.rows if name_key(each.words[0]) == key]
        found = named or numbered
        return found[0] if len(found) == 1 else None

    def column(self, said: str) -> int | None:
        """Find a column of sums by its heading."""
        keys = [name_key(each) for each in self.columns]
        key = name_key(said)
        index = keys.index(key) if key in keys else None
        return index if index is not None and self.figures[index] else None


def read_table(path: Path) -> Table:
    """Read a file's first sheet. Raise `BadTableError` where it is no table of figures."""
    try:
        if path.stat().st_size > MOST_BYTES:
            message = "tệp lớn quá 5 MB; tách bảng nhỏ hơn"
            raise BadTableError(message)
        rows = list(_excel(path) if path.suffix == ".xlsx" else _csv(path))
    except (OSError, CalamineError, csv.Error):
        message = "không đọc được tệp; mở bằng phần mềm bảng tính rồi lưu lại"
        raise BadTableError(message) from None
    return _table([(line, row) for line, row in rows if any(row)])


def _excel(path: Path) -> Iterator[tuple[int, list[Cell]]]:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    for line, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        yield line, [_cell(each) for each in row]


def _cell(value: Any) -> Cell:  # noqa: ANN401 - whatever a cell of Excel holds
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return Decimal(str(value)).normalize()
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%d/%m/%Y}"
    return one_line(str(value))


def _csv(path: Path) -> Iterator[tuple[int, list[Cell]]]:
    decoded = decode(path.name, path.read_bytes())
    if decoded.text is None:
        message = "không đọc được chữ; lưu lại dạng CSV UTF-8"
        raise BadTableError(message)
    lines = decoded.text.splitlines()
    heading = next((each for each in lines if each.strip()), "")
    separator = max(SEPARATORS, key=heading.count)
    reader = csv.reader(lines, delimiter=separator)
    for row in reader:
        yield reader.line_num, [one_line(each) for each in row]


def _table(rows: Sequence[tuple[int, list[Cell]]]) -> Table:
    start = next((i for i, (_, row) in enumerate(rows) if sum(map(bool, row)) >= TWO), None)
    if start is None or start + 1 == len(rows):
        message = "bảng trống; dòng đầu là tên cột, các dòng sau là số liệu"
        raise BadTableError(message)
    if len(rows) > MOST_ROWS:
        message = f"bảng có hơn {MOST_ROWS} dòng; tách bảng nhỏ hơn"
        raise BadTableError(message)
    heading = [str(each) for each in rows[start][1]]
    width = max(i + 1 for i, each in enumerate(heading) if each)
    body = [(line, [*row, *[""] * width][:width]) for line, row in rows[start + 1 :]]
    names = next((i for i in range(width) if not NUMBERING.fullmatch(heading[i])), 0)
    figures = tuple(i > names and _holds_sums([row[i] for _, row in body]) for i in range(width))
    if not any(figures):
        message = "bảng không có cột số nào; xem lại dòng đầu và các số"
        raise BadTableError(message)
    made = tuple(_row(line, row, heading, figures) for line, row in body)
    return Table(tuple(heading[:width]), figures, names, made)


def _holds_sums(cells: list[Cell]) -> bool:
    filled = [each for each in cells if each != ""]
    return bool(filled) and sum(map(_is_sum, filled)) * TWO > len(filled)


def _is_sum(cell: Cell) -> bool:
    return isinstance(cell, Decimal) or any(char.isdigit() for char in cell)


def _row(line: int, cells: list[Cell], heading: list[str], figures: tuple[bool, ...]) -> Row:
    sums: list[Decimal | None] = []
    for index, cell in enumerate(cells):
        if isinstance(cell, Decimal):
            sums.append(cell if figures[index] else None)
            continue
        try:
            sums.append(amount(cell) if figures[index] else None)
        except NotAnAmountError as error:
            message = f"dòng {line}, cột “{heading[index]}”: {error}"
            raise BadTableError(message) from None
    words = tuple(f"{each:f}" if isinstance(each, Decimal) else each for each in cells)
    return Row(line, words, tuple(sums))
