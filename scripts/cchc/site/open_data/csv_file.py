"""procedures.csv: RFC 4180 in UTF-8 with a byte order mark, which Excel needs to see Vietnamese."""

from __future__ import annotations

import csv
import io
import re

from cchc.site.open_data.rows import COLUMNS, Cell, rows
from cchc.site.portal import Portal

ENCODING = "utf-8-sig"
# A spreadsheet takes these for the beginning of a formula, full-width ones too; where it parts
# cells at semicolons, as Excel in Vietnamese does, one may begin after a semicolon.
FORMULA = re.compile(r"^(?=\s*[=+\-@＝＋－＠])|(?<=;)(?=\s*[=+@＝＋＠])")


def csv_file(portal: Portal) -> bytes:
    """Write the table; days as `2026-11-24`."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.key for column in COLUMNS)
    writer.writerows([text(cell) for cell in cells] for cells in rows(portal))
    return written.getvalue().encode(ENCODING)


def text(cell: Cell) -> str:
    """Give a cell's text, made harmless."""
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else cell.isoformat()


def harmless(words: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    return FORMULA.sub("'", words)
