"""A described decision as a PDF by typst: an upright head, a landscape annex with ruled tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import typst

from tests.province.decision.cell_grid import Placed, heading_rows, placed_cells
from tests.province.decision.description import Description, Listing

SETTINGS = """#set page(paper: "a4", margin: 2cm, numbering: "1")
#set text(font: "Libertinus Serif", size: 11pt, lang: "vi")
#set table(stroke: 0.5pt)
"""
LANDSCAPE = """#set page(paper: "a4", flipped: true, margin: 1.5cm, numbering: "1")
#set text(size: 10pt)
"""


def write_pdf(path: Path, decision: Description) -> Path:
    source = [SETTINGS, *_head(decision), LANDSCAPE]
    source += (f"#align(center)[#{_text(text)}]" for text in decision.annex_head())
    for listing in decision.listings:
        source += (f"#align(center)[#{_text(text)}]" for text in listing.before)
        source += _table(listing)
    compile_pdf("\n".join(source), path)
    return path


def compile_pdf(source: str, path: Path) -> None:
    path.write_bytes(typst.compile(source.encode()))


def _head(decision: Description) -> Iterator[str]:
    for line in decision.head():
        if len(line) == 1:
            yield f"#par[#{_text(line[0])}]"
        else:
            left, right = (f"align(center, {_text(text)})" for text in line)
            yield f"#grid(columns: (1fr, 1.4fr), column-gutter: 1cm, {left}, {right})"


def _table(listing: Listing) -> Iterator[str]:
    widths = ", ".join(column.width for column in listing.columns)
    cells = list(placed_cells(listing))
    top = heading_rows(listing)
    heading = ", ".join(_cell(cell) for cell in cells if cell.row < top)
    yield f"#table(columns: ({widths}), table.header(repeat: true, {heading}),"
    yield from (f"  {_cell(cell)}," for cell in cells if cell.row >= top)
    yield ")"


def _cell(cell: Placed) -> str:
    place = f"x: {cell.column}, y: {cell.row}, colspan: {cell.across}, rowspan: {cell.down}"
    return f"table.cell({place}, {_text(cell.text)})"


def _text(text: str) -> str:
    lines = (f"text({json.dumps(line, ensure_ascii=False)})" for line in text.split("\n"))
    return "(" + " + linebreak() + ".join(lines) + ")"
