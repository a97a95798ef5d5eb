"""The feeds of the news: Atom for all and one a category (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.site.feeds.atom import AtomEntry, AtomFeed, atom
from cchc.site.feeds.change_feeds import feed_id, feed_link
from cchc.site.news.articles import NewsItem
from cchc.site.news.news_pages import Shelf, all_news, categories
from cchc.site.portal import Portal

MOST = 30


def news_feeds(portal: Portal, site_name: str, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Give each feed's address and bytes; a post that no longer holds is no news."""
    for shelf in (all_news(portal), *categories(portal)):
        yield shelf.feed, _feed(shelf, portal, site_name, site_url)


def _feed(shelf: Shelf, portal: Portal, site_name: str, site_url: str) -> bytes:
    latest = sorted(shelf.items, key=lambda each: (each.post.date, each.post.path), reverse=True)
    entries = tuple(_entries(latest, shelf.feed, portal, site_url))[:MOST]
    # A feed without entries is as old as the ward's name.
    begun = min(each.since for each in portal.ward.names)
    return atom(
        AtomFeed(
            id=feed_id(portal, shelf.feed),
            title=f"{shelf.title}: {site_name}",
            updated=max((each.updated for each in entries), default=begun),
            author=portal.ward.agency.name,
            own=feed_link(shelf.feed, shelf.feed, site_url),
            page=feed_link(shelf.address, shelf.feed, site_url),
            entries=entries,
        )
    )


def _entries(
    items: Iterable[NewsItem], own: str, portal: Portal, site_url: str
) -> Iterator[AtomEntry]:
    for each in items:
        if each.holds and not each.note:
            yield AtomEntry(
                # The file's path stays when the title is mended.
                id=feed_id(portal, "tin", each.post.path),
                title=each.post.title,
                updated=each.post.date,
                link=feed_link(each.address, own, site_url),
                summary=each.teaser,
                category=next(iter(each.post.categories), "Tin tức"),
            )
