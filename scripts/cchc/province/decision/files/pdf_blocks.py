"""A .pdf as blocks: pages with text as they are, scanned ones by tesseract where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cchc.procedures.decision import Doubt
from cchc.province.content import refuse
from cchc.province.decision.files import tesseract
from cchc.province.decision.files.blocks import Block, Document
from cchc.province.decision.files.page_breaks import blocks_of
from cchc.province.decision.files.page_layout import pieces_of
from cchc.province.decision.files.pages import Page
from cchc.province.decision.files.pdf_process import pages_of, scanned_pages

SCANNED = (
    "tệp PDF là ảnh quét, không có chữ; cài tesseract với tiếng Việt (gói tesseract-ocr và"
    " tesseract-ocr-vie) rồi chạy lại, hoặc xin bản Word, Excel của quyết định"
)
MOST_SCANNED = 60


def read(path: Path) -> Document:
    """Read a PDF. Raise `Refused` with what is wrong and what to do."""
    pages = pages_of(path)
    scanned = [page.number for page in pages if page.unreadable]
    if not any(page.words for page in pages) and not scanned:
        raise refuse(path, "tệp PDF trống, không có chữ và hình nào; lấy lại tệp từ nguồn")
    if not scanned:
        return Document(_blocks(pages))
    if tesseract.is_ready() and len(scanned) <= MOST_SCANNED:
        return _with_ocr(path, pages, scanned)
    if len(scanned) == len(pages) or len(scanned) > MOST_SCANNED:
        too_many = f"; {len(scanned)} trang ảnh, tối đa {MOST_SCANNED}"
        raise refuse(path, SCANNED + (too_many if tesseract.is_ready() else ""))
    return Document(_blocks(pages), tuple(_unread(number) for number in scanned))


def _with_ocr(path: Path, pages: Sequence[Page], scanned: Sequence[int]) -> Document:
    read = {page.number: page for page in scanned_pages(path, scanned)}
    whole = [read.get(page.number, page) for page in pages]
    if not any(page.words for page in whole):
        raise refuse(path, "không nhận dạng được chữ nào trong ảnh; quét lại rõ hơn, từ 300 dpi")
    message = "đọc bằng nhận dạng chữ, dễ sai mã và dấu; so từng dòng với bản gốc"
    return Document(_blocks(whole), (Doubt(page=scanned[0], message=message),), frozenset(scanned))


def _blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    return blocks_of([(page.number, pieces_of(page)) for page in pages])


def _unread(number: int) -> Doubt:
    return Doubt(page=number, message=f"trang {number} là ảnh hoặc không lấy được chữ; {SCANNED}")
