"""A table as sentences: each row one, “Đăng ký khai sinh: thời hạn 1 ngày; lệ phí 8.000 đồng.”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from cchc.base.text import one_line

COUNTS = frozenset({"stt", "tt", "số tt", "số thứ tự", "#"})
# More than this a cell cannot span: a file that says so means harm.
MOST_SPAN = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place in the file, so that a merged one is known for the same."""

    place: int
    text: str
    head: bool


def table_sentences(table: HtmlElement) -> Iterator[str]:
    """Say each row with the column's names; the column of counts is left out."""
    rows = _grid(table)
    heads = _heads(rows)
    names = _names(rows[:heads])
    for row in rows[heads:]:
        said = _row(row, names)
        if said:
            yield f"{said.rstrip(' .;')}."


def _grid(table: HtmlElement) -> list[list[Cell]]:
    """Lay the cells out, a merged one in each place it covers."""
    laid: dict[tuple[int, int], Cell] = {}
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    place = 0
    for down, row in enumerate(rows):
        across = 0
        for cell in row.iterchildren("td", "th"):
            while (down, across) in laid:
                across += 1
            made = Cell(place, one_line(str(cell.text_content())), cell.tag == "th")
            place += 1
            for below in range(_span(cell, "rowspan")):
                for right in range(_span(cell, "colspan")):
                    laid[down + below, across + right] = made
    return [_row_of(laid, down) for down in range(len(rows))]


def _row_of(laid: dict[tuple[int, int], Cell], down: int) -> list[Cell]:
    return [laid[key] for key in sorted(laid) if key[0] == down]


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name) or "1"
    return max(1, min(int(value), MOST_SPAN)) if value.isdecimal() and len(value) < 4 else 1  # noqa: PLR2004


def _heads(rows: list[list[Cell]]) -> int:
    """Count the rows of headings: those whose cells are all headings."""
    count = 0
    for row in rows:
        if not row or not all(cell.head for cell in row):
            break
        count += 1
    return count if count < len(rows) else 0


def _names(heads: list[list[Cell]]) -> list[str]:
    """Give each column's name: the headings above it, each once."""
    width = max((len(row) for row in heads), default=0)
    names: list[str] = []
    for across in range(width):
        above = dict.fromkeys(row[across].text for row in heads if across < len(row))
        first, *others = filter(None, above) if any(above) else ("",)
        names.append(" ".join([first, *map(_lower, others)]))
    return names


def _row(row: list[Cell], names: list[str]) -> str:
    cells: list[tuple[str, str]] = []
    seen: set[int] = set()
    for across, cell in enumerate(row):
        name = names[across] if across < len(names) else ""
        if cell.text and cell.place not in seen and name.lower().rstrip(".") not in COUNTS:
            cells.append((name, cell.text))
        seen.add(cell.place)
    if not cells:
        return ""
    subject, rest = cells[0][1], cells[1:]
    if not rest:
        return subject
    said = "; ".join(f"{_lower(name)} {text}".strip() for name, text in rest)
    return f"{subject}: {said}"


def _lower(name: str) -> str:
    """Begin small, unless it begins with an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
