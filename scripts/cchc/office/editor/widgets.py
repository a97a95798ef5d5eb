"""From a model to the editor's form: each field with its label, hint, required mark and choices.

Sveltia CMS calls a field's kind its widget; what the settings mean is in its schema
(node_modules/@sveltia/cms/schema).
"""

from __future__ import annotations

import datetime as dt
import enum
import types
from collections.abc import Iterator
from typing import Any, TypeAlias, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cchc.base.models import Address, NeededLine, Text
from cchc.base.notices import GRAVITY_WORDS, Gravity
from cchc.procedures.code_types import Code, PublicCode
from cchc.procedures.hints import hint_of
from cchc.procedures.model import PortalId
from cchc.procedures.terms import Term

Field: TypeAlias = dict[str, Any]

MANY_LINES = get_args(Text)[1].func
MUST_SAY = get_args(NeededLine)[1].func
CODES = tuple(get_args(each)[1].func for each in (Code, PublicCode))
PATTERNS = {
    **{each: [r"^\d\.\d{6}$", "Viết mã như 1.001193"] for each in CODES},
    get_args(Address)[1].func: [r"^https?://\S+$", "Viết đủ địa chỉ, bắt đầu bằng https://"],
    get_args(PortalId)[1].func: [
        r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        "Chép dãy chữ, số ở cuối địa chỉ trang trên Cổng quốc gia",
    ],
}
YES_NO = [{"label": "Có", "value": True}, {"label": "Không", "value": False}]
DAY = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}


def fields_of(model: type[BaseModel]) -> list[Field]:
    """Give the form's fields of a model, in its order."""
    return [_field(model, name, each) for name, each in model.model_fields.items()]


def _field(model: type[BaseModel], name: str, info: FieldInfo) -> Field:
    field: Field = {"name": info.alias or name, "label": info.title or name}
    if hint := hint_of(model, name):
        field["hint"] = hint
    field["required"] = info.is_required()
    field |= _widget(info.annotation, list(info.metadata))
    if isinstance(info.default, enum.StrEnum):
        # One of the choices always holds: the form offers no “none”.
        field |= {"required": True, "default": str(info.default.value)}
    return field


def _widget(annotation: Any, metadata: list[Any]) -> Field:  # noqa: ANN401 - any type
    plain, more = _bare(annotation)
    metadata = [*metadata, *more]
    if get_origin(plain) is tuple:
        return _list(get_args(plain)[0])
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return {"widget": "object", "fields": fields_of(plain)}
    if isinstance(plain, type) and issubclass(plain, enum.StrEnum):
        return {"widget": "select", "options": choices(plain)}
    return _value(plain, metadata)


def _bare(annotation: Any) -> tuple[Any, list[Any]]:  # noqa: ANN401 - any type
    """Take `X | None` and `Annotated[X, …]` off; give X and what was said of it."""
    if get_origin(annotation) in (Union, types.UnionType):
        (annotation,) = (each for each in get_args(annotation) if each is not type(None))
    said: list[Any] = []
    while hasattr(annotation, "__metadata__"):
        said.extend(annotation.__metadata__)
        annotation = annotation.__origin__
    return annotation, said


def _list(item: Any) -> Field:  # noqa: ANN401 - any type
    plain, said = _bare(item)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return {"widget": "list", "fields": fields_of(plain), "collapsed": "auto"}
    if isinstance(plain, type) and issubclass(plain, enum.StrEnum):
        return {"widget": "select", "multiple": True, "options": choices(plain)}
    value = _value(plain, said)
    if value == {"widget": "string"}:
        # A row a value, without a box around each.
        return {"widget": "list"}
    return {
        "widget": "list",
        "field": {"name": "muc", "label": "Nội dung", "required": True} | value,
    }


def _value(plain: Any, metadata: list[Any]) -> Field:  # noqa: ANN401 - any type
    if plain is dt.date:
        return dict(DAY)
    if plain is bool:
        return {"widget": "select", "options": YES_NO}
    if plain is int:
        return {"widget": "number", "value_type": "int", **dict(_bounds(metadata))}
    functions = [each.func for each in metadata if hasattr(each, "func")]
    if MANY_LINES in functions:
        return {"widget": "text"}
    pattern = next((PATTERNS[each] for each in functions if each in PATTERNS), None)
    return {"widget": "string"} | ({"pattern": pattern} if pattern else {})


def _bounds(metadata: list[Any]) -> Iterator[tuple[str, Any]]:
    for each in metadata:
        if isinstance(each, Ge):
            yield "min", each.ge
        elif isinstance(each, Le):
            yield "max", each.le
        elif isinstance(each, FieldInfo):
            yield from _bounds(list(each.metadata))


def choices(kind: type[enum.StrEnum]) -> list[Field]:
    """Give the choices of an enumeration: the word of the data, the word people read."""
    return [{"label": _words(each), "value": str(each.value)} for each in kind]


def _words(choice: enum.StrEnum) -> str:
    if isinstance(choice, Gravity):
        return GRAVITY_WORDS[choice]
    label = choice.label if isinstance(choice, Term) else choice.value
    return label[:1].upper() + label[1:]
