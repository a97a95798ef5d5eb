"""Capitals as they are said: abbreviations by the table, Roman numerals, letters with figures."""

from __future__ import annotations

import re
import unicodedata

from cchc.news.speech.manner import Rule, Saying, Seen
from cchc.news.speech.numbers import cardinal, day_or_month

ROMAN = re.compile(
    r"(?P<roman>(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?!\w)(?:/(?P<year>(?:19|20)\d\d)(?!\d))?"
)
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# What a Roman numeral follows; a list or a span (quý I, II; quý I–III) goes on being one.
COUNTED_SO = re.compile(
    r"\b(?:quý|khóa|khoá|chương|phần|kỳ|kì|thứ|đợt|mục|thế kỷ|khu vực|hạng|cấp|loại|vùng|phụ lục"
    r"|nhóm|bậc|đại hội|tập|giai đoạn|lần|nhiệm kỳ|quyển|bảng|danh mục|kỳ họp)"
    r"(?:\s+[IVX]+\s*(?:,|và|đến|[-–—]))*\s*$",
    re.IGNORECASE,
)
OUTLINE = re.compile(r"(?:^|\n)\s*$")
MIXED = re.compile(r"(?P<letters>[A-Za-zĐđ]{1,5})-?(?P<figures>\d{1,4})(?P<end>[A-Z])?(?!\w)")
WEEKDAY = re.compile(r"T([2-7])(?!\w)")
CAPITALS = re.compile(r"[A-ZĐƯ](?:[A-ZĐƯ&]|-(?=[A-ZĐƯ]))*[A-ZĐƯ]\d*(?!\w)")
IN_BRACKETS = re.compile(r"\s*\((?:sau đây )?(?:gọi tắt là |viết tắt là )?(?P<short>[^()\s]+)\)")
# Between words; a sign of its own in an amount is another rule's.
SIGNS = {"&": " và ", "≥": "từ ", "≤": "không quá ", ">": "trên ", "<": "dưới ", "~": "khoảng ",
         "≈": "khoảng ", "=": " bằng ", "+": " cộng "}  # fmt: skip
SIGN = re.compile(r"\s?[&=+]\s?|[≥≤><~≈]\s?")


def roman(text: str) -> int:
    """Give the value of a Roman numeral: `XIV` is 14."""
    values = [VALUES[sign] for sign in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def _roman(seen: Seen) -> str | None:
    text = seen.match["roman"]
    if re.search(r"\bthứ\s*$", seen.before, re.IGNORECASE):
        return "nhất" if text == "I" else day_or_month(roman(text), seen.manner.odd)
    alone = OUTLINE.search(seen.before) and re.match(r"[.)]", seen.after)
    # C, L, CL and single letters have other meanings; II, IV, XIV hardly.
    plain = len(text) > 1 and not re.search("[LC]", text)
    if not (COUNTED_SO.search(seen.before) or alone or plain):
        return None
    said = cardinal(roman(text), seen.manner.odd)
    if seen.match["year"]:
        said = f"{said} năm {cardinal(int(seen.match['year']), seen.manner.odd)}"
    return said.capitalize() if alone else said


def say_short(seen: Seen) -> str:
    """Say an abbreviation of the table."""
    return seen.manner.short[seen.match[0]]


def _in_brackets(seen: Seen) -> str | None:
    """Leave out `(UBND)` behind the words it stands for: nobody says a thing twice."""
    words = seen.manner.short.get(seen.match["short"], "")
    return "" if words and seen.before.lower().endswith(words.lower()) else None


def _weekday(seen: Seen) -> str:
    return f"thứ {day_or_month(int(seen.match[1]), seen.manner.odd)}"


def _mixed(seen: Seen) -> Saying:
    """Say `A4`, `QL1A`: letters by the table or as they are, then the number."""
    letters, end = seen.match["letters"], seen.match["end"]
    said = seen.manner.short.get(letters, letters)
    number = cardinal(int(seen.match["figures"]), seen.manner.odd)
    unknown = letters if len(letters) > 1 and letters.isupper() and said == letters else ""
    return Saying(" ".join(filter(None, (said, number, end))), unknown)


def _unknown(seen: Seen) -> Saying:
    """Leave capitals nobody knows as they are, and tell; a word in capitals (KHÔNG) is a word."""
    text = seen.match[0]
    marked = any(
        unicodedata.combining(c) for c in unicodedata.normalize("NFD", text.replace("Ư", ""))
    )
    return Saying(text, "" if marked else text)


def _sign(seen: Seen) -> str:
    return SIGNS[seen.match[0].strip()]


RULES: tuple[Rule, ...] = (
    (IN_BRACKETS, _in_brackets),
    (ROMAN, _roman),
    (WEEKDAY, _weekday),
    (MIXED, _mixed),
    (CAPITALS, _unknown),
    (SIGN, _sign),
)
