"""One item of a portal's list, as a row: three ways of naming its parts, values of any shape."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.base.codes import bare_code, is_internal
from cchc.base.problems import Problem
from cchc.base.text import fold, one_line
from cchc.province.building import Data
from cchc.province.content import Format, Row
from cchc.province.numbers import document_number
from cchc.province.phrases import known_line, split_agencies
from cchc.province.portal_parts import text
from cchc.province.rows import code_text

# What only the record of one procedure holds, a list never.
OF_A_RECORD = frozenset({"executionSteps", "executionMethods"})
INTERNAL = frozenset({"standard internal", "tthc noi bo"})
# Each item has its own: not worth remembering.
UNIQUE = frozenset({"ma", "ten", "ma_ban_ghi", "ma_quyet_dinh", "co_quan"})
LONGEST_TOTAL = len("9999999")
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Shape:
    """How the items of a list name their parts; `sign` are the keys that tell it from others."""

    format: Format
    sign: frozenset[str]
    keys: Mapping[str, str]


OLD = Shape(
    Format.OLD_PORTAL_LIST,
    frozenset({"PROCEDURE_CODE", "PROCEDURE_NAME"}),
    {
        "ma": "PROCEDURE_CODE", "ten": "PROCEDURE_NAME", "linh_vuc": "FIELD_NAME",
        "ban_hanh": "PUBLISHED_AGENCY", "co_quan": "IMPLEMENTATION_AGENCY",
        "ma_quyet_dinh": "QDCBID", "ma_ban_ghi": "ID",
    },
)  # fmt: skip
NEW = Shape(
    Format.PORTAL_LIST,
    frozenset({"code", "name"}),
    {
        "ma": "code", "ten": "name", "linh_vuc": "categories", "ban_hanh": "departmentPromulgate",
        "co_quan": "departments", "quyet_dinh": "decisionNo", "loai": "type",
        "trang_thai": "state", "ma_ban_ghi": "id",
    },
)  # fmt: skip
SAVED = Shape(
    Format.SAVED_CATALOGUE,
    frozenset({"ma", "ten", "cqcb"}),
    {
        "ma": "ma", "ten": "ten", "linh_vuc": "lv", "ban_hanh": "cqcb", "cap": "cap",
        "loai": "loai", "muc_do": "mucDo", "trang_thai": "state", "ma_ban_ghi": "id",
    },
)  # fmt: skip
SHAPES = (OLD, SAVED, NEW)


def shape_of(item: object) -> Shape | None:
    """Tell by its keys what kind of list an item is of; None where it is no item of a list."""
    if not isinstance(item, dict) or item.keys() & OF_A_RECORD:
        return None
    return next((shape for shape in SHAPES if shape.sign <= item.keys()), None)


def row_of_item(path: Path, line: int, number: int, shape: Shape, item: object) -> Row | Problem:
    """Place an item, the `number`th of its list: a row, or a problem that tells what it says."""
    values: Data = item if isinstance(item, dict) else {}
    line_of = {part: _line(part, values.get(key)) for part, key in shape.keys.items()}
    code, name = bare_code(line_of["ma"]), line_of["ten"]
    if code is None or not name:
        said = f"{line_of['ma']} {name}".strip()[:SHOWN] or "(trống)"
        message = f"mục thứ {number} thiếu mã (dạng d.dddddd) hoặc tên thủ tục: “{said}”"
        return Problem(path.as_posix(), line, message)
    if fold(line_of.get("loai", "")).replace("_", " ") in INTERNAL and not is_internal(code):
        message = f"mục thứ {number} ghi là thủ tục nội bộ nhưng mã là {code}; xem lại mã"
        return Problem(path.as_posix(), line, message)
    return Row(
        number=number,
        code=code,
        full_code=line_of["ma"],
        name=name,
        field=line_of["linh_vuc"],
        agencies=_agencies(values.get(shape.keys.get("co_quan", ""))),
        issuer=line_of["ban_hanh"],
        decision=document_number(number_of) if (number_of := line_of.get("quyet_dinh")) else "",
        levels=line_of.get("cap", ""),
        online_level=line_of.get("muc_do", ""),
        state=line_of.get("trang_thai", ""),
        record_id=line_of["ma_ban_ghi"],
        decision_id=line_of.get("ma_quyet_dinh", ""),
    )


def _line(part: str, value: object) -> str:
    if part in UNIQUE:
        return word(value)
    # Fields, issuers and states come again a thousand times, each in the same letters.
    return known_line(value if isinstance(value, str) and _is_plain(value) else word(value))


def total_of(item: object) -> int | None:
    """Give how many procedures the whole list has, as a page or an item of it says."""
    if not isinstance(item, dict):
        return None
    said = str(item.get("total", item.get("AMOUNT", "")))
    return int(said) if said.isdecimal() and len(said) <= LONGEST_TOTAL else None


def word(value: object) -> str:
    """Give a value on one line: a text, a number, the name of an object, the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, str) and _is_plain(value):
        return one_line(value)
    if isinstance(value, float):
        return code_text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return one_line(text({"name": value}, "name"))


def _is_plain(value: str) -> bool:
    return "<" not in value and "&" not in value


def _agencies(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return _split(value)
    each = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for one in each if (name := known_line(word(one)))))


@functools.lru_cache(maxsize=4096)
def _split(names: str) -> tuple[str, ...]:
    return split_agencies(text({"names": names}, "names"))
