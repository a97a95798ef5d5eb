"""What the words over a column mean, in the many ways that issuers write them."""

from __future__ import annotations

import re

from cchc.procedures.terms import Term
from cchc.province.columns import heading_key


class Part(Term):
    """What a column holds; the label is for messages."""

    ORDER = "stt", "STT"
    CODE = "ma", "Mã thủ tục"
    NAME = "ten", "Tên thủ tục"
    OLD_CODE = "ma_cu", "Mã thủ tục được thay thế"
    OLD_NAME = "ten_cu", "Tên thủ tục được thay thế"
    TIME = "thoi_han", "Thời hạn giải quyết"
    TIME_RULED = "thoi_han_quy_dinh", "Thời hạn theo quy định"
    TIME_CUT = "thoi_han_sau", "Thời hạn sau cắt giảm"
    PLACE = "noi_tiep_nhan", "Địa điểm thực hiện"
    FEE = "phi", "Phí, lệ phí"
    BASIS = "can_cu", "Căn cứ pháp lý"
    FIELD = "linh_vuc", "Lĩnh vực"
    AGENCY = "co_quan", "Cơ quan thực hiện"
    LEVEL = "cap", "Cấp thực hiện"
    OF_MINISTRY = "cap_bo", "Cấp bộ"
    OF_PROVINCE = "cap_tinh", "Cấp tỉnh"
    OF_WARD = "cap_xa", "Cấp xã"
    CHANGED = "noi_dung_sua_doi", "Nội dung sửa đổi"
    ONLINE = "muc_do", "Mức độ trực tuyến"
    FULL = "toan_trinh", "Toàn trình"
    PARTLY = "mot_phan", "Một phần"
    KIND = "loai", "Loại thay đổi"
    NOTE = "ghi_chu", "Ghi chú"
    OTHER = "khac", "Cột khác"


EXACT = {
    Part.ORDER: "STT|TT|Số TT|Số thứ tự|No",
    Part.CODE: (
        "Mã|Mã số|Mã TTHC|Mã số TTHC|Mã thủ tục|Mã thủ tục hành chính|Mã số thủ tục|Mã hồ sơ|Mã TT"
        "|Số hồ sơ|Số hồ sơ TTHC|Mã hồ sơ TTHC|Mã số hồ sơ|Mã số hồ sơ TTHC|Mã QLHS|Mã DVC|Mã CSDL"
    ),
    Part.NAME: (
        "Tên|Thủ tục|TTHC|Tên TT|Tên gọi|Danh mục|Danh mục TTHC|Nội dung TTHC|Tên dịch vụ công"
    ),
    Part.TIME: "Thời hạn|Thời gian|Thời gian giải quyết|Thời gian thực hiện",
    Part.PLACE: "Địa điểm|Địa chỉ|Nơi nộp hồ sơ|Nơi nhận hồ sơ",
    Part.FEE: "Phí|Lệ phí|Mức phí|Mức thu",
    Part.BASIS: "Căn cứ|Cơ sở pháp lý|Văn bản|VBQPPL|Văn bản QPPL|Tên văn bản",
    Part.FIELD: "Lĩnh vực|Tên lĩnh vực|Ngành, lĩnh vực",
    Part.AGENCY: "Cơ quan|Đơn vị|Thẩm quyền|Đơn vị thực hiện",
    Part.OF_MINISTRY: "Cấp bộ|Cấp trung ương",
    Part.OF_PROVINCE: "Cấp tỉnh|Cấp thành phố|Cấp tỉnh, thành phố",
    Part.OF_WARD: "Cấp xã|Cấp xã, phường|Cấp phường, xã",
    Part.LEVEL: "Cấp|Cấp thực hiện|Cấp giải quyết|Cấp TTHC",
    Part.CHANGED: "Nội dung|Nội dung thay đổi",
    Part.ONLINE: "Mức độ|DVC|DVCTT|Mức DVC",
    Part.KIND: (
        "Loại|Tính chất|Loại thay đổi|Hình thức công bố|Nội dung công bố|Tình trạng|Trạng thái"
    ),
    Part.NOTE: "Ghi chú|Chú thích",
    Part.OTHER: "Trực tiếp|Trực tuyến|Bưu chính|BCCI|Qua BCCI|Dịch vụ BCCI|Bưu chính công ích",
}
# What may follow “thủ tục hành chính” in a heading; a procedure's own name has other words.
AFTER_NAME = "duoc|bi|moi|thaythe|noibo|suadoi|banhanh|bosung|baibo|chuanhoa|congbo|va|hoac"
# For headings with more words in them; the first that fits holds, so order matters.
CONTAINED: tuple[tuple[Part, str], ...] = (
    (Part.TIME_CUT, "saucatgiam|saukhicatgiam|dacatgiam|thoigiancatgiam|catgiamcon|sauragiam"),
    (Part.TIME_RULED, "^(?:thoihan|thoigian)?(?:giaiquyet)?theoqu[iy]dinh|truoccatgiam"),
    (Part.BASIS, "vbqppl|vanban(?:qu[iy]pham|qppl)|(?:cancu|coso)phapl[iy]|quyetdinhcongbo"),
    (Part.OLD_CODE, "^(?:thaycho|thaythecho|thaythe(?:cac)?(?:tthc|thutuc|ma))"),
    (Part.OLD_CODE, "^(?:ma|so).*(?:duocthaythe|bithaythe|cu)$"),
    (Part.OLD_NAME, "^(?:ten|tthc|thutuc).*(?:duocthaythe|bithaythe|cu)$"),
    (Part.CODE, "^(?:maso|mahoso|sohoso|matthc|mathutuc|matt)"),
    (Part.CHANGED, "noidung.*(?:suadoi|thaydoi|bosung)|^(?:cac)?bophan.*suadoi"),
    (Part.FIELD, "linhvuc"),
    (Part.NAME, "^ten(?:cac)?(?:tthc|thutuc)"),
    (Part.NAME, f"^(?:danhmuc)?(?:cac)?(?:tthc|thutuc)(?:hanhchinh)?(?:{AFTER_NAME})*$"),
    (Part.TIME, "thoihan|thoigiangiaiquyet"),
    (Part.PLACE, "diadiem|noitiepnhan|noithuchien|noinop|diachitiepnhan|coquantiepnhan"),
    (Part.FULL, "^(?!.*motphan).*toantrinh"),
    (Part.PARTLY, "^(?!.*toantrinh).*motphan"),
    (Part.ONLINE, "mucdo|dichvucong|tructuyen|dvctt"),
    (Part.FEE, "^(?:muc)?(?:thu)?(?:phi|lephi)(?!eu)"),
    (Part.LEVEL, "^cap(?:thuchien|giaiquyet)"),
    (Part.AGENCY, "coquan|donvithuchien|thamquyen"),
    (Part.KIND, "tinhchat|loaithaydoi"),
    (Part.NOTE, "ghichu"),
)  # fmt: skip
EXACT_KEYS = {heading_key(word): part for part, words in EXACT.items() for word in words.split("|")}
COMPILED = tuple((part, re.compile(pattern)) for part, pattern in CONTAINED)
DECIDED = frozenset({Part.LEVEL, Part.AGENCY})
LEVEL_KEYS = {
    "bo": Part.OF_MINISTRY, "trunguong": Part.OF_MINISTRY, "tinh": Part.OF_PROVINCE,
    "thanhpho": Part.OF_PROVINCE, "xa": Part.OF_WARD, "phuong": Part.OF_WARD,
    "xaphuong": Part.OF_WARD, "phuongxa": Part.OF_WARD,
}  # fmt: skip
# A heading is a few words; a cell that holds more is a text about something.
LONGEST_HEADING = 110
REMARK = re.compile(r"\([^)]*\)|\*+")


def part_of(text: str, above: str = "") -> Part | None:
    """Tell what a heading names; `above` is the heading that it is a part of."""
    if not text or len(text) > LONGEST_HEADING:
        return None
    key = heading_key(REMARK.sub(" ", text)) or heading_key(text)
    part = EXACT_KEYS.get(key) or _contained(key)
    return _under(part, key, above) if above and above != text else part


def _contained(key: str) -> Part | None:
    return next((part for part, pattern in COMPILED if pattern.search(key)), None)


def _under(part: Part | None, key: str, above: str) -> Part | None:
    """Read a heading in the light of the one above it: “Mã” under “TTHC được thay thế”."""
    over = part_of(above)
    if part in {Part.CODE, Part.NAME} and re.search(r"(?:duoc|bi)thaythe$", heading_key(above)):
        return Part.OLD_CODE if part is Part.CODE else Part.OLD_NAME
    if over is Part.TIME and part in {None, Part.TIME}:
        return _of_time(key)
    if over in DECIDED and part is None:
        return LEVEL_KEYS.get(key)
    # Where a procedure is handed in at a level is not who decides it.
    if over is Part.PLACE and part in {Part.OF_MINISTRY, Part.OF_PROVINCE, Part.OF_WARD}:
        return over
    return over if part is Part.OTHER and over else part


def _of_time(key: str) -> Part | None:
    if "giam" in key:
        return Part.TIME_CUT
    return Part.TIME_RULED if re.search("qu[iy]dinh", key) else None
