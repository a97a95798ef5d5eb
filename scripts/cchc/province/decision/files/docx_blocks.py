"""A .docx as blocks, in the body's order; read from its XML, since Word merges and wraps freely."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cchc.base import archive
from cchc.province.content import refuse
from cchc.province.decision.files.blocks import Block, Document, Paragraph, harmless
from cchc.province.decision.files.tables import Cell, Tables
from cchc.province.word_blocks import DOCUMENT

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# The body of the longest real decision is under 5 MB; a tree takes ten times its text.
MAX_XML = 40 * 1024 * 1024
DEEPEST = 12
# Deleted words of tracked changes, the second copy of a drawing's text, and field codes.
SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", FALLBACK, f"{W}pPr", f"{W}rPr"})
BREAKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def read(path: Path) -> Document:
    """Read a document. Raise `Refused` where it is not whole, too big, or no .docx."""
    if DOCUMENT not in archive.members(path):
        raise refuse(path, "không phải tệp Word .docx; mở bằng Word và lưu lại thành .docx")
    tables = Tables()
    blocks = tuple(_blocks(_body(path), tables, 0))
    return Document(blocks)


def _body(path: Path) -> Element:
    # Imported here: python-docx takes a tenth of a second, and lists need none of it.
    import docx  # noqa: PLC0415
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from lxml.etree import LxmlError  # noqa: PLC0415

    if _size(path) > MAX_XML:
        raise refuse(path, f"phần chữ của tệp Word lớn hơn {MAX_XML >> 20} MB; tách bớt phụ lục")
    try:
        element: Element = docx.Document(path.as_posix()).element.body
    except (PackageNotFoundError, LxmlError, KeyError, ValueError, AttributeError):
        message = "không đọc được tệp Word; mở bằng Word và lưu lại thành .docx"
        raise refuse(path, message) from None
    return element


def _size(path: Path) -> int:
    with zipfile.ZipFile(path) as container:
        return container.getinfo(DOCUMENT).file_size


def _blocks(holder: Element, tables: Tables, depth: int) -> Iterator[Block]:
    """Walk the body, or a content control or tracked insertion that wraps a part of it."""
    for child in holder:
        if child.tag == f"{W}p":
            yield from _paragraphs(child)
        elif child.tag == f"{W}tbl":
            yield from tables.rows(_grid(child, depth))
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from _blocks(child, tables, depth)


def _paragraphs(element: Element) -> Iterator[Paragraph]:
    for line in harmless(_text(element)).split("\n"):
        if line:
            yield Paragraph(line)


def _text(element: Element) -> str:
    """Give the words a reader sees, tracked insertions too, deletions not."""
    parts: list[str] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag in BREAKS:
            parts.append(BREAKS[str(node.tag)])
        elif node.tag not in SKIPPED:
            waiting.extend(reversed(node))
    return "".join(parts)


def _grid(table: Element, depth: int) -> list[list[Cell]]:
    return [_row(row, depth) for row in _inside(table, "tr")]


def _row(row: Element, depth: int) -> list[Cell]:
    """Give a row's cells; one that starts later than the first column has empty ones before."""
    skipped = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    before = [Cell("", across=skipped)] if skipped else []
    return [*before, *(_cell(cell, depth) for cell in _inside(row, "tc"))]


def _inside(holder: Element, name: str) -> Iterator[Element]:
    """Find rows and cells, also those inside content controls."""
    for child in holder:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from _inside(child, name)


def _cell(cell: Element, depth: int) -> Cell:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    lines: list[str] = []
    inner: list[list[list[Cell]]] = []
    for child in cell.iterdescendants(f"{W}p", f"{W}tbl"):
        holder = next(child.iterancestors(f"{W}tc"))
        if holder is cell and child.tag == f"{W}tbl" and depth < DEEPEST:
            inner.append(_grid(child, depth + 1))
        elif holder is cell and child.tag == f"{W}p":
            lines.append(_text(child))
    return Cell(
        text=harmless("\n".join(lines)),
        across=_number(span, 1),
        goes_on=merge is not None and merge.get(f"{W}val") != "restart",
        inner=tuple(inner),
    )


def _number(element: Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val") if element is not None else None
    return int(value) if value and re.fullmatch(r"[1-9]\d{0,2}", value) else otherwise
