"""The cells of a .xlsx that somebody sent: its sheets as rows, what is merged filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import python_calamine as calamine

from cchc.base import archive
from cchc.base.problems import Problem, Refused
from cchc.reform.index_sheet.columns import Cell

WORKSHEET = calamine.SheetTypeEnum.WorkSheet
UNREADABLE = "không đọc được tệp Excel; mở bằng Excel và lưu lại thành .xlsx"
LOCKED = "tệp Excel có mật khẩu; lưu một bản không mật khẩu"


def read_sheets(path: Path) -> dict[str, list[list[Cell]]]:
    """Read every sheet with cells, by its name. Raise `Refused` where the file is no workbook."""
    archive.members(path)
    try:
        with calamine.CalamineWorkbook.from_path(path.as_posix()) as book:
            names = [each.name for each in book.sheets_metadata if each.typ == WORKSHEET]
            return {name: rows for name, rows in _every(book, names) if rows}
    except calamine.PasswordError:
        raise Refused([Problem(path.name, 0, LOCKED)]) from None
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError):
        raise Refused([Problem(path.name, 0, UNREADABLE)]) from None


def _every(
    book: calamine.CalamineWorkbook, names: list[str]
) -> Iterator[tuple[str, list[list[Cell]]]]:
    for name in names:
        sheet = book.get_sheet_by_name(name)
        rows = [[_cell(each) for each in row] for row in sheet.to_python(skip_empty_area=False)]
        for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
            for row in rows[top + 1 : bottom + 1]:
                if left < len(row) and not row[left]:
                    row[left] = rows[top][left]
        yield name, rows


def _cell(value: object) -> Cell:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return "" if value is None else str(value)
