"""From the lines of the annex to items: what can't be placed becomes a doubt with its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.base.text import fold, one_line
from cchc.procedures.decision import Doubt, Item
from cchc.procedures.terms import ChangeKind, Level
from cchc.province.decision.annex.annex import Line
from cchc.province.decision.annex.cell_codes import (
    Codes,
    code_in_name,
    listed_codes,
    new_codes,
    old_codes,
    read_codes,
)
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.row_kind import kind_of
from cchc.province.decision.annex.sections import quiet, section_of
from cchc.province.decision.annex.values import (
    levels_in_row,
    levels_of_agency,
    online_level,
    time_limit,
    value,
)
from cchc.province.decision.syllables import mend

# How a decision's own title begins; people enter it as if it were a procedure.
OWN_TITLE = re.compile(
    r"(?:quyet dinh )?(?:ve viec |v/v )?(?:cong bo|phe duyet)(?: kem theo)?(?: \d+)?"
    r" (?:danh muc|thu tuc hanh chinh|tthc|quy trinh|qui trinh)|quyet dinh so \d|danh muc (?:cac )?"
    r"(?:thu tuc hanh chinh|tthc)"
    r" (?:moi|ban hanh|duoc|bi|sua doi|thay the|chuan hoa|thuoc|linh vuc)"
)
ORDER = re.compile(r"\d{1,4}(?:\.\d{1,3})*\s*[.)]?")
FEWEST_CELLS = 2
SEVERAL = re.compile(r",|;| và ")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the decision's title says of every row, where sections say nothing."""

    kinds: frozenset[ChangeKind] = frozenset()
    levels: tuple[Level, ...] = ()
    field: str | None = None
    scanned: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a line became: an item, or a doubt that holds the row; and remarks on an item."""

    item: Item | None
    doubts: tuple[Doubt, ...] = ()


def defaults_of(title: str, scanned: frozenset[int]) -> Defaults:
    """Take from the title what it says of every row; what it names two of says nothing."""
    section = section_of(title)
    return Defaults(
        kinds=section.kinds if len(section.kinds) == 1 else frozenset(),
        levels=section.levels if len(section.levels) == 1 else (),
        field=section.field if section.field and not SEVERAL.search(section.field) else None,
        scanned=scanned,
    )


def outcome_of(line: Line, defaults: Defaults) -> Outcome:
    """Read a line."""
    name = mend(one_line(line.text(Part.NAME)))
    inside, bare_name = code_in_name(name)
    codes = _codes(line, inside)
    name = bare_name if inside == codes.code else name
    if trouble := _no_item(line, name, codes):
        return Outcome(None, (_doubt(line, trouble, holds_row=True),))
    kind, odd_kind = kind_of(line, codes.old, defaults.kinds)
    online, odd_online = online_level(line)
    context = line.context
    item = Item(
        kind=kind,
        code=codes.code,
        name=name,
        levels=_levels(line, defaults),
        received_at=value(line, Part.PLACE),
        field_of_service=_field(line) or context.field or defaults.field,
        replaces=codes.old,
        time_limit=time_limit(line),
        fee=value(line, Part.FEE),
        legal_basis=value(line, Part.BASIS),
        online_level=online,
        changed=value(line, Part.CHANGED),
        page=line.row.page,
        words=line.row.words,
        ocr=line.row.page in defaults.scanned,
    )
    odds = (codes.odd, odd_kind, odd_online, _replaced_by(line))
    return Outcome(item, tuple(_doubt(line, odd) for odd in odds if odd))


def _codes(line: Line, inside: str | None) -> Codes:
    """Read the row's codes: its own column, else its name; old ones where it says so."""
    near = [line.text(part) for part in (Part.NAME, Part.NOTE, Part.CHANGED)]
    codes = read_codes(line.text(Part.CODE), near)
    own = codes.code or inside
    replaced = [line.text(part) for part in (Part.OLD_CODE, Part.OLD_NAME)]
    old = [
        *codes.old,
        *(code for text in replaced for code in listed_codes(text) or _one(text)),
        *(code for text in near for code in old_codes(text)),
    ]
    odd = "" if inside and not codes.code else codes.odd
    return Codes(own, tuple(dict.fromkeys(code for code in old if code != own)), odd)


def _replaced_by(line: Line) -> str:
    """Say that a row names the new procedure that takes its place, where it does."""
    near = (line.text(part) for part in (Part.NOTE, Part.CHANGED))
    new = [code for text in near for code in new_codes(text)]
    return f"dòng này ghi được thay bằng mã {', '.join(new)}; xem thủ tục mới" if new else ""


def _one(cell: str) -> tuple[str, ...]:
    code = read_codes(cell).code
    return (code,) if code else ()


def _no_item(line: Line, name: str, codes: Codes) -> str:
    """Say why a line is no procedure; empty where it is one."""
    if not name:
        return "dòng không có tên thủ tục"
    if OWN_TITLE.match(fold(name)):
        return "tên của chính quyết định đứng ở dòng thủ tục; không phải thủ tục"
    numbered = ORDER.fullmatch(one_line(line.text(Part.ORDER))) is not None
    if not codes.code and not codes.old and not numbered and len(line.row.own) < FEWEST_CELLS:
        return "dòng không xếp được: không phải thủ tục, không phải dòng mục"
    return ""


def _levels(line: Line, defaults: Defaults) -> tuple[Level, ...]:
    """Find who decides: the row's own column, the sections, the title, last the agency."""
    said = levels_in_row(line) or line.context.levels or defaults.levels
    return said or levels_of_agency(line)


def _field(line: Line) -> str | None:
    field = value(line, Part.FIELD)
    return quiet(one_line(field)) if field else None


def _doubt(line: Line, message: str, *, holds_row: bool = False) -> Doubt:
    return Doubt(page=line.row.page, message=message, words=line.row.words, holds_row=holds_row)
