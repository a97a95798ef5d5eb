"""A described decision as a Word file."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document

from tests.province.decision.cell_grid import heading_rows, placed_cells
from tests.province.decision.description import Description, Listing


def write_docx(path: Path, decision: Description) -> Path:
    document = docx.Document()
    for line in decision.head():
        if len(line) == 1:
            document.add_paragraph(line[0])
        else:
            row = document.add_table(1, 2).rows[0]
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
    for text in decision.annex_head():
        document.add_paragraph(text)
    for listing in decision.listings:
        for text in listing.before:
            document.add_paragraph(text)
        add_listing(document, listing)
        # Word always has a paragraph after a table.
        document.add_paragraph()
    document.save(path.as_posix())
    return path


def add_listing(document: Document, listing: Listing) -> None:
    table = document.add_table(heading_rows(listing) + len(listing.rows), len(listing.columns))
    table.style = "Table Grid"
    grid = [list(row.cells) for row in table.rows]
    for cell in placed_cells(listing):
        first = grid[cell.row][cell.column]
        if cell.across > 1 or cell.down > 1:
            first = first.merge(grid[cell.row + cell.down - 1][cell.column + cell.across - 1])
        first.text = cell.text
