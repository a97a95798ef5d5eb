"""The codes of a row: whole, cut over two lines, several old ones for one new, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.base.codes import WITH_SUFFIX, bare_code, codes_in, is_code
from cchc.base.text import fold, one_line

# What may stand between the pieces of one code: its cell is narrow.
GAPS = re.compile(r"\s+")
SEPARATORS = " .,;/&+-"
SUFFIX = re.compile(r"(?:\.\d{1,3})*(?:\.?[A-Z]\d+(?:\.\d+)*)?")
CUT_CODE = re.compile(r"[0-9]\.[0-9]{6}")
# A hand types O for 0, l for 1 and a comma for the dot; a scanner reads them so.
TYPED = re.compile(r"[0-9OolI][.,;][0-9OolI]{6}")
MEANT = str.maketrans("OolI,;", "0011..")
NONE_YET = frozenset(
    {"", "-", "--", "x", "khong", "khong co", "chua co", "chua co ma", "moi", "dang cap nhat"}
)
INTO = re.compile(r"→|=>|\bthay(?: thế)? (?:bằng|bởi)\b|\bthành\b", re.IGNORECASE)
INSTEAD_OF = re.compile(
    r"\bthay (?:thế )?(?:cho\b|các\b|thủ tục|TTHC|mã)|\bthay thế\b", re.IGNORECASE
)
# A code in a cell of several, with the gaps that narrow cells make; no other number goes on after.
SPACED_CODE = re.compile(r"(?<![\d.])[0-9]\s?\.\s?[0-9](?:\s*[0-9]){5}(?!\s*\d|\.\d{6})")
ONLY_CODES = re.compile(r"[\d\s.,;/&+\-]*")
# What a code's cell may say about it besides.
LABELS = re.compile(
    r"\b(?:ma|so|tthc|thu tuc|hanh chinh|dvc|thay|the|cho|bang|boi|thanh|cac|va|cu|moi)\b"
)
DENIED = re.compile(r"\b(?:không|chưa)\s+(?:phải\s+|được\s+|bị\s+)?$", re.IGNORECASE)
PARTLY = re.compile(r"\s*(?:một|1)\s+(?:phần|số)\b|\s*nội dung\b", re.IGNORECASE)
SEVERAL = re.compile(r"\s*(?:các|những|0?\d)\b(?!\.\d)", re.IGNORECASE)
# Where a remark stops to speak of what is replaced; “1.000893; 1.001022” goes on.
ANOTHER = r"\s*(?:và\s+)?(?:(?:mã|số|TTHC|thủ tục|hành chính)\s*:?\s*)*\d\.\d{6}"
ENDS = (
    r"\.(?=\s|$)|[,;]\s*(?:đồng thời\s+)?(?:thực hiện|liên thông|giải quyết|theo|xem|không|giữ)\b"
)
STOP, STOP_ONE = (
    re.compile(pattern, re.IGNORECASE) for pattern in (ENDS, rf"{ENDS}|;(?!{ANOTHER})")
)


@dataclass(frozen=True, slots=True)
class Codes:
    """The row's own code, the old ones it takes the place of, and what is odd about them."""

    code: str | None = None
    old: tuple[str, ...] = ()
    odd: str = ""


def read_codes(cell: str, others: Sequence[str] = ()) -> Codes:
    """Read the cell of codes; `others` are the cells where a single new code may stand."""
    found = listed_codes(cell)
    if len(found) == 1 and bare_code(cell):
        return Codes(found[0], odd=_left_over(cell))
    if found:
        several = _several(cell, found, others)
        return several if several.odd else replace(several, odd=_left_over(cell))
    compact = GAPS.sub("", cell)
    if whole := _joined(compact):
        return Codes(whole)
    if TYPED.fullmatch(compact):
        code = compact.translate(MEANT)
        return Codes(code, odd=f"ô mã ghi “{compact}”, hiểu là {code}; xem lại")
    if fold(cell).strip(" .") in NONE_YET:
        return Codes()
    return Codes(odd=f"ô mã ghi “{compact[:40]}”, không phải mã thủ tục (dạng d.dddddd)")


def listed_codes(cell: str) -> tuple[str, ...]:
    """List the codes of a cell that may hold several, some of them cut over two lines."""
    whole = codes_in(cell)
    if not ONLY_CODES.fullmatch(cell):
        return whole
    pieces = tuple(dict.fromkeys(GAPS.sub("", found[0]) for found in SPACED_CODE.finditer(cell)))
    return pieces if len(pieces) > len(whole) and len(pieces) > 1 else whole


def old_codes(text: str) -> tuple[str, ...]:
    """List the codes after “thay thế” in a remark: those that end with this row.

    What is denied (“không thay thế”) or ends only in part is none of them.
    """
    if INTO.search(text):
        return ()  # the other way round
    phrases = (
        (text[: found.start()], found[0], text[found.end() :])
        for found in INSTEAD_OF.finditer(text)
    )
    return tuple(dict.fromkeys(code for phrase in phrases for code in _replaced(*phrase)))


def _replaced(before: str, verb: str, after: str) -> tuple[str, ...]:
    if DENIED.search(before) or PARTLY.match(after):
        return ()
    several = verb.lower().endswith("các") or SEVERAL.match(after)
    return codes_in((STOP if several else STOP_ONE).split(after, maxsplit=1)[0])


def new_codes(text: str) -> tuple[str, ...]:
    """List the codes after “thay bằng” in a remark: those that take the place of this row."""
    found = INTO.search(text)
    return codes_in(text[found.end() :]) if found else ()


def _left_over(cell: str) -> str:
    """Say what a cell of codes holds besides codes: a broken second one, a remark."""
    compact = GAPS.sub("", cell)
    if CUT_CODE.match(compact) and SUFFIX.fullmatch(compact[len("d.dddddd") :]):
        return ""
    rest = one_line(SPACED_CODE.sub(" ", WITH_SUFFIX.sub(" ", cell)))
    if not re.search(r"\w", LABELS.sub(" ", fold(rest))):
        return ""
    return f"ô mã còn ghi “{rest.strip(SEPARATORS)[:40]}” ngoài mã thủ tục; xem lại"


def _joined(compact: str) -> str | None:
    """Join “1.00488” and “9”: the cell holds the code and nothing else."""
    found = CUT_CODE.match(compact)
    if found and SUFFIX.fullmatch(compact[found.end() :]) and is_code(found[0]):
        return found[0]
    return None


def _several(cell: str, found: tuple[str, ...], others: Sequence[str]) -> Codes:
    for pattern, new_first in ((INTO, False), (INSTEAD_OF, True)):
        if split := pattern.search(cell):
            parts = codes_in(cell[: split.start()]), codes_in(cell[split.end() :])
            new, old = parts if new_first else parts[::-1]
            if len(new) == 1 and old:
                return Codes(new[0], old)
    elsewhere = {code for text in others for code in codes_in(text)} - set(found)
    if len(elsewhere) == 1:
        return Codes(elsewhere.pop(), found)
    return Codes(odd=f"ô mã có nhiều mã ({', '.join(found)}); không rõ mã nào là của thủ tục này")
