"""From the lines of the annex to items: what can't be placed becomes a doubt with its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.base.text import fold, one_line
from cchc.procedures.decision import Doubt, Item
from cchc.procedures.terms import ChangeKind, Level
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.lines import Line
from cchc.province.decision.annex.online import online_level
from cchc.province.decision.annex.row_codes import RowCodes, codes_of
from cchc.province.decision.annex.row_kind import kind_of
from cchc.province.decision.annex.sections import section_of
from cchc.province.decision.annex.values import (
    levels_in_row,
    levels_of_agency,
    time_limit,
    value,
)
from cchc.province.decision.words.capitals import quiet
from cchc.province.decision.words.kinds import amends_decision
from cchc.province.decision.words.syllables import mend

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


def defaults_of(
    title: str, scanned: frozenset[int], named: frozenset[ChangeKind] = frozenset()
) -> Defaults:
    """Take from the title what it says of every row; what it names two of says nothing.

    Nor does its kind where the annex names others: `named`.
    """
    section = section_of(title)
    single = len(section.kinds) == 1 and not amends_decision(title) and named <= section.kinds
    return Defaults(
        kinds=section.kinds if single else frozenset(),
        levels=section.levels if len(section.levels) == 1 else (),
        field=section.field if section.field and not SEVERAL.search(section.field) else None,
        scanned=scanned,
    )


def outcome_of(line: Line, defaults: Defaults) -> Outcome:
    """Read a line."""
    codes = codes_of(line, mend(one_line(line.text(Part.NAME))))
    if trouble := _no_item(line, codes):
        return Outcome(None, (_doubt(line, trouble, holds_row=True),))
    of_all = frozenset[ChangeKind]() if line.context.unclear else defaults.kinds
    kind, odd_kind = kind_of(line, codes.old, of_all)
    online, odd_online = online_level(line)
    context = line.context
    item = Item(
        kind=kind,
        code=codes.code,
        name=codes.name,
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
    odds = (*codes.odds, odd_kind, odd_online)
    return Outcome(item, tuple(_doubt(line, odd) for odd in odds if odd))


def _no_item(line: Line, codes: RowCodes) -> str:
    """Say why a line is no procedure; empty where it is one."""
    if not codes.name:
        return "dòng không có tên thủ tục"
    if OWN_TITLE.match(fold(codes.name)):
        return "tên của chính quyết định đứng ở dòng thủ tục; không phải thủ tục"
    numbered = ORDER.fullmatch(one_line(line.text(Part.ORDER))) is not None
    if not codes.code and not codes.old and not numbered and len(line.row.own) < FEWEST_CELLS:
        return "dòng không xếp được: không phải thủ tục, không phải dòng mục"
    return ""


def _levels(line: Line, defaults: Defaults) -> tuple[Level, ...]:
    """Find who decides: the row's own column, the sections, the title, last the agency."""
    of_all = () if line.context.unplaced else defaults.levels
    said = levels_in_row(line) or line.context.levels or of_all
    return said or levels_of_agency(line)


def _field(line: Line) -> str | None:
    field = value(line, Part.FIELD)
    return quiet(one_line(field)) if field else None


def _doubt(line: Line, message: str, *, holds_row: bool = False) -> Doubt:
    return Doubt(page=line.row.page, message=message, words=line.row.words, holds_row=holds_row)
