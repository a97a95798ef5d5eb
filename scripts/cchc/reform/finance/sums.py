"""Whether the rows marked as totals are the sums of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cchc.reform.finance.amounts import shown
from cchc.reform.finance.publication import MoneyUnit, Publication, Total
from cchc.reform.finance.tables import Row, Table

RATE = re.compile(r"(?i)%|tỷ lệ|tỉ lệ|so với|tốc độ")
HALF = Decimal("0.5")


def wrong_sums(publication: Publication, table: Table) -> Iterator[tuple[int, str]]:
    """Give the index of each total that is wrong, and in which column by how much."""
    for index, total in enumerate(publication.totals):
        yield from ((index, message) for message in _wrong(total, publication, table))


def _wrong(total: Total, publication: Publication, table: Table) -> Iterator[str]:
    rows = [table.row(name) for name in (total.row, *total.parts)]
    for name, row in zip((total.row, *total.parts), rows, strict=True):
        if row is None:
            yield f"không có (hoặc có hai) dòng “{name}” trong {publication.table}; sửa tên dòng"
    found = [row for row in rows if row]
    if len(found) < len(rows):
        return
    for column, holds in enumerate(table.figures):
        if holds and not _is_rate(column, found[0], table):
            yield from _column(column, found, publication, table)


def _is_rate(column: int, whole: Row, table: Table) -> bool:
    """Tell a column of rates: the rate of a sum is not the sum of rates."""
    return "%" in whole.words[column] or RATE.search(table.columns[column]) is not None


def _column(column: int, rows: list[Row], publication: Publication, table: Table) -> Iterator[str]:
    whole, *parts = rows
    said = whole.sums[column]
    added = sum((each.sums[column] or Decimal(0) for each in parts), Decimal(0))
    if said is None or abs(said - added) <= _rounding(publication, len(parts)):
        return
    yield (
        f"{publication.table} dòng {whole.line}, cột “{table.columns[column]}”: ghi {shown(said)},"
        f" cộng các dòng là {shown(added)} (lệch {shown(said - added)}); sửa số trong bảng"
    )


def _rounding(publication: Publication, parts: int) -> Decimal:
    """Give what rounding may cost: nothing in đồng, half a unit a row in thousands, millions."""
    return Decimal(0) if publication.unit is MoneyUnit.DONG else HALF * parts
