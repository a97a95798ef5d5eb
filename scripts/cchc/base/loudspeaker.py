"""Settings of the loudspeaker (đài truyền thanh): `extra.ward.truyen_thanh` of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cchc.base.models import Line, Model, NeededLine, Text


def _pairs(value: object) -> object:
    """Take pairs, or nothing written behind the key."""
    if isinstance(value, Mapping) or not value:
        return value or {}
    message = "phải là từng cặp, mỗi dòng một cặp, như `TTVH: Trung tâm Văn hóa`"
    raise PydanticCustomError("pairs", message)


class Loudspeaker(Model):
    """How broadcasts begin, end and are read; every part has a default.

    `{phuong}` in greeting and closing is the ward's name of the day. `rate` is in words (tiếng) a
    minute: the slow and the quick announcer.
    """

    greeting: Text = Field(
        default="Đây là Đài Truyền thanh {phuong}. Kính chào quý vị và các bạn.",
        alias="loi_chao",
        title="Lời chào",
    )
    closing: Text = Field(
        default="Chương trình phát thanh của {phuong} đến đây là hết."
        " Cảm ơn quý vị và các bạn đã lắng nghe.",
        alias="loi_ket",
        title="Lời kết",
    )
    odd: Literal["linh", "lẻ"] = Field(default="linh", alias="doc_so_le", title="Đọc 105 là")
    slow: Annotated[int, Field(strict=True, ge=60, le=400)] = Field(
        default=150, alias="doc_cham", title="Đọc chậm (tiếng một phút)"
    )
    quick: Annotated[int, Field(strict=True, ge=60, le=400)] = Field(
        default=180, alias="doc_nhanh", title="Đọc nhanh (tiếng một phút)"
    )
    voice: Line = Field(default="vi", alias="giong_doc", title="Giọng đọc của máy")
    abbreviations: Annotated[Mapping[NeededLine, NeededLine], BeforeValidator(_pairs)] = Field(
        default={}, alias="viet_tat", title="Chữ viết tắt và lời đọc"
    )
