"""Numbers that lead to a person: telephones, identity papers, accounts, plates, dossiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.reform.privacy.finding import Found, Secret, blank

UNITS = (
    r"(?:đồng|vnđ|vnd|đ(?![\w/])|nghìn|ngàn|triệu|tỷ|tỉ|m2|m²|m3|ha(?!\w)|km|người|hộ|lượt|phiếu|bản|"
    r"trường hợp|%)"
)
SUMMED = (
    r"(?:số tiền|kinh phí|tổng|mức|dự toán|quyết toán|chi|thu|phí|giá|nộp)"
    r"(?:\s+(?:là|cộng|số|thu|chi|ngân sách|hết|khoảng|phí|lệ phí)){0,3}:?\s+"
)
# What numbers of an answer mostly are: they are taken away before the search.
HARMLESS = tuple(
    re.compile(pattern)
    for pattern in (
        # 12/2026/QĐ-UBND, 163/QĐ-BTP, 66.7/2025/NQ-CP
        r"\d+(?:\.\d+)?\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐƯ][A-ZĐƯ\d&]*(?:\s?-\s?[A-ZĐƯ][A-Za-zĐƯđư\d&]*)*",
        # 24/11/2026, 24-11-2026, 2026-11-24
        r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)",
        # 1.001193, 2.000205.000.00.00.H17, 1.001193.01
        r"(?<![\d.])\d\.\d{6}(?:\.\d{1,3})*(?:\.[A-Z]\d+(?:\.\d+)*)?(?!\d)",
        # 1.500.000 đồng, 12 500 000 đ, 8000 đồng, 1.234,5 m2
        rf"(?i)(?<![\d.,])[1-9]\d{{0,2}}(?:[., ]\d{{3}})*(?:,\d+)?\s?{UNITS}",
        r"(?i)(?<![\d.,])[1-9]\d*\s?(?:đồng|vnđ|vnd|đ(?![\w/]))",
        # kinh phí là 191.234.567
        rf"(?i){SUMMED}[1-9]\d{{0,2}}(?:\.\d{{3}})+(?!\d)",
        # 2024 2025 2026, 2021-2025
        r"(?<!\d)(?:19|20)\d\d(?:\s?[-,; ]\s?(?:19|20)\d\d)+(?!\d)",
        # 1900 1234, 18001234: lines that serve everybody
        r"(?<!\d)1[89]00[ .-]?(?:\d[ .-]?){3,5}\d(?!\d)",
        # A record's key in the national portal's addresses
        r"(?i)(?<!\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)",
    )
)
EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\(a còng\))\s?[\w-]+(?:\s?(?:\.|\(dot\))\s?[\w-]+)+",
    re.IGNORECASE,
)
SEPARATED = r"(?:[\s.\-()/_]{0,3}|[,…:·*])"
SPOKEN = re.compile(
    r"(?i)(?<!\w)(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
    r"(?:[\s,.-]+(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)){7,}(?!\w)"
)
PHONE = re.compile(
    rf"(?<![\w])(?:(?:\+|00)?\(?\+?84\)?{SEPARATED}(?:\(?0\)?{SEPARATED})?|\(?[0oO]{SEPARATED})"
    rf"[1-9](?:{SEPARATED}\d){{8,9}}(?!\d)"
)
CALLED = re.compile(
    r"(?i)(?:sđt|đt|điện thoại|di động|zalo|liên lạc|số máy|gọi(?: số)?)\s*(?:số|là|:)?\s*:?\s*"
    rf"(?P<found>[1-9]\d(?:{SEPARATED}\d){{6,8}})(?!\d)"
)
PAPER = re.compile(
    r"(?i)(?:cmnd|cmt|cccd|căn cước|chứng minh|định danh|hộ chiếu|passport|mã số thuế|mst|bhxh|"
    r"bhyt|bảo hiểm(?: xã hội| y tế)?)[^\d.;]{0,30}"
    r"(?P<found>[A-Z]{0,3}\s?\d(?:[ .-]?\d){6,14})(?!\d)"
)
ACCOUNT = re.compile(
    r"(?i)(?:tài khoản|stk|số tk|tk ngân hàng)[^\d;]{0,40}(?P<found>\d(?:[ .-]?\d){5,18})(?!\d)"
)
PLATE = re.compile(
    r"(?<![\w./])\d{2}\s?[-.]?\s?[A-ZĐ]{1,2}\d?\s?[-.]?\s?(?:\d{3}\.?\d{2}(?![\w/])|(?<=[-.])\d{4}(?![\w/]))"
)
PLATED = re.compile(
    r"(?i)(?:biển (?:kiểm soát|số)|bks|xe(?: máy| ô tô)?)[^\d.;]{0,15}"
    r"(?P<found>\d{2}\s?[-.]?\s?[a-zđ]{1,2}\d?\s?[-.]?\s?\d{3}\.?\d{1,2})(?!\d)"
)
DOSSIER = re.compile(r"(?:\d{3}\.\d{2}\.\d{2}\.)?[HG]\d{2}(?:\.\d+)*-\d{6}-\d{3,6}")
BORN = re.compile(r"(?i)sinh\s+(?:ngày\s+)?(?P<found>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})")
RUN = re.compile(r"(?<![\w])\d(?:[ .-]?\d){8,18}(?!\d)")
DIGITS = re.compile(r"\D")
FIRST = (
    (EMAIL, Secret.EMAIL),
    (BORN, Secret.BIRTH),
    (DOSSIER, Secret.DOSSIER),
    (SPOKEN, Secret.PHONE),
)
THEN = (
    (ACCOUNT, Secret.ACCOUNT),
    (PAPER, Secret.IDENTITY),
    (PHONE, Secret.PHONE),
    (CALLED, Secret.PHONE),
    (PLATE, Secret.PLATE),
    (PLATED, Secret.PLATE),
    (RUN, Secret.IDENTITY),
)
CMND, CCCD = 9, 12


def numbers(text: str, public: frozenset[str]) -> Iterator[Found]:
    """Find numbers and e-mail addresses, the `public` ones (bare figures) excepted."""
    for pattern, kind in FIRST:
        yield from _each(pattern, kind, text)
        text = blank(text, pattern)
    for harmless in HARMLESS:
        text = blank(text, harmless)
    for pattern, kind in THEN:
        for found in _each(pattern, kind, text):
            if national(found.words) not in public:
                yield _by_length(found) if pattern is RUN else found
        text = blank(text, pattern)


def _each(pattern: re.Pattern[str], kind: Secret, text: str) -> Iterator[Found]:
    group = "found" if "found" in pattern.groupindex else 0
    for found in pattern.finditer(text):
        yield Found(found.start(group), found.end(group), found[group].strip(), kind)


def national(number: str) -> str:
    """Give a telephone's figures as they are dialled here: +84 905… becomes 0905…."""
    figures = DIGITS.sub("", number.replace("o", "0").replace("O", "0"))
    for abroad in ("0084", "84"):
        if figures.startswith(abroad) and len(figures) >= len(abroad) + CMND:
            return "0" + figures.removeprefix(abroad).removeprefix("0")
    return figures


def _by_length(found: Found) -> Found:
    """Call a bare run of figures what its length says it is."""
    likely = len(DIGITS.sub("", found.words)) in {CMND, CCCD}
    kind = Secret.IDENTITY if likely else Secret.ACCOUNT
    return Found(found.start, found.end, found.words, kind)
