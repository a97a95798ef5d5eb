"""What a file is, by its content and not its name; and reading it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from cchc.base import archive
from cchc.province import (
    national_list,
    older_list,
    portal_list,
    portal_pages,
    portal_record,
    province_sheet,
    services_tsv,
    word_export,
)
from cchc.province.columns import Layout, best_match, find_heading
from cchc.province.content import Content, Listing, refuse
from cchc.province.rows import what_is_missing
from cchc.province.text_files import GZIP, read_bytes, read_text
from cchc.province.word_blocks import DOCUMENT
from cchc.province.workbook import Workbook, open_workbook

ACCEPTED = (
    "nhận: danh sách Excel (.xlsx) của Cổng quốc gia hoặc của tỉnh, bản Word (.docx) của một thủ"
    " tục, JSON của một thủ tục hay một danh sách, trang đã lưu (.jsonl, .jsonl.gz), bảng dịch vụ"
    " (.tsv)"
)
WORKBOOK = "xl/workbook.xml"
LISTS: tuple[tuple[Layout, Callable[[Workbook], Listing]], ...] = (
    (province_sheet.LAYOUT, province_sheet.from_workbook),
    (older_list.LAYOUT, older_list.from_workbook),
    (national_list.LAYOUT, national_list.from_workbook),
)
# The old binary container of Office; the streams inside are named in UTF-16.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_WORD = "tệp Word kiểu cũ (.doc); mở bằng Word hay LibreOffice, chọn Lưu thành .docx"
OLD_EXCEL = "tệp Excel kiểu cũ (.xls); mở bằng Excel hay LibreOffice, chọn Lưu thành .xlsx"
OLE_KINDS = (
    ("EncryptedPackage", "tệp có mật khẩu; mở bằng mật khẩu rồi lưu một bản không mật khẩu"),
    ("WordDocument", OLD_WORD),
    ("Workbook", OLD_EXCEL),
)
OTHERS = (
    (b"%PDF", "tệp PDF: lệnh này chưa đọc; lấy bản Excel hoặc Word của cùng nội dung"),
    (b"{\\rtf", "tệp RTF; mở bằng Word, chọn Lưu thành .docx"),
)
HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype|html|table|w:wordDocument)",
    re.IGNORECASE | re.DOTALL,
)


def read(path: Path) -> Content:
    """Read a file of any accepted format. Raise `Refused` with what is wrong and what to do."""
    raw = read_bytes(path)
    if raw.startswith(b"PK"):
        return _read_office(path)
    if raw.startswith(OLE):
        raise refuse(path, _old_office(raw))
    for start, message in OTHERS:
        if raw.startswith(start):
            raise refuse(path, message)
    if HTML.match(raw[:4096]):
        if path.suffix.lower() in {".json", ".jsonl"}:
            raise refuse(path, portal_list.A_WEB_PAGE)
        raise refuse(path, "tệp là trang web (HTML/XML) mang tên khác; mở bằng Excel hoặc Word rồi"
                     " lưu thành .xlsx, .docx")  # fmt: skip
    if b"\0" in raw[:4096] and not raw.startswith(GZIP):
        raise refuse(path, f"không nhận ra định dạng; {ACCEPTED}")
    return _read_text(path, read_text(path))


def _read_office(path: Path) -> Content:
    names = archive.members(path)
    if DOCUMENT in names:
        return word_export.read(path)
    if WORKBOOK in names:
        return _read_list(open_workbook(path))
    raise refuse(path, f"tệp nén không phải Word hay Excel; {ACCEPTED}")


def _read_list(book: Workbook) -> Listing:
    for layout, from_workbook in LISTS:
        if any(find_heading(sheet.rows, layout) for sheet in book.sheets):
            return from_workbook(book)
    if not book.sheets:
        raise refuse(book.path, "bảng trống, không có dòng nào; xuất lại danh sách")
    nearest = max((layout for layout, _ in LISTS), key=lambda layout: _likeness(book, layout))
    raise refuse(book.path, what_is_missing(book, nearest))


def _likeness(book: Workbook, layout: Layout) -> int:
    return max(len(best_match(sheet.rows, layout)) for sheet in book.sheets)


def _old_office(raw: bytes) -> str:
    for name, message in OLE_KINDS:
        if name.encode("utf-16-le") in raw:
            return message
    return "tệp Office kiểu cũ; mở bằng Word hoặc Excel rồi lưu thành .docx, .xlsx"


def _read_text(path: Path, text: str) -> Content:
    start = text.lstrip()
    if portal_list.recognises(start):
        return portal_list.from_text(path, text)
    if start.startswith("{"):
        if _is_lines(start):
            return portal_pages.from_text(path, text)
        return portal_record.from_text(path, text)
    if "\t" in start.partition("\n")[0]:
        return services_tsv.from_text(path, text)
    raise refuse(path, f"không nhận ra định dạng; {ACCEPTED}")


def _is_lines(text: str) -> bool:
    """Tell JSON lines (an object on the first line) from one JSON object over many lines."""
    first, _, rest = text.partition("\n")
    if portal_pages.CODE in first[:200]:
        return True
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return bool(rest.strip())
