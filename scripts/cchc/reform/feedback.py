"""Phản ánh, kiến nghị of a year with their answers: docs/cai-cach/phan-anh/<năm>.yml.

Only what may be read by everybody stands here: who asked is never part of it.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.base.text import one_line
from cchc.procedures.parts import needed, part
from cchc.procedures.terms import Term
from cchc.reform.evidence import Evidence
from cchc.reform.kind import Sheet

KEY = re.compile(r"[A-Z]{1,4}\d{1,4}")


class Channel(Term):
    """Through which official channel it came."""

    HOTLINE = "duong_day_nong", "Đường dây nóng"
    PORTAL = "he_thong_phan_anh", "Hệ thống phản ánh của thành phố"
    NATIONAL = "cong_quoc_gia", "Cổng Dịch vụ công quốc gia"
    COUNTER = "truc_tiep", "Trực tiếp tại phường"
    RECEPTION = "tiep_cong_dan", "Buổi tiếp công dân"
    POST = "buu_chinh", "Thư, bưu chính"
    EMAIL = "thu_dien_tu", "Thư điện tử"
    OTHER = "khac", "Kênh khác"


class Matter(Term):
    """What it is about."""

    RULES = "quy_dinh", "Quy định, thủ tục hành chính"
    SERVICE = "phuc_vu", "Việc phục vụ của công chức"
    PUBLIC = "ha_tang", "Hạ tầng, môi trường, trật tự"
    OTHER = "khac", "Việc khác"


class Outcome(Term):
    """What became of it."""

    TAKEN_UP = "tiep_thu", "Đã tiếp thu, sửa"
    EXPLAINED = "giai_thich", "Đã giải thích"
    PASSED_ON = "chuyen", "Đã chuyển nơi có thẩm quyền"


def _key(value: object) -> object:
    if not isinstance(value, str) or KEY.fullmatch(one_line(value)):
        return value
    message = "“{value}” không dùng làm mã được; viết chữ hoa không dấu rồi số, ví dụ PA12"
    raise PydanticCustomError("feedback_key", message, {"value": value[:40]})


FeedbackKey = Annotated[NeededLine, BeforeValidator(_key)]


def _said(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty", "để trống; viết nội dung, bỏ điều riêng của người gửi")
    return value


class Feedback(Model):
    """One piece of feedback; `due` where the sheet's limit does not hold for it."""

    key: FeedbackKey = needed("ma", "Mã", "Ví dụ PA1; dùng trong địa chỉ trang")
    matter: Matter = part("ve_viec", "Về việc", default=Matter.OTHER)
    field: NeededLine = needed("linh_vuc", "Lĩnh vực")
    codes: tuple[NeededLine, ...] = part("thu_tuc", "Mã thủ tục liên quan")
    channel: Channel = part("kenh", "Nhận qua", default=Channel.OTHER)
    received: Day = needed("nhan", "Ngày nhận")
    due: Day | None = part("han", "Hạn trả lời", "Khi khác hạn chung của năm", None)
    answered: Day | None = part("tra_loi", "Ngày trả lời", default=None)
    unit: Line = part("don_vi", "Đơn vị trả lời", "Khóa trong extra.ward.bo_phan", "")
    words: Annotated[Text, BeforeValidator(_said)] = needed(
        "noi_dung", "Nội dung", "Bỏ tên, điện thoại, địa chỉ, số giấy tờ của người gửi"
    )
    answer: Text = part("noi_dung_tra_loi", "Nội dung trả lời", default="")
    outcome: Outcome | None = part("ket_qua", "Kết quả xử lý", default=None)
    passed_to: Line = part("chuyen_den", "Chuyển đến", default="")
    evidence: tuple[Evidence, ...] = part("minh_chung", "Văn bản trả lời")


class FeedbackYear(Sheet):
    """A year's published feedback; `limit`: working days to answer, counted from the day after."""

    limit: Annotated[int, Field(strict=True, ge=1, le=120)] | None = part(
        "han_tra_loi", "Hạn trả lời (ngày làm việc)", "Theo quy định đang áp dụng", None
    )
    limit_source: Line = part("can_cu_han", "Văn bản quy định hạn", default="")
    items: tuple[Feedback, ...] = part("phan_anh", "Phản ánh, kiến nghị")
    note: Text = part("ghi_chu", "Ghi chú", default="")
