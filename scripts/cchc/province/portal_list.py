"""The portals' lists as JSON: the old protocol, the new one, and a catalogue saved from one.

Old: an array of {PROCEDURE_CODE, PROCEDURE_NAME, …}, AMOUNT being the total of the whole search.
New: {code, message, data: {items, lastId, total}}, the data alone, or its items, one a line.
Saved: {"ma", "ten", "lv", "cqcb", "cap", …}, one a line. Pages saved one a line are one list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cchc.base.problems import Problem
from cchc.base.text import one_line
from cchc.province.content import Listing, Row, refuse
from cchc.province.portal_rows import NEW, SHOWN, row_of_item, shape_of, total_of, word
from cchc.province.text_files import read_text

A_WEB_PAGE = (
    "nhận được trang web (HTML) thay cho JSON: máy chủ từ chối hoặc đang bảo trì; mở cổng bằng"
    " trình duyệt xem còn chạy không, rồi tải lại danh sách"
)
CUT = "JSON bị cắt hoặc sai dạng (tải chưa hết?); tải lại cả danh sách"
NOT_A_LIST = "JSON không phải danh sách thủ tục của cổng (không mục nào có mã và tên thủ tục)"
EMPTY = "danh sách không có dòng thủ tục nào; tải lại danh sách"


def read(path: Path) -> Listing:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    return from_text(path, read_text(path))


def recognises(start: str) -> bool:
    """Tell a list from the record of one procedure, by the first JSON value of a text."""
    if start.startswith("["):
        return True
    try:
        first, end = json.JSONDecoder().raw_decode(start)
    except (ValueError, RecursionError):
        return False
    if not isinstance(first, dict):
        return False
    if _inside(first) is not first:
        return True
    shape = shape_of(first)
    # One object with code and name is a record; many, one a line, are a list.
    return shape is not None and (shape is not NEW or bool(start[end:].strip()))


def from_text(path: Path, source: str) -> Listing:
    """Read a text that is decoded already."""
    if source.lstrip().startswith("<"):
        raise refuse(path, A_WEB_PAGE)
    values = list(_values(path, source))
    items = [(line, item) for line, value in values for item in _items(path, value)]
    if not items:
        raise refuse(path, EMPTY)
    shape = next((found for _, item in items if (found := shape_of(item))), None)
    if shape is None:
        raise refuse(path, NOT_A_LIST)
    placed = [
        row_of_item(path, line, number, shape, item)
        for number, (line, item) in enumerate(items, start=1)
    ]
    present = {key for _, item in items if isinstance(item, dict) for key in item}
    return Listing(
        source=path.name,
        format=shape.format,
        rows=tuple(each for each in placed if isinstance(each, Row)),
        columns=frozenset(part for part, key in shape.keys.items() if key in present),
        problems=tuple(each for each in placed if isinstance(each, Problem)),
        declared=max(_totals([*values, *items]), default=None),
    )


def _totals(values: list[tuple[int, Any]]) -> Iterator[int]:
    """Give the totals that pages, their envelopes and items tell; all are of the whole list."""
    for _, value in values:
        pages = value if isinstance(value, list) else [value]
        inner = [page.get("data") for page in pages if isinstance(page, dict)]
        yield from (n for each in (*pages, *inner) if (n := total_of(each)) is not None)


def _values(path: Path, source: str) -> Iterator[tuple[int, Any]]:
    """Give the JSON values of a file with their lines: one over many lines, or one a line."""
    lines = [(n, line) for n, line in enumerate(source.split("\n"), start=1) if line.strip()]
    if len(lines) > 1 and _stands_alone(lines[0][1]):
        yield from ((number, _load(path, line, number)) for number, line in lines)
    else:
        yield 1, _load(path, source)


def _stands_alone(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _load(path: Path, source: str, line: int = 0) -> Any:  # noqa: ANN401 - JSON of any shape
    try:
        return json.loads(source)
    except json.JSONDecodeError as error:
        raise refuse(path, CUT, line or error.lineno) from None
    except (ValueError, RecursionError):  # a number of 5,000 digits; a thousand brackets
        raise refuse(path, NOT_A_LIST, line or 1) from None


def _items(path: Path, value: object) -> list[object]:
    """Give the items of one value: an item, a page, an array of items or of pages."""
    pages = value if isinstance(value, list) else [value]
    return [item for page in pages for item in _of_page(path, page)]


def _of_page(path: Path, page: object) -> list[object]:
    if not isinstance(page, dict):
        return [page]
    inside = _inside(page)
    if isinstance(inside, list):
        return inside
    if inside is not page:
        said = one_line(f"{word(page.get('code'))} {word(page.get('message'))}")[:SHOWN]
        raise refuse(path, f"cổng không trả danh sách mà báo “{said}”; tải lại sau")
    return [page]


def _inside(page: dict[str, Any]) -> object:
    """Take out what a page holds: its items, or whatever stands there; no page: the value itself.

    A page is {items, …}, or an envelope {code, message, data}; the envelope of a record is none.
    """
    data = page["data"] if "data" in page and "name" not in page else page
    if not isinstance(data, dict):
        return data
    return data["items"] if isinstance(data.get("items"), list) else page
