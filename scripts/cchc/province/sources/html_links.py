"""The links of a web page, outside its menus; pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag, urljoin

import lxml.html

# What stands here is on every page of the site.
MENUS = frozenset({"nav", "header", "footer", "aside"})
# Shown apart, so words of two do not run together; inside a word there may be only <b> or <span>.
APART = ("td", "th", "p", "div", "li", "dt", "dd", "a", "br", "h1", "h2", "h3", "h4", "h5", "h6")


def parse_page(html: bytes) -> Any:  # noqa: ANN401 - lxml's element, or None
    """Parse a page; None where it is none. UTF-8 where its bytes are, else as it says."""
    try:
        html.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None
    try:
        tree = lxml.html.fromstring(html, parser=lxml.html.HTMLParser(encoding=encoding))
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    lxml.etree.strip_elements(tree, "script", "style", with_tail=False)
    for each in tree.iter(*APART):
        each.text, each.tail = f" {each.text or ''}", f" {each.tail or ''}"
    return tree


def links_of(tree: Any, address: str) -> Iterator[tuple[Any, str]]:  # noqa: ANN401 - see above
    """Give each link's element and full address (http, https), without the page itself."""
    base = _base(tree, address)
    for anchor in tree.iter("a"):
        target = _joined(base, anchor.get("href") or "")
        itself = target in {"", urldefrag(address).url}
        if not itself and not any(each.tag in MENUS for each in anchor.iterancestors()):
            yield anchor, target


def _base(tree: Any, address: str) -> str:  # noqa: ANN401 - lxml's element
    element = next(tree.iter("base"), None)
    return _joined(address, (element.get("href") or "") if element is not None else "") or address


def _joined(address: str, target: str) -> str:
    try:
        whole = urldefrag(urljoin(address, target.strip())).url
    except ValueError:
        return ""
    return whole if whole.startswith(("http://", "https://")) else ""
