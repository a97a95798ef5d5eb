"""What a file is, by its content and not its name; and its blocks."""

from __future__ import annotations

from pathlib import Path

from cchc.base import archive
from cchc.base.encoding import BOM
from cchc.province.content import refuse
from cchc.province.decision.files import (
    docx_blocks,
    html_blocks,
    office,
    pdf_blocks,
    text_blocks,
    xlsx_blocks,
)
from cchc.province.decision.files.blocks import Block, Document
from cchc.province.decision.files.old_fonts import old_font
from cchc.province.decision.files.xlsx_peek import may_be_decision
from cchc.province.decision.head.heading import looks_like_decision
from cchc.province.formats import OLE, OLE_KINDS, WORKBOOK
from cchc.province.text_files import GZIP, read_bytes, read_text
from cchc.province.word_blocks import DOCUMENT

ACCEPTED = (
    "nhận quyết định dạng .docx, .xlsx, .pdf, .html, .txt, và .doc, .xls, .rtf nếu máy có"
    " LibreOffice"
)
PDF = b"%PDF-"
# A PDF may have a few bytes before its mark.
PDF_SEARCHED = 1024
RTF = b"{\\rtf"
WHITE = b" \t\r\n"
HEAD = 4096
MAX_TEXT = 5 * 1024 * 1024
# A decision says so above its first list; a list of thousands of rows need not be laid out.
FIRST_ROWS = 60
ENCRYPTED = "EncryptedPackage"


def read_blocks(path: Path) -> Document:
    """Read a file's blocks. Raise `Refused` with what is wrong and what to do."""
    document = _read(path)
    if wrong := old_font(document.blocks):
        raise refuse(path, wrong)
    return document


def _read(path: Path) -> Document:
    raw = read_bytes(path)
    if raw.startswith(b"PK"):
        return _office(path)
    if PDF in raw[:PDF_SEARCHED]:
        return pdf_blocks.read(path)
    if raw.startswith((OLE, RTF)):
        return _converted(path, raw)
    if _is_page(raw):
        return html_blocks.read(path, raw)
    if b"\0" in raw[:HEAD] or raw.startswith(GZIP):
        raise refuse(path, f"không nhận ra định dạng; {ACCEPTED}")
    if len(raw) > MAX_TEXT:
        raise refuse(path, f"tệp chữ lớn hơn {MAX_TEXT >> 20} MB; chỉ giữ phần quyết định")
    return text_blocks.read(read_text(path))


def _is_page(raw: bytes) -> bool:
    return raw[:HEAD].removeprefix(BOM).lstrip().startswith(b"<")


def is_decision(path: Path) -> bool:
    """Tell a decision from the lists and records that come in the same formats."""
    raw = read_bytes(path)
    if raw.startswith(b"PK"):
        return looks_like_decision(_first_of_office(path))
    if raw.startswith(GZIP) or raw.lstrip(BOM + WHITE)[:1] in (b"{", b"["):
        return False
    if raw.startswith(OLE) and _is_sheet(raw):
        # An old workbook may be a list: what it says, not its format, makes it a decision.
        return looks_like_decision(_converted(path, raw).blocks)
    if raw.startswith((OLE, RTF)) or PDF in raw[:PDF_SEARCHED] or _is_page(raw):
        return True
    return b"\0" not in raw[:HEAD] and looks_like_decision(read_blocks(path).blocks)


def _first_of_office(path: Path) -> tuple[Block, ...]:
    if not may_be_decision(path):
        return ()
    names = archive.members(path)
    if WORKBOOK in names:
        return xlsx_blocks.first_blocks(path, FIRST_ROWS)
    return docx_blocks.read(path).blocks if DOCUMENT in names else ()


def _office(path: Path) -> Document:
    names = archive.members(path)
    if DOCUMENT in names:
        return docx_blocks.read(path)
    if WORKBOOK in names:
        return xlsx_blocks.read(path)
    raise refuse(path, f"tệp nén không phải Word hay Excel; {ACCEPTED}")


def _converted(path: Path, raw: bytes) -> Document:
    """Read what LibreOffice makes of an old file: .docx of .doc and .rtf, .xlsx of .xls."""
    if ENCRYPTED.encode("utf-16-le") in raw:
        raise refuse(path, dict(OLE_KINDS)[ENCRYPTED])
    with office.converted(path, "xlsx" if _is_sheet(raw) else "docx") as new:
        return _office(new)


def _is_sheet(raw: bytes) -> bool:
    return "Workbook".encode("utf-16-le") in raw and "WordDocument".encode("utf-16-le") not in raw
