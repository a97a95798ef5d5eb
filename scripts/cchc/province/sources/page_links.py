"""The decisions that a page lists: links whose title speaks of publishing procedures; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urljoin

import lxml.html

from cchc.base.text import fold, one_line
from cchc.province.sources.safe_names import ending_of

PUBLISHES = re.compile(r"\bcong bo\b.*\bthu tuc hanh chinh\b")
INTERNAL = re.compile(r"\bqui trinh noi bo\b|\bquy trinh noi bo\b")
# One document stands in one of these; the title may be in another cell than the file.
ROWS = frozenset({"tr", "li", "article", "dd"})
LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Link:
    """A document's title and address; `is_file`: the address is the document itself."""

    title: str
    address: str
    is_file: bool
    internal: bool


def decision_links(html: bytes, address: str) -> tuple[Link, ...]:
    """List the page's decisions on procedures, each address once, in the page's order.

    `address` is the page's own. A page that cannot be parsed lists nothing.
    """
    tree = _tree(html)
    if tree is None:
        return ()
    found = {link.address: link for link in reversed(list(_links(tree, address)))}
    return tuple(reversed(found.values()))


def files_on(html: bytes, address: str) -> tuple[str, ...]:
    """List the documents that a decision's own page links to, each once."""
    tree = _tree(html)
    if tree is None:
        return ()
    every = (_target(each, address) for each in tree.iter("a"))
    return tuple(dict.fromkeys(each for each in every if each and ending_of(each)))


def _tree(html: bytes) -> Any:  # noqa: ANN401 - lxml's element, or None
    """Parse a page; without a declared charset it is UTF-8 where its bytes are."""
    try:
        html.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None
    try:
        return lxml.html.fromstring(html, parser=lxml.html.HTMLParser(encoding=encoding))
    except (lxml.etree.ParserError, ValueError):
        return None


def _links(tree: Any, address: str) -> Iterator[Link]:  # noqa: ANN401 - lxml's element
    for anchor in tree.iter("a"):
        target = _target(anchor, address)
        title = _title(anchor)
        said = fold(title)
        if not target or not PUBLISHES.search(said):
            continue
        internal = INTERNAL.search(said) is not None
        yield Link(title[:LONGEST_TITLE], target, bool(ending_of(target)), internal)


def _target(anchor: Any, address: str) -> str:  # noqa: ANN401 - lxml's element
    try:
        target = urldefrag(urljoin(address, anchor.get("href") or "")).url
    except ValueError:
        return ""
    return target if target.startswith(("http://", "https://")) else ""


def _title(anchor: Any) -> str:  # noqa: ANN401 - lxml's element
    """Give the link's words, or for a bare “Tải về” those of the row it stands in."""
    own = _words(anchor)
    if PUBLISHES.search(fold(own)):
        return own
    row = next((each for each in anchor.iterancestors() if each.tag in ROWS), None)
    return _words(row) if row is not None else own


def _words(element: Any) -> str:  # noqa: ANN401 - lxml's element
    """Give the words of an element; those of two cells are two words."""
    return one_line(" ".join(element.itertext()))
