"""How far a procedure goes online: a cross in a column, or words; what is denied is not said."""

from __future__ import annotations

import re

from cchc.base.text import fold, one_line
from cchc.procedures.terms import OnlineLevel
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.lines import Line

CROSSES = frozenset({"x", "xx", "✓", "✔", "√", "☑", "☒", "co", "v", "+"})
WORDS = (
    ("toan trinh", OnlineLevel.FULL),
    ("mot phan", OnlineLevel.PART),
    ("cung cap thong tin", OnlineLevel.INFORMATION),
)
IN_BRACKETS = re.compile(r"\([^()]*\)")
BETWEEN = re.compile(r"[;,\n]|\.(?=\s|$)")
NO = r"\b(?:khong|chua)\b"


def online_level(line: Line) -> tuple[OnlineLevel | None, str]:
    """Give the online level, by a cross in its column or by words; and what is odd about it."""
    columns = ((Part.FULL, OnlineLevel.FULL), (Part.PARTLY, OnlineLevel.PART))
    crossed = [level for part, level in columns if _crossed(line.text(part), part)]
    words = line.text(Part.ONLINE)
    said, denied = _said(words)
    levels = dict.fromkeys([*crossed, *said])
    if len(levels) > 1:
        return None, "đánh dấu cả toàn trình và một phần; cần người xem"
    if denied and not levels:
        return None, f"mức độ trực tuyến ghi “{one_line(words)[:60]}”; không rõ mức nào"
    return next(iter(levels), None), ""


def _said(words: str) -> tuple[list[OnlineLevel], list[OnlineLevel]]:
    """List the levels that a cell says, and those that it denies."""
    said: list[OnlineLevel] = []
    denied: list[OnlineLevel] = []
    for piece in BETWEEN.split(IN_BRACKETS.sub(" ", words)):
        key = fold(piece)
        for word, level in WORDS:
            if word in key:
                (denied if _denies(key, word) else said).append(level)
    return said, denied


def _denies(key: str, word: str) -> bool:
    return re.search(rf"{NO}.*{word}|{word}\W*{NO}\W*$", key) is not None


def _crossed(text: str, part: Part) -> bool:
    key = fold(text).strip(" .()[]")
    word = fold(part.label)
    return key in CROSSES or (word in key and not _denies(key, word))
