"""A code inside a procedure's name: the procedure's own, or another's that the name speaks of."""

from __future__ import annotations

import re

from cchc.base.codes import codes_in
from cchc.province.decision.annex.cell_codes import INSTEAD_OF, INTO, SUFFIX

LABEL = r"(?:mã(?: số)?(?: TTHC| thủ tục)?\s*:?\s*)?"
BEFORE = re.compile(rf"\s*(?P<bracket>[(\[])?\s*{LABEL}$", re.IGNORECASE)
CLOSES = re.compile(r"\s*[)\]]")
NOTHING_MORE = re.compile(r"[\s)\].,;:–-]*")
# A code after these words is that of a procedure that the name only mentions.
MENTIONS = re.compile(
    r"\b(?:thủ tục|TTHC|cùng|với|và|của|theo|tại|từ|sang|với mã)\s*:?\s*$", re.IGNORECASE
)


def code_in_name(name: str) -> tuple[str | None, str]:
    """Find the procedure's own code inside its name; give it and the name without it.

    Own is a code at either end or alone in brackets, and none that another is replaced by.
    """
    found = codes_in(name)
    start = name.find(found[0]) if len(found) == 1 else -1
    if start < 0:
        return None, name
    around = BEFORE.search(name[:start])
    before = name[: around.start()] if around else name[:start]
    after = SUFFIX.sub("", name[start + len(found[0]) :], count=1)
    if not _is_own(before, after, bracketed=bool(around and around["bracket"])):
        return None, name
    rest = after.lstrip(" )]-–:.,")
    return found[0], " ".join(part for part in (before.strip(" -–:"), rest) if part)


def _is_own(before: str, after: str, *, bracketed: bool) -> bool:
    if bracketed and CLOSES.match(after):
        return True
    if not before.strip():
        return True
    if before.count("(") > before.count(")") or INSTEAD_OF.search(before) or INTO.search(before):
        return False
    return NOTHING_MORE.fullmatch(after) is not None and MENTIONS.search(before) is None
