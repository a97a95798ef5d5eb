"""Document or page: told by the content, since addresses such as `/tai-ve?so=7` do not say it."""

from __future__ import annotations

from cchc.base.encoding import BOM
from cchc.province.formats import OLE, WORKBOOK

HEAD = 4096
# A PDF may have a few bytes before its mark.
PDF_SEARCHED = 1024
PAGE = ".html"
STARTS = ((OLE, ".doc"), (b"{\\rtf", ".rtf"), (b"<", PAGE))


def ending_of_content(body: bytes) -> str:
    """Give the ending that fits a content (`.pdf`, `.html`), or nothing for an unknown one."""
    if b"%PDF-" in body[:PDF_SEARCHED]:
        return ".pdf"
    if body.startswith(b"PK"):
        # The container is not opened here: the readers look first whether it is a trap.
        return ".xlsx" if WORKBOOK.encode() in body else ".docx"
    start = body[:HEAD].removeprefix(BOM).lstrip()
    return next((ending for mark, ending in STARTS if start.startswith(mark)), "")
