"""Addresses of one house or one piece of land; a street or an alley that all use is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.reform.privacy.finding import CAPITALS, SMALL, SURNAMES, Found, Secret

HOUSE = r"\d{1,4}[A-Za-zĐđ]?(?:\s?/\s?\d{1,4}[A-Za-z]?){0,4}"
STREET = r"(?:đường|phố|kiệt|hẻm|ngõ|ngách)"
# What a number before a street may count or name besides a house: kiệt 25 đường …, tổ 5 đường ….
OTHER_NUMBER = re.compile(
    rf"(?i)(?:{STREET}|tổ(?: dân phố)?|tdp|dân phố|thôn|xóm|khu(?: vực)?|cụm|đội|lô|km|"
    r"quốc lộ|tỉnh lộ|điều|khoản|năm|tháng|ngày|đợt|lần|trường [\w ]{3,20}|"
    r"nhà văn hóa [\w ]{0,20})(?: số)?\s*$"
)
# Nouns that begin with a capital in official texts and are no street.
NO_STREET = (
    r"(?!(?:Tổ|Trạm|Trường|Điểm|Khu|Ủy|UBND|HĐND|Trung|Nhà|Công|Phường|Thành|Nghị|Thông|Quyết|Luật|"
    r"Điều|Ngày|Tháng|Năm|Cụm|Hội|Chi|Bộ|Sở|Phòng|Ban)\b)"
)
PATTERNS = (
    re.compile(
        rf"(?i)(?:số nhà|nhà số|nhà trọ số|phòng trọ số|căn hộ)\s*:?\s*(?:số\s+)?{HOUSE}(?!\w)"
    ),
    re.compile(
        rf"(?<![\w/.,]){HOUSE}\s*,?\s*(?i:{STREET})\s+(?i:số\s+)?(?:[{CAPITALS}][{SMALL}]+|\d+)"
    ),
    re.compile(
        rf"\b(?i:ở|tại|trú|ngụ|địa chỉ|chỗ ở|nơi ở)\s*:?\s*(?i:nhà\s+)?(?i:số\s+)?{HOUSE}\s*,?\s+"
        rf"{NO_STREET}[{CAPITALS}][{SMALL}]+"
    ),
    re.compile(rf"(?<!\w)[Kk]\d{{1,3}}/\d{{1,3}}\s+(?:đường\s+)?[{CAPITALS}][{SMALL}]+"),
    re.compile(rf"\b(?i:số)\s+{HOUSE}\s*,?\s+(?:{SURNAMES})\s+[{CAPITALS}][{SMALL}]+"),
    re.compile(
        rf"(?<![\w/.])\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}}[A-Za-z]?)+\s+(?:{SURNAMES})\s+[{CAPITALS}][{SMALL}]+"
    ),
    re.compile(
        r"(?i:thường trú|tạm trú|trú|ngụ|nhà (?:tôi|em|mình|cháu|chúng tôi|ông|bà|anh|chị)(?: ở)?)"
        r"\s*(?i:tại|ở)?\s*:?\s*(?i:tổ dân phố|tdp|tổ|thôn|xóm|kiệt|hẻm|ngõ|đội|đường)\s+"
        rf"(?i:số\s+)?(?:\d+|[{CAPITALS}][{SMALL}]+)"
    ),
)  # fmt: skip
PARCEL = re.compile(
    r"(?i)thửa(?: đất)?(?: số)?\s*:?\s*\d+.{0,20}?tờ(?: bản đồ)?(?: địa chính)?(?: số)?\s*:?\s*\d+|"
    r"tờ bản đồ(?: số)?\s*:?\s*\d+.{0,20}?thửa(?: đất)?(?: số)?\s*:?\s*\d+"
)


def places(text: str) -> Iterator[Found]:
    """Find addresses of houses, and pieces of land by their number on the map."""
    for pattern in PATTERNS:
        for found in pattern.finditer(text):
            if not OTHER_NUMBER.search(text[: found.start()]):
                yield Found(found.start(), found.end(), found[0], Secret.ADDRESS)
    for found in PARCEL.finditer(text):
        yield Found(found.start(), found.end(), found[0], Secret.PARCEL)
