"""Minh chứng: what shows that a task was done or a score is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cchc.base.models import Line, Model, NeededLine
from cchc.base.text import one_line
from cchc.base.yaml_read import Location
from cchc.procedures.parts import needed, part
from cchc.reform.kind import Fault

WEB = frozenset({"http", "https"})
DOCS = "docs"


def _link(value: object) -> object:
    """Take an address of the web or a file of docs/, such as `tin-tuc/posts/bai.md`."""
    if not isinstance(value, str) or not value.strip():
        return value
    link = one_line(value)
    parts = urlsplit(link)
    inside = not parts.scheme and not parts.netloc and not link.startswith("/")
    if (inside or (parts.scheme in WEB and parts.netloc)) and ".." not in parts.path:
        return link
    message = (
        "“{value}” không dùng được; viết tệp trong docs/ (tin-tuc/posts/bai.md) hoặc https://…"
    )
    raise PydanticCustomError("link", message, {"value": link[:60]})


Link = Annotated[Line, BeforeValidator(_link)]


class Evidence(Model):
    """One piece: its name (number and date of a document), and where it can be read, if it can."""

    name: NeededLine = needed("ten", "Tên minh chứng", "Số, ngày, trích yếu của văn bản; tên bài")
    link: Link = part("lien_ket", "Đường dẫn", "Tệp trong docs/ hoặc địa chỉ https://", "")

    @property
    def outside(self) -> bool:
        """Tell whether the link leads to another site."""
        return "://" in self.link


def missing_files(root: Path, every: Iterator[tuple[Location, Evidence]]) -> Iterator[Fault]:
    """Find evidence whose file is not in docs/; each comes with its place in the data."""
    for location, each in every:
        if each.link and not each.outside and not (root / DOCS / each.link).is_file():
            message = f"không có tệp docs/{each.link}; sửa đường dẫn hoặc thêm tệp"
            yield Fault((*location, "lien_ket"), message)
