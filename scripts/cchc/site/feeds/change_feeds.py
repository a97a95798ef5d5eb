"""The feeds of changes: Atom for all and one a field (RFC 4287), iCalendar of the days (RFC 5545).

Ids are made of what an entry is, never of its title or of the site's address; dates come from the
data, so that a build of the same files and day gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from cchc.base.clock import show_date
from cchc.site import addresses, wording
from cchc.site.feeds.atom import AtomEntry, AtomFeed, atom
from cchc.site.feeds.ical import Appointment, calendar
from cchc.site.history.changes_page import TITLE, bundles
from cchc.site.history.events import Event, events
from cchc.site.portal import Portal

# A decision of 300 procedures is still told whole.
MOST = 300
NAMESPACE = uuid.UUID("6f0cf1a5-3c1f-5e6e-9a55-0d9e5f3b7c11")


def feeds(portal: Portal, site_name: str, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Give each file's address and bytes: all changes, each field's, the calendar."""
    every = events(portal)
    yield (
        addresses.ATOM,
        _feed(every, addresses.ATOM, addresses.CHANGES, site_name, portal, site_url),
    )
    for field, _ in portal.all_shelves():
        mine = [each for each in every if each.entry.field.folder == field.folder]
        own, page = addresses.field_feed(field.folder), addresses.field_address(field.folder)
        yield own, _feed(mine, own, page, f"{field.name} – {site_name}", portal, site_url)
    coming = [each for each in reversed(every) if each.upcoming]
    yield addresses.CALENDAR, calendar(TITLE, _appointments(coming, portal, site_url))


def _feed(  # noqa: PLR0913, PLR0917 - a feed's parts
    every: Iterable[Event], own: str, page: str, name: str, portal: Portal, site_url: str
) -> bytes:
    told = [_entry(each, own, portal, site_url) for each in every]
    # What was told last stands first and is cut last, be it in force or to come.
    entries = tuple(sorted(told, key=lambda each: each.updated, reverse=True)[:MOST])
    # A feed without entries is as old as the ward's name.
    begun = min(each.since for each in portal.ward.names)
    return atom(
        AtomFeed(
            id=feed_id(portal, own),
            title=f"{TITLE}: {name}",
            updated=max((each.updated for each in entries), default=begun),
            author=portal.ward.agency.name,
            own=feed_link(own, own, site_url),
            page=feed_link(page, own, site_url),
            entries=entries,
        )
    )


def _entry(event: Event, own: str, portal: Portal, site_url: str) -> AtomEntry:
    number = event.decision.number if event.decision else ""
    code = event.entry.procedure.code
    since = show_date(event.day)
    when = f"Có hiệu lực từ {since}" if not event.upcoming else f"Sắp có hiệu lực từ {since}"
    said = wording.decision(event.decision) if event.decision else ""
    words = event.record.words if event.record else ""
    return AtomEntry(
        id=feed_id(portal, code, event.day.isoformat(), number),
        title=f"{event.kind}: {event.entry.title}",
        updated=_updated(event, portal),
        link=feed_link(event.entry.address, own, site_url),
        summary=". ".join(filter(None, (f"Mã {code}", when, said, words))),
        category=event.kind,
    )


def _updated(event: Event, portal: Portal) -> dt.date:
    """Give the day of the last news: it was announced, entered here (late, too), took effect."""
    known = portal.decision_of(event.decision)
    days = [event.decision.date if event.decision else None]
    if known:
        days += [known.applied, known.confirmed.date if known.confirmed else None]
    else:
        days += [each.date for each in event.after.sources]
    told = [day for day in (*days, event.day) if day and day <= portal.day]
    return max(told, default=min(each.since for each in portal.ward.names))


def _appointments(coming: Iterable[Event], portal: Portal, site_url: str) -> Iterator[Appointment]:
    """Give one event of the calendar a decision and day."""
    for each in bundles(coming, portal):
        number = each.events[0].decision.number if each.events[0].decision else ""
        lines = [f"{e.kind}: {e.entry.procedure.code} {e.entry.title}" for e in each.events]
        count = len(each.events)
        name = f"Quyết định {number}" if number else "thay đổi thủ tục"
        yield Appointment(
            uid=feed_id(portal, "lich", each.day.isoformat(), number),
            day=each.day,
            stamp=max(_updated(e, portal) for e in each.events),
            summary=f"Có hiệu lực: {name} ({count} thủ tục)",
            description="\n".join(lines),
            url=urljoin(site_url, addresses.CHANGES) if site_url else "",
        )


def feed_id(portal: Portal, *parts: str) -> str:
    """Make the id of a feed or an entry out of what it is."""
    return uuid.uuid5(NAMESPACE, "\0".join((portal.ward.agency_code, *parts))).urn


def feed_link(address: str, own: str, site_url: str) -> str:
    """Give an absolute address where the site knows its own, else one relative to the feed."""
    if site_url:
        return urljoin(site_url, address)
    return addresses.relative(address, own.rpartition("/")[0] + "/")
