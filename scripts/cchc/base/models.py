"""What every model shares: frozen, no unknown keys, clean text, faults told in Vietnamese."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from cchc.base.clock import NotADateError, parse_date
from cchc.base.problems import Problem
from cchc.base.text import clean, one_line
from cchc.base.yaml_read import Document

MAX_TEXT = 20_000
SHOWN = 60
MARKUP = re.compile(r"<[/!?]?[a-zA-Z]")
DANGEROUS = re.compile(r"(?i)\b(?:java|vb)script\s*:|\bdata\s*:\s*text/html")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^]+")


class Model(BaseModel):
    """A frozen record; YAML keys are the aliases, Python code uses the English names."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, strict=False)


# Most texts hold neither sign, and a sign is found ten times faster than a pattern.
def has_markup(text: str) -> bool:
    """Tell whether a text holds what a browser takes for a tag."""
    return "<" in text and MARKUP.search(text) is not None


def runs_script(text: str) -> bool:
    """Tell whether a text holds an address that runs code."""
    return ":" in text and DANGEROUS.search(text) is not None


def _checked(text: str) -> str:
    if len(text) > MAX_TEXT:
        message = "dài {n} ký tự, tối đa {most}; tách thành nhiều mục ngắn"
        raise PydanticCustomError("text_too_long", message, {"n": len(text), "most": MAX_TEXT})
    if has_markup(text):
        raise PydanticCustomError("markup", "có thẻ HTML (<…>); chỉ viết chữ, không viết thẻ")
    if runs_script(text):
        raise PydanticCustomError("script", "có địa chỉ chạy mã (javascript:); xóa địa chỉ đó")
    return text


def _line(value: object) -> object:
    return _checked(one_line(value)) if isinstance(value, str) else value


def _text(value: object) -> object:
    return _checked(clean(value)) if isinstance(value, str) else value


def _needed(value: object) -> object:
    if isinstance(value, str) and not one_line(value):
        raise PydanticCustomError("empty", "để trống; viết nội dung hoặc xóa mục này")
    return _line(value)


def _web(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        return value
    address = one_line(value)
    if WEB_ADDRESS.fullmatch(address) is None:
        message = "“{value}” không phải địa chỉ trang; viết đủ, bắt đầu bằng https://"
        raise PydanticCustomError("address", message, {"value": address[:80]})
    return address


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            return parse_date(value)
        except NotADateError as error:
            raise PydanticCustomError("date", "{why}", {"why": str(error)}) from None
    return value


Line = Annotated[str, BeforeValidator(_line)]
NeededLine = Annotated[str, BeforeValidator(_needed)]
Text = Annotated[str, BeforeValidator(_text)]
Address = Annotated[str, BeforeValidator(_web)]
Day = Annotated[dt.date, BeforeValidator(_date)]

_KINDS = {
    "missing": "thiếu mục này; thêm vào",
    "extra_forbidden": "không có mục nào tên như vậy; xem lại chính tả hoặc xóa",
    "string_type": "phải là chữ; nếu là số hay ngày thì đặt trong dấu nháy kép",
    "int_type": "phải là số nguyên, không dấu chấm, không dấu nháy, không chữ (ví dụ 8000)",
    "int_parsing": "phải là số nguyên, không dấu chấm, không dấu nháy, không chữ (ví dụ 8000)",
    "int_from_float": "phải là số nguyên, không dấu chấm, không dấu nháy, không chữ (ví dụ 8000)",
    "bool_type": "chỉ nhận true (có) hoặc false (không)",
    "bool_parsing": "chỉ nhận true (có) hoặc false (không)",
    "tuple_type": "phải là danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang",
    "model_type": "phải là nhóm các mục con (tên mục: giá trị), thụt lề vào trong",
    "date_type": 'phải là ngày trong dấu nháy kép, ví dụ "2026-11-24"',
}  # fmt: skip


def problems_of(error: ValidationError, document: Document) -> Iterator[Problem]:
    """Tell each fault of a model in Vietnamese, at the line it stands on."""
    for detail in error.errors(include_url=False):
        location = detail["loc"]
        where = ".".join(str(s + 1) if isinstance(s, int) else s for s in location)
        message = f"mục “{where}”: {_in_vietnamese(detail)}" if where else _in_vietnamese(detail)
        yield Problem(document.path, document.line(location), message)


def _in_vietnamese(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in ("enum", "literal_error"):
        choices = str(context["expected"]).replace(" or ", ", ")
        return f"“{_short(detail['input'])}” không dùng được; chọn một trong: {choices}"
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        return f"số {_short(detail['input'])} không hợp lý; xem lại"
    if kind in _KINDS:
        return _KINDS[kind]
    # What remains are our own validators' messages, Vietnamese already.
    return detail["msg"]


def _short(value: Any) -> str:  # noqa: ANN401 - whatever stood in the file
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
