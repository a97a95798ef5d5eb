"""A page of MkDocs as the rest of this room knows pages."""

from __future__ import annotations

import posixpath

from mkdocs.structure.pages import Page

from cchc.site.machines.page_things import Shown
from cchc.site.news.articles import NewsItem
from cchc.site.portal import Portal
from cchc.site.search.search_rows import plain_text


def shown(page: Page, portal: Portal, item: NewsItem | None) -> Shown:
    """Say what a page is; `item` where it is a post's."""
    address = "" if page.is_homepage else page.url
    return Shown(
        address=address,
        title=plain_text(str(page.title)),
        content=page.content or "",
        meta=page.meta,
        entry=portal.entry(posixpath.basename(address.rstrip("/"))),
        post=item.post if item else None,
    )
