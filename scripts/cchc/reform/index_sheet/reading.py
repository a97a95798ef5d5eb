"""A scoring sheet in: an `Index` and what a person should look at, or a refusal with every row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cchc.base.models import problems_of
from cchc.base.problems import Problem, Refused, Severity, errors
from cchc.base.text import one_line
from cchc.base.yaml_read import Document, Location
from cchc.reform.index import Index
from cchc.reform.index_sheet.cells import Row
from cchc.reform.index_sheet.columns import (
    NEEDED,
    SEARCHED,
    Cell,
    Cells,
    Column,
    Heading,
    column_of,
    find_heading,
    letter,
)
from cchc.reform.index_sheet.found import Table
from cchc.reform.index_sheet.table import read_table
from cchc.reform.index_sheet.workbook import read_sheets
from cchc.reform.index_sheet.writing import SAMPLE
from cchc.reform.kind import Fault

YEAR = re.compile(r"(?i)\bnăm\s+(20\d\d)\b")
NOTHING = "dưới dòng tiêu đề không có tiêu chí nào; xem có đúng trang tính không"
FaultsOf = Callable[[Index], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet says, and the doubts to look at."""

    index: Index
    problems: tuple[Problem, ...]


def read_index(path: Path, year: str, faults: FaultsOf, sheet: str = "") -> Read:
    """Read a scoring sheet of a year. Raise `Refused` with every row that cannot be taken.

    `faults` are the faults of an index as a file of the portal; each is told at its row.
    """
    rows, heading = _chosen(path, sheet)
    columns = heading.columns
    lines = [Row(n, cells, columns) for n, cells in enumerate(rows, 1) if n > heading.last + 1]
    table = read_table(lines)
    found = [*_about(path.name, rows, heading, year), *_doubts(path.name, table)]
    if not table.criteria:
        found.append(
            Problem(path.name, heading.last + 1, "dưới dòng tiêu đề không có tiêu chí nào")
        )
    if errors(found):
        raise Refused(found)
    index = _index(path.name, table, sample=_is_sample(rows))
    found.extend(_faults(path.name, table, faults(index)))
    if errors(found):
        raise Refused(found)
    return Read(index, tuple(found))


def _chosen(path: Path, sheet: str) -> tuple[Sequence[Cells], Heading]:
    sheets = read_sheets(path)
    if sheet and sheet not in sheets:
        names = ", ".join(f"“{name}”" for name in sheets)
        raise Refused([Problem(path.name, 0, f"không có trang tính “{sheet}”; có: {names}")])
    asked: dict[str, list[list[Cell]]] = {sheet: sheets[sheet]} if sheet else sheets
    found = {name: heading for name, rows in asked.items() if (heading := find_heading(rows))}
    if not found:
        raise Refused([Problem(path.name, 0, _no_heading(asked.values()))])
    if len(found) > 1:
        names = ", ".join(f"“{name}”" for name in found)
        message = f"có {len(found)} trang tính là bảng điểm ({names}); chọn bằng --sheet TÊN"
        raise Refused([Problem(path.name, 0, message)])
    ((name, heading),) = found.items()
    return asked[name], heading


def _no_heading(sheets: Iterable[Sequence[Cells]]) -> str:
    rows = (row for rows in sheets for row in rows[:SEARCHED])
    best = max(({column_of(cell) for cell in row} - {None} for row in rows), key=len, default=set())
    missing = ", ".join(f"“{each}”" for each in Column if each in NEEDED - best)
    return f"không thấy dòng tiêu đề của bảng điểm (thiếu cột {missing}); thêm tiêu đề cột"


def _about(name: str, rows: Sequence[Cells], heading: Heading, year: str) -> Iterator[Problem]:
    """Tell doubts about the sheet as a whole: another year, columns twice or missing."""
    for line, row in enumerate(rows[: heading.last + 1], 1):
        for said in YEAR.findall(" ".join(str(cell) for cell in row)):
            if said != year:
                message = f"đầu bảng ghi năm {said}, lệnh ghi năm {year}; xem có đúng tệp không"
                yield Problem(name, line, message, Severity.WARNING)
    for column, place in heading.doubles:
        kept = letter(heading.columns[column])
        message = f"hai cột cùng là “{column}” ({kept}, {letter(place)}); lấy cột {kept}"
        yield Problem(name, heading.last + 1, message, Severity.WARNING)
    for column in Column:
        if column not in heading.columns:
            message = f"không có cột “{column}”; phần này để trống"
            yield Problem(name, heading.last + 1, message, Severity.WARNING)


def _is_sample(rows: Sequence[Cells]) -> bool:
    return any(one_line(str(cell)) == SAMPLE for row in rows[:SEARCHED] for cell in row)


def _doubts(name: str, table: Table) -> Iterator[Problem]:
    for each in table.doubts:
        severity = Severity.ERROR if each.wrong else Severity.WARNING
        yield Problem(name, each.line, each.message, severity)


def _index(name: str, table: Table, *, sample: bool) -> Index:
    data: dict[str, Any] = {"mau": sample, "tong": table.stated, "tieu_chi": table.criteria}
    try:
        return Index.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        nowhere = Document(name, "", None)
        told = zip(error.errors(), problems_of(error, nowhere), strict=True)
        raise Refused(
            Problem(name, _line(table, each["loc"]), problem.message) for each, problem in told
        ) from None


def _faults(name: str, table: Table, faults: Iterable[Fault]) -> Iterator[Problem]:
    for each in faults:
        yield Problem(name, _line(table, each.location), each.message, each.severity)


def _line(table: Table, location: Location) -> int:
    """Give the row that a place of the data came from."""
    for most in range(len(location), 0, -1):
        if location[:most] in table.lines:
            return table.lines[location[:most]]
    return 0
