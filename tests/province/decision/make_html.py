"""A described decision as a web page, and as text with bars between cells."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.province.decision.cell_grid import placed_cells
from tests.province.decision.description import Description, Listing, Section


def write_html(path: Path, decision: Description) -> Path:
    lines = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>QĐ</title></head><body>"]
    for line in decision.head():
        if len(line) == 1:
            lines.append(f"<p>{escape(line[0])}</p>")
        else:
            cells = "".join(f"<td>{escape(text)}</td>" for text in line)
            lines.append(f"<table><tr>{cells}</tr></table>")
    lines += (f"<p><b>{escape(text)}</b></p>" for text in decision.annex_head())
    for listing in decision.listings:
        lines += (f"<p>{escape(text)}</p>" for text in listing.before)
        lines += _table(listing)
    path.write_text("\n".join([*lines, "</body></html>"]), encoding="utf-8")
    return path


def _table(listing: Listing) -> Iterator[str]:
    yield "<table border=1>"
    row = -1
    for cell in placed_cells(listing):
        if cell.row != row:
            yield "<tr>"
            row = cell.row
        spans = f" colspan={cell.across}" * (cell.across > 1) + f" rowspan={cell.down}" * (
            cell.down > 1
        )
        yield f"<td{spans}>{escape(cell.text).replace(chr(10), '<br>')}</td>"
    yield "</table>"


def write_txt(path: Path, decision: Description) -> Path:
    lines = [" | ".join(line) for line in decision.head()]
    lines += decision.annex_head()
    for listing in decision.listings:
        lines += [*listing.before, *_rows(listing)]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return path


def _rows(listing: Listing) -> Iterator[str]:
    columns = listing.columns
    if listing.divided:
        starts = [n == 0 or columns[n - 1].over != column.over for n, column in enumerate(columns)]
        over = [column.over or column.heading for column in columns]
        yield " | ".join(
            text if start or not column.over else ""
            for text, start, column in zip(over, starts, columns, strict=True)
        )
        yield " | ".join(column.heading if column.over else "" for column in columns)
    else:
        yield " | ".join(column.heading for column in columns)
    for number, row in listing.numbered():
        if isinstance(row, Section):
            yield f"{row.marker}. {row.text}" if row.marker else row.text
        else:
            yield " | ".join(listing.cells(number, row))
