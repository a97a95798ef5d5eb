"""What Markdown writes the old way, written as pages are today."""

from __future__ import annotations

import re

# `<br />` is XML's way; a value without quotes would take the slash for its own.
VOID = re.compile(r"<(?P<tag>img|br|hr|col|wbr)\b(?P<attributes>[^<>]*?)\s*/>")


def tidied(html: str) -> str:
    """Give the HTML without slashes in void elements; its pictures wait until they are near."""
    return VOID.sub(_void, html)


def _void(found: re.Match[str]) -> str:
    late = ' loading="lazy" decoding="async"' if found["tag"] == "img" else ""
    return f"<{found['tag']}{found['attributes']}{late}>"
