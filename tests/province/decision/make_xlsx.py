"""A described decision as a workbook: the decision on one sheet, each list on its own."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from tests.province.decision.cell_grid import placed_cells
from tests.province.decision.description import Description


def write_xlsx(path: Path, decision: Description) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in decision.head():
        sheet.append(list(line))
    write_lists(book, decision)
    book.save(path)
    return path


def write_annex_alone(path: Path, decision: Description) -> Path:
    """Only the annex, as offices often send it."""
    book = Workbook()
    write_lists(book, decision)
    del book["Sheet"]
    book.save(path)
    return path


def write_lists(book: Workbook, decision: Description) -> None:
    for number, listing in enumerate(decision.listings, start=1):
        sheet = book.create_sheet(f"Phụ lục {number}")
        before = [*(decision.annex_head() if number == 1 else ["PHỤ LỤC"]), *listing.before]
        for text in before:
            sheet.append([text])
            sheet.merge_cells(
                start_row=sheet.max_row,
                start_column=1,
                end_row=sheet.max_row,
                end_column=len(listing.columns),
            )
        top = len(before) + 1
        for cell in placed_cells(listing):
            row, column = top + cell.row, cell.column + 1
            sheet.cell(row, column, cell.text)
            if cell.across > 1 or cell.down > 1:
                sheet.merge_cells(
                    start_row=row, start_column=column,
                    end_row=row + cell.down - 1, end_column=column + cell.across - 1,
                )  # fmt: skip
