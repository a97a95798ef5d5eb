"""The kinds of value in procedures/sources.yml: what is refused, and what to write instead."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cchc.base.models import Address, Line
from cchc.base.text import one_line
from cchc.province.sources.answers import host_of

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?")
OUTSIDE = (
    "đường dẫn không được có “..”; ghi từ thư mục của trang (inbox), hoặc đường dẫn đầy đủ của"
    " thư mục dùng chung"
)


def _key(value: object) -> object:
    if isinstance(value, str) and not KEY.fullmatch(value):
        message = "mã nguồn chỉ gồm chữ thường không dấu, số, gạch nối (như hop-thu)"
        raise PydanticCustomError("source_key", message)
    return value


def _host(value: object) -> object:
    """Take a host as people write it: capitals, or a whole address."""
    if not isinstance(value, str):
        return value
    host = re.sub(r"^https?://|/.*$", "", one_line(value).lower())
    if HOST.fullmatch(host) is None:
        message = "“{value}” không phải tên máy chủ; viết như congbao.example.vn"
        raise PydanticCustomError("host", message, {"value": value[:80]})
    return host


def _web(value: object) -> object:
    if isinstance(value, str) and value.strip():
        try:
            known = host_of(one_line(value))
        except ValueError:
            known = ""
        if not known:
            message = "“{value}” không phải địa chỉ trang; viết đủ, bắt đầu bằng https://"
            raise PydanticCustomError("address", message, {"value": value[:80]})
    return value


def _path(value: object) -> object:
    if isinstance(value, str) and ".." in re.split(r"[/\\]", value):
        raise PydanticCustomError("outside", "{why}", {"why": OUTSIDE})
    return value


Key = Annotated[str, BeforeValidator(_key)]
Host = Annotated[str, BeforeValidator(_host)]
WebAddress = Annotated[Address, BeforeValidator(_web)]
SourcePath = Annotated[Line, BeforeValidator(_path)]
