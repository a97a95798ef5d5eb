"""Tables: with pipes where Markdown can, as HTML where cells are merged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from cchc.base.text import fold
from cchc.news.markdown.inlines import Notes, as_html, as_markdown
from cchc.news.model import (
    Block,
    Blocks,
    Bullets,
    Cell,
    Figure,
    Heading,
    Inlines,
    Numbered,
    Paragraph,
    Quote,
    Table,
    Text,
    is_wholly,
    lines_of,
    without,
)  # fmt: skip

Row: TypeAlias = tuple[Cell, ...]
# A first cell with this names a column, whether Word was told so or not.
COUNTING = frozenset({"stt", "tt", "so tt", "so thu tu", "st"})
MERGED = "merged"


def table_text(table: Table, note: Notes) -> str:
    """Write a table; its caption is not of it."""
    heads = head_rows(table)
    plain = heads == 1 and not any(_is_merged(cell) for row in table.rows for cell in row)
    return _pipes(table.rows, note) if plain else _html(table.rows, heads)


def head_rows(table: Table) -> int:
    """Count the rows that name the columns: as Word says, or as the words do."""
    rows = table.rows
    if not rows:
        return 0
    heads = 1 if _names_columns(rows[0]) or (table.heads and _could_name(rows)) else 0
    at = 0
    while at < heads:
        # A cell merged down takes the rows below into the head.
        heads = max(heads, min(at + max((cell.down for cell in rows[at]), default=1), len(rows)))
        at += 1
    return heads


def _names_columns(row: Row) -> bool:
    said = [" ".join(lines_of(cell.blocks)).strip() for cell in row]
    if said and fold(said[0]) in COUNTING:
        return True
    filled = [cell for cell, text in zip(row, said, strict=True) if text]
    return len(filled) > 1 and all(_is_bold(cell) for cell in filled)


def _could_name(rows: tuple[Row, ...]) -> bool:
    """Tell whether the first row can be a head: Word calls nearly every first row one."""
    said = ["".join(lines_of(cell.blocks)).strip() for cell in rows[0]]
    return len(rows) > 1 and all(said) and not any(map(str.isdigit, "".join(said)))


def _is_bold(cell: Cell) -> bool:
    lines = [each.inner for each in cell.blocks if isinstance(each, Paragraph)]
    return len(lines) == len(cell.blocks) and all(is_wholly("strong", line) for line in lines)


def _is_merged(cell: Cell) -> bool:
    return cell.down > 1 or cell.across > 1


def _pipes(rows: tuple[Row, ...], note: Notes) -> str:
    width = max(map(len, rows))
    head, *body = rows
    lines = [_pipe_row([_pipe_cell(_plain(cell), note) for cell in head], width)]
    lines.append(_pipe_row(["---"] * width, width))
    lines.extend(_pipe_row([_pipe_cell(cell, note) for cell in row], width) for row in body)
    return "\n".join(lines)


def _pipe_row(cells: list[str], width: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"


def _pipe_cell(cell: Cell, note: Notes) -> str:
    lines = (as_markdown(line, note) for line in cell_lines(cell.blocks))
    return "<br>".join(filter(None, lines)).replace("|", "\\|")


def cell_lines(blocks: Blocks) -> Iterable[Inlines]:
    """Give a cell's lines: an item of a list as a line with its dash or number."""
    for block in blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterable[Inlines]:
    match block:
        case Paragraph(inner) | Heading(inner=inner):
            yield inner
        case Bullets(items):
            for item in items:
                yield from _marked("–", item)
        case Numbered(labels=labels, items=items):
            for label, item in zip(labels, items, strict=True):
                yield from _marked(label, item)
        case Quote(blocks):
            yield from cell_lines(blocks)
        case Table(rows=rows):
            for row in rows:
                yield (Text("; ".join(" ".join(lines_of(cell.blocks)) for cell in row)),)
        case Figure():
            return


def _marked(label: str, item: Blocks) -> Iterable[Inlines]:
    lines = list(cell_lines(item))
    if lines:
        yield (Text(f"{label} "), *lines[0])
    yield from lines[1:]


def _plain(cell: Cell) -> Cell:
    """Take the bold off a head cell: the head is bold already."""
    blocks = (
        Paragraph(without("strong", each.inner)) if isinstance(each, Paragraph) else each
        for each in cell.blocks
    )
    return Cell(tuple(blocks), cell.down, cell.across)


def _html(rows: tuple[Row, ...], heads: int) -> str:
    merged = any(_is_merged(cell) for row in rows for cell in row)
    lines = [f'<table class="{MERGED}">' if merged else "<table>"]
    if heads:
        lines.append("<thead>")
        lines.extend(_html_row(map(_plain, row), "th") for row in rows[:heads])
        lines.append("</thead>")
    lines.append("<tbody>")
    lines.extend(_html_row(row, "td") for row in rows[heads:])
    return "\n".join([*lines, "</tbody>", "</table>"])


def _html_row(cells: Iterable[Cell], tag: str) -> str:
    return f"<tr>{''.join(_html_cell(cell, tag) for cell in cells)}</tr>"


def _html_cell(cell: Cell, tag: str) -> str:
    spans = f' rowspan="{cell.down}"' if cell.down > 1 else ""
    spans += f' colspan="{cell.across}"' if cell.across > 1 else ""
    scope = ' scope="colgroup"' if tag == "th" and cell.across > 1 else ""
    scope = ' scope="col"' if tag == "th" and not scope else scope
    said = "<br>".join(filter(None, map(as_html, cell_lines(cell.blocks))))
    # The site names the cells of plain tables itself, and adds the scope there.
    return f"<{tag}{scope}{spans}>{said}</{tag}>"
