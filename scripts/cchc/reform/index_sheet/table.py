"""The rows of a scoring sheet as criteria with their components; every doubt with its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cchc.base.text import sentence_case
from cchc.base.yaml_read import Location
from cchc.reform.index_sheet.cells import POINTS, Row, record
from cchc.reform.index_sheet.columns import Column, column_of
from cchc.reform.index_sheet.levels import (
    LETTER,
    Level,
    is_column_numbers,
    is_deep,
    level_of,
    number_of,
)
from cchc.reform.scores import shown

TENTH = re.compile(r"(.+)\.9")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at; `wrong` where the row cannot be taken so."""

    line: int
    message: str
    wrong: bool = False


@dataclass(slots=True)
class Table:
    """The table being read: criteria as data, the row of each place, the doubts."""

    criteria: list[dict[str, Any]] = field(default_factory=list)
    stated: dict[str, Decimal] = field(default_factory=dict)
    lines: dict[Location, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    # A field's own points with its row, and where its criteria begin: checked at the end.
    fields: list[tuple[Row, dict[str, Any], int]] = field(default_factory=list)
    named: str = ""
    ended: bool = False

    def doubt(self, row: Row, message: str, *, wrong: bool = False) -> None:
        """Note what a person should look at."""
        self.doubts.append(Doubt(row.line, message, wrong))

    @property
    def components(self) -> list[dict[str, Any]]:
        """The components of the criterion that is being read."""
        found: list[dict[str, Any]] = self.criteria[-1].setdefault("thanh_phan", [])
        return found


def read_table(rows: Sequence[Row]) -> Table:
    """Read the rows below the heading."""
    table = Table()
    kept = [row for row in rows if not row.empty and not _is_heading(row)]
    deep = is_deep(number_of(row.cell(Column.NUMBER)) for row in kept)
    for row in kept:
        _take(table, row, deep=deep)
    _check_fields(table)
    for each in table.criteria:
        if not each.get("thanh_phan"):
            each.pop("thanh_phan", None)
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
    if "toi_da" not in made and not wrong:
        table.doubt(row, f"tiêu chí {number} chưa có điểm tối đa; điền vào", wrong=True)
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


def _check_fields(table: Table) -> None:
    """Compare the points that a field's row states with the sum of its criteria."""
    ends = [*(first for _, _, first in table.fields[1:]), len(table.criteria)]
    for (row, made, first), end in zip(table.fields, ends, strict=True):
        own = table.criteria[first:end]
        if not own and row.scored:
            table.doubt(row, f"lĩnh vực “{made['ten'][:SHOWN]}” có điểm mà không có tiêu chí nào")
        found = sum((each.get("toi_da", Decimal(0)) for each in own), Decimal(0))
        stated = made.get("toi_da", found)
        if own and stated != found:
            words = f"điểm tối đa của lĩnh vực ghi {shown(stated)}, cộng các tiêu chí được"
            table.doubt(row, f"{words} {shown(found)}; sửa cho khớp", wrong=True)
