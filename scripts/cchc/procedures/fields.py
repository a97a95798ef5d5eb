"""Lĩnh vực: the fields of service, and the folder each one's procedures live in."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from cchc.base.models import Model, NeededLine, Text, problems_of
from cchc.base.problems import Refused
from cchc.base.text import name_key, slug
from cchc.base.yaml_read import read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.procedures.parts import needed, part

FILE = "linh-vuc.yml"
# Procedures whose source names no field: shown apart, with that said.
UNSORTED = "chua-ro-linh-vuc"
MAX_FOLDER = 48
FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
# Not fields: other data beside them, and other lists beside theirs on the site.
LISTS = frozenset({"a-z", "cap-giai-quyet", "doi-tuong", "noi-nop", "su-kien", "truc-tuyen"})
RESERVED = LISTS | {"decisions", "snapshots"}


def _folder(value: object) -> object:
    if isinstance(value, str) and (not FOLDER_NAME.fullmatch(value) or value in RESERVED):
        message = "thư mục “{value}” không dùng được; chỉ chữ thường không dấu, số, gạch nối"
        raise PydanticCustomError("folder", message, {"value": value[:60]})
    return value


Folder = Annotated[str, BeforeValidator(_folder)]


class FieldOfService(Model):
    """One field: its name as the national database writes it, its folder, words people use."""

    name: NeededLine = needed("ten", "Tên lĩnh vực")
    folder: Folder = needed("thu_muc", "Thư mục")
    plain_names: tuple[NeededLine, ...] = part("ten_goi_khac", "Tên gọi quen dùng")
    summary: Text = part("mo_ta", "Mô tả", default="")


class Fields(Model):
    """The list of fields, in the file procedures/linh-vuc.yml."""

    all: tuple[FieldOfService, ...] = part("linh_vuc", "Lĩnh vực")

    def named(self, name: str) -> FieldOfService | None:
        """Find a field by its name, whatever the tone style and capitals."""
        key = name_key(name)
        return next((each for each in self.all if name_key(each.name) == key), None)

    def folder_of(self, name: str) -> str:
        """Give the folder for a field's name; `UNSORTED` where there is no name."""
        known = self.named(name)
        return known.folder if known else folder_name(name)

    def with_names(self, names: tuple[str, ...]) -> Fields:
        """Give the list with the names it lacks added, sorted by folder."""
        new = {name_key(n): n for n in names if n and self.named(n) is None}
        added = [FieldOfService(name=n, folder=folder_name(n)) for n in new.values()]
        return Fields(all=tuple(sorted((*self.all, *added), key=lambda each: each.folder)))


def folder_name(name: str) -> str:
    """Make a folder's name out of a field's: whole words, at most `MAX_FOLDER` letters."""
    words = slug(name).split("-")
    while len("-".join(words)) > MAX_FOLDER:
        words.pop()
    return "-".join(words) or UNSORTED


def read_fields(path: str, raw: bytes) -> Fields:
    """Read procedures/linh-vuc.yml. Raise `Refused` with every fault found."""
    document = read_yaml(path, raw)
    try:
        return Fields.model_validate(document.data or {}, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def canonical_fields(fields: Fields) -> str:
    """Give the one text of the file."""
    return write_yaml(fields.model_dump(mode="json", by_alias=True, exclude_defaults=True))
