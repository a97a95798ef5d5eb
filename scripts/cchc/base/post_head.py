"""The head of a news post (its front matter): which keys it may have, and what is wrong with them.

The keys, with their meaning, are those of `KEYS`; dates are written as `2026-11-24`.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from cchc.base.codes import is_code
from cchc.base.problems import Problem, warning
from cchc.base.text import fold, one_line
from cchc.base.yaml_read import Document

KEYS = {
    "title": "tên bài (hoặc dòng `# Tên bài`)",
    "date": "ngày đăng",
    "description": "tóm tắt",
    "categories": "chuyên mục",
    "tac_gia": "đơn vị viết bài",
    "anh": "ảnh cạnh bài",
    "anh_mo_ta": "mô tả ảnh",
    "het_han": "ngày cuối còn giá trị",
    "ghim": "ghim lên đầu",
    "draft": "bản nháp",
    "thu_tuc": "mã thủ tục liên quan",
}
# MkDocs' own, of use to a post too.
OTHER_KEYS = ("hide",)
CATEGORIES = (
    "Tin hoạt động",
    "Cải cách hành chính",
    "Tuyên truyền pháp luật",
    "Gương tốt và phê bình",
    "Thông báo",
)
LONGEST_SUMMARY = 200
PLAIN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
EXAMPLE = "date: 2026-11-24"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def written_date(value: object) -> str:
    """Give the first ten letters of a date, or of `date: created:`, as the file writes it."""
    if isinstance(value, dict):
        value = value.get("created")
    return str(value or "")[:10]


def as_date(value: object) -> dt.date | None:
    """Read a date of the head; None where it is none."""
    written = written_date(value)
    try:
        return dt.date.fromisoformat(written) if PLAIN_DATE.fullmatch(written) else None
    except ValueError:
        return None


def category(name: str, known: Iterable[str]) -> str | None:
    """Find a category whatever its capitals and tone marks: `tin hoat dong` is “Tin hoạt động”."""
    by_key = {fold(each): each for each in known}
    return by_key.get(fold(name))


def head_faults(
    document: Document, data: dict[str, Any], categories: tuple[str, ...]
) -> Iterator[Problem]:
    """Find every fault of a head; `categories` are those of the settings."""
    yield from _keys(document, data)
    yield from _dates(document, data)
    yield from _summary(document, data)
    yield from _categories(document, data, categories)
    yield from _picture(document, data)
    yield from _choices(document, data)
    yield from _codes(document, data)
    yield from _words(document, data)


def _at(document: Document, key: str, message: str) -> Problem:
    return Problem(document.path, document.line((key,)), message)


def _keys(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    for key in data:
        if key not in KEYS and key not in OTHER_KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1)
            hint = f"có phải `{near[0]}`?" if near else f"chỉ dùng: {', '.join(KEYS)}"
            message = f"không có mục `{key}`, trang bỏ qua mục này; {hint}"
            yield warning(document.path, document.line((key,)), message)


def _dates(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    begun, end = as_date(data.get("date")), as_date(data.get("het_han"))
    if not data.get("date"):
        yield _at(document, "date", f"bài chưa có ngày; thêm `{EXAMPLE}` vào phần đầu")
    elif begun is None:
        said = written_date(data["date"])
        message = f"ngày của bài “{said}” không đúng; viết năm-tháng-ngày, ví dụ `{EXAMPLE}`"
        yield _at(document, "date", message)
    if data.get("het_han") and end is None:
        said = written_date(data["het_han"])
        message = f"`het_han` “{said}” không phải ngày; viết như `het_han: 2026-12-31`"
        yield _at(document, "het_han", message)
    if begun and end and end < begun:
        message = "`het_han` trước ngày đăng (`date`), bài không bao giờ còn hạn; sửa một trong hai"
        yield _at(document, "het_han", message)


def _summary(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    value = data.get("description")
    if isinstance(value, dict | list | bool):
        yield _at(document, "description", "`description` phải là một câu")
        return
    letters = len(one_line(str(value or "")))
    if not letters:
        message = "bài chưa có tóm tắt; thêm `description:` và một, hai câu nói bài viết gì"
        yield _at(document, "description", message)
    if letters > LONGEST_SUMMARY:
        message = f"tóm tắt dài {letters} ký tự, tối đa {LONGEST_SUMMARY}; viết gọn lại"
        yield _at(document, "description", message)


def _categories(
    document: Document, data: dict[str, Any], known: tuple[str, ...]
) -> Iterator[Problem]:
    value = data.get("categories") or []
    if not isinstance(value, list):
        message = "`categories` phải là danh sách, mỗi mục một dòng bắt đầu bằng dấu gạch ngang"
        yield _at(document, "categories", message)
        return
    for number, each in enumerate(value):
        if category(str(each), known) is None:
            line = document.line(("categories", number))
            yield Problem(document.path, line, _unknown_category(str(each), known))


def _unknown_category(name: str, known: tuple[str, ...]) -> str:
    by_key = {fold(each): each for each in known}
    near = difflib.get_close_matches(fold(name), by_key, n=1, cutoff=0.5)
    hint = f"có phải “{by_key[near[0]]}”? " if near else ""
    return f"không có chuyên mục “{name}”; {hint}Chọn trong: {'; '.join(known)}"


def _picture(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    picture = data.get("anh")
    if not picture:
        return
    if not str(picture).lower().endswith(PICTURES):
        message = f"`anh` “{picture}” không dùng được; ảnh phải là tệp {', '.join(PICTURES)}"
        yield _at(document, "anh", message)
    if not one_line(str(data.get("anh_mo_ta") or "")):
        message = "ảnh chưa có mô tả; thêm `anh_mo_ta:` nói trong ảnh có gì, cho người khiếm thị"
        yield _at(document, "anh", message)


def _choices(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    for key, meaning in (("draft", "bản nháp"), ("ghim", "ghim lên đầu")):
        if not isinstance(data.get(key) or False, bool):
            yield _at(document, key, f"`{key}` chỉ nhận true ({meaning}) hoặc false")


def _codes(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    value = data.get("thu_tuc") or []
    if not isinstance(value, list):
        message = "`thu_tuc` phải là danh sách mã, mỗi mã một dòng bắt đầu bằng dấu gạch ngang"
        yield _at(document, "thu_tuc", message)
        return
    for number, each in enumerate(value):
        if not is_code(str(each)):
            message = f"“{each}” không phải mã thủ tục; viết như 1.001193"
            yield Problem(document.path, document.line(("thu_tuc", number)), message)


def _words(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    for key in ("title", "tac_gia", "anh", "anh_mo_ta"):
        if isinstance(data.get(key), dict | list | bool):
            yield _at(document, key, f"`{key}` ({KEYS[key]}) phải là chữ; đặt trong dấu nháy kép")
