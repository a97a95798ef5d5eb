"""Facts out of the portal's pages saved as text, whose tables have lost their borders.

Only what can be told apart for sure is taken: the numbers of legal documents and the names of
results with their codes. Titles and long sentences run into each other: they stay out.
"""

from __future__ import annotations

import re

from cchc.base.text import clean, one_line
from cchc.province.letters import CAPITALS
from cchc.province.numbers import AROUND_MARKS, LOOK_ALIKES
from cchc.province.phrases import item

# Who issues: the number's end is known only by knowing them (“TT-BCAThông tư”, “TT-BCASỬA ĐỔI”).
ISSUERS = (
    "BCA", "BCT", "BCY", "BCN", "BDTTG", "BGDĐT", "BGTVT", "BKH", "BKHCN", "BKHCNMT", "BKHĐT",
    "BLĐTBXH", "BNG", "BNN", "BNNMT", "BNNPTNT", "BNV", "BQP", "BTC", "BTNMT", "BTP", "BTTTT",
    "BVHTT", "BVHTTDL", "BXD", "BYT", "NHNN", "TANDTC", "TTCP", "UBDT", "VKSNDTC", "VPCP",
    "TLĐ", "TLĐLĐVN", "BHXH", "KTNN", "UBTVQH",
)  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(ISSUERS, key=len, reverse=True))
# Atomic: “TT-BKHĐT của” must not be read as TT-BKH with a title beginning with Đ after it.
_MINISTRY = rf"(?>(?:TTLT|TT|QĐ|NQ|CT)[-/](?:{_LONGEST_FIRST})(?:-(?:{_LONGEST_FIRST}))*)"
_CENTRAL = r"NĐ-CP|NQ-CP|QĐ-TTg|CT-TTg|NQ-HĐND|QĐ-UBND|QH1[0-6]|QH[4-9]|UBTVQH1[0-6]"
# A number at a border: a capital letter or the end follows; a digit means that the title ended
# with this number, a space or comma that the title goes on.
NUMBER = re.compile(
    rf"(?P<digits>\d+(?:\.\d+)?)/(?P<year>(?:19|20)\d\d)/(?P<kind>{_MINISTRY}|{_CENTRAL})"
    rf"(?=\s*$|[{CAPITALS}]|sửa|quy|về)"
)
HEADING = re.compile(r"^\s*Tên văn bản pháp lý\s*Mã văn bản")
YEAR = re.compile(r"(?:19|20)\d\d")
ORDINARY = 3
# Resolutions of the Government in parts: 66.7/2025/NQ-CP.
IN_PARTS = "NQ-CP"

RESULT = re.compile(
    r"(?P<name>.+?)\s*Mã:\s*"
    r"(?P<code>(?:KQ\.[A-Z]\d{2}\.\d{5,6}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-KQ\d{4})(?!\d))",
    re.DOTALL,
)
# The page goes on after the results with keywords and the form for choosing an agency.
AFTER_RESULTS = re.compile(r"Từ khóa.*", re.DOTALL)
LONGEST_RESULT = 250


def legal_numbers(text: str) -> tuple[str, ...]:
    """Find the numbers in “Tên văn bản pháp lýMã văn bản…”, each once, in their order."""
    flat = AROUND_MARKS.sub(r"\1", one_line(HEADING.sub("", clean(text))).translate(LOOK_ALIKES))
    found = (_number(match) for match in NUMBER.finditer(flat))
    return tuple(dict.fromkeys(number for number in found if number))


def _number(match: re.Match[str]) -> str:
    """Take a title's year off the number's front: “Luật Cư trú 202068/2020/QH14”."""
    digits, kind = match["digits"], match["kind"]
    if YEAR.match(digits) and len(digits) > len("2020"):
        digits = digits[4:].lstrip(".")
    if kind == IN_PARTS and len(digits.partition(".")[0]) <= ORDINARY:
        return f"{digits}/{match['year']}/{kind}"
    digits = digits.rpartition(".")[2]
    # Only the National Assembly's standing committee counts beyond 999.
    if not digits or (len(digits) > ORDINARY and not kind.startswith("UBTVQH")):
        return ""
    return f"{digits}/{match['year']}/{kind}"


def results(text: str) -> tuple[tuple[str, str], ...]:
    """Find the results with their codes; nothing where a part of the text has no code."""
    flat = AFTER_RESULTS.sub("", clean(text))
    found = [(item(match["name"]), match["code"]) for match in RESULT.finditer(flat)]
    rest = RESULT.sub("", flat).strip()
    if rest or any(not name or len(name) > LONGEST_RESULT for name, _ in found):
        return ()
    return tuple(dict.fromkeys(found))
