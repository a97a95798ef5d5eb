"""The other cells of a row: time, fee, who decides."""

from __future__ import annotations

from cchc.base.text import clean, fold
from cchc.procedures.terms import Level
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.lines import Line
from cchc.province.decision.annex.online import CROSSES
from cchc.province.decision.files.blocks import clip
from cchc.province.decision.words.levels import levels_in
from cchc.province.decision.words.syllables import mend
from cchc.province.phrases import known, levels

NOT_CUT = frozenset({"khong", "khong cat giam", "giu nguyen", "-", "0", "/"})
NOT = frozenset({"", "-", "--", "khong", "0", "/"})
LEVEL_PARTS = (
    (Part.OF_MINISTRY, Level.MINISTRY),
    (Part.OF_PROVINCE, Level.PROVINCE),
    (Part.OF_WARD, Level.WARD),
)
MOST = 4_000
AGENCY_LEVELS = (
    (Level.MINISTRY, ("bo ", "cuc ", "tong cuc", "vu ")),
    (Level.PROVINCE, ("so ", "chi cuc", "ban quan li", "thanh tra tinh", "van phong ubnd tinh",
                      "cong an tinh", "cong an thanh pho", "chu tich ubnd tinh")),
    (Level.WARD, ("cong an xa", "cong an phuong", "chu tich ubnd cap xa")),
)  # fmt: skip


def value(line: Line, part: Part) -> str | None:
    """Give a cell's text, None where it is empty or only says that there is nothing yet."""
    text = clip(mend(known(line.text(part))), MOST)
    return text if text.strip(" .-–/") and fold(text) not in CROSSES - {"co"} else None


def time_limit(line: Line) -> str | None:
    """Give the time that holds: after the cut where the issuer cut it, the rule's beside it."""
    plain = value(line, Part.TIME)
    ruled, cut = (value(line, part) for part in (Part.TIME_RULED, Part.TIME_CUT))
    if cut is None or fold(cut).strip(" .") in NOT_CUT:
        return ruled or plain
    before = ruled or plain
    return f"{cut} (theo quy định: {before})" if before and before != cut else cut


def levels_in_row(line: Line) -> tuple[Level, ...]:
    """Read who decides where the row itself says so: a column of levels, or one a level."""
    marked = [level for part, level in LEVEL_PARTS if fold(line.text(part)).strip(" .") not in NOT]
    said = line.text(Part.LEVEL)
    return tuple(dict.fromkeys([*marked, *levels_in(said), *levels(said)]))


def levels_of_agency(line: Line) -> tuple[Level, ...]:
    """Read who decides from the column of agencies, where nothing else says it."""
    found: list[Level] = []
    for name in clean(line.text(Part.AGENCY)).replace(";", "\n").split("\n"):
        key = fold(name).lstrip("-+* ")
        found += levels_in(name)
        found += [level for level, starts in AGENCY_LEVELS if key.startswith(starts)]
    return tuple(dict.fromkeys(found))
