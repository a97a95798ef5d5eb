"""The short phrases of cells and records: names in a row, levels, time limits, fees, counts.

Each function gives plain data under the model's YAML keys, or None where the phrase says nothing.
"""

from __future__ import annotations

import functools
import re
from typing import Any, TypeAlias

from cchc.base.text import clean, fold, one_line
from cchc.procedures.terms import FeeKind, Level, Method, OnlineLevel, TimeUnit
from cchc.province.letters import CAPITALS

Data: TypeAlias = dict[str, Any]

# What the portals write where they have nothing; as keys, folded.
NOTHING = frozenset(
    {"", "khong co thong tin", "chua cap nhat", "dang cap nhat", "khong ro", "-", "--", "null"}
)
# Between two names stands a comma and a capital: “Thuế tỉnh, thành phố, Thuế cơ sở” are two,
# “Cán bộ, công chức, viên chức” is one, and so is what stands in brackets.
BETWEEN_NAMES = re.compile(rf"\s*(?:[;\n]|,\s(?=[{CAPITALS}]))\s*(?![^(]*\))")
# An agency's own name holds commas and capitals (“Bộ Văn hóa, Thể thao và Du lịch”): the next
# agency begins with a word that agencies begin with.
AGENCY_WORDS = (
    "Ban", "Bảo hiểm", "Bệnh viện", "Biên phòng", "Bộ", "Các", "Cảng vụ", "Cấp", "Chi cục",
    "Chi nhánh", "Chính phủ", "Chủ tịch", "Cơ quan", "Cơ sở", "Công an", "Công đoàn", "Cục",
    "Doanh nghiệp", "Đại diện", "Đồn", "Đội", "Đơn vị", "Giám đốc", "Hải quan", "Hội đồng",
    "Kho bạc", "Khu", "Ngân hàng", "Người", "Phòng", "Quỹ", "Sở", "Thanh tra", "Thi hành án",
    "Thủ tướng", "Thuế", "Tòa án", "Tổ chức", "Tổng", "Trạm", "Trung tâm", "Trường", "Trưởng",
    "Tư lệnh", "UBND", "Ủy ban", "Uỷ ban", "Văn phòng", "Viện", "Vụ",
)  # fmt: skip
OTHER_AGENCY = "co quan khac"
BETWEEN_AGENCIES = re.compile(rf"\s*(?:[;\n]|,\s(?=(?:{'|'.join(AGENCY_WORDS)})\b))\s*(?![^(]*\))")
LEVELS = {
    "cap bo": Level.MINISTRY, "bo": Level.MINISTRY, "cap trung uong": Level.MINISTRY,
    "cap tinh": Level.PROVINCE, "tinh": Level.PROVINCE, "thanh pho": Level.PROVINCE,
    "cap xa": Level.WARD, "xa": Level.WARD, "phuong": Level.WARD,
    "co quan khac": Level.OTHER,
}  # fmt: skip
METHODS = {
    "truc tiep": Method.IN_PERSON, "truc tuyen": Method.ONLINE, "buu chinh": Method.POST,
    "dich vu buu chinh": Method.POST, "dich vu buu chinh cong ich": Method.POST,
    "nop truc tiep": Method.IN_PERSON, "nop truc tuyen": Method.ONLINE,
    "direct": Method.IN_PERSON, "online": Method.ONLINE, "postal": Method.POST,
}  # fmt: skip
UNITS = {
    "ngay lam viec": TimeUnit.WORKING_DAY, "working_day": TimeUnit.WORKING_DAY,
    "ngay": TimeUnit.DAY, "day": TimeUnit.DAY, "gio": TimeUnit.HOUR, "hour": TimeUnit.HOUR,
    "thang": TimeUnit.MONTH, "month": TimeUnit.MONTH,
}  # fmt: skip
ONLINE = {
    "toan trinh": OnlineLevel.FULL, "mot phan": OnlineLevel.PART,
    "cung cap thong tin": OnlineLevel.INFORMATION,
    "cung cap thong tin truc tuyen": OnlineLevel.INFORMATION,
}  # fmt: skip
FEE_KINDS = {
    "phi": FeeKind.FEE, "fee": FeeKind.FEE, "le phi": FeeKind.CHARGE, "charge": FeeKind.CHARGE,
}  # fmt: skip

TIME = re.compile(r"(\d{1,4})\s+(ngày làm việc|ngày|giờ|tháng)", re.IGNORECASE)
ZERO_TIME = re.compile(r"0+(?:[.,]0+)?(?:\s+\D+)?")
FEE_START = re.compile(r"^(?=(?:Phí|Lệ phí|Khoản khác|Khác)\s*:)", re.MULTILINE | re.IGNORECASE)
FEE = re.compile(
    r"(?P<kind>[^:\n]+?)\s*:\s*(?P<amount>[^(\n]*?)\s*"
    r"(?P<unit>Việt Nam Đồng|Đồng|VNĐ)?\s*(?:\((?P<words>.*)\))?",
    re.IGNORECASE | re.DOTALL,
)
DONG = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
BULLET = re.compile(r"^[-–+*•]+\s*")
ATTACHED = re.compile(r"^\s*File đính kèm:.*$", re.MULTILINE)
COUNT = {
    part: re.compile(rf"{part}\s*:?\s*(\d+)", re.IGNORECASE) for part in ("Bản chính", "Bản sao")
}


def known(text: str) -> str:
    """Clean a text; nothing where it only says that there is nothing."""
    cleaned = clean(text)
    return "" if fold(cleaned).strip(" .") in NOTHING else cleaned


@functools.lru_cache(maxsize=4096)
def known_line(text: str) -> str:
    """Give a short text on one line; lists say the same fields and agencies a thousand times."""
    return one_line(known(text))


@functools.lru_cache(maxsize=4096)
def split_names(text: str) -> tuple[str, ...]:
    """Split the names of audiences, each once, in the source's order."""
    return _each_once(BETWEEN_NAMES.split(known(text)))


def split_agencies(text: str) -> tuple[str, ...]:
    """Split the names of agencies, each once, in the source's order; “Cơ quan khác” is none."""
    names = _each_once(BETWEEN_AGENCIES.split(known(text)))
    return tuple(name for name in names if fold(name) != OTHER_AGENCY)


def _each_once(parts: list[str]) -> tuple[str, ...]:
    names = map(known_line, parts)
    return tuple(dict.fromkeys(name for name in names if name))


@functools.lru_cache(maxsize=4096)
def levels(text: str) -> tuple[Level, ...]:
    """Read “Cấp Tỉnh, Cấp Xã”; words that are no level are left out."""
    found = (LEVELS.get(fold(part).strip(" .")) for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(each for each in found if each))


def online_level(text: str) -> OnlineLevel | None:
    """Read “Toàn trình”, “Một phần”."""
    return ONLINE.get(fold(text).removeprefix("dich vu cong truc tuyen").strip(" .:"))


def method(text: str) -> Method | None:
    """Read “Trực tiếp”, or the portal's ONLINE, POSTAL, DIRECT."""
    return METHODS.get(fold(text).strip(" .:"))


def time_limit(text: str) -> Data | None:
    """Read “7 Ngày làm việc”; anything else is the source's words, a bare 0 is nothing."""
    words = known(text)
    if not words or ZERO_TIME.fullmatch(words):
        return None
    match = TIME.fullmatch(words)
    if match and int(match[1]):
        return {"gia_tri": int(match[1]), "don_vi": UNITS[fold(match[2])]}
    return {"loi": words}


def fees(text: str) -> list[Data]:
    """Read “Lệ phí : 8.000 Đồng (…)”, one or more; 0, “Không Đồng” and “Miễn phí” say nothing.

    The portal writes these where nobody entered a sum; what stands in brackets is the rule.
    """
    items = FEE_START.split(ATTACHED.sub("", known(text)))
    found = (_fee(FEE.fullmatch(item.strip())) for item in items)
    return [each for each in found if each]


def _fee(match: re.Match[str] | None) -> Data | None:
    if match is None or (kind := FEE_KINDS.get(fold(match["kind"]))) is None:
        return None
    words = known(match["words"] or "")
    sum_, said = _sum(one_line(match["amount"]), in_dong=bool(match["unit"]))
    return fee(kind, sum_, "; ".join(part for part in (said, words) if part))


def _sum(amount: str, *, in_dong: bool) -> tuple[int | None, str]:
    """Give the sum in đồng, or the words of a sum that is none (“1.5 USD”)."""
    if fold(amount) in {"", "khong", "mien phi"}:
        return None, ""
    if DONG.fullmatch(amount) and in_dong:
        return int(re.sub(r"[.,]", "", amount)), ""
    return None, amount


def fee(kind: FeeKind, amount: int | None, words: str) -> Data | None:
    """Make a fee of a sum and the source's words; None where neither says anything."""
    if not amount and not words:
        return None
    return {"loai": kind, "so_tien": amount or None, "loi": words}


def item(text: str) -> str:
    """Give one item of a list on one line, without the dash or plus in front of it."""
    return BULLET.sub("", one_line(known(text)))


def counts(text: str) -> Data:
    """Read “Bản chính: 1 Bản sao: 0”; None where a number is not given."""
    found = {part: pattern.search(clean(text)) for part, pattern in COUNT.items()}
    numbers = {part: int(match[1]) if match else None for part, match in found.items()}
    return {"ban_chinh": numbers["Bản chính"], "ban_sao": numbers["Bản sao"]}
