"""Dates and times as they are said: `24/11/2026`, `11/2026`, `7h30`."""

from __future__ import annotations

import re

from cchc.news.speech.manner import Rule, Saying, Seen
from cchc.news.speech.numbers import cardinal, day_or_month

DAY, MONTH, YEAR = "(0?[1-9]|[12][0-9]|3[01])", "(0?[1-9]|1[0-2])", "((?:19|20)[0-9]{2})"
END = r"(?![\d/])(?!\.\d)"
FULL = re.compile(rf"{DAY}(?P<sep>[/.-]){MONTH}(?P=sep){YEAR}{END}")
DAYS = re.compile(rf"{DAY}\s?[-–—]\s?{DAY}/{MONTH}(?:/{YEAR})?{END}")
ISO = re.compile(rf"{YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]){END}")
SHORT = re.compile(rf"{DAY}/{MONTH}{END}")
OTHER_SIGN = re.compile(rf"{DAY}(?P<sep>[.-]){MONTH}(?![\d/])(?![.,-]\d)(?!\s*%)")
MONTH_AND_YEAR = re.compile(rf"{MONTH}/{YEAR}{END}")
TIME = re.compile(r"([01]?\d|2[0-4])(?:\s?[hgHG]\s?|:)([0-5]\d)(?:p\b|\s?phút|['’′])?(?![\d:%])")
HOUR = re.compile(r"([01]?\d|2[0-4])[hH](?!\w)")

DAY_SAID = re.compile(r"\b(?:ngày|mùng|mồng|hôm)\s*$", re.IGNORECASE)
QUARTER_SAID = re.compile(r"\b(?:quý|đợt|kỳ|số)\s*$", re.IGNORECASE)
MONTH_SAID = re.compile(r"\btháng\s*$", re.IGNORECASE)
WHEN = re.compile(
    r"\b(?:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm|từ|đến|tới|trước|sau|lễ|dịp|hết|vào|kể từ"
    r"|(?:thứ (?:\w+)|chủ nhật)[,\s(]*)\s*$|\d/\d{1,2}\s*[-–—]\s*$",
    re.IGNORECASE,
)
SCORE = re.compile(r"\b(?:tỷ số|tỉ số|thắng|thua|hòa)(?: \w+){0,2}\s*$", re.IGNORECASE)
# Days everybody knows by their figures.
KNOWN_DAYS = frozenset({"1/1", "3/2", "27/2", "8/3", "26/3", "30/4", "1/5", "19/5", "1/6", "21/6",
                        "27/7", "19/8", "2/9", "10/10", "20/10", "20/11", "22/12"})  # fmt: skip
# A house number, not a day.
HOUSE = re.compile(r"\b(?:số nhà|nhà số|kiệt|hẻm|ngõ|ngách|số)\s*$", re.IGNORECASE)
# What follows “9/10” where it is a part of a whole.
COUNTED = re.compile(
    r"\s*(?:hồ sơ|tiêu chí|chỉ tiêu|phiếu|điểm|hộ|thủ tục|người|đại biểu|tổ|đơn vị|xã|phường|số"
    r"|trong|tổng|phần|thành viên|nhiệm vụ|văn bản|lượt|ý kiến|nội dung|diện tích|giờ|ngày)\b",
)
ALWAYS_OPEN = re.compile(r"\b(?:trực|phục vụ|hoạt động|làm việc|hỗ trợ|mở)\s*$", re.IGNORECASE)
FRACTIONS = {"1/2", "1/3", "2/3", "1/4", "3/4"}


def _full(seen: Seen) -> str:
    day, month, year = seen.match[1], seen.match[3], seen.match[4]
    return f"{_day(seen, day)} {_month(month, seen)} {_year(year, seen)}"


def _iso(seen: Seen) -> str:
    year, month, day = seen.match.groups()
    return f"{_day(seen, day)} {_month(month, seen)} {_year(year, seen)}"


def _days(seen: Seen) -> str:
    """Say `24–26/11`: two days of one month."""
    first, last, month, year = seen.match.groups()
    until = f"ngày {cardinal(int(last), seen.manner.odd)} {_month(month, seen)}"
    whole = f"{_day(seen, first)} đến {until}"
    return f"{whole} {_year(year, seen)}" if year else whole


def _day(seen: Seen, day: str) -> str:
    said = cardinal(int(day), seen.manner.odd)
    return said if DAY_SAID.search(seen.before) else f"ngày {said}"


def _month(month: str, seen: Seen) -> str:
    return f"tháng {day_or_month(int(month), seen.manner.odd)}"


def _year(year: str, seen: Seen) -> str:
    return f"năm {cardinal(int(year), seen.manner.odd)}"


def _month_and_year(seen: Seen) -> str:
    month, year = seen.match.groups()
    if QUARTER_SAID.search(seen.before):
        return f"{cardinal(int(month), seen.manner.odd)} {_year(year, seen)}"
    if MONTH_SAID.search(seen.before):
        return f"{day_or_month(int(month), seen.manner.odd)} {_year(year, seen)}"
    return f"{_month(month, seen)} {_year(year, seen)}"


def _short(seen: Seen) -> Saying | str | None:
    """Say `24/11` as a day, unless what stands around makes it a part, or a house."""
    plain = f"{int(seen.match[1])}/{int(seen.match[2])}"
    if plain == "24/7" and ALWAYS_OPEN.search(seen.before):
        return "hai mươi tư giờ mỗi ngày, bảy ngày mỗi tuần"
    as_day = f"{_day(seen, seen.match[1])} {_month(seen.match[2], seen)}"
    if WHEN.search(seen.before):
        return as_day
    if HOUSE.search(seen.before) or COUNTED.match(seen.after) or plain in FRACTIONS:
        return None
    if plain in KNOWN_DAYS:
        return as_day
    doubt = f"“{seen.match[0]}” đọc là {as_day}; nếu không phải ngày thì sửa lời đọc"
    return Saying(as_day, doubt=doubt)


def _other_sign(seen: Seen) -> Saying | str | None:
    """Say `24.11` and `30-11` as days: where “ngày” stands, or where it can be no span."""
    first, last = int(seen.match[1]), int(seen.match[3])
    said = f"{_day(seen, seen.match[1])} {_month(seen.match[3], seen)}"
    if DAY_SAID.search(seen.before):
        return said if seen.match["sep"] == "." or first > last else None
    if seen.match["sep"] == "." or first <= last or SCORE.search(seen.before):
        return None
    doubt = f"“{seen.match[0]}” đọc là {said}; nếu không phải ngày thì sửa lời đọc"
    return Saying(said, doubt=doubt)


def _time(seen: Seen) -> str | None:
    hour, minute = int(seen.match[1]), int(seen.match[2])
    # Tỷ lệ 1:50 is a scale.
    if ":" in seen.match[0] and re.search(r"(?:tỷ|tỉ) lệ\s*$", seen.before, re.IGNORECASE):
        return None
    said = f"{cardinal(hour, seen.manner.odd)} giờ"
    return f"{said} {cardinal(minute, seen.manner.odd)} phút" if minute else said


def _hour(seen: Seen) -> str:
    return f"{cardinal(int(seen.match[1]), seen.manner.odd)} giờ"


# With its year a date is one, whatever else looks like it (05.02.2026 like a telephone).
WHOLE_DATES: tuple[Rule, ...] = ((ISO, _iso), (DAYS, _days), (FULL, _full))
RULES: tuple[Rule, ...] = (
    (MONTH_AND_YEAR, _month_and_year),
    (SHORT, _short),
    (OTHER_SIGN, _other_sign),
    (TIME, _time),
    (HOUR, _hour),
)
