"""“Lịch sử thay đổi” of one procedure: each change with its decision and what differs; pure."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.site.events import Event, events_of
from cchc.site.portal import Entry, Portal
from cchc.site.word_diff import PartDiff, differences

# The page must not grow for ever: older changes are a line together.
WHOLE = 6


@dataclass(frozen=True, slots=True)
class Past:
    """One change: the event, the decision's address (or nothing), what differs part by part."""

    event: Event
    link: str
    diffs: tuple[PartDiff, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The latest changes whole, the older ones only named."""

    latest: tuple[Past, ...] = ()
    older: tuple[Event, ...] = ()


def history_of(entry: Entry, portal: Portal) -> History:
    """Gather a procedure's changes, the latest first; those to come are the very first."""
    every = events_of(entry.procedure.code, portal)
    return History(tuple(_past(each, portal) for each in every[:WHOLE]), every[WHOLE:])


def _past(event: Event, portal: Portal) -> Past:
    link = portal.decision_link(event.decision.number) if event.decision else ""
    compared = event.before is not None and not event.after.abolished
    diffs = differences(event.before, event.after) if compared and event.before else ()
    return Past(event, link, diffs)
