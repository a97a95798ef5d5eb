"""procedures/sources.yml: where the province publishes. Without the file: the folder inbox/."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Line, Model, NeededLine, problems_of
from cchc.base.problems import Refused
from cchc.base.yaml_read import read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.procedures.parts import needed, part
from cchc.procedures.store import FOLDER
from cchc.procedures.terms import Term
from cchc.province.sources.setting_types import Host, Key, SourcePath, WebAddress

FILE = "sources.yml"
INBOX = "inbox"


class SourceKind(Term):
    """How a source is asked."""

    FOLDER = "thu_muc", "Thư mục"
    FILE = "tep", "Tệp"
    PAGE = "trang", "Trang web có danh sách văn bản"
    OLD_PORTAL = "cong_cu", "Danh sách của Cổng quốc gia, giao thức cũ"
    NEW_PORTAL = "cong_moi", "Danh sách của Cổng quốc gia, giao thức mới"


LOCAL = frozenset({SourceKind.FOLDER, SourceKind.FILE})


class Source(Model):
    """One source. A portal is asked by `co_quan` (departmentCode) and `cap` (level)."""

    key: Key = needed("ma", "Mã nguồn")
    name: NeededLine = needed("ten", "Tên nguồn")
    kind: SourceKind = needed("loai", "Loại")
    path: SourcePath = part(
        "duong_dan", "Đường dẫn", "Từ thư mục của trang, hoặc đường dẫn đầy đủ", ""
    )
    address: WebAddress = part("dia_chi", "Địa chỉ", default="")
    file_hosts: tuple[Host, ...] = part("may_chu_tep", "Máy chủ được lấy tệp")
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
    return read_sources(f"{FOLDER}/{FILE}", path.read_bytes()) if path.is_file() else DEFAULT


def canonical_sources(sources: Sources) -> str:
    """Give the one text of the file."""
    return write_yaml(sources.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def read_sources(name: str, raw: bytes) -> Sources:
    """Read the file's bytes. Raise `Refused` with every fault found."""
    document = read_yaml(name, raw)
    try:
        return Sources.model_validate(document.data or {}, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None
