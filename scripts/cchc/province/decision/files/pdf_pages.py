"""The pages of a PDF, by pdfplumber. Runs in a process of its own: see pdf_process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.province.decision.files.pages import Box, Page, Word

if TYPE_CHECKING:
    import pdfplumber.page

MAX_PAGES = 300
# A page of a table has some hundred edges; a map or a drawing has hundreds of thousands.
MAX_EDGES = 4_000
MAX_CHARS = 60_000
MAX_CONTENT = 16 * 1024 * 1024
FEWEST_LETTERS = 8
LINES = {
    "snap_tolerance": 3,
    "join_tolerance": 3,
    "intersection_tolerance": 4,
    "edge_min_length": 6,
}
# Gaps are told by the size of the letters: a split syllable can be mended, two words run together
# can't be told apart again.
WORDS = {"x_tolerance_ratio": 0.16, "y_tolerance": 2.5, "keep_blank_chars": False}
NO_CODE = "(cid:"


class TooManyPagesError(Exception):
    """The file has more pages than any decision."""


class EncryptedError(Exception):
    """The file asks for a password."""


class TooHeavyError(Exception):
    """A page unpacks to more than any text needs."""


class BrokenError(Exception):
    """The file is no whole PDF."""


def read_pages(path: Path) -> Iterator[Page]:
    """Read page by page. Raise one of the errors above."""
    # Imported here: a third of the time of a small file, and the parent process needs none of it.
    import pdfplumber  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                raise TooManyPagesError(len(pdf.pages))
            for page in pdf.pages:
                yield _page(page)
                page.close()
    except PdfminerException as error:
        locked = any(isinstance(each, PDFPasswordIncorrect) for each in error.args)
        raise (EncryptedError if locked else BrokenError) from error


def _page(page: pdfplumber.page.Page) -> Page:
    from pdfminer.pdftypes import stream_value  # noqa: PLC0415 - see above

    if sum(len(stream_value(each).get_data()) for each in page.page_obj.contents) > MAX_CONTENT:
        raise TooHeavyError
    chars = len(page.chars)
    found = Page(page.page_number, float(page.width), float(page.height))
    if chars > MAX_CHARS or not _has_letters(page):
        shows = bool(chars or page.images or page.curves)
        return Page(found.number, found.width, found.height, unreadable=shows)
    words = tuple(
        Word(each["text"], Box(each["x0"], each["top"], each["x1"], each["bottom"]))
        for each in page.extract_words(**WORDS)
    )
    return Page(found.number, found.width, found.height, words, _tables(page))


def _has_letters(page: pdfplumber.page.Page) -> bool:
    """Tell whether the page's letters can be had: enough of them, and with a code each."""
    letters = [char["text"] for char in page.chars if not char["text"].isspace()]
    coded = sum(not text.startswith(NO_CODE) for text in letters)
    return coded >= FEWEST_LETTERS and coded > 0.7 * len(letters)


def _tables(page: pdfplumber.page.Page) -> tuple[tuple[Box, ...], ...]:
    if len(page.edges) > MAX_EDGES:
        return ()
    tables = page.find_tables(LINES)
    return tuple(tuple(Box(*cell) for cell in table.cells) for table in tables)
