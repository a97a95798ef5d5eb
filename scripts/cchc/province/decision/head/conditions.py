"""What a clause on effect says besides a day: a term, an exception, an end, a condition."""

from __future__ import annotations

import re

from cchc.base.text import fold, one_line

# A cited decision's title may hold any word.
TITLE = re.compile(r"\b(?:về việc|v/v)\b[^,.;]*")
# Whether the first day counts, and what a term begins with, is not ours to say.
TERM = re.compile(
    r"\bsau\b(?!\s*(?:đây|hết|:))|\bngày\s+(?:làm\s+việc\s*)?,?\s*(?:tính\s+|kể\s+)từ\b"
    r"|\btháng\b(?!\s*\d)"
)
CONDITION = re.compile(
    r"\btrừ\b|\briêng\b|\bđến\s+(?:hết|ngày|khi|năm)\b|\b(?:theo|cùng|từ)\s+thời\s+điểm\b"
    r"|\btheo\s+hiệu\s+lực\b|\bnếu\b|(?<!trước )\bkhi\b|\btạm\s+thời\b"
)
SUBJECT = r"(?:[^;\d]*?|quyet dinh nay (?:thay the|bai bo|hui bo)\b.*?)"
VERB = r"(?:co hieu luc|(?:duoc )?(?:ap dung|thuc hien))(?: thi hanh| ap dung| thuc hien)?"
SIGNING = r"(?:ke )?tu ngay (?:duoc )?(?:ki|ban hanh)(?: ban hanh)?(?: quyet dinh(?: nay)?)?"
AND_SO = r"(?:thay the|bai bo|hui bo|sua doi|lam het|cong khai|dang tai|niem yet|cap nhat)\b.*"
ONLY_SIGNING = re.compile(
    rf"(?:dieu \d+\s*[.:]?\s*)?(?:\d+\s*[.)]\s*)?{SUBJECT}\b{VERB} {SIGNING}"
    rf"(?:\W*(?:(?:va|dong thoi|duoc)\W+)*{AND_SO})?\W*"
)


def condition_in(clause: str) -> str:
    """Say what keeps a clause from giving one day; empty where nothing does."""
    text = TITLE.sub(" ", one_line(clause).lower())
    if TERM.search(text):
        return "điều khoản hiệu lực tính thêm một số ngày hoặc tháng"
    return "điều khoản hiệu lực có điều kiện hoặc ngoại lệ" if CONDITION.search(text) else ""


def only_from_signing(clause: str) -> bool:
    """Tell whether “từ ngày ký” is all that a clause says of the time."""
    return ONLY_SIGNING.fullmatch(fold(clause)) is not None
