"""What a link of a page is called, and whether that is a decision on procedures; pure."""

from __future__ import annotations

import itertools
import re
from typing import Any

from cchc.base.text import fold, one_line
from cchc.procedures.decision import DocumentKind
from cchc.province.decision.head.title import PROCEDURES, document_kind

# One document stands in one of these; its title may be in another cell than its file.
ROWS = frozenset({"tr", "li", "article", "dd"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FRAMES = frozenset({"body", "html", "form", "main", "table"})
LONGEST_TITLE = 400
# With more links than this it is the frame of the page, not one document's row.
MOST_LINKS = 20
BARE = re.compile(
    r"\b(?:tai|download|tep|file|dinh kem|toan van|xem|chi tiet)\b|^\W*(?:pdf|docx?|xlsx?)\W*$"
)
LONGEST_BARE = 30
PUBLISHES = re.compile(r"\bcong bo\b")
ABOUT = re.compile(rf"\b{PROCEDURES}\b")
# A menu's “Thủ tục hành chính nội bộ” is no document.
ISSUES = re.compile(r"\b(?:cong bo|phe du[iy]et|ban hanh|qu[iy]et dinh)\b")


def kind_of_title(title: str) -> DocumentKind:
    """Tell a decision on procedures and one on internal workflow from all other documents."""
    key = fold(title)
    kind = document_kind(title, "")
    if kind is DocumentKind.INTERNAL:
        return kind if ISSUES.search(key) else DocumentKind.OTHER
    if kind is DocumentKind.OTHER and PUBLISHES.search(key) and ABOUT.search(key):
        return DocumentKind.PUBLICATION
    return kind


def title_of_link(anchor: Any) -> str:  # noqa: ANN401 - lxml's element
    """Give the link's words where they are a title, else those of the row or heading around it."""
    own = words_of(anchor)
    said = own if kind_of_title(own) is not DocumentKind.OTHER else anchor.get("title") or ""
    return one_line(said) if kind_of_title(said) is not DocumentKind.OTHER else _around(anchor)


def words_of(element: Any) -> str:  # noqa: ANN401 - lxml's element
    """Give an element's text on one line."""
    return one_line(element.text_content())


def is_bare(anchor: Any) -> bool:  # noqa: ANN401 - lxml's element
    """Tell a link that only says “Tải về”, “Toàn văn”, or is a picture."""
    words = fold(words_of(anchor))
    return not words or (len(words) <= LONGEST_BARE and BARE.search(words) is not None)


def row_of(anchor: Any) -> Any:  # noqa: ANN401 - lxml's element, or None
    """Give the element that holds one document and this link to it."""
    boxes = itertools.takewhile(lambda box: not _is_frame(box), anchor.iterancestors())
    for box in boxes:
        # A list item of nothing but “Tải về” stands inside the document's own row.
        alone = is_bare(anchor) and words_of(box) == words_of(anchor)
        if not alone and (box.tag in ROWS or next(box.iter(*HEADINGS), None) is not None):
            return box
    return None


def _around(anchor: Any) -> str:  # noqa: ANN401 - lxml's element
    box = row_of(anchor)
    if box is None:
        return ""
    if box.tag in ROWS:
        return words_of(box)
    # Two headings: two documents, and which one this link belongs to cannot be told.
    headings = list(box.iter(*HEADINGS))
    return words_of(headings[0]) if len(headings) == 1 else ""


def _is_frame(box: Any) -> bool:  # noqa: ANN401 - lxml's element
    links = itertools.islice(box.iter("a"), MOST_LINKS + 1)
    return box.tag in FRAMES or sum(1 for _ in links) > MOST_LINKS
