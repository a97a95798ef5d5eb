"""An .html page as blocks: a saved web page, or Word's own “Web page”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cchc.province.content import refuse
from cchc.province.decision.files.blocks import Block, Document, Paragraph, harmless
from cchc.province.decision.files.tables import Cell, Grid, Tables

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    Element: TypeAlias = HtmlElement

MAX_BYTES = 20 * 1024 * 1024
NOT_SHOWN = "script style head template noscript svg iframe object nav select button"
SKIPPED = frozenset(NOT_SHOWN.split())
# What begins a line of its own; all else flows on.
OWN_LINE = (
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article main header footer blockquote pre"
    " center form hr table tr body"
)
BLOCKS = frozenset(OWN_LINE.split())
SPACE = re.compile(r"\s+")
BREAK = "\ue000"  # private: no page has it


def read(path: Path, raw: bytes) -> Document:
    """Read a page. Raise `Refused` where it is too big or holds no text."""
    if len(raw) > MAX_BYTES:
        raise refuse(path, f"trang web lớn hơn {MAX_BYTES >> 20} MB; chỉ lưu phần quyết định")
    return Document(tuple(_blocks(_body(path, raw), Tables())))


def _body(path: Path, raw: bytes) -> Element:
    import lxml.html  # noqa: PLC0415 - takes a twentieth of a second, and lists need none of it
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        text: str | bytes = raw.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        text = raw  # a page in another encoding says which one
    try:
        # A declared encoding in a text that is decoded already is refused: take it out.
        if isinstance(text, str):
            text = re.sub(r"^\s*<\?xml[^>]*>", "", text)
        page: Element = lxml.html.document_fromstring(text)
    except (LxmlError, ValueError):
        raise refuse(path, "không đọc được trang web; mở bằng trình duyệt rồi lưu lại") from None
    return page


def _blocks(element: Element, tables: Tables) -> Iterator[Block]:
    """Walk the page; text between blocks is gathered to lines, tables come where they stand."""
    line: list[str] = []
    for kind, node in _events(element):
        if isinstance(node, str):
            line.append(node)
        elif node.tag == "table" and kind == "start":
            yield from _lines(line)
            yield from tables.rows(_grid(node))
        elif node.tag == "br":
            line.append(BREAK)
        else:
            yield from _lines(line)
    yield from _lines(line)


def _lines(line: list[str]) -> Iterator[Paragraph]:
    for text in _joined(line).split("\n"):
        if text:
            yield Paragraph(text)
    line.clear()


def _joined(parts: list[str]) -> str:
    """Join runs as a browser does: any white space is one space, only <br> breaks."""
    return harmless(SPACE.sub(" ", "".join(parts)).replace(BREAK, "\n"))


def _events(top: Element) -> Iterator[tuple[str, Element | str]]:
    """Walk in reading order without going into tables: texts, breaks, borders of blocks."""
    waiting: list[tuple[str, Element | str]] = [("start", top)]
    while waiting:
        kind, node = waiting.pop()
        if isinstance(node, str) or kind == "end":
            yield kind, node
            continue
        if not isinstance(node.tag, str) or node.tag in SKIPPED:
            continue
        if node.tag in BLOCKS or node.tag == "br":
            yield "start", node
        if node.tag != "table" or node is top:
            waiting += reversed(_inside(node))


def _inside(node: Element) -> list[tuple[str, Element | str]]:
    found: list[tuple[str, Element | str]] = [("text", node.text or "")]
    for child in node:
        found += [("start", child), ("text", child.tail or "")]
    if node.tag in BLOCKS:
        found.append(("end", node))
    return found


def _grid(table: Element) -> Grid:
    rows = (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)
    return [[_cell(cell) for cell in row if cell.tag in {"td", "th"}] for row in rows]


def _cell(cell: Element) -> Cell:
    parts: list[str] = []
    inner: list[Grid] = []
    for kind, node in _events(cell):
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "table" and kind == "start":
            inner.append(_grid(node))
        else:
            parts.append(BREAK)
    return Cell(
        _joined(parts), _number(cell, "colspan"), _number(cell, "rowspan"), inner=tuple(inner)
    )


def _number(cell: Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return int(value) if re.fullmatch(r"[1-9]\d{0,2}", value) else 1
