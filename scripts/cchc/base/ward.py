"""The ward's identity and settings: `extra.ward` of mkdocs.yml.

Names, superiors and the one-stop shop have changed four times since 2021: they are data with the
day each began, never literals in code or templates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from cchc.base.editing import Editing
from cchc.base.files import MARK
from cchc.base.loudspeaker import Loudspeaker
from cchc.base.models import Address, Day, Line, Model, NeededLine, Text, problems_of
from cchc.base.post_head import CATEGORIES
from cchc.base.problems import Problem, Refused, warning
from cchc.base.publication_calendar import PublicationDuty
from cchc.base.workdays import Calendar
from cchc.base.yaml_read import read_yaml

LOCATION = ("extra", "ward")


class Named(Model):
    """What something has been called from a day on."""

    since: Day = Field(alias="tu_ngay", title="Từ ngày")
    name: NeededLine = Field(alias="ten", title="Tên")
    superior: Line = Field(default="", alias="cap_tren", title="Cấp trên trực tiếp")


Weekday = Annotated[int, Field(strict=True, ge=2, le=8)]


class Hours(Model):
    """Opening hours of some weekdays: 2 (thứ Hai) … 7 (thứ Bảy), 8 (Chủ nhật)."""

    weekdays: tuple[Weekday, ...] = Field(alias="thu", title="Thứ")
    opens: Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")] = Field(alias="tu", title="Mở cửa")
    closes: Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")] = Field(alias="den", title="Đóng cửa")


class Position(Model):
    """A position at a counter, by role and never by name."""

    name: NeededLine = Field(alias="ten", title="Vị trí, chức danh")
    duty: Line = Field(default="", alias="viec", title="Việc phụ trách")


class Counter(Model):
    """A place that receives dossiers (nơi tiếp nhận); `key` is what procedures refer to."""

    key: NeededLine = Field(alias="khoa", title="Khóa")
    names: tuple[Named, ...] = Field(alias="ten_goi", title="Tên theo thời gian")
    agency: Line = Field(default="", alias="co_quan", title="Cơ quan phụ trách")
    address: Line = Field(default="", alias="dia_chi", title="Địa chỉ")
    phone: Line = Field(default="", alias="dien_thoai", title="Điện thoại")
    email: Line = Field(default="", alias="thu_dien_tu", title="Thư điện tử")
    hours: tuple[Hours, ...] = Field(default=(), alias="gio_lam_viec", title="Giờ làm việc")
    positions: tuple[Position, ...] = Field(default=(), alias="vi_tri", title="Vị trí làm việc")

    def name_on(self, day: dt.date) -> str:
        """Give the place's name on a day."""
        return name_on(self.names, day).name


class Unit(Model):
    """A unit of the ward (bộ phận) that plans give tasks to; `key` is what they refer to."""

    key: NeededLine = Field(alias="khoa", title="Khóa")
    name: NeededLine = Field(alias="ten", title="Tên bộ phận")
    duty: Line = Field(default="", alias="viec", title="Việc của bộ phận")


class LevelWords(Model):
    """How sources name the ward level, folded words; and what makes a match another's."""

    ward: tuple[NeededLine, ...] = Field(default=(), alias="cap_xa", title="Từ chỉ cấp xã")
    not_ward: tuple[NeededLine, ...] = Field(default=(), alias="khong_phai", title="Trừ khi có")


class Licence(Model):
    """The licence for reusing texts and data; an empty name means: none has been issued."""

    name: Line = Field(default="", alias="ten", title="Tên giấy phép")
    address: Address = Field(default="", alias="dia_chi", title="Địa chỉ toàn văn")


class Ward(Model):
    """Everything under `extra.ward`."""

    agency_code: Line = Field(default="", alias="ma_co_quan", title="Mã cơ quan")
    names: tuple[Named, ...] = Field(alias="ten_goi", title="Tên phường theo thời gian")
    agency: Named = Field(alias="co_quan", title="Cơ quan chủ quản")
    address: Line = Field(default="", alias="dia_chi", title="Địa chỉ")
    phone: Line = Field(default="", alias="dien_thoai", title="Điện thoại")
    hotline: Line = Field(default="", alias="duong_day_nong", title="Đường dây nóng")
    email: Line = Field(default="", alias="thu_dien_tu", title="Thư điện tử")
    province_portal: Address = Field(default="", alias="cong_dvc_tinh", title="Cổng DVC thành phố")
    national_portal: Address = Field(default="", alias="cong_dvc_quoc_gia", title="Cổng quốc gia")
    feedback_portal: Address = Field(default="", alias="phan_anh", title="Nơi nhận phản ánh")
    survey_portal: Address = Field(default="", alias="khao_sat", title="Kênh khảo sát chính thức")
    counters: tuple[Counter, ...] = Field(alias="noi_tiep_nhan", title="Nơi tiếp nhận")
    units: tuple[Unit, ...] = Field(default=(), alias="bo_phan", title="Bộ phận của phường")
    finance_calendar: tuple[PublicationDuty, ...] = Field(
        default=(), alias="lich_cong_khai_tai_chinh", title="Lịch công khai tài chính"
    )
    level_words: LevelWords = Field(default=LevelWords(), alias="tu_chi_cap", title="Từ chỉ cấp")
    posting_days: Annotated[int, Field(strict=True, ge=1, le=60)] = Field(
        default=5, alias="han_niem_yet", title="Hạn niêm yết (ngày làm việc)"
    )
    new_days: Annotated[int, Field(strict=True, ge=1, le=366)] = Field(
        default=30, alias="ngay_moi", title="Số ngày còn ghi là mới, sửa đổi"
    )
    loudspeaker: Loudspeaker = Field(
        default=Loudspeaker(), alias="truyen_thanh", title="Đài truyền thanh"
    )
    days_off: tuple[Day, ...] = Field(default=(), alias="ngay_nghi_them", title="Ngày nghỉ thêm")
    days_worked: tuple[Day, ...] = Field(default=(), alias="ngay_lam_bu", title="Ngày làm bù")
    news_categories: tuple[NeededLine, ...] = Field(
        default=CATEGORIES, min_length=1, alias="chuyen_muc_tin", title="Chuyên mục tin, bài"
    )
    leaves_out_bad_posts: bool = Field(
        default=True, alias="bo_bai_loi", title="Dựng trang khi có bài lỗi, để lại bài đó"
    )
    keeps_pages: Annotated[bool, Field(strict=True)] = Field(
        default=True, alias="ngoai_tuyen", title="Máy của người xem giữ trang để đọc khi mất mạng"
    )
    licence: Licence = Field(default=Licence(), alias="giay_phep", title="Giấy phép dùng lại")
    editing: Editing | None = Field(
        default=None, alias="trinh_soan", title="Trình soạn thảo của trang công khai"
    )
    note: Text = Field(default="", alias="ghi_chu", title="Ghi chú")

    @property
    def calendar(self) -> Calendar:
        """Working days: Vietnam's, with the days the settings add."""
        return Calendar(frozenset(self.days_off), frozenset(self.days_worked))

    def name_on(self, day: dt.date) -> str:
        """Give the ward's name on a day, such as `phường Hương An`."""
        return name_on(self.names, day).name

    def counter(self, key: str) -> Counter | None:
        """Find a receiving place by its key; the first one for an empty key."""
        if not key:
            return self.counters[0] if self.counters else None
        return next((each for each in self.counters if each.key == key), None)


def name_on(names: tuple[Named, ...], day: dt.date) -> Named:
    """Give the name that holds on a day; the oldest for a day before all."""
    begun = [each for each in names if each.since <= day]
    return max(begun, key=lambda each: each.since) if begun else min(names, key=lambda n: n.since)


def load_ward(root: Path) -> Ward:
    """Read the settings. Raise `Refused` with every fault found."""
    document = read_yaml(MARK, (root / MARK).read_bytes(), LOCATION)
    if document.data is None:
        raise Refused([Problem(MARK, 1, "thiếu mục extra.ward (tên phường, nơi tiếp nhận…)")])
    try:
        return Ward.model_validate(document.data, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def check_ward(root: Path) -> Iterator[Problem]:
    """Find what is wrong in the settings, and what people will ask for and not find."""
    try:
        ward = load_ward(root)
    except Refused as refused:
        yield from refused.problems
        return
    document = read_yaml(MARK, (root / MARK).read_bytes(), LOCATION)
    for key, title in _empty(ward):
        message = f"extra.ward.{key}: chưa có {title}; trang ghi “Chưa có thông tin”"
        yield warning(MARK, document.line(tuple(key.split("."))), message)


def _empty(ward: Ward) -> Iterator[tuple[str, str]]:
    if not ward.address:
        yield "dia_chi", "địa chỉ"
    if not ward.phone:
        yield "dien_thoai", "số điện thoại"
    if not any(counter.hours for counter in ward.counters):
        yield "noi_tiep_nhan", "giờ làm việc của nơi tiếp nhận nào"
