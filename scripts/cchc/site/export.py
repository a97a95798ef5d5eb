"""The exit: every page as a plain Markdown file, for any other engine.

What another engine does not know is its own affair: no theme, no blog lists; the posts, the pages
written by hand and the generated ones are there, their links relative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cchc.base.files import relative, write_atomically
from cchc.base.problems import Problem, Refused
from cchc.site.blocks import Asked, fill
from cchc.site.feeds.change_feeds import feeds
from cchc.site.feeds.news_feeds import news_feeds
from cchc.site.news.articles import NewsItem
from cchc.site.not_public import is_kept_back
from cchc.site.open_data.data_file import DataFile
from cchc.site.open_data.files import open_data
from cchc.site.pages import all_pages
from cchc.site.portal import Portal

DOCS = "docs"
POSTS = "tin-tuc/posts/"


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
    portal = replace(portal, news=tuple(replace(e, address=_address(e)) for e in portal.news))
    shown = {each.post.path for each in portal.news}
    data = open_data(portal)
    for path in sorted((root / DOCS).rglob("*")):
        name = relative(path, root / DOCS)
        hidden = name.startswith(POSTS) and name.endswith(".md") and name not in shown
        if path.is_file() and not is_kept_back(name) and not hidden:
            content = path.read_bytes()
            yield name, _filled(name, content, portal, data) if name.endswith(".md") else content
    for page in all_pages(portal):
        yield page.source, page.text.encode()
    for made in (feeds, news_feeds):
        yield from made(portal, portal.ward.agency.name, "")
    yield from ((each.address, each.content) for each in data)


def _address(item: NewsItem) -> str:
    """Give a post's address where it stays beside its pictures: its links lead from there."""
    return item.post.path.removesuffix(".md") + "/"


def _filled(name: str, content: bytes, portal: Portal, data: tuple[DataFile, ...]) -> bytes:
    page = name.removesuffix("index.md") if name.endswith("index.md") else f"{name[:-3]}/"
    text, _ = fill(name, content.decode("utf-8-sig"), Asked(portal, page, data=data))
    return text.encode()
