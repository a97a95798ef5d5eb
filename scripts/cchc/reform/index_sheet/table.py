"""The rows of a scoring sheet as criteria with their components; every doubt with its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from cchc.base.text import sentence_case
from cchc.reform.index_sheet.cells import POINTS, Row, record
from cchc.reform.index_sheet.columns import Column, column_of
from cchc.reform.index_sheet.found import SHOWN, Table
from cchc.reform.index_sheet.levels import (
    LETTER,
    Level,
    is_column_numbers,
    is_deep,
    level_of,
    number_of,
)
from cchc.reform.index_sheet.settling import settle

TENTH = re.compile(r"(.+)\.9")


def read_table(rows: Sequence[Row]) -> Table:
    """Read the rows below the heading."""
    table = Table()
    kept = [row for row in rows if not row.empty and not _is_heading(row)]
    deep = is_deep(number_of(row.cell(Column.NUMBER)) for row in kept)
    for row in kept:
        _take(table, row, deep=deep)
    settle(table)
    return table


def _is_heading(row: Row) -> bool:
    """Tell a heading that each printed page repeats, and the numbers of the columns."""
    cells = [row.cell(column) for column in row.columns]
    return is_column_numbers(cells) or [*map(column_of, cells)] == list(row.columns)


def _take(table: Table, row: Row, *, deep: bool) -> None:
    number, name = number_of(row.cell(Column.NUMBER)), row.words(Column.NAME)
    level = level_of(number, name, deep=deep)
    if table.ended:  # signatures and notes
        if row.scored and level is not Level.TOTAL:
            table.doubt(row, "dòng có điểm nằm sau dòng tổng; không lấy", wrong=True)
    elif level is Level.TOTAL:
        _total(table, row)
    elif level is Level.FIELD:
        _field(table, row)
    elif not name:
        table.doubt(row, "dòng có số mà không có tên tiêu chí; điền tên hoặc xóa dòng", wrong=True)
    elif level is Level.CRITERION:
        _criterion(table, row, number)
    elif level is Level.COMPONENT:
        _component(table, row, _known_tenth(table, row, number))
    else:
        _unnumbered(table, row, number)


def _total(table: Table, row: Row) -> None:
    made, wrong = record(row, "")
    _tell(table, row, wrong)
    table.stated = {key: made[key] for key in POINTS.values() if key in made}
    table.ended = True


def _field(table: Table, row: Row) -> None:
    made, wrong = record(row, "")
    _tell(table, row, wrong)
    table.named = sentence_case(made["ten"])
    table.fields.append((row, made, len(table.criteria)))


def _tell(table: Table, row: Row, wrong: Iterable[str]) -> None:
    for each in wrong:
        table.doubt(row, each, wrong=True)


def _made(table: Table, row: Row, number: str) -> dict[str, Any]:
    made, wrong = record(row, number)
    _tell(table, row, wrong)
    table.rows[number] = row.line
    if wrong:
        table.unread.add(number)
    return made


def _criterion(table: Table, row: Row, number: str) -> None:
    made = _made(table, row, number)
    if table.named:
        made["linh_vuc"] = table.named
    table.lines["tieu_chi", len(table.criteria)] = row.line
    table.criteria.append(made)


def _component(table: Table, row: Row, number: str) -> None:
    if not table.criteria:
        table.doubt(row, f"tiêu chí thành phần {number} đứng trước mọi tiêu chí", wrong=True)
        return
    made = _made(table, row, number)
    place = ("tieu_chi", len(table.criteria) - 1, "thanh_phan", len(table.components))
    table.lines[place] = row.line
    table.components.append(made)


def _known_tenth(table: Table, row: Row, number: str) -> str:
    """Give 1.10 its zero back: a cell of numbers cannot keep it, and 1.1 stands above already."""
    before = table.components[-1]["so"] if table.criteria and table.components else ""
    ninth = TENTH.fullmatch(str(before))
    if isinstance(row.cell(Column.NUMBER), float) and ninth and number == f"{ninth[1]}.1":
        table.doubt(row, f"ô số ghi {number} sau {before}; hiểu là {number}0")
        return f"{number}0"
    return number


def _unnumbered(table: Table, row: Row, number: str) -> None:
    """Take a component that has a letter, a dash or nothing for its number."""
    name = row.words(Column.NAME)
    if not row.scored or not table.criteria:
        table.doubt(row, f"không lấy dòng “{name[:SHOWN]}”: không có số thứ tự và điểm")
        return
    own = number if LETTER.fullmatch(number) else str(len(table.components) + 1)
    made = f"{table.criteria[-1]['so']}.{own}"
    if own != number:
        table.doubt(row, f"“{name[:SHOWN]}” không có số thứ tự; đặt là {made}")
    _component(table, row, made)
