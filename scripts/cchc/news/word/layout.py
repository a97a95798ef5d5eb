"""Layout that means nothing on a page: rules, frames, tables that only place pictures; captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.news.model import (
    Block,
    Blocks,
    Cell,
    Figure,
    Heading,
    Note,
    Paragraph,
    Table,
    is_wholly,
    lines_of,
    words,
)  # fmt: skip

# “Ảnh hưởng của bão …” is a paragraph.
CAPTION = re.compile(r"(?:ảnh|hình)(?:\s+(?:minh họa|tư liệu|chụp|\d+)\b|\s*[:.])", re.IGNORECASE)
LONGEST_CAPTION = 200


def taken_apart(blocks: Blocks) -> Blocks:
    """Leave out rules of dashes; take frames and tables made for pictures apart."""
    return tuple(part for block in blocks for part in _parts(block) if _says(part))


def _says(block: Block) -> bool:
    if isinstance(block, Paragraph | Heading):
        noted = any(isinstance(each, Note) for each in block.inner)
        return noted or any(map(str.isalnum, words(block.inner)))
    return True


def _parts(block: Block) -> Iterator[Block]:
    if not isinstance(block, Table):
        yield block
    elif _is_frame(block):
        inside = (each for cell in _by_column(block) for each in cell.blocks)
        yield from (part for each in inside for part in _parts(each))
    else:
        yield Table(block.heads, tuple(map(_without_figures, block.rows)), block.caption)
        yield from _figures(block)


def _is_frame(table: Table) -> bool:
    """Tell a table that only lays out: one column, or one of pictures with few words."""
    if max(map(len, table.rows), default=0) <= 1:
        return True
    said = " ".join(lines_of([table]))
    return any(True for _ in _figures(table)) and len(said) < LONGEST_CAPTION * len(table.rows[0])


def _by_column(table: Table) -> Iterator[Cell]:
    """Give the cells in order, each picture followed by what stands below it."""
    width = max(map(len, table.rows))
    for at in range(width):
        yield from (row[at] for row in table.rows if at < len(row))


def _figures(table: Table) -> Iterator[Figure]:
    for row in table.rows:
        for cell in row:
            yield from (each for each in cell.blocks if isinstance(each, Figure))


def _without_figures(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(
        Cell(tuple(b for b in cell.blocks if not isinstance(b, Figure)), cell.down, cell.across)
        for cell in row
    )


def captioned(blocks: Blocks) -> Iterator[Block]:
    """Give a picture the line below it as its caption, where that line looks like one."""
    waiting: Figure | None = None
    for block in blocks:
        if waiting and isinstance(block, Paragraph) and _is_caption(block):
            yield Figure(waiting.picture, block.inner)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = block if isinstance(block, Figure) and not block.caption else None
        if not waiting:
            yield block
    if waiting:
        yield waiting


def _is_caption(paragraph: Paragraph) -> bool:
    text = words(paragraph.inner).strip()
    return len(text) <= LONGEST_CAPTION and (
        is_wholly("emph", paragraph.inner) or CAPTION.match(text) is not None
    )
