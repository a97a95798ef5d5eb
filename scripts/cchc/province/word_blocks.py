"""A .docx as a row of blocks in reading order: lines of text, and tables of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cchc.base import archive
from cchc.base.text import clean
from cchc.province.columns import heading_key
from cchc.province.content import refuse

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as DocxTable
    from docx.table import _Cell

DOCUMENT = "word/document.xml"
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that is not empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells as text, row by row."""

    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Line | Table


def read_blocks(path: Path, labels: frozenset[str]) -> tuple[Block, ...]:
    """Read a document; a table whose first cell is one of `labels` is a form, not data.

    A form's rows come as lines: the label, then what its other cells hold. Raise `Refused`.
    """
    if DOCUMENT not in archive.members(path):
        raise refuse(path, "không phải tệp Word .docx; mở bằng Word và lưu lại thành .docx")
    # Imported here: python-docx takes a tenth of a second, and lists need none of it.
    import docx  # noqa: PLC0415

    try:
        return tuple(_blocks(docx.Document(path.as_posix()), labels, 0))
    except Exception:  # noqa: BLE001 - a damaged part makes python-docx raise errors of any kind
        message = "không đọc được tệp Word; mở bằng Word và lưu lại thành .docx"
        raise refuse(path, message) from None


def _blocks(holder: Document | _Cell, labels: frozenset[str], depth: int) -> Iterator[Block]:
    from docx.table import Table as DocxTable  # noqa: PLC0415 - see read_blocks

    for item in holder.iter_inner_content():
        if isinstance(item, DocxTable):
            yield from _of_table(item, labels, depth)
        else:
            yield from (Line(line) for line in clean(item.text).split("\n") if line)


def _of_table(table: DocxTable, labels: frozenset[str], depth: int) -> Iterator[Block]:
    rows = [_cells(row) for row in table.rows]
    first = rows[0][0].text if rows and rows[0] else ""
    if heading_key(first.partition(":")[0]) not in labels or depth > DEEPEST:
        yield Table(tuple(tuple(clean(cell.text) for cell in row) for row in rows))
        return
    for row in rows:
        for cell in row:
            yield from _blocks(cell, labels, depth + 1)


def _cells(row: object) -> list[_Cell]:
    """List a row's cells; a merged one stands once for each column it covers: keep one."""
    cells: list[_Cell] = []
    for cell in row.cells:  # type: ignore[attr-defined]
        if not cells or cell._tc is not cells[-1]._tc:  # noqa: SLF001 - identity has no other name
            cells.append(cell)
    return cells
