"""The fixed words of the field: what a file may say, and how a page says it."""

from __future__ import annotations

import enum
from typing import Self


class Term(enum.StrEnum):
    """A word of the data with the words of the page: `Term("mot_phan", "Một phần")`."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the word of the data as the value and the word of the page beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class OnlineLevel(Term):
    """Mức độ dịch vụ công trực tuyến (Nghị định 42/2022/NĐ-CP)."""

    FULL = "toan_trinh", "Toàn trình"
    PART = "mot_phan", "Một phần"
    INFORMATION = "cung_cap_thong_tin", "Cung cấp thông tin"


class Level(Term):
    """Cấp thực hiện: who decides."""

    MINISTRY = "bo", "Cấp bộ"
    PROVINCE = "tinh", "Cấp tỉnh"
    WARD = "xa", "Cấp xã"
    OTHER = "khac", "Cơ quan khác"


class Method(Term):
    """Hình thức nộp hồ sơ."""

    IN_PERSON = "truc_tiep", "Trực tiếp"
    ONLINE = "truc_tuyen", "Trực tuyến"
    POST = "buu_chinh", "Dịch vụ bưu chính"


class TimeUnit(Term):
    """Đơn vị của thời hạn giải quyết."""

    WORKING_DAY = "ngay_lam_viec", "ngày làm việc"
    DAY = "ngay", "ngày"
    HOUR = "gio", "giờ"
    MONTH = "thang", "tháng"


class FeeKind(Term):
    """Khoản phải nộp: phí, lệ phí (Luật Phí và lệ phí) or other."""

    FEE = "phi", "Phí"
    CHARGE = "le_phi", "Lệ phí"
    OTHER = "khac", "Khoản khác"


class ChangeKind(Term):
    """What a decision does to a procedure."""

    NEW = "moi", "Mới ban hành"
    AMENDED = "sua_doi", "Sửa đổi, bổ sung"
    REPLACED = "thay_the", "Thay thế"
    ABOLISHED = "bai_bo", "Bãi bỏ"
    STANDARDISED = "chuan_hoa", "Chuẩn hóa"
