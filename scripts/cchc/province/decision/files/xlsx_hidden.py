"""What a workbook hides: sheets and rows that its reader does not see, perhaps drafts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import python_calamine as calamine

from cchc.procedures.decision import Doubt

SHEETS = "xl/worksheets/"
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")
# No decision's sheet is longer; what stands below is not searched.
MOST = 24 * 1024 * 1024


def hidden_parts(path: Path) -> Iterator[Doubt]:
    """Doubt hidden sheets and rows: they are read like the others, and a person must look."""
    with calamine.CalamineWorkbook.from_path(path.as_posix()) as book:
        seen = calamine.SheetVisibleEnum.Visible
        names = [each.name for each in book.sheets_metadata if each.visible != seen]
    if names:
        listed = ", ".join(f"“{name}”" for name in names)
        message = (
            f"tệp có trang tính ẩn, vẫn đọc như các trang khác: {listed}; xem có phải bản nháp"
        )
        yield Doubt(message=message)
    if rows := _hidden_rows(path):
        message = f"tệp có {rows} hàng ẩn, vẫn đọc như các hàng khác; bỏ ẩn rồi xem"
        yield Doubt(message=message)


def _hidden_rows(path: Path) -> int:
    with zipfile.ZipFile(path) as container:
        names = [name for name in container.namelist() if name.startswith(SHEETS)]
        return sum(_in_sheet(container, name) for name in names if name.endswith(".xml"))


def _in_sheet(container: zipfile.ZipFile, name: str) -> int:
    with container.open(name) as stream:
        rows = ROW.findall(stream.read(MOST))
    return sum(HIDDEN.search(row) is not None for row in rows)
