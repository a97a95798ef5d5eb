"""Lines that a page's width has cut, as running text again."""

from __future__ import annotations

import re

# A line that begins so stands for itself; any other goes on from the line above.
BEGINS_ANEW = re.compile(r"(?:[-–+•*]\s?|\d{1,2}[.)]\s|[a-zđ]\)\s|\(\d\)\s)")
# “106/2024/” and “NĐ-” at a line's end: a document's number goes on.
CUT_NUMBER = re.compile(r"\S/$|[A-ZĐ\d]-$")


def flowing(text: str, line: str) -> str:
    """Add a visual line to a text: a list's line begins anew, any other goes on."""
    if not text or not line:
        return text or line
    if BEGINS_ANEW.match(line):
        return f"{text}\n{line}"
    return f"{text}{line}" if CUT_NUMBER.search(text) else f"{text} {line}"
