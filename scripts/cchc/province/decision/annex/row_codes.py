"""The codes of a whole row: its own, the old ones it ends, and every other one as a remark."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.base.codes import codes_in
from cchc.province.decision.annex.cell_codes import listed_codes, new_codes, old_codes, read_codes
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.lines import Line
from cchc.province.decision.annex.name_codes import code_in_name


@dataclass(frozen=True, slots=True)
class RowCodes:
    """The row's own code, the old ones, the name without a code, and what is odd about them.

    Every code that stands in a cell of the row is one of these or named in `odds`.
    """

    code: str | None
    old: tuple[str, ...]
    name: str
    odds: tuple[str, ...]


def codes_of(line: Line, name: str) -> RowCodes:
    """Read the row's codes: its own column, else its name; old ones where it says so."""
    inside, bare_name = code_in_name(name)
    near = [line.text(part) for part in (Part.NAME, Part.NOTE, Part.CHANGED)]
    codes = read_codes(line.text(Part.CODE), near)
    own = codes.code or inside
    replaced = [line.text(part) for part in (Part.OLD_CODE, Part.OLD_NAME)]
    named = [
        *codes.old,
        *(code for text in replaced for code in listed_codes(text) or _one(text)),
        *(code for text in near for code in old_codes(text)),
    ]
    old = tuple(dict.fromkeys(code for code in named if code != own))
    odd = "" if inside and not codes.code else codes.odd
    odds = [each for each in (odd, _replaced_by(line)) if each]
    odds += _others(line, {own, *old}, " ".join(odds))
    return RowCodes(own, old, bare_name if inside == own else name, tuple(odds))


def _replaced_by(line: Line) -> str:
    """Say that a row names the new procedure that takes its place, where it does."""
    near = (line.text(part) for part in (Part.NOTE, Part.CHANGED))
    new = [code for text in near for code in new_codes(text)]
    return f"dòng này ghi được thay bằng mã {', '.join(new)}; xem thủ tục mới" if new else ""


def _others(line: Line, known: set[str | None], said: str) -> list[str]:
    """Name the codes of the row that nothing above accounts for."""
    cells = (line.row.cells[place] for place in line.row.own)
    found = dict.fromkeys(code for cell in cells for code in codes_in(cell))
    left = [code for code in found if code not in known and code not in said]
    return [f"dòng này còn nhắc mã {', '.join(left)}; không rõ liên quan thế nào"] if left else []


def _one(cell: str) -> tuple[str, ...]:
    code = read_codes(cell).code
    return (code,) if code else ()
