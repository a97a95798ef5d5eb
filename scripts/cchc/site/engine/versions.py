"""Addresses that change with their content: a browser may keep such a file for good."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

FOLDER = "assets/cchc"
LINK = re.compile(rf'(?P<before>\s(?:href|src)="[^"?#]*)(?P<address>{FOLDER}/[^"?#]+)(?=")')
LENGTH = 10


def versions(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Give each file below assets/cchc/ a mark of its bytes, by its address."""
    return {
        address: hashlib.sha256(content).hexdigest()[:LENGTH]
        for address, content in files.items()
        if address.startswith(f"{FOLDER}/")
    }


def versioned(html: str, known: Mapping[str, str]) -> str:
    """Give the page with the marks on its links to those files: `frame.css?v=0123456789`."""

    def marked(found: re.Match[str]) -> str:
        mark = known.get(found["address"])
        return found[0] + (f"?v={mark}" if mark else "")

    return LINK.sub(marked, html)
