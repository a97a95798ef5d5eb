"""Lịch tiếp công dân of a year: docs/cai-cach/tiep-cong-dan/<năm>.yml. Persons stand as roles."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.procedures.parts import needed, part
from cchc.procedures.terms import Term
from cchc.reform.evidence import Link
from cchc.reform.kind import Sheet

TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
Weekday = Annotated[int, Field(strict=True, ge=2, le=8)]
DayOfMonth = Annotated[int, Field(strict=True, ge=1, le=31)]


class OnHoliday(Term):
    """What becomes of a session by rule that falls on a day off."""

    MOVED = "chuyen", "Chuyển sang ngày làm việc kế tiếp"
    SKIPPED = "nghi", "Không tiếp"


def _time(value: object) -> object:
    if not isinstance(value, str) or not value or TIME.fullmatch(value.strip()):
        return value.strip() if isinstance(value, str) else value
    message = "“{value}” không phải giờ; viết trong dấu nháy kép như “07:30”"
    raise PydanticCustomError("time", message, {"value": value[:20]})


Time = Annotated[Line, BeforeValidator(_time)]


class Session(Model):
    """Who receives people, when: on weekdays, on days of each month, or on days that are named."""

    role: NeededLine = needed("ai", "Chức danh người tiếp", "Ví dụ Chủ tịch UBND phường")
    weekdays: tuple[Weekday, ...] = part("hang_tuan", "Thứ hằng tuần", "2 là thứ Hai, 8 Chủ nhật")
    month_days: tuple[DayOfMonth, ...] = part("hang_thang", "Ngày hằng tháng")
    days: tuple[Day, ...] = part("ngay", "Ngày cụ thể")
    holiday: OnHoliday | None = part("trung_ngay_nghi", "Khi trùng ngày nghỉ", default=None)
    begins: Time = part("tu", "Từ giờ", default="")
    ends: Time = part("den", "Đến giờ", default="")
    place: Line = part("noi", "Nơi tiếp", "Khi khác nơi chung", "")
    note: Text = part("ghi_chu", "Ghi chú", default="")

    @model_validator(mode="after")
    def _whole(self) -> Session:
        if not (self.weekdays or self.month_days or self.days):
            message = "chưa có ngày tiếp; ghi `hang_tuan`, `hang_thang` hoặc `ngay`"
            raise PydanticCustomError("session", message)
        if (self.weekdays or self.month_days) and self.holiday is None:
            message = "lịch lặp lại phải ghi `trung_ngay_nghi`: chuyen hoặc nghi"
            raise PydanticCustomError("session", message)
        if self.begins and self.ends and self.ends <= self.begins:
            message = "giờ kết thúc phải sau giờ bắt đầu; sửa `tu`, `den`"
            raise PydanticCustomError("session", message)
        return self


class Pause(Model):
    """A day without reception, whatever the rules say."""

    day: Day = needed("ngay", "Ngày không tiếp")
    reason: Line = part("ly_do", "Lý do", default="")


class ReceptionYear(Sheet):
    """The calendar of a year."""

    number: Line = part("so", "Số, ký hiệu thông báo", default="")
    date: Day | None = part("ngay", "Ngày thông báo", default=None)
    file: Link = part("tep", "Văn bản", "Tệp trong docs/ hoặc địa chỉ https://", "")
    place: Line = part("noi", "Nơi tiếp công dân", default="")
    how: Text = part("dang_ky", "Cách đăng ký, cần mang theo", default="")
    sessions: tuple[Session, ...] = part("lich", "Lịch")
    pauses: tuple[Pause, ...] = part("nghi", "Ngày không tiếp")
    note: Text = part("ghi_chu", "Ghi chú", default="")
