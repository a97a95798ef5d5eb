"""Where a list's heading stands and what each of its columns holds, in any order, on 1–2 lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.base.codes import codes_in
from cchc.base.text import one_line
from cchc.province.columns import heading_key
from cchc.province.decision.annex.headings import LONGEST_HEADING, Part, part_of

# The figures under a heading: 1, (2), [3].
FIGURE = re.compile(r"[(\[]?\s*(\d{1,2}|[A-ZĐ])\s*[)\]]?(?:\s*=\s*.*)?")
# Columns of a workflow: who does which step, when.
OF_STEPS = re.compile(r"noidungcongviec|^trachnhiem|^(?:cac)?buoc(?:thuchien|congviec)?$")
FEWEST_PARTS = 2
NAMES = frozenset({Part.NAME, Part.OLD_NAME})
READ_ONCE = frozenset({Part.CODE, Part.NAME, Part.OLD_CODE, Part.OLD_NAME})
# Columns that a list of procedures has beside the name; other tables of a decision have none.
TELLING = frozenset(Part) - NAMES - {Part.ORDER, Part.NOTE, Part.OTHER}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a list by part; `title` keeps the name column's heading, which may tell.

    `again`: the columns of a name or a code that stand beside the one that is read.
    """

    places: Mapping[Part, int]
    width: int
    title: str = ""
    again: tuple[tuple[Part, int], ...] = ()

    def text(self, cells: Sequence[str], part: Part) -> str:
        """Give the cell of a part, empty where the list has no such column."""
        place = self.places.get(part)
        return cells[place] if place is not None and place < len(cells) else ""


def is_heading(cells: Sequence[str]) -> bool:
    """Tell whether a row is the heading of a list of procedures (or its first line)."""
    parts = _parts(cells, ())
    names = any(part in NAMES for part in parts)
    return names and _telling(parts) and _plain(cells) and not is_steps(cells)


def is_steps(cells: Sequence[str]) -> bool:
    """Tell whether a row is the heading of a workflow's steps, which may have names and times.

    Steps have no codes: with a column for them it is a list.
    """
    if Part.CODE in _parts(cells, ()):
        return False
    return _plain(cells) and any(OF_STEPS.search(heading_key(cell)) for cell in cells)


def columns_of(cells: Sequence[str], below: Sequence[str] | None = None) -> Columns:
    """Read a heading; `below` is its second line, where it has one."""
    parts = _parts(cells, below or ())
    places: dict[Part, int] = {}
    owned = [_owned(i, parts) if part is Part.CODE else part for i, part in enumerate(parts)]
    for place, part in enumerate(owned):
        if part is not None:
            places.setdefault(part, place)
    again = tuple((p, i) for i, p in enumerate(owned) if p in READ_ONCE and places[p] != i)
    if Part.NAME not in places and Part.OLD_NAME in places:
        places[Part.NAME] = places.pop(Part.OLD_NAME)
        if Part.CODE not in places and Part.OLD_CODE in places:
            places[Part.CODE] = places.pop(Part.OLD_CODE)
    title = cells[places[Part.NAME]] if Part.NAME in places else ""
    return Columns(places, len(parts), one_line(title), again)


def is_second_line(cells: Sequence[str], first: Sequence[str], carried: frozenset[int]) -> bool:
    """Tell whether the row under a heading only divides its columns further."""
    own = [i for i, cell in enumerate(cells) if cell and i not in carried and cell != _at(first, i)]
    texts = [cells[i] for i in own]
    # What divides a column names two parts at least; one text alone is a section's.
    if len(own) < FEWEST_PARTS or not _plain(texts) or all(map(FIGURE.fullmatch, texts)):
        return False
    if not any(part in NAMES for part in _parts(first, cells)):
        return False
    # Each stands under a heading that goes on over it, and is itself a heading's word.
    return all(part_of(cells[i], _above(first, i)) and not _names_anew(first, i) for i in own)


def is_figures(cells: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3)."""
    filled = [one_line(cell) for cell in cells if cell]
    return len(filled) > 2 and all(FIGURE.fullmatch(text) for text in filled)  # noqa: PLR2004 - two could be a row


def _parts(cells: Sequence[str], below: Sequence[str]) -> list[Part | None]:
    width = max(len(cells), len(below))
    return [_part_at(cells, below, place) for place in range(width)]


def _part_at(cells: Sequence[str], below: Sequence[str], place: int) -> Part | None:
    under = _at(below, place)
    if under and under != _at(cells, place):
        return part_of(under, _above(cells, place))
    return part_of(_at(cells, place))


def _at(cells: Sequence[str], place: int) -> str:
    return one_line(cells[place]) if place < len(cells) else ""


def _above(first: Sequence[str], place: int) -> str:
    """Give the heading over a column: its own, or the one merged over it from the left."""
    return next((text for i in range(place, -1, -1) if (text := _at(first, i))), "")


def _names_anew(first: Sequence[str], place: int) -> bool:
    return place == 0 or part_of(_at(first, place)) is Part.ORDER


def _telling(parts: Sequence[Part | None]) -> bool:
    return any(part in TELLING for part in parts) or (Part.ORDER in parts and Part.NOTE in parts)


def _plain(cells: Sequence[str]) -> bool:
    return not any(codes_in(cell) or len(cell) > 2 * LONGEST_HEADING for cell in cells)


def _owned(place: int, parts: Sequence[Part | None]) -> Part:
    """Tell whose a code column is where a list has an old and a new name: its neighbour's."""
    names = [(i, part) for i, part in enumerate(parts) if part in NAMES]
    if not names or Part.OLD_CODE in parts:
        return Part.CODE
    code_first = parts.index(Part.CODE) < names[0][0]
    neighbours = [part for i, part in names if (i > place) == code_first]
    near = (neighbours or [part for _, part in names])[0 if code_first else -1]
    return Part.OLD_CODE if near is Part.OLD_NAME else Part.CODE
