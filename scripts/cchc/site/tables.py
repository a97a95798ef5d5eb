"""Tables written in Markdown, made ready for a telephone: each cell carries its column's name."""

from __future__ import annotations

import re
from html import escape, unescape

TABLE = re.compile(r"<table>(?P<rows>.*?)</table>", re.DOTALL)
HEADING = re.compile(r"<th(?P<attributes>(?: [^>]*)?)>(?P<words>.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>(?P<cells>.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<td(?P<attributes>[^>]*)>")
TAG = re.compile(r"<[^>]+>")
PARTS = {"<thead>": "rowgroup", "<tbody>": "rowgroup", "<tr>": "row"}


def labelled(html: str) -> str:
    """Give the HTML with its plain tables as `cards`: labels for narrow screens, roles for ears.

    A table shown as blocks is no table any more to a screen reader unless its roles say so.
    """
    return TABLE.sub(lambda found: _table(found["rows"]), html)


def _table(rows: str) -> str:
    labels = [unescape(TAG.sub("", found["words"])) for found in HEADING.finditer(rows)]
    rows = ROW.sub(lambda found: f"<tr>{_row(found['cells'], labels)}</tr>", rows)
    rows = HEADING.sub(r'<th role="columnheader" scope="col"\g<attributes>>\g<words></th>', rows)
    for tag, role in PARTS.items():
        rows = rows.replace(tag, f'{tag[:-1]} role="{role}">')
    return f'<table class="cards" role="table">{rows}</table>'


def _row(cells: str, labels: list[str]) -> str:
    waiting = iter(labels)

    def cell(found: re.Match[str]) -> str:
        label = escape(next(waiting, ""))
        return f'<td role="cell" data-label="{label}"{found["attributes"]}>'

    return CELL.sub(cell, cells)
