"""Who issued the decision: “UBND tỉnh Quảng Bình”, the agency whose chairman signs.

Decisions are signed by the chairman, numbered by the agency (…/QĐ-UBND), and lists name the
agency: its name in one writing serves to compare.
"""

from __future__ import annotations

import re

from cchc.base.text import one_line
from cchc.province.decision.words.capitals import quiet
from cchc.province.letters import CAPITALS

COMMITTEE = r"(?:[ỦỤ]Y|UỶ|[Ủủ]y|[Uu]ỷ)\s+(?:BAN NHÂN DÂN|ban nhân dân|ban Nhân dân)|UBND"
PLACE = r"(TỈNH|THÀNH PHỐ|tỉnh|thành phố|TP\.?)\s+"
NAME = rf"([{CAPITALS}][^\W\d_]*(?:[ -][{CAPITALS}][^\W\d_]*){{0,3}})"
AUTHORITY = re.compile(rf"(?:{COMMITTEE})\s+{PLACE}{NAME}")
SIGNING_LINE = re.compile(
    rf"^\s*(?:CHỦ TỊCH\s+|Chủ tịch\s+)?(?:{COMMITTEE})\s+{PLACE}{NAME}\s*$", re.MULTILINE
)
LETTERHEAD = re.compile(rf"(?:^|\|)\s*{PLACE}{NAME}\s*(?=\||$)", re.MULTILINE)
MINISTRY = re.compile(rf"^\s*(BỘ [{CAPITALS} ,-]+?)\s*(?:\||$)", re.MULTILINE)
WORDS = {"tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "tp.": "thành phố"}


def issuer_in(body: str, tail: str, number: str) -> str:
    """Find the issuer in the head, else beside the annex's title; empty where it is not said."""
    if "UBND" not in number and (ministry := MINISTRY.search(body)):
        return quiet(one_line(ministry[1]))
    head = body.partition("Căn cứ")[0]
    found = (
        SIGNING_LINE.search(head)
        or LETTERHEAD.search(head)
        or AUTHORITY.search(head)
        or AUTHORITY.search(tail)
    )
    if found is None:
        return ""
    return f"UBND {WORDS[found[1].lower()]} {_name(found[2])}"


def _name(place: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in place.split())
