"""feeds.json: where changes can be followed by a machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.site import addresses
from cchc.site.history.changes_page import TITLE
from cchc.site.news.news_pages import TITLE as NEWS
from cchc.site.news.news_pages import all_news, categories
from cchc.site.open_data.about import Record, from_data
from cchc.site.portal import Portal
from cchc.site.reform.plan.calendar_file import calendars

ATOM = "application/atom+xml"
CALENDAR = "text/calendar"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its name, media type, address below the site's root; `field`: of a part only."""

    name: str
    media: str
    address: str
    field: bool = False


def feed_list(portal: Portal) -> Iterator[Feed]:
    """List the feeds: all changes, the days to come, all news; each field's, each category's."""
    yield Feed(f"{TITLE}: mọi lĩnh vực", ATOM, addresses.ATOM)
    yield Feed("Lịch ngày có hiệu lực", CALENDAR, addresses.CALENDAR)
    for name, address in calendars(portal):
        yield Feed(name, CALENDAR, address)
    yield Feed(f"{NEWS}: mọi chuyên mục", ATOM, all_news(portal).feed)
    for shelf in categories(portal):
        yield Feed(f"{NEWS}: {shelf.title}", ATOM, shelf.feed, field=True)
    for field, _ in portal.all_shelves():
        yield Feed(f"{TITLE}: {field.name}", ATOM, addresses.field_feed(field.folder), field=True)


def feed_record(feed: Feed, portal: Portal) -> Record:
    """Give a feed as a record of feeds.json."""
    return {"ten": feed.name, "kieu": feed.media, "dia_chi": from_data(feed.address, portal)}
