"""Numbers as words: whole, decimal, figure by figure.

The rules are those taught at primary school: 1 is “mốt” after “mươi”, 4 is “tư” after “mươi”, 5 is
“lăm” after “mươi” and “mười”; an empty ten is “linh” (or “lẻ”: a setting), an empty hundred inside
a number “không trăm”; “nghìn”, “triệu”, “tỷ” every three figures.
"""

from __future__ import annotations

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", " nghìn", " triệu")
BILLION = 10**9
# Longer than this nobody says a number as one: it is an identity or an account.
MOST_FIGURES = 15
# Decimals up to this many figures are said as a number, longer ones figure by figure.
DECIMALS_AS_NUMBER = 3
# 1.234.567,8: full stops part the thousands, a comma the decimals. A full stop before one or two
# figures (94.5) is a decimal in the English way: common in Word files here.
WRITTEN = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![.,]?\d)|\d+\.\d{1,2}(?![.,]?\d)"
ENGLISH = re.compile(r"(\d+)\.(\d{1,2})")


def cardinal(number: int, odd: str = "linh") -> str:
    """Say a whole number; `odd` is the word for an empty ten: “linh” or “lẻ”."""
    if number < 0:
        return f"âm {cardinal(-number, odd)}"
    billions, rest = divmod(number, BILLION)
    said = [f"{cardinal(billions, odd)} tỷ"] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        # Where nothing has been said yet, no “không trăm” goes in front.
        if group:
            said.append(_group(group, odd, whole=bool(said)) + SCALES[power])
    return " ".join(said) or DIGITS[0]


def _group(group: int, odd: str, *, whole: bool) -> str:
    """Say three figures; `whole`: also the hundred and the ten that are empty."""
    hundred, rest = divmod(group, 100)
    said = [f"{DIGITS[hundred]} trăm"] if hundred or whole else []
    if rest:
        said.append(
            f"{odd} {DIGITS[rest]}" if said and rest < len(DIGITS) else _below_hundred(rest)
        )
    return " ".join(said)


def _below_hundred(number: int) -> str:
    ten, one = divmod(number, 10)
    if ten == 0:
        return DIGITS[one]
    last = {0: "", 5: " lăm"}.get(one, f" {DIGITS[one]}")
    if ten == 1:
        return f"mười{last}"
    return f"{DIGITS[ten]} mươi" + {1: " mốt", 4: " tư"}.get(one, last)


def figures(text: str) -> str:
    """Say figures one by one: `0905` is “không chín không năm”; other signs are left out."""
    return " ".join(DIGITS[int(sign)] for sign in text if sign.isdecimal())


def written(text: str, odd: str = "linh") -> str:
    """Say a number as written here: `1.234,5`, `05`, `94.5`, without a sign in front."""
    english = ENGLISH.fullmatch(text)
    whole, _, decimals = text.partition(".") if english else text.partition(",")
    said = _whole(whole.replace(".", ""), odd)
    return f"{said} phẩy {_decimals(decimals, odd)}" if decimals else said


def _whole(text: str, odd: str) -> str:
    if len(text) > MOST_FIGURES or (text.startswith("0") and len(text) > 2):  # noqa: PLR2004
        return figures(text)
    return cardinal(int(text), odd)


def _decimals(text: str, odd: str) -> str:
    """Say decimals as at school: `32` “ba mươi hai”, `05` “không năm”, four and more singly."""
    rest = text.lstrip("0")
    if len(text) > DECIMALS_AS_NUMBER or not rest:
        return figures(text)
    zeros = figures("0" * (len(text) - len(rest)))
    return f"{zeros} {cardinal(int(rest), odd)}".strip()


def day_or_month(number: int, odd: str = "linh") -> str:
    """Say the number of a month or an ordinal: 4 is “tư”."""
    return "tư" if number == 4 else cardinal(number, odd)  # noqa: PLR2004
