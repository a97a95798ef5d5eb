"""YAML in: plain data with the line of every value, and faults told in Vietnamese.

Only the plain part of YAML is taken: mappings, lists, text, whole numbers, true/false, null.
Anchors, aliases and tags are refused (an alias can make 1 KB into 1 GB). Unlike YAML 1.1, `8:30`
is not the number 510, `no` is a word and `2026-11-24` stays text: a person wrote them as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import yaml

from cchc.base.encoding import decode
from cchc.base.problems import Problem, Refused
from cchc.base.yaml_faults import faults, syntax_problem, too_deep

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {"true": True, "True": True, "false": False, "False": False}
WHOLE_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})")


class _Plain(yaml.CSafeLoader):
    """A loader that guesses no types: what a plain word is, `_scalar` decides, and faster."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own way to say: none


Location: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A YAML file as read: `data` of dict, list, str, int, bool, None; odd bytes as problems.

    `location` is where in the file the data stands; a text that is empty has no lines to tell.
    """

    path: str
    text: str
    data: Any
    problems: tuple[Problem, ...] = ()
    location: Location = ()

    def line(self, location: Location = ()) -> int:
        """Give the line (from 1) of the value at a location such as `("ho_so", 0, "giay_to")`.

        Where the value is missing, the line of the nearest thing that holds it.
        """
        return _line(self._node, location) if self._node is not None else 1

    @cached_property
    def _node(self) -> yaml.Node | None:
        """The nodes that know their lines: made again for the few files that are asked."""
        return _at(_compose(self.path, self.text), self.location)


def read_yaml(path: str, raw: bytes, location: Location = ()) -> Document:
    """Read one YAML document, or what stands at one location of it, whatever stands elsewhere.

    `data` is None where nothing stands. Raise `Refused` where nothing useful can be read.
    """
    decoded = decode(path, raw)
    if decoded.text is None:
        raise Refused(decoded.problems)
    node = _at(_compose(path, decoded.text), location)
    if node is None:
        return Document(path, decoded.text, None, decoded.problems, location)
    refused = sorted(set(faults(path, node)))
    if refused:
        raise Refused([*decoded.problems, *refused])
    return Document(path, decoded.text, _value(node), decoded.problems, location)


def _at(node: yaml.Node | None, location: Location) -> yaml.Node | None:
    for step in location:
        found = _step(node, step) if node is not None else None
        node = found[0] if found else None
    return node


def _compose(path: str, text: str) -> yaml.Node | None:
    deep = too_deep(path, text)
    if deep:
        raise Refused([deep])
    loader = _Plain(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    except yaml.YAMLError as error:
        raise Refused([syntax_problem(path, text, error)]) from None
    finally:
        loader.dispose()
    return node


def _value(node: yaml.Node) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) for each in node.value]
    return _scalar(node) if isinstance(node, yaml.ScalarNode) else None


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    text = str(node.value)
    if node.style:  # quoted or block: a person said that it is text
        return text
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    return int(text) if WHOLE_NUMBER.fullmatch(text) else text


def _line(node: yaml.Node, location: Location) -> int:
    line = node.start_mark.line + 1
    for step in location:
        found = _step(node, step)
        if found is None:
            break
        node, line = found
    return int(line)


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        value = node.value[step]
        return value, value.start_mark.line + 1
    return None
