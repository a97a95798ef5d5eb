"""A .txt as blocks: lines, and rows whose cells stand between “ | ” (or tabs), over many lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cchc.province.decision.annex.columns import is_heading, is_second_line
from cchc.province.decision.files.blocks import Block, Document, Paragraph, Row, harmless

BETWEEN = re.compile(r"\t|(?:(?<=\s)|^)\|(?=\s|$)", re.MULTILINE)
EMPTY_LINE = re.compile(r"\n[ \t]*\n")
# |---|:--:| under the heading of a table in Markdown.
RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")


def read(text: str) -> Document:
    """Read a text: its paragraphs stand between empty lines."""
    return Document(tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    table, number, width = 0, 0, 0
    last: tuple[str, ...] = ()
    for chunk in EMPTY_LINE.split(text.replace("\r\n", "\n")):
        for cells in _rows(chunk, width):
            if len(cells) == 1:
                yield from (Paragraph(line) for line in harmless(cells[0]).split("\n") if line)
                continue
            if is_heading(cells) and not is_second_line(cells, last, frozenset()):
                table, number, width = table + 1, 0, len(cells)
            number, last = number + 1, cells
            yield Row(cells, table=table, number=number)


def _rows(chunk: str, width: int) -> Iterator[tuple[str, ...]]:
    """Cut a paragraph into rows: one, unless its lines are rows each, or fill the list's width."""
    lines = [line for line in chunk.split("\n") if line.strip()]
    lines = [line for line in lines if not RULE.fullmatch(line.strip())]
    counts = {len(_cells(line, width)) for line in lines}
    if len(counts) == 1 and counts != {1}:
        yield from (_cells(line, width) for line in lines)
        return
    started: list[str] = []
    for line in lines:
        if started and _is_full(started, width) and len(_cells(line, width)) > 1:
            yield _cells("\n".join(started), width)
            started = []
        started.append(line)
    if started:
        yield _cells("\n".join(started), width)


def _is_full(lines: Sequence[str], width: int) -> bool:
    return width > 1 and len(_cells("\n".join(lines), width)) >= width


def _cells(text: str, width: int) -> tuple[str, ...]:
    """Split at the bars; where they also stand at both ends (Markdown), nothing is outside them."""
    cells = tuple(harmless(cell) for cell in BETWEEN.split(text))
    framed = len(cells) > width and len(cells) > 2 and not cells[0] and not cells[-1]  # noqa: PLR2004
    return cells[1:-1] if framed else cells
