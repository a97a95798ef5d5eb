"""The reasons of a refusal in the words of the form: its labels, not the keys of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel

from cchc.base.problems import Problem

# The fields of a post; the editor's form takes its labels from here.
POST_LABELS = MappingProxyType(
    {
        "title": "Tên bài",
        "date": "Ngày đăng",
        "draft": "Bản nháp",
        "categories": "Chuyên mục",
        "description": "Tóm tắt",
        "tac_gia": "Đơn vị viết bài",
        "anh": "Ảnh đại diện",
        "anh_mo_ta": "Mô tả ảnh đại diện",
        "het_han": "Ngày cuối còn giá trị",
        "ghim": "Ghim lên đầu",
        "thu_tuc": "Thủ tục liên quan",
        "body": "Nội dung",
    }
)
# As messages of the file say it: `description:`, `# Tên bài`, mục “cach_nop.1.phi”.
KEY = re.compile(r"`(?P<key>[a-z_]+):?(?: [^`]*)?`")
PLACE = re.compile(r"^mục “(?P<place>[a-z_]+(?:\.[a-z_]+|\.\d+)*)”")


def of_post(problem: Problem) -> str:
    """Say a problem of a post with the labels of its form."""
    return _sentence(KEY.sub(_label, problem.message))


def _label(found: re.Match[str]) -> str:
    label = POST_LABELS.get(found["key"])
    return f"ô “{label}”" if label else found[0]


def of_model(problem: Problem, model: type[BaseModel]) -> str:
    """Say a problem of a data file with the labels of its form."""
    found = PLACE.match(problem.message)
    if found is None:
        return _sentence(problem.message)
    words = " › ".join(_path(model, found["place"].split(".")))
    return _sentence(f"“{words}”{problem.message[found.end() :]}")


def _path(model: type[BaseModel], steps: list[str]) -> Iterator[str]:
    """Give the labels along a path; the number of a list's item stands behind its label."""
    here: type[BaseModel] | None = model
    label = ""
    for step in steps:
        if step.isdigit():
            label = f"{label} {step}"
            continue
        if label:
            yield label
        named = _field(here, step)
        label, here = named or (step, None)
    yield label


def _field(model: type[BaseModel] | None, key: str) -> tuple[str, type[BaseModel] | None] | None:
    fields = model.model_fields.values() if model else ()
    field = next((each for each in fields if each.alias == key), None)
    return (field.title or key, _model_in(field.annotation)) if field else None


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(each) for each in get_args(annotation))
    return next((each for each in inner if each), None)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
