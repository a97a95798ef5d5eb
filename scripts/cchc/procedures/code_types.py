"""A procedure's code as a model's value: d.dddddd, told with the right writing where it is not."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cchc.base.codes import bare_code, is_code, is_internal


def _code(value: object) -> object:
    if not isinstance(value, str) or is_code(value):
        return value
    suggestion = bare_code(value)
    instead = f"viết “{suggestion}”" if suggestion else "viết như “1.001193”"
    message = "mã “{value}” không đúng dạng d.dddddd; {instead}"
    raise PydanticCustomError("code", message, {"value": value[:40], "instead": instead})


def _public_code(value: object) -> object:
    if isinstance(value, str) and is_code(value) and is_internal(value):
        message = "mã {value} là thủ tục nội bộ (đầu 5, 6), không đưa vào danh mục công khai"
        raise PydanticCustomError("internal_code", message, {"value": value})
    return _code(value)


Code = Annotated[str, BeforeValidator(_code)]
PublicCode = Annotated[str, BeforeValidator(_public_code)]
