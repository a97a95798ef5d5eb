"""Công khai tài chính of a budget year: docs/cai-cach/tai-chinh/<năm ngân sách>.yml.

The tables lie beside it as CSV or Excel files, as the office made them.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.base.text import one_line
from cchc.procedures.parts import needed, part
from cchc.procedures.terms import Term
from cchc.reform.evidence import Link
from cchc.reform.kind import Sheet

KEY = re.compile(r"[a-z][a-z0-9-]{0,40}")
TABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(?:csv|xlsx)")


class Stage(Term):
    """What the figures are: planned, on the way, settled."""

    PLANNED = "du_toan", "Dự toán"
    RUNNING = "thuc_hien", "Tình hình thực hiện"
    SETTLED = "quyet_toan", "Quyết toán"
    OTHER = "khac", "Nội dung khác"


class MoneyUnit(Term):
    """In what the figures are counted."""

    DONG = "dong", "đồng"
    THOUSAND = "nghin_dong", "nghìn đồng"
    MILLION = "trieu_dong", "triệu đồng"


def _key(value: object) -> object:
    if not isinstance(value, str) or KEY.fullmatch(one_line(value)):
        return value
    message = "“{value}” không dùng làm mã được; viết chữ thường không dấu, ví dụ du-toan-nam"
    raise PydanticCustomError("publication_key", message, {"value": value[:40]})


def _table(value: object) -> object:
    if not isinstance(value, str) or not value.strip() or TABLE.fullmatch(one_line(value)):
        return value
    message = (
        "“{value}” không phải tệp bảng; để tệp .csv hoặc .xlsx cạnh tệp này rồi ghi tên tệp, không"
        " dấu, không dấu cách"
    )
    raise PydanticCustomError("table_file", message, {"value": value[:60]})


class Total(Model):
    """A row that is the sum of others; rows are named by their words or their number."""

    row: NeededLine = needed("dong", "Dòng tổng", "Ghi đúng chữ ở cột nội dung, hoặc số thứ tự")
    parts: tuple[NeededLine, ...] = needed("cong", "Là tổng của các dòng")


class Publication(Model):
    """One publication: what, for which period, on which day, its table."""

    key: Annotated[NeededLine, BeforeValidator(_key)] = needed("ma", "Mã", "Ví dụ du-toan-nam")
    name: NeededLine = needed("ten", "Tên bảng công khai")
    stage: Stage = needed("loai", "Loại")
    period: NeededLine = needed("ky", "Kỳ", "2026 (năm), 2026-Q1, 2026-6T, 2026-9T")
    day: Day = needed("ngay", "Ngày công khai")
    number: Line = part("so", "Số, ký hiệu quyết định công khai", default="")
    unit: MoneyUnit = needed("don_vi_tinh", "Đơn vị tính")
    table: Annotated[Line, BeforeValidator(_table)] = part("bang", "Tệp bảng", "x.csv, x.xlsx", "")
    totals: tuple[Total, ...] = part("tong", "Dòng tổng để máy cộng lại")
    chart: Line = part("bieu_do", "Cột vẽ biểu đồ", "Tên cột; trống thì không vẽ", "")
    file: Link = part("tep", "Văn bản gốc", "Tệp trong docs/ hoặc địa chỉ https://", "")
    note: Text = part("thuyet_minh", "Thuyết minh", default="")


class FinanceYear(Sheet):
    """What has been published of a budget year."""

    publications: tuple[Publication, ...] = part("cong_khai", "Bảng đã công khai")
    note: Text = part("ghi_chu", "Ghi chú", default="")
