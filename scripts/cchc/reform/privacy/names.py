"""Names of persons: after a form of address, after “tên là”, or a surname with Văn, Thị."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.reform.privacy.finding import NAME, SURNAMES, Found, Secret

TITLES = (
    r"(?i:ông|bà|anh|chị|cô|chú|bác|cậu|dì|mợ|thím|em|cháu|cụ|thầy|đồng chí|đ/c|bác sĩ|y sĩ|"
    r"luật sư|giáo viên|(?:cô|thầy) giáo|"
    r"chủ hộ|(?:người|cán bộ|công chức|con|cháu) tên)"
)
TITLED = re.compile(
    rf"(?<!\w)(?P<title>{TITLES})(?:\s?[(/]\s?(?:bà|chị|ông|anh)\)?)?\s+(?P<name>{NAME}(?:\s+{NAME}){{0,4}})"
)
SAID = re.compile(
    r"(?i:họ và tên|họ tên|tên tôi là|tôi tên(?: là)?|em tên(?: là)?|con tôi tên(?: là)?|tên là|"
    r"tên:|tôi là|tôi,|người (?:gửi|nộp|ký|phản ánh|kiến nghị):?)\s*:?\s*"
    rf"(?P<name>{NAME}(?:\s+{NAME}){{1,4}})"
)
BARE = re.compile(rf"(?<!\w)(?P<name>(?:{SURNAMES})\s+(?:Văn|Thị|VĂN|THỊ)(?:\s+{NAME}){{1,3}})")
SHOUTED = re.compile(rf"(?<!\w)(?P<name>(?:{SURNAMES.upper()})\s+(?:VĂN|THỊ)(?:\s+{NAME}){{1,3}})")
# A line that ends in a sentence of nothing but a name is signed.
SIGNED = re.compile(rf"(?:^|[.!?]\s+)(?P<name>(?:{SURNAMES})(?:\s+{NAME}){{1,3}})\s*\.?$")
# What follows a form of address and is an office, a body, a place, not a name.
OFFICES = re.compile(
    r"(?i:chủ tịch|phó|bí thư|giám đốc|trưởng|tổ (?:trưởng|phó|dân)|cán bộ|công (?:chức|an|ty)|"
    r"công (?:dân|nhân)|viên chức|(?:ủy|uỷ) (?:ban|viên)|bộ (?:phận|đội|trưởng|công)|"
    r"chi (?:hội|cục|bộ)|văn (?:phòng|thư)|thanh tra|tư pháp|địa chính|kế toán|mặt trận|"
    r"đại (?:biểu|diện)|thường trực|ban (?:chỉ|quản|giám)|hội (?:đồng|phụ|nông|cựu|liên|viên)|"
    r"hiệu trưởng|trường (?:tiểu|thcs|thpt|mầm|đại|trung)|lãnh đạo|chị|em|nhi đồng|"
    r"ubnd|hđnd|tttt|tthc|cccd|vneid|"
    r"đoàn (?:thanh|viên|thể)|trung tâm|phường|thành phố|việt nam|huế|"
    r"hương (?:an|sơ)|an hòa|rịa|nà|đen)(?!\w)"
)
# Streets, bridges and markets are called after persons.
PLACES = re.compile(
    r"(?i)(?:đường|phố|cầu|chợ|miếu|đền|điện|núi|hồ|cống|bến|đình|kiệt|hẻm|ngõ|ngã (?:ba|tư|năm)|"
    r"trường(?: \w+){0,2}|thpt|thcs|tiểu học|mầm non|tượng đài|công viên|lăng|bệnh viện)"
    r"(?:\s+\d\S*)?(?:\s+đường)?\s+$"
)
ROADS = re.compile(
    r"(?i)(?:đường|phố|kiệt|hẻm|ngã (?:ba|tư|năm)|cầu|trường|chợ|công viên|đoạn|tuyến|"
    r"giao lộ)[^.!?]*$"
)
# Persons of the past, known under their form of address: streets are called after them.
REMEMBERED = re.compile(
    r"(?:Bà Triệu|Bà Huyện Thanh Quan|Ông Ích Khiêm|[Bb]ác (?:Hồ|Tôn))(?!\w| [A-ZĐ])"
)
ENGLISH = re.compile(r"(?i)(?:tiếng|nước|vương quốc|người)\s+$")
TOGETHER = re.compile(r"(?i)(?:trẻ|anh|chị)\s+$")


def names(text: str) -> Iterator[Found]:
    """Find names of persons; roles, bodies and streets called after somebody are none."""
    for found in TITLED.finditer(text):
        if not _innocent(found, text):
            yield _found(found)
    for found in SAID.finditer(text):
        if not OFFICES.match(text, found.start("name")):
            yield _found(found)
    for pattern in (BARE, SHOUTED, SIGNED):
        for found in pattern.finditer(text):
            if not ROADS.search(text[: found.start()]):
                yield _found(found)


def _innocent(found: re.Match[str], text: str) -> bool:
    before, title = text[: found.start()], found["title"].lower()
    if OFFICES.match(text, found.start("name")) or PLACES.search(before):
        return True
    if title == "anh" and ENGLISH.search(before):
        return True
    if title == "em":
        return TOGETHER.search(before) is not None
    return REMEMBERED.match(text, found.start()) is not None


def _found(found: re.Match[str]) -> Found:
    return Found(found.start("name"), found.end("name"), found["name"], Secret.NAME)
