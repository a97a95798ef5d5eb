"""From the rows of a spreadsheet to forms: what each says, and every row that cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.base.clock import NotADateError, parse_date
from cchc.base.text import one_line
from cchc.reform.periods import Period
from cchc.reform.survey.columns import Cell, Column, Rows, Table, Use
from cchc.reform.survey.levels import Reading

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the key of the level chosen in each column of a question; its field, its day."""

    answers: dict[int, str]
    field: str
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, numbered as the spreadsheet does, and why."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How rows are read: the table, the columns of questions, the levels, the period."""

    table: Table
    questions: tuple[Column, ...]
    reading: Reading
    of: Period


def read_forms(rows: Rows, plan: Plan) -> tuple[tuple[Form, ...], tuple[BadRow, ...]]:
    """Read every row below the heading: forms, and rows that are none; an empty one is nothing."""
    forms: list[Form] = []
    bad: list[BadRow] = []
    begin = plan.table.row + 1
    for number, row in enumerate(rows[begin:], begin + 1):
        if not any(one_line(str(cell)) for cell in row):
            continue
        why = tuple(_faults(row, plan))
        if why:
            bad.append(BadRow(number, "; ".join(why)))
        else:
            forms.append(_form(row, plan))
    return tuple(forms), tuple(bad)


def _faults(row: Sequence[Cell], plan: Plan) -> Iterator[str]:
    cells = [(column, _cell(row, column)) for column in plan.questions]
    for column, cell in cells:
        if cell and plan.reading.level(cell) is None:
            yield f"cột {column.letter} ghi “{_short(cell)}”, không phải mức trả lời"
    if not any(cell for _, cell in cells):
        yield "không có câu trả lời nào"
    for column in plan.table.of(Use.DATE)[:1]:
        try:
            day = _day(_cell(row, column))
        except NotADateError:
            yield f"cột {column.letter} ghi “{_short(_cell(row, column))}”, không phải ngày"
        else:
            if day and not plan.of.holds(day):
                yield f"ngày {day:%d/%m/%Y} ngoài {plan.of.label}"


def _form(row: Sequence[Cell], plan: Plan) -> Form:
    levels = ((c.index, plan.reading.level(_cell(row, c))) for c in plan.questions)
    fields, dates = plan.table.of(Use.FIELD), plan.table.of(Use.DATE)
    return Form(
        answers={index: level for index, level in levels if level},
        field=_cell(row, fields[0]) if fields else "",
        day=_day(_cell(row, dates[0])) if dates else None,
    )


def _cell(row: Sequence[Cell], column: Column) -> str:
    return one_line(str(row[column.index])) if column.index < len(row) else ""


def _day(cell: str) -> dt.date | None:
    """Read a day, with or without a time behind it; None where nothing stands."""
    return parse_date(cell.replace("T", " ").split(" ")[0]) if cell else None


def _short(cell: str) -> str:
    cell = cell.removesuffix(".0")
    return cell if len(cell) <= LONGEST else f"{cell[: LONGEST - 1]}…"
