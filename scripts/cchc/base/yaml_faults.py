"""What is refused in YAML, and how that is told."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import yaml

from cchc.base.problems import Problem

PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
)
MAX_DEPTH = 24
MAX_BRACKETS = 100
# Far to the right, or many dashes on one line: block nesting a person does not write.
STAIRS = re.compile(r"^ {48}|[-?:][ \t]+(?:[-?][ \t]+){6}", re.MULTILINE)

TOO_DEEP = f"các mục lồng nhau quá sâu (hơn {MAX_DEPTH} tầng); viết lại cho phẳng hơn"
ALIAS = "không dùng dấu neo (&) và tham chiếu (*) của YAML; hãy viết lại nội dung ở từng chỗ"
TAG = "không dùng nhãn kiểu (!…) của YAML; hãy bỏ nhãn, chỉ để giá trị"
KEY = "tên mục phải là một từ không dấu như `ten`, `linh_vuc`"
TAB = "dùng phím Tab để thụt lề; thay bằng dấu cách"
UNKNOWN = "không đọc được từ dòng này; so với tệp khác đang đúng"

# What libyaml says, and what it mostly means in a file that a person typed.
_SYNTAX = {
    "cannot start any token": "có ký hiệu lạ (@, `, %) ở đầu câu; đặt cả câu trong dấu nháy kép",
    "mapping values are not allowed": (
        "có dấu hai chấm giữa câu hoặc thụt lề lệch; đặt cả câu trong dấu nháy kép"
    ),
    "could not find expected ':'": "thiếu dấu hai chấm sau tên mục, hoặc thụt lề lệch",
    "did not find expected": ("thụt lề lệch hoặc thiếu dấu nháy, dấu ngoặc đóng; so với dòng trên"),
    "unexpected end of stream": "thiếu dấu nháy đóng",
    "undefined alias": ALIAS,
    "expected a single document": "tệp có hai phần ngăn bởi ---; mỗi tệp chỉ một phần",
    "control characters": "có ký tự điều khiển không đọc được; xóa ký tự đó",
}


def too_deep(path: str, text: str) -> Problem | None:
    """Find nesting that libyaml's composer would not survive: it recurses without a limit.

    Only a text that could be so is walked event by event: the walk costs as much as reading.
    """
    if not (text.count("[") + text.count("{") > MAX_BRACKETS or STAIRS.search(text)):
        return None
    depth = 0
    with contextlib.suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return Problem(path, _line(event.start_mark), TOO_DEEP)
    return None


def faults(path: str, root: yaml.Node) -> Iterator[Problem]:
    """Walk the nodes once; a node met twice is an alias and ends that branch."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        refusal = _refusal(node, seen)
        if refusal:
            yield Problem(path, node.start_mark.line + 1, refusal)
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield from _key_faults(path, node)
        waiting.extend(_children(node))


def _refusal(node: yaml.Node, seen: set[int]) -> str:
    if id(node) in seen:
        return ALIAS
    return "" if node.tag in PLAIN_TAGS else TAG


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        yield from (value for _, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _key_faults(path: str, node: yaml.MappingNode) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            yield Problem(path, line, KEY)
        elif key.value in first:
            message = f"mục “{key.value}” viết hai lần (lần đầu ở dòng {first[key.value]}); giữ một"
            yield Problem(path, line, message)
        else:
            first[key.value] = line


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Tell what libyaml could not read, in Vietnamese, at its line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = _line(mark)
    words = str(error)
    reason = next((told for said, told in _SYNTAX.items() if said in words), UNKNOWN)
    if _indented_by_tab(text, line):
        reason = TAB
    return Problem(path, line, f"YAML viết sai: {reason}")


def _line(mark: Any) -> int:  # noqa: ANN401 - two kinds of mark, or none
    return int(mark.line) + 1 if mark is not None else 1


def _indented_by_tab(text: str, line: int) -> bool:
    lines = text.split("\n")
    if line > len(lines):
        return False
    shown = lines[line - 1]
    return "\t" in shown[: len(shown) - len(shown.lstrip())]
