"""procedures/sources.yml: where the province publishes. Without the file: the folder inbox/."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Address, Line, Model, NeededLine, problems_of
from cchc.base.problems import Refused
from cchc.base.yaml_read import read_yaml
from cchc.procedures.parts import needed, part
from cchc.procedures.store import FOLDER
from cchc.procedures.terms import Term

FILE = "sources.yml"
INBOX = "inbox"
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")


class SourceKind(Term):
    """How a source is asked."""

    FOLDER = "thu_muc", "Thư mục"
    FILE = "tep", "Tệp"
    PAGE = "trang", "Trang web có danh sách văn bản"
    OLD_PORTAL = "cong_cu", "Danh sách của Cổng quốc gia, giao thức cũ"
    NEW_PORTAL = "cong_moi", "Danh sách của Cổng quốc gia, giao thức mới"


LOCAL = frozenset({SourceKind.FOLDER, SourceKind.FILE})


def _key(value: object) -> object:
    if isinstance(value, str) and not KEY.fullmatch(value):
        message = "mã nguồn chỉ gồm chữ thường không dấu, số, gạch nối (như hop-thu)"
        raise PydanticCustomError("source_key", message)
    return value


class Source(Model):
    """One source. `filters` of a portal: `co_quan` (departmentCode), `cap` (level), `tu_khoa`."""

    key: Annotated[str, BeforeValidator(_key)] = needed("ma", "Mã nguồn")
    name: NeededLine = needed("ten", "Tên nguồn")
    kind: SourceKind = needed("loai", "Loại")
    path: Line = part("duong_dan", "Đường dẫn", "Từ thư mục của trang, hoặc đường dẫn đầy đủ", "")
    address: Address = part("dia_chi", "Địa chỉ", default="")
    file_hosts: tuple[NeededLine, ...] = part("may_chu_tep", "Máy chủ được lấy tệp")
    agency: Line = part("co_quan", "Mã cơ quan", default="")
    level: Line = part("cap", "Cấp", default="")
    off: bool = part("tat", "Tắt", default=False)

    @model_validator(mode="after")
    def _reachable(self) -> Source:
        if self.kind in LOCAL and not self.path:
            raise PydanticCustomError("source_path", "nguồn loại này phải có `duong_dan`")
        if self.kind not in LOCAL and not self.address:
            raise PydanticCustomError("source_address", "nguồn loại này phải có `dia_chi`")
        return self


class Sources(Model):
    """The whole file, in the order in which the sources are asked."""

    all: tuple[Source, ...] = part("nguon", "Nguồn")

    @model_validator(mode="after")
    def _once(self) -> Sources:
        keys = [each.key for each in self.all]
        twice = next((key for key in keys if keys.count(key) > 1), "")
        if twice:
            message = "mã nguồn “{key}” có hai lần; đổi một"
            raise PydanticCustomError("source_twice", message, {"key": twice})
        return self


DEFAULT = Sources(
    all=(Source(key="hop-thu", name="Thư mục inbox", kind=SourceKind.FOLDER, path=INBOX),)
)


def load_sources(root: Path) -> Sources:
    """Read the file; without it, the folder inbox/ is the one source. Raise `Refused` if bad."""
    path = root / FOLDER / FILE
    if not path.is_file():
        return DEFAULT
    document = read_yaml(f"{FOLDER}/{FILE}", path.read_bytes())
    try:
        return Sources.model_validate(document.data or {}, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None
