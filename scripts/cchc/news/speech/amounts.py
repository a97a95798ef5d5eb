"""Amounts as they are said: numbers with units, money, shares, parts of a whole, spans."""

from __future__ import annotations

import re

from cchc.news.speech.manner import Rule, Saying, Seen, alternatives
from cchc.news.speech.numbers import DIGITS, WRITTEN, cardinal, day_or_month, written

UNITS = {
    "%": "phần trăm", "‰": "phần nghìn", "đ": "đồng", "₫": "đồng", "VNĐ": "đồng", "VND": "đồng",
    "vnđ": "đồng", "Đ": "đồng", "USD": "đô la Mỹ", "tr": "triệu", "trđ": "triệu đồng",
    "tr.đ": "triệu đồng", "k": "nghìn",
    "km": "ki-lô-mét", "m": "mét", "dm": "đề-xi-mét", "cm": "xen-ti-mét", "mm": "mi-li-mét",
    "km²": "ki-lô-mét vuông", "km2": "ki-lô-mét vuông", "m²": "mét vuông", "m2": "mét vuông",
    "cm²": "xen-ti-mét vuông", "cm2": "xen-ti-mét vuông",
    "m³": "mét khối", "m3": "mét khối", "ha": "héc-ta", "kg": "ki-lô-gam", "g": "gam",
    "mg": "mi-li-gam", "l": "lít", "ml": "mi-li-lít", "h": "giờ", "s": "giây",
    "°C": "độ C", "ºC": "độ C", "°": "độ",
    "W": "oát", "kW": "ki-lô-oát", "MW": "mê-ga-oát", "kWh": "ki-lô-oát giờ", "kV": "ki-lô-vôn",
    "KB": "ki-lô-bai", "MB": "mê-ga-bai", "GB": "gi-ga-bai", "Mbps": "mê-ga-bít một giây",
}  # fmt: skip
ANY_UNIT = alternatives(UNITS)
AMOUNT = re.compile(rf"(?P<sign>[-−](?=\d))?(?P<n>{WRITTEN})(?P<unit>\s?(?:{ANY_UNIT})(?!\w))?")
RATIO = re.compile(rf"({WRITTEN})\s?[/:]\s?({WRITTEN})(?![\d/])")
# 1,000,000: in the English way. One group alone is thousands only where it is empty.
ENGLISH = re.compile(r"\d{1,3}(?:(?:,\d{3}){2,}|,000)(?![\d,.]{0,20}\d)")
CLASS = re.compile(r"(\d{1,4})([A-CE-VX-Z])(\d{0,3})(?!\w)")
TIMES = re.compile(r"\s?[x×]\s?(?=\d)")
DASH = re.compile(r"\s?[-–—]\s?(?=\d|[IVX]+\b|T[2-7]\b|CN\b|thứ\b|Thứ\b|tháng\b|ngày\b)")
PER = re.compile(rf"\s?/\s?(?P<unit>(?:{ANY_UNIT})(?!\w))?(?=\w|(?<=[%\w²³]))")
OUTLINE = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,5}(?![\d.]{0,20},?\d)")
EDITION = re.compile(r"(\d{4,5}):((?:19|20)\d{2})(?!\d)")

QUARTER = {"bốn": "tư"}
ORDINAL = re.compile(r"\bthứ(?:\s*\d+\s*(?:,|và|đến|[-–—]))*\s*$", re.IGNORECASE)
MONTH = re.compile(r"\btháng(?:\s*\d+\s*(?:,|và|đến|[-–—]))*\s*$", re.IGNORECASE)
IN_OUTLINE = re.compile(r"\b(?:mục|tiểu mục|phần|bảng|hình|phiên bản)\s*$", re.IGNORECASE)
SCORE = re.compile(r"\b(?:tỷ số|tỉ số|thắng|thua|hòa)(?: \w+){0,2}\s+\d+$", re.IGNORECASE)
SIGNED_PLACE = re.compile(r"(?:^|[\s(:~≈])$")
# 20 mươi: a number or its unit, or an ordinal, stands right before the dash.
BEFORE_DASH = re.compile(
    rf"(?:\d(?:\s?(?:{ANY_UNIT}))?|\b[IVX]+|\bT[2-7]|\bthứ (?:hai|ba|tư|năm|sáu|bảy)"
    r"|ngày \S+|giờ)$",
    re.IGNORECASE,
)
COUNTED = re.compile(rf"\d\s?(?:{ANY_UNIT}|[^\W\d]+(?: [^\W\d]+)?)$")


def _amount(seen: Seen) -> str | None:
    match, odd = seen.match, seen.manner.odd
    if match["sign"] and not SIGNED_PLACE.search(seen.before):
        return None
    said = written(match["n"], odd)
    if ORDINAL.search(seen.before) and match["n"].isdecimal():
        said = _ordinal(int(match["n"]), seen)
    elif MONTH.search(seen.before) and match["n"].isdecimal():
        said = day_or_month(int(match["n"]), odd)
    sign = "âm " if match["sign"] else ""
    unit = f" {UNITS[match['unit'].strip()]}" if match["unit"] else ""
    return f"{sign}{said}{unit}"


def _ordinal(number: int, seen: Seen) -> str:
    return "nhất" if number == 1 else day_or_month(number, seen.manner.odd)


def _ratio(seen: Seen) -> str:
    """Say a part of a whole: small ones as fractions, others “trên”."""
    over, under = (written(part, seen.manner.odd) for part in seen.match.groups())
    small = over in DIGITS[1:4] and under in DIGITS[2:5] and ":" not in seen.match[0]
    return f"{over} phần {QUARTER.get(under, under)}" if small else f"{over} trên {under}"


def _edition(seen: Seen) -> str:
    """Say the number of a standard with its year: ISO 9001:2015."""
    number, year = (cardinal(int(part), seen.manner.odd) for part in seen.match.groups())
    return f"{number}, phiên bản năm {year}"


def _outline(seen: Seen) -> str | None:
    if not IN_OUTLINE.search(seen.before):
        return None
    parts = (cardinal(int(part), seen.manner.odd) for part in seen.match[0].split("."))
    return " chấm ".join(parts)


def _dash(seen: Seen) -> str | None:
    """Say “đến” between two numbers; a score has only a pause."""
    if not BEFORE_DASH.search(seen.before):
        return None
    return " " if SCORE.search(seen.before) else " đến "


def _english(seen: Seen) -> Saying:
    said = written(seen.match[0].replace(",", ""), seen.manner.odd)
    return Saying(said, doubt=f"“{seen.match[0]}” đọc là {said}; hàng nghìn nên viết dấu chấm")


def _class(seen: Seen) -> str:
    """Say `12A3`, `5G`: number, letter, number."""
    first, letter, last = seen.match.groups()
    parts = (cardinal(int(part), seen.manner.odd) for part in (first, last) if part)
    return f" {letter} ".join(parts) if last else f"{next(parts)} {letter}"


def _times(seen: Seen) -> str | None:
    return " nhân " if seen.before[-1:].isdecimal() else None


def _per(seen: Seen) -> str | None:
    """Say `/`: after an amount “một” (km/h, đồng/hồ sơ), between words only a pause."""
    unit = UNITS[seen.match["unit"]] if seen.match["unit"] else ""
    if COUNTED.search(seen.before):
        return f" một {unit}"
    return f", {seen.match['unit'] or ''}" if seen.before[-1:].isalpha() else None


RULES: tuple[Rule, ...] = (
    (EDITION, _edition),
    (OUTLINE, _outline),
    (RATIO, _ratio),
    (ENGLISH, _english),
    (CLASS, _class),
    (AMOUNT, _amount),
    (DASH, _dash),
    (TIMES, _times),
    (PER, _per),
)
