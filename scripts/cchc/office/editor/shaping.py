"""Changing single fields of a form that was made from a model, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Field = dict[str, Any]


def find(fields: list[Field], *names: str) -> Field:
    """Give the field at a path of names, through objects and lists."""
    field = next(each for each in fields if each["name"] == names[0])
    return find(field["fields"], *names[1:]) if len(names) > 1 else field


def every(
    fields: list[Field], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Give every field with its path of names, those inside others after them."""
    for each in fields:
        here = (*path, each["name"])
        yield here, each
        yield from every(each.get("fields", []), here)


def relation(field: Field, *, multiple: bool) -> None:
    """Let a field choose among the procedures, by name or code, instead of typing codes."""
    for key in ("field", "fields", "pattern", "collapsed"):
        field.pop(key, None)
    field |= {
        "widget": "relation",
        "collection": "thu-tuc",
        "value_field": "ma",
        "display_fields": ["{{ten}} ({{ma}})"],
        # A list's key here (`tu_khoa.*`) makes an entry stand several times and stops the form.
        "search_fields": ["ten", "ma", "tom_tat"],
        "multiple": multiple,
        "dropdown_threshold": 0,
    }
