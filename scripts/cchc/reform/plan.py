"""Kế hoạch cải cách hành chính of a year: docs/cai-cach/ke-hoach/<năm>.yml."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.base.text import one_line
from cchc.procedures.parts import needed, part
from cchc.procedures.terms import Term
from cchc.reform.evidence import Evidence, Link
from cchc.reform.kind import Sheet

KEY = re.compile(r"[A-Z]{1,4}\d{1,3}")


class Scope(Term):
    """Among whom the ward is ranked. Until 30/6/2025 the city was a district of the province."""

    CITY = "thanh_pho", "thành phố"
    PROVINCE = "tinh", "tỉnh"


class Breadth(Term):
    """General tasks hold for all fields of reform, specific ones for one."""

    GENERAL = "chung", "Nhiệm vụ chung"
    SPECIFIC = "cu_the", "Nhiệm vụ cụ thể"


class Rhythm(Term):
    """How often a task comes again; `ONGOING` has no deadline of its own."""

    ONCE = "mot_lan", "Một lần"
    MONTHLY = "hang_thang", "Hằng tháng"
    QUARTERLY = "hang_quy", "Hằng quý"
    HALF_YEARLY = "sau_thang", "Sáu tháng một lần"
    YEARLY = "hang_nam", "Hằng năm"
    ONGOING = "thuong_xuyen", "Thường xuyên"


class Halt(Term):
    """Why a task is no longer awaited though it is not done."""

    STOPPED = "dung", "Dừng"
    MOVED = "chuyen_nam_sau", "Chuyển sang năm sau"


def _key(value: object) -> object:
    if not isinstance(value, str) or KEY.fullmatch(one_line(value)):
        return value
    message = "“{value}” không dùng làm mã được; viết chữ hoa không dấu rồi số, ví dụ VP1"
    raise PydanticCustomError("task_key", message, {"value": value[:40]})


TaskKey = Annotated[NeededLine, BeforeValidator(_key)]


class Target(Model):
    """Mục tiêu xếp hạng: to be among the first `best` of a scope."""

    scope: Scope = needed("pham_vi", "Trong phạm vi")
    best: Annotated[int, Field(strict=True, ge=1, le=1000)] = needed("nhom_dau", "Trong nhóm đầu")


class Done(Model):
    """One time a task was done: for which period (a rhythm's), on which day, shown by what."""

    day: Day = needed("ngay", "Ngày xong")
    period: Line = part("ky", "Kỳ", "Với việc lặp lại: 2026-T09, 2026-Q3, 2026-6T, 2026", "")
    evidence: tuple[Evidence, ...] = part("minh_chung", "Minh chứng")


class Task(Model):
    """Nhiệm vụ: what a unit owes, by when or how often."""

    key: TaskKey = needed("ma", "Mã nhiệm vụ", "Ví dụ VP1; dùng trong địa chỉ trang")
    name: NeededLine = needed("ten", "Việc phải làm")
    unit: NeededLine = needed(
        "don_vi", "Đơn vị chủ trì", "Khóa của bộ phận trong extra.ward.bo_phan"
    )
    with_units: tuple[NeededLine, ...] = part("phoi_hop", "Đơn vị phối hợp")
    breadth: Breadth = part("loai", "Loại nhiệm vụ", default=Breadth.SPECIFIC)
    product: Line = part("san_pham", "Sản phẩm", default="")
    rhythm: Rhythm = part("nhip", "Nhịp thực hiện", default=Rhythm.ONCE)
    due: Day | None = part(
        "han", "Hạn", "Việc một lần, hoặc hạn riêng của việc hằng năm", default=None
    )
    grace: Annotated[int, Field(strict=True, ge=0, le=60)] = part(
        "sau_ky", "Hạn sau khi hết kỳ (ngày)", default=0
    )
    halt: Halt | None = part("thoi", "Không làm nữa", default=None)
    done: tuple[Done, ...] = part("da_lam", "Đã làm")
    note: Text = part("ghi_chu", "Ghi chú", default="")

    @model_validator(mode="after")
    def _whole(self) -> Task:
        if self.rhythm is Rhythm.ONCE and self.due is None:
            message = "việc một lần phải có `han`; hoặc ghi `nhip` nếu việc lặp lại"
            raise PydanticCustomError("task", message)
        return self


class Plan(Sheet):
    """The plan of a year: its document, its targets, its tasks in their order."""

    number: Line = part("so", "Số, ký hiệu kế hoạch", default="")
    date: Day | None = part("ngay", "Ngày ký", default=None)
    title: Line = part("trich_yeu", "Trích yếu", default="")
    file: Link = part("tep", "Văn bản", "Tệp trong docs/ hoặc địa chỉ https://", "")
    source: Line = part("nguon", "Nguồn của dữ liệu này", default="")
    targets: tuple[Target, ...] = part("muc_tieu", "Mục tiêu xếp hạng")
    # Of a plan nobody kept the progress of, nothing is late: nobody knows.
    tracked: StrictBool = part(
        "theo_doi",
        "Có ghi tiến độ",
        "true: việc chưa ghi xong mà đến hạn là quá hạn",
        default=False,
    )
    tasks: tuple[Task, ...] = part("nhiem_vu", "Nhiệm vụ")
    note: Text = part("ghi_chu", "Ghi chú", default="")

    def of(self, unit: str) -> tuple[Task, ...]:
        """List the tasks that a unit leads."""
        return tuple(each for each in self.tasks if each.unit == unit)
