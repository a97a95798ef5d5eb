"""A .xlsx as text: sheets of rows of cells, merged cells filled."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import python_calamine as calamine

from cchc.base import archive
from cchc.base.clock import VIETNAM
from cchc.province.content import refuse

CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]+)<")
PROPERTIES = "docProps/core.xml"
# A chart has a sheet of its own, without cells.
WORKSHEET = calamine.SheetTypeEnum.WorkSheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells from its first row on; a number stays a number, the rest is text."""

    name: str
    rows: tuple[tuple[str | float, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook's sheets that hold anything, and the day it says it was made."""

    path: Path
    sheets: tuple[Sheet, ...]
    dated: dt.date | None


def open_workbook(path: Path) -> Workbook:
    """Read every sheet. Raise `Refused` with a reason a person can act on."""
    archive.members(path)
    try:
        with calamine.CalamineWorkbook.from_path(path.as_posix()) as book:
            names = [each.name for each in book.sheets_metadata if each.typ == WORKSHEET]
            sheets = tuple(_sheet(book.get_sheet_by_name(name)) for name in names)
    except calamine.PasswordError:
        raise refuse(path, "tệp Excel có mật khẩu; lưu một bản không mật khẩu") from None
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError):
        raise refuse(
            path, "không đọc được tệp Excel; mở bằng Excel và lưu lại thành .xlsx"
        ) from None
    return Workbook(path, tuple(sheet for sheet in sheets if sheet.rows), _made_on(path))


def _sheet(sheet: calamine.CalamineSheet) -> Sheet:
    rows = [[_value(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        _spread(rows, (top, left), (bottom, right))
    return Sheet(sheet.name, tuple(map(tuple, rows)))


def _spread(rows: list[list[str | float]], first: tuple[int, int], last: tuple[int, int]) -> None:
    """Write a merged cell's value into the rows below it: a field merged over its procedures.

    Sideways it stays alone, so that a line over the whole width still has one filled cell.
    """
    (top, column), (bottom, _) = first, last
    for row in rows[top + 1 : bottom + 1]:
        if column < len(row) and not row[column]:
            row[column] = rows[top][column]


def _value(cell: object) -> str | float:
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return str(cell) if cell is not None else ""
    return cell


def _made_on(path: Path) -> dt.date | None:
    with zipfile.ZipFile(path) as container:
        try:
            found = CREATED.search(container.read(PROPERTIES))
        except KeyError:
            return None
    try:
        moment = dt.datetime.fromisoformat(found[1].decode()) if found else None
    except (ValueError, UnicodeDecodeError):
        return None
    return moment.astimezone(VIETNAM).date() if moment else None
