"""One procedure file: from bytes to a model and back, and the names files have.

`<ma>.yml` is in force; `<ma>@2027-03-01.yml` beside it takes over on that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import ValidationError

from cchc.base.models import problems_of
from cchc.base.problems import Problem, Refused
from cchc.base.yaml_read import Document, read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.procedures.completeness import MANDATORY
from cchc.procedures.model import Procedure

HEADER = "# yaml-language-server: $schema=../schema.json\n"
FILE_NAME = re.compile(r"(?P<code>\d\.\d{6})(?:@(?P<day>\d{4}-\d{2}-\d{2}))?\.yml")
# Empty or not, these stand in every file: a person sees at once what is still to be written.
ALWAYS = (*(each.key for each in MANDATORY if each.key != "thoi_han"), "nguon", "xac_nhan")

Read: TypeAlias = Callable[[str, bytes], Document]


@dataclass(frozen=True, slots=True)
class Version:
    """One file of a procedure: its text, the day it takes over (None: in force), where it is."""

    procedure: Procedure
    effective: dt.date | None
    path: str
    document: Document


def file_name(code: str, effective: dt.date | None = None) -> str:
    """Name the file of a procedure, or of its version from a day on."""
    return f"{code}@{effective.isoformat()}.yml" if effective else f"{code}.yml"


def read_version(path: str, raw: bytes, read: Read = read_yaml) -> Version:
    """Read one file of procedures/<linh-vuc>/. Raise `Refused` with every fault found."""
    document = read(path, raw)
    if not isinstance(document.data, dict):
        message = 'tệp trống hoặc không phải danh sách mục; bắt đầu bằng `ma: "1.001193"`'
        raise Refused([*document.problems, Problem(path, 1, message)])
    try:
        procedure = Procedure.model_validate(document.data, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused([*document.problems, *problems_of(error, document)]) from None
    return Version(procedure, _effective(path), path, document)


def _effective(path: str) -> dt.date | None:
    name = FILE_NAME.fullmatch(path.rpartition("/")[2])
    if name is None:
        message = "tên tệp phải là mã, như 1.001193.yml hoặc 1.001193@2027-03-01.yml; đổi tên tệp"
        raise Refused([Problem(path, 1, message)])
    try:
        return dt.date.fromisoformat(name["day"]) if name["day"] else None
    except ValueError:
        message = f"tên tệp có ngày không đúng: {name['day']}; đổi tên tệp"
        raise Refused([Problem(path, 1, message)]) from None


def canonical(procedure: Procedure) -> str:
    """Give the one text of a procedure's file: the model's key order, empties left out."""
    return write_yaml(plain(procedure), HEADER)


def plain(procedure: Procedure) -> dict[str, Any]:
    """Give the data of a procedure under its YAML keys: filled ones, and those in `ALWAYS`.

    A tombstone has nothing still to be written.
    """
    whole = procedure.model_dump(mode="json", by_alias=True)
    filled = procedure.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {
        key: filled.get(key, whole[key])
        for key in whole
        if key in filled or (key in ALWAYS and not procedure.abolished)
    }
