"""The code of a procedure: `d.dddddd`, as Cơ sở dữ liệu quốc gia về TTHC gives it."""

from __future__ import annotations

import re

from cchc.base.text import half_width

BARE = re.compile(r"[0-9]\.[0-9]{6}")
# Real files add the agency (`2.000205.000.00.00.H17`, `1.013226.H17`) or a case (`1.001193.01`).
WITH_SUFFIX = re.compile(
    r"(?<![\d.])([0-9]\.[0-9]{6})(?:(?:\.\d{1,3})*(?:\.[A-Z]\d+(?:\.\d+)*)?)(?![\d])"
)
INTERNAL_KINDS = "56"


def is_code(text: str) -> bool:
    """Tell whether the text is a bare code and nothing else."""
    return BARE.fullmatch(text) is not None


def bare_code(text: str) -> str | None:
    """Find the code in a cell: its first 8 characters, whatever suffix follows; else None.

    A cell with two different codes is nobody's code: None too.
    """
    if BARE.fullmatch(text):  # nearly every cell, and three times as fast
        return text
    found = {match.group(1) for match in WITH_SUFFIX.finditer(half_width(text))}
    return found.pop() if len(found) == 1 else None


def codes_in(text: str) -> tuple[str, ...]:
    """List the codes in a text, in order, each once. Sums such as 1.500 are no codes."""
    return tuple(dict.fromkeys(match.group(1) for match in WITH_SUFFIX.finditer(half_width(text))))


def is_internal(code: str) -> bool:
    """Tell whether the code is of an internal procedure (5, 6): never on a public list."""
    return code[:1] in INTERNAL_KINDS
