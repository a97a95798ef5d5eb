"""Numbers of documents as an announcer says them: `163/QĐ-BTP`, `63/2010/NĐ-CP`, `60/2014/QH13`.

“gạch chéo” and “gạch ngang” help no listener: the kind, the number, the year and whose it is do.
"""

from __future__ import annotations

import re

from cchc.news.speech.manner import Manner, Rule, Saying, Seen
from cchc.news.speech.numbers import cardinal

PART = r"[A-ZĐƯ][A-Za-zĐƯđư&]*\d*"
NUMBER = re.compile(
    rf"(?P<number>\d+)[a-z]?(?:/(?P<year>(?:19|20)\d\d))?/(?P<code>{PART}(?:\s?[-–]\s?{PART})*)(?!\w)"
)
# The Party writes the kind first: 18-NQ/TW.
PARTY = re.compile(r"(?P<number>\d+)-(?P<kind>[A-ZĐ][A-Za-z]*)/(?P<owner>[A-ZĐƯ][A-Za-zĐƯ]*)(?!\w)")
SHORT = re.compile(r"(?P<number>\d+)/(?P<year>(?:19|20)\d\d)(?![\d/])")
ASSEMBLY = re.compile(r"(QH|UBTVQH)(\d+)")
BODIES = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}
JUST_NUMBER = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
# “… ngày 05/02/2026 của Bộ Tư pháp”: whose it is will be said anyway.
ITS_OWNER = re.compile(r"(?:,?\s*(?:ký )?ngày[^.;]{4,32}?)?,?\s+của\s")


def _numbered(seen: Seen) -> Saying:
    kind, owners, unknown = _taken_apart(seen.match["code"], seen.manner)
    number = _number(seen)
    owner = "" if ITS_OWNER.match(seen.after) or not owners else f" của {', '.join(owners)}"
    return Saying(_placed(kind, number, seen) + owner, unknown)


def _party(seen: Seen) -> Saying | None:
    kind = seen.manner.kinds.get(seen.match["kind"])
    if kind is None:
        return None
    part = seen.match["owner"]
    owner = _owner(part, seen.manner)
    after = "" if ITS_OWNER.match(seen.after) else f" của {owner or part}"
    number = cardinal(int(seen.match["number"]), seen.manner.odd)
    return Saying(_placed(kind, number, seen) + after, "" if owner else part)


def _placed(kind: str, number: str, seen: Seen) -> str:
    """Put the kind before the number unless it stands there already."""
    before = seen.manner.any_kind_before.search(seen.before)
    if before:
        return number if before["so"] else f"số {number}"
    if JUST_NUMBER.search(seen.before):
        return f"{number}, {kind}" if kind else number
    return f"{kind} số {number}" if kind else f"số {number}"


def _number(seen: Seen) -> str:
    odd, year = seen.manner.odd, seen.match["year"]
    number = cardinal(int(seen.match["number"]), odd)
    return f"{number} năm {cardinal(int(year), odd)}" if year else number


def _taken_apart(code: str, manner: Manner) -> tuple[str, list[str], str]:
    """Give the kind, whose document it is, and a part nobody knows."""
    parts = re.split(r"\s?[-–]\s?", code)
    kind = manner.kinds.get(parts[0], "")
    # An official letter (công văn) begins with its sender; the rest are its desks.
    senders = parts[1:] if kind else parts[:1]
    said = [_owner(part, manner) for part in senders]
    known = [words for words in said if words]
    # QĐ-UBND-NC: behind whose it is, a desk's mark is nobody's to hear.
    if known and said[0]:
        return kind, known, ""
    unknown = next((p for p, words in zip(senders, said, strict=True) if words is None), "")
    return kind, [words or part for part, words in zip(senders, said, strict=True)], unknown


def _owner(part: str, manner: Manner) -> str | None:
    assembly = ASSEMBLY.fullmatch(part)
    if assembly:
        return f"{BODIES[assembly[1]]} khóa {cardinal(int(assembly[2]), manner.odd)}"
    return manner.issuers.get(part) or manner.short.get(part)


def _short(seen: Seen) -> str | None:
    """Say `Nghị định 63/2010` without its letters."""
    before = seen.manner.any_kind_before.search(seen.before)
    if not before:
        return None
    return _number(seen) if before["so"] else f"số {_number(seen)}"


RULES: tuple[Rule, ...] = ((NUMBER, _numbered), (PARTY, _party), (SHORT, _short))
