"""Rows that are one: cut by a page break, or by a cell merged over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.base.codes import codes_in, is_code
from cchc.province.decision.annex.columns import Columns
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.files.blocks import Row, clip
from cchc.province.decision.files.cell_text import continued

ORDER = re.compile(r"(\d{1,4})\s*[.)]?")
FEWEST_COLUMNS = 3


def is_rest_of(last: Row, row: Row, columns: Columns) -> bool:
    """Tell whether a row only goes on with the one before it."""
    if _place(columns, Part.NAME) in row.carried:
        code = columns.text(row.cells, Part.CODE)
        return not codes_in(code) or code == columns.text(last.cells, Part.CODE)
    return row.after_break and _is_cut(last, row, columns)


def joined(last: Row, row: Row) -> Row:
    """Join two rows, cell by cell; what is repeated from above is not said twice."""
    width = max(len(last.cells), len(row.cells))
    cells = (_both(last, row, place) for place in range(width))
    return replace(last, cells=tuple(cells))


def goes_on(last: Row, rows: Sequence[Row], columns: Columns) -> bool:
    """Tell whether a table without a heading goes on with the list before it.

    Its width must be the list's, and it must show what a list's rows have: codes in their column,
    or the order number that comes next (or 1 again).
    """
    if columns.width < FEWEST_COLUMNS or any(len(row.cells) != columns.width for row in rows):
        return False
    if Part.CODE in columns.places:
        return any(codes_in(columns.text(row.cells, Part.CODE)) for row in rows)
    before = _order(last, columns)
    first = next((order for row in rows if (order := _order(row, columns))), None)
    return first is not None and first in {1, (before or 0) + 1}


def _is_cut(last: Row, row: Row, columns: Columns) -> bool:
    if columns.text(row.cells, Part.ORDER):
        return False
    before, code = (columns.text(each.cells, Part.CODE) for each in (last, row))
    if codes_in(code):
        return False
    if code:  # “1.0048” on one page, “89” on the next
        return is_code(re.sub(r"\s", "", before + code))
    if Part.ORDER in columns.places and columns.text(last.cells, Part.ORDER):
        return True
    if Part.CODE in columns.places and codes_in(before):
        return True
    name = columns.text(row.cells, Part.NAME)
    return not name or name[0].islower()


def _both(last: Row, row: Row, place: int) -> str:
    one, two = (each.cells[place] if place < len(each.cells) else "" for each in (last, row))
    if place in row.carried or one == two:
        return two if two.startswith(one) else one
    if row.after_break:  # the page cut a running text
        return clip(continued(one, two))
    return clip("\n".join(text for text in (one, two) if text))


def is_rest_of_heading(row: Row, columns: Columns) -> bool:
    """Tell whether the row under a heading is its rest, cut off by the end of the page."""
    if not row.after_break or any(codes_in(cell) for cell in row.cells):
        return False
    return not any(columns.text(row.cells, part) for part in (Part.ORDER, Part.CODE, Part.OLD_CODE))


def _order(row: Row, columns: Columns) -> int | None:
    found = ORDER.fullmatch(columns.text(row.cells, Part.ORDER))
    return int(found[1]) if found else None


def _place(columns: Columns, part: Part) -> int:
    return columns.places.get(part, -1)
