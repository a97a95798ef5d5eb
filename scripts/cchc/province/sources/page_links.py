"""The decisions that a page lists: links whose title speaks of publishing procedures; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cchc.procedures.decision import DocumentKind
from cchc.province.sources.html_links import links_of, parse_page
from cchc.province.sources.page_titles import (
    LONGEST_TITLE,
    is_bare,
    kind_of_title,
    row_of,
    title_of_link,
    words_of,
)
from cchc.province.sources.safe_names import ending_of


@dataclass(frozen=True, slots=True)
class Link:
    """A document's title and address, which is the document itself or its own page."""

    title: str
    address: str
    internal: bool


def decision_links(html: bytes, address: str) -> tuple[Link, ...]:
    """List the page's decisions on procedures, each address once, in the page's order.

    `address` is the page's own. A page that cannot be parsed lists nothing.
    """
    tree = parse_page(html)
    placed = list(_placed(tree, address)) if tree is not None else []
    with_file = {row for row, link in placed if row is not None and ending_of(link.address)}
    found: dict[str, Link] = {}
    for row, link in placed:
        # Where a row has the document itself, its other links lead to the same.
        if ending_of(link.address) or row not in with_file:
            found.setdefault(link.address, link)
    return tuple(found.values())


def files_on(html: bytes, address: str) -> tuple[str, ...]:
    """List the documents (.pdf, .docx …) that a page links to, each once."""
    tree = parse_page(html)
    every = links_of(tree, address) if tree is not None else ()
    return tuple(dict.fromkeys(target for _, target in every if ending_of(target)))


def _placed(tree: Any, address: str) -> Iterator[tuple[Any, Link]]:  # noqa: ANN401 - lxml's
    """Give each decision's link with the row that it stands in."""
    for anchor, target in links_of(tree, address):
        title = title_of_link(anchor)
        kind = kind_of_title(title)
        if kind is DocumentKind.OTHER:
            continue
        itself = kind_of_title(words_of(anchor)) is not DocumentKind.OTHER
        # By its row's title a link is taken only where it is a document or says so: a row may
        # link to its field of service, or to a place to share it.
        if itself or ending_of(target) or is_bare(anchor):
            internal = kind is DocumentKind.INTERNAL
            yield row_of(anchor), Link(title[:LONGEST_TITLE], target, internal)
