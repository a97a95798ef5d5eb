"""A table of sums made ready for its page and its chart."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.reform.finance.amounts import shown
from cchc.reform.finance.publication import Publication
from cchc.reform.finance.tables import Row, Table
from cchc.site import wording
from cchc.site.charts import bars as charts
from cchc.site.rendering import render

MOST_BARS = 12
LABEL = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the page shows it: words by column; `whole`: it is marked as a sum of others."""

    cells: tuple[str, ...]
    whole: bool


def lines(publication: Publication, table: Table) -> tuple[Line, ...]:
    """Give the rows with their sums as people here write them."""
    wholes = [table.row(each.row) for each in publication.totals]
    return tuple(Line(_cells(each, table), each in wholes) for each in table.rows)


def _cells(row: Row, table: Table) -> tuple[str, ...]:
    return tuple(_cell(row, index, holds=holds) for index, holds in enumerate(table.figures))


def _cell(row: Row, index: int, *, holds: bool) -> str:
    number = row.sums[index]
    if not holds or number is None:
        return row.words[index]
    return shown(number) + ("%" if row.words[index].endswith("%") else "")


def table_html(publication: Publication, table: Table) -> str:
    """Render the table with its unit."""
    rows = lines(publication, table)
    return render("reform/finance/table.html", p=publication, table=table, rows=rows)


def chart(publication: Publication, table: Table, *, sample: bool) -> bytes | None:
    """Draw the column that is asked for; None where nothing is asked or a value is below zero."""
    column = table.column(publication.chart) if publication.chart else None
    if column is None:
        return None
    rows = [(row, row.sums[column]) for row in charted(publication, table)]
    if not rows or any(value is not None and value < 0 for _, value in rows):
        return None
    unit = publication.unit.label
    return charts.bars(
        f"{publication.name}: {table.columns[column]} ({unit})",
        f"Biểu đồ thanh, {len(rows)} dòng; số liệu đầy đủ ở bảng bên dưới.",
        [(wording.short(row.words[table.names], LABEL), value, "") for row, value in rows],
        "",
        mark_sample=sample,
    )


def charted(publication: Publication, table: Table) -> tuple[Row, ...]:
    """Choose what a chart compares: the parts of the first total, or else the first rows."""
    if publication.totals:
        parts = (table.row(each) for each in publication.totals[0].parts)
        return tuple(row for row in parts if row)
    return table.rows[:MOST_BARS]
