"""A quick look into a .xlsx: a list of thousands of rows is known as one without a full reading."""

from __future__ import annotations

import html
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

STRINGS = "xl/sharedStrings.xml"
SHEETS = "xl/worksheets/"
# More shared texts than this are not searched here; of a sheet with its texts inside, the top.
MOST = 24 * 1024 * 1024
TOP = 128 * 1024
ENDS = re.compile(rb"</(?:\w+:)?(?:si|is|c)>")
TAG = re.compile(rb"<[^>]*>")
SIGNS = re.compile(r"kèm theo quyết định|^\s*quyết định\s*:?\s*$", re.IGNORECASE | re.MULTILINE)


def may_be_decision(path: Path) -> bool:
    """Tell whether a cell says what only decisions say; true where the look was not enough."""
    try:
        with zipfile.ZipFile(path) as container:
            texts = list(_texts(container))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return True
    return not texts or any(len(raw) > MOST or SIGNS.search(_plain(raw)) for raw in texts)


def _texts(container: zipfile.ZipFile) -> Iterator[bytes]:
    """Give the shared texts, or where there are none the top of each sheet."""
    names = container.namelist()
    shared = STRINGS in names
    for name in [STRINGS] if shared else [each for each in names if each.startswith(SHEETS)]:
        with container.open(name) as stream:
            yield stream.read(MOST + 1 if shared else TOP)


def _plain(raw: bytes) -> str:
    """Take the tags away: a text may be in several runs, each with its own font."""
    text = TAG.sub(b"", ENDS.sub(b"\n", raw)).decode("utf-8", "replace")
    # Some writers give letters as numbers: &#7870; is Ế.
    return unicodedata.normalize("NFC", html.unescape(text))
