"""“Lịch sử thay đổi” of one procedure: each change with its decision and what differs; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.procedures.model import Procedure
from cchc.procedures.store import counted
from cchc.procedures.terms import ChangeKind
from cchc.site.history.events import Event, events_of
from cchc.site.history.word_diff import PartDiff, differences
from cchc.site.portal import Entry, Portal

# The page must not grow for ever: older changes are a line together.
WHOLE = 6
TITLES = {str(each.alias): str(each.title) for each in Procedure.model_fields.values()}


@dataclass(frozen=True, slots=True)
class Past:
    """One change: the event, the decision's address (or nothing), what differs part by part.

    `parts` are the titles of the parts that the decision touched; `replaced` the procedures whose
    place this one took.
    """

    event: Event
    link: str
    diffs: tuple[PartDiff, ...]
    parts: tuple[str, ...] = ()
    replaced: tuple[Entry, ...] = ()


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
    link = portal.decision_link(event.decision)
    compared = event.before is not None and not event.after.abolished
    diffs = differences(event.before, event.after) if compared and event.before else ()
    touched = event.record.parts if event.record else ()
    parts = tuple(TITLES[key] for key in touched if key in TITLES)
    return Past(event, link, diffs, parts, tuple(_replaced(event, portal)))


def _replaced(event: Event, portal: Portal) -> Iterator[Entry]:
    """Find the procedures that ended on the event's day in favour of its own."""
    code = event.entry.procedure.code
    replacing = event.record is not None and event.record.kind is ChangeKind.REPLACED
    for old, versions in portal.catalogue.versions.items() if replacing else ():
        ends = [v.procedure.abolished for v in counted(versions) if v.procedure.abolished]
        entry = portal.entry(old)
        if entry and any(e.since == event.day and code in e.replaced_by for e in ends):
            yield entry
