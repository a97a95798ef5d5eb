"""What is found in a text, and the letters that the search for it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.base.text import half_width, one_line
from cchc.procedures.terms import Term

CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
SMALL = CAPITALS.lower()
# A syllable of a name: Hoa, HOA. One letter alone (ông A) hides the name already.
NAME = rf"(?:[{CAPITALS}][{SMALL}{CAPITALS}]+)"
SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|"
    "Lương|Mai|Tô|Tôn|Hà|Cao|Châu|Thái|Tạ|Phùng|Quách|Văn|Lưu|Đào|Đồng|Vương|Lâm|Hứa|Tống|Nghiêm|Kiều|"
    "Thân|La|Chu|Mạc|Công"
)
# How much of what was found a message repeats: messages are kept in logs.
SHOWN = 6


class Secret(Term):
    """A kind of personal data, and what to write in its place."""

    PHONE = "số điện thoại", "[đã bỏ số điện thoại]"
    EMAIL = "thư điện tử", "[đã bỏ thư điện tử]"
    IDENTITY = "số giấy tờ tùy thân", "[đã bỏ số giấy tờ]"
    ACCOUNT = "số tài khoản", "[đã bỏ số tài khoản]"
    PLATE = "biển số xe", "[đã bỏ biển số]"
    DOSSIER = "mã hồ sơ tra cứu được", "[đã bỏ mã hồ sơ]"
    ADDRESS = "địa chỉ của một nhà", "[đã bỏ địa chỉ]"
    PARCEL = "số thửa, số tờ bản đồ", "[đã bỏ số thửa đất]"
    BIRTH = "ngày sinh", "[đã bỏ ngày sinh]"
    NAME = "tên người", "người dân"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Where in the text (letters from 0), what was found, of which kind."""

    start: int
    end: int
    words: str
    kind: Secret

    @property
    def told(self) -> str:
        """Say what is wrong and what to write instead, without repeating all of it."""
        shown = self.words if len(self.words) <= SHOWN else f"{self.words[:SHOWN]}…"
        also = DOUBTS.get(self.kind, "")
        return f"có {self.kind.value} (“{shown}”); thay bằng “{self.kind.label}”{also}"


A_SUM = "; nếu là số tiền, thêm chữ “đồng”"
DOUBTS = {
    Secret.IDENTITY: A_SUM,
    Secret.ACCOUNT: A_SUM,
    Secret.NAME: "; nếu là tên đường, tên trường, viết “đường”, “trường” ở trước",
}
# The letter that stands for nought among figures.
NOUGHT = re.compile(r"(?<=\d)[oO](?=\d)")


def plain(text: str) -> str:
    """Give the text as it is searched: one line, composed letters, ordinary figures."""
    dashed = half_width(one_line(text)).replace("\u2013", "-").replace("\u2014", "-")
    return NOUGHT.sub("0", dashed)


def blank(text: str, pattern: re.Pattern[str]) -> str:
    """Take away what is harmless, keeping the place of every other letter."""
    return pattern.sub(lambda found: "·" * len(found[0]), text)
