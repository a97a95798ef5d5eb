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


def choose(field: Field, options: list[Field], *, multiple: bool) -> None:
    """Let a field be chosen from a list, by name or code, instead of typed.

    The editor's own relation stops a whole form where two files have one code, as a procedure and
    its version to come do.
    """
    for key in ("field", "fields", "pattern", "collapsed", "label_singular"):
        field.pop(key, None)
    field |= {
        "widget": "select",
        "options": options,
        "multiple": multiple,
        "dropdown_threshold": 0,
    }
