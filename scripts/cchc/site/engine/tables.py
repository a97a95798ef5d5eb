"""Tables written in Markdown, made ready for a telephone: each cell carries its column's name."""

from __future__ import annotations

import re
from html import escape, unescape

MERGED = re.compile(r'<table class="merged">.*?</table>', re.DOTALL)
# A keyboard scrolls what it can reach; whoever hears the page is told what it is.
SCROLLS = (
    '<div class="table-scroll" tabindex="0" role="region" aria-label="Bảng, kéo ngang để xem hết">'
)
TABLE = re.compile(r"<table>(?P<rows>.*?)</table>", re.DOTALL)
HEADING = re.compile(r"<th(?P<attributes>(?: [^>]*)?)>(?P<words>.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>(?P<cells>.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<td(?P<attributes>[^>]*)>")
TAG = re.compile(r"<[^>]+>")
# Markdown writes where the words of a column stand as a style, which the page's policy refuses.
ALIGNED = re.compile(r' style="text-align: (left|center|right);"')


def labelled(html: str) -> str:
    """Give the HTML with its plain tables as `cards`, each cell with its column.

    Tables with merged cells, which Word files bring, scroll in a frame of their own.
    """
    html = MERGED.sub(lambda found: f"{SCROLLS}{found[0]}</div>", html)
    return TABLE.sub(lambda found: _table(found["rows"]), html)


def _table(rows: str) -> str:
    labels = [unescape(TAG.sub("", found["words"])) for found in HEADING.finditer(rows)]
    rows = ROW.sub(lambda found: f"<tr>{_row(found['cells'], labels)}</tr>", rows)
    rows = HEADING.sub(r'<th scope="col"\g<attributes>>\g<words></th>', rows)
    rows = ALIGNED.sub(r' class="to-\1"', rows)
    return f'<table class="cards">{rows}</table>'


def _row(cells: str, labels: list[str]) -> str:
    waiting = iter(labels)

    def cell(found: re.Match[str]) -> str:
        label = escape(next(waiting, ""))
        return f'<td data-label="{label}"{found["attributes"]}>'

    return CELL.sub(cell, cells)
