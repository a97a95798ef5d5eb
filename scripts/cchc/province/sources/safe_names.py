"""A name from the web made a file's name: no path, no control sign, nothing Windows reserves."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from cchc.base.text import clean, slug

# Decisions and lists come as these. A page (.html, .aspx) is no attachment.
ENDINGS = (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".rtf")
LONGEST = 80
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")


def ending_of(address: str) -> str:
    """Give the ending of a document's address (`.pdf`), or nothing where it is no document."""
    name = unquote(urlsplit(address).path).lower()
    return next((each for each in ENDINGS if name.endswith(each)), "")


def safe_name(address: str, sha256: str, ending: str = "") -> str:
    """Name the downloaded file: 12 signs of its hash, then its own name made plain.

    `ending` is what the content is, for an address that does not say it (`/tai-ve?so=7`).
    """
    last = unquote(unquote(urlsplit(address).path)).replace("\\", "/").rpartition("/")[2]
    said = ending_of(address)
    stem = slug(clean(last).lower().removesuffix(said))[:LONGEST].strip("-") or "tep"
    stem = f"tep-{stem}" if RESERVED.fullmatch(stem) else stem
    return f"{sha256[:12]}-{stem}{said or ending}"
