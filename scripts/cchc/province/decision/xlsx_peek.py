"""A quick look into a .xlsx: a list of thousands of rows need not be laid out to be known as one."""

from __future__ import annotations

import re
import unicodedata
import zipfile
import zlib
from pathlib import Path

STRINGS = "xl/sharedStrings.xml"
# More than this is looked at in full instead.
MOST = 24 * 1024 * 1024
ENDS = re.compile(rb"</(?:\w+:)?si>")
TAG = re.compile(rb"<[^>]*>")
SIGNS = re.compile(r"kèm theo quyết định|^\s*quyết định\s*:?\s*$", re.IGNORECASE | re.MULTILINE)


def may_be_decision(path: Path) -> bool:
    """Tell whether any cell says what only decisions say; true where the look was not enough."""
    try:
        with zipfile.ZipFile(path) as container, container.open(STRINGS) as stream:
            raw = stream.read(MOST + 1)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        return True
    if len(raw) > MOST:
        return True
    # One text may be in several runs, each with its own font: the tags go, the texts join.
    text = TAG.sub(b"", ENDS.sub(b"\n", raw)).decode("utf-8", "replace")
    return SIGNS.search(unicodedata.normalize("NFC", text)) is not None
