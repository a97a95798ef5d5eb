"""What is said figure by figure: telephones, identity and account numbers, procedure codes."""

from __future__ import annotations

import re

from cchc.base.codes import WITH_SUFFIX
from cchc.news.speech.manner import Rule, Seen
from cchc.news.speech.numbers import cardinal, figures

PHONE = re.compile(
    r"(?:\(0\d{1,4}\)|\+84|0\d{1,4})(?:[ .-]?\d{1,4}){2,4}(?![\d/])"
    r"|1[89]00[ .]?\d{4}(?:\d\d)?(?!\d)"
)
PHONE_LENGTHS = range(8, 13)
CALLED = re.compile(
    r"\b(?:gọi|điện thoại|ĐT|SĐT|hotline|đường dây nóng|tổng đài|số máy|máy lẻ|fax|zalo|tin nhắn"
    r"|số tài khoản|mã số thuế|căn cước|định danh|CCCD|mã bưu chính|nhánh)"
    r"(?:\s|:|\.|số|theo|qua|vào|đến|tới|là|điện thoại|hoặc \d+)*$",
    re.IGNORECASE,
)
FIGURES = re.compile(r"\d{3,}(?:[ .]\d{3,})*(?![\d/,])")
LONG = re.compile(r"(?:\d{10,}|0\d{2,})(?![\d/.,]\d)(?!\d)")
# What shows that figures after “gọi” are a count after all.
A_COUNT = re.compile(r"\s*(?:người|lượt|cuộc|hộ|đồng|triệu|nghìn|thuê bao|số)\b")
# The number of a dossier: H57.112-261124-0001.
DOSSIER = re.compile(r"([A-Z]{1,3})(\d{1,9}(?:[.-]\d{1,9}){1,6})(?![\w/])")
CODE_GROUP = 3


def groups(text: str) -> str:
    """Say figures in the groups written, or in the usual ones: 4–3–3 of ten, else by three."""
    parts = [each for part in re.split(r"\D+", text) if part for each in _usual(part)]
    return ", ".join(figures(part) for part in parts)


def _usual(text: str) -> list[str]:
    if len(text) <= CODE_GROUP + 1:
        return [text]
    first = 4 if len(text) in (10, 11) else min(CODE_GROUP, len(text))
    rest = text[first:]
    cut = [rest[at : at + CODE_GROUP] for at in range(0, len(rest), CODE_GROUP)]
    if len(cut) > 1 and len(cut[-1]) == 1:
        cut[-2:] = [cut[-2] + cut[-1]]
    return [text[:first], *cut]


def _phone(seen: Seen) -> str | None:
    if sum(sign.isdecimal() for sign in seen.match[0]) not in PHONE_LENGTHS:
        return None
    plus = "cộng " if seen.match[0].startswith("+") else ""
    return plus + groups(seen.match[0])


def _called(seen: Seen) -> str | None:
    if not CALLED.search(seen.before) or A_COUNT.match(seen.after):
        return None
    return groups(seen.match[0])


def _long(seen: Seen) -> str:
    return groups(seen.match[0])


def _code(seen: Seen) -> str:
    """Say `1.001193`: “một chấm không không một, một chín ba”; a suffix part by part."""
    kind, number, *suffix = seen.match[0].split(".")
    said = f"{figures(kind)} chấm {groups(number)}"
    return " chấm ".join([said, *(_suffix(part) for part in suffix)])


def _dossier(seen: Seen) -> str:
    return f"{seen.match[1]} {groups(seen.match[2])}"


def _suffix(part: str) -> str:
    if part.isdecimal():
        return figures(part)
    return f"{part[0]} {cardinal(int(part[1:]))}"


RULES: tuple[Rule, ...] = (
    (WITH_SUFFIX, _code),
    (DOSSIER, _dossier),
    (PHONE, _phone),
    (FIGURES, _called),
    (LONG, _long),
)
