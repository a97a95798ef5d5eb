"""The exit: every page as a plain Markdown file, for any other engine.

What another engine does not know is its own affair: no theme, no blog lists; the posts, the pages
written by hand and the generated ones are there, their links relative.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.base.files import relative, write_atomically
from cchc.base.notices import FILE as NOTICES
from cchc.base.problems import Problem, Refused
from cchc.site.blocks import Asked, NewsItem, fill
from cchc.site.feeds import feeds
from cchc.site.pages import all_pages
from cchc.site.portal import Portal

DOCS = "docs"


def export(root: Path, portal: Portal, target: Path) -> int:
    """Write all pages and files of docs/ below a folder; give the number of Markdown pages.

    Raise `Refused` where the folder holds other things already.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        message = "thư mục đã có nội dung; chọn thư mục mới hoặc trống"
        raise Refused([Problem(str(target), 0, message)])
    written = 0
    for name, content in files(root, portal):
        write_atomically(target / name, content)
        written += name.endswith(".md")
    return written


def files(root: Path, portal: Portal) -> Iterator[tuple[str, bytes]]:
    """Give every file's path and content: docs/ with its blocks filled, then what is generated."""
    for path in sorted((root / DOCS).rglob("*")):
        if path.is_file() and path.name != NOTICES:
            name = relative(path, root / DOCS)
            content = path.read_bytes()
            yield name, _filled(name, content, portal) if name.endswith(".md") else content
    for page in all_pages(portal):
        yield page.source, page.text.encode()
    yield from feeds(portal, portal.ward.agency.name, "")


def _filled(name: str, content: bytes, portal: Portal) -> bytes:
    news = tuple(NewsItem(p, p.path.removesuffix(".md") + "/") for p in portal.posts.published())
    page = name.removesuffix("index.md") if name.endswith("index.md") else f"{name[:-3]}/"
    text, _ = fill(name, content.decode("utf-8-sig"), Asked(portal, news, page))
    return text.encode()
