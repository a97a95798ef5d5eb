"""docs/thong-bao.yml: urgent news with the days it holds; it comes and goes by itself."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Day, Line, Model, NeededLine, problems_of
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.base.yaml_read import Document, read_yaml
from cchc.base.yaml_write import write_yaml

FILE = "thong-bao.yml"
PLACE = f"docs/{FILE}"
WEB = frozenset({"http", "https"})
# What the file says of itself, above the list.
HEADER = """\
# Thông báo khẩn trên đầu mọi trang: tự hiện từ ngày `tu`, tự mất sau ngày `den`, không phải xóa.
# muc_do: thong_tin, canh_bao hoặc khan. lien_ket (có thể bỏ): trang trong site, như
# tin-tuc/2027/01/nghi-tet/, hoặc địa chỉ https://…
#
# - tu: "2027-02-01"
#   den: "2027-02-12"
#   noi_dung: Nghỉ Tết, nơi tiếp nhận hồ sơ đóng cửa từ ngày … đến ngày …
#   muc_do: canh_bao
#   lien_ket: lien-he/
"""


class Gravity(enum.StrEnum):
    """How loud a notice is: for knowing, for minding, for acting at once."""

    NOTE = "thong_tin"
    WARNING = "canh_bao"
    URGENT = "khan"


GRAVITY_WORDS = {
    Gravity.NOTE: "Để biết",
    Gravity.WARNING: "Cần lưu ý",
    Gravity.URGENT: "Khẩn: phải làm ngay",
}


def _link(value: object) -> object:
    """Take an address of the web, or a page of this site such as `tin-tuc/2026/11/nghi-tet/`."""
    if not isinstance(value, str):
        return value
    link = one_line(value)
    parts = urlsplit(link)
    inside = not parts.scheme and not parts.netloc and not link.startswith("/")
    if (inside or (parts.scheme in WEB and parts.netloc)) and ".." not in parts.path:
        return link
    message = "“{value}” không dùng được; viết trang trong site như tin-tuc/…/ hoặc https://…"
    raise PydanticCustomError("link", message, {"value": link[:60]})


class Notice(Model):
    """One notice, shown from the first day to the last, both included."""

    since: Day = Field(alias="tu", title="Hiện từ ngày")
    until: Day = Field(alias="den", title="Hiện đến hết ngày")
    text: NeededLine = Field(alias="noi_dung", title="Nội dung")
    gravity: Gravity = Field(default=Gravity.NOTE, alias="muc_do", title="Mức độ")
    link: Annotated[Line, BeforeValidator(_link)] = Field(
        default="", alias="lien_ket", title="Đường dẫn"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until < self.since:
            message = "ngày `den` trước ngày `tu`; thông báo sẽ không bao giờ hiện, sửa ngày"
            raise PydanticCustomError("days", message)
        return self

    def holds(self, day: dt.date) -> bool:
        """Tell whether it is shown on a day."""
        return self.since <= day <= self.until


class Notices(Model):
    """The whole file, in the order shown."""

    all: tuple[Notice, ...] = Field(default=(), alias="thong_bao", title="Thông báo")


def read_notices(path: str, raw: bytes) -> Notices:
    """Read the file's bytes. Raise `Refused` with every fault found."""
    return _made(read_yaml(path, raw))


def canonical_notices(notices: Notices) -> str:
    """Give the one text of the file; how a notice is written stands in it even when none is."""
    filled = notices.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return write_yaml({"thong_bao": filled.get("thong_bao", [])}, HEADER)


def load_notices(root: Path) -> tuple[Notice, ...]:
    """Read docs/thong-bao.yml; none where there is no file. Raise `Refused` for any fault."""
    path = root / PLACE
    if not path.is_file():
        return ()
    return _made(read_yaml(PLACE, path.read_bytes())).all


def _made(document: Document) -> Notices:
    try:
        return Notices.model_validate(document.data or {}, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def check_notices(root: Path) -> Iterator[Problem]:
    """Find every fault of the file."""
    try:
        load_notices(root)
    except Refused as refused:
        yield from refused.problems
