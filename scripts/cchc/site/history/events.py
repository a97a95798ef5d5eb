"""What happened to procedures, and will: one event a version and decision, dated; pure.

Only versions that count are seen: none that a person has taken back, none that still waits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.clock import show_date
from cchc.procedures.files import Version
from cchc.procedures.history import HistoryEntry
from cchc.procedures.model import Procedure
from cchc.procedures.parts import PublishingDecision
from cchc.procedures.store import counted, version_on
from cchc.procedures.terms import ChangeKind
from cchc.site.addresses import slug
from cchc.site.portal import Entry, Portal

ONE_DAY = dt.timedelta(days=1)
FIRST_TEXT, OTHER_TEXT = "Thủ tục mới", "Nội dung mới"
ENDED = {ChangeKind.ABOLISHED: "Bãi bỏ", ChangeKind.REPLACED: "Bị thay thế"}
BADGES = {"new": "Mới", "amended": "Sửa đổi", "ended": "Đã bãi bỏ"}


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one procedure: the texts before and after, by which decision.

    `before` is None where there was no procedure; `record` None where a version has no history.
    """

    day: dt.date
    entry: Entry
    before: Procedure | None
    after: Procedure
    record: HistoryEntry | None
    upcoming: bool

    @property
    def kind(self) -> str:
        """What the change is, in words: the decision's own kind where one is on record."""
        if self.record is None:
            return OTHER_TEXT if self.before else FIRST_TEXT
        if self.after.abolished:
            return ENDED.get(self.record.kind, ENDED[ChangeKind.ABOLISHED])
        return self.record.kind.label

    @property
    def decision(self) -> PublishingDecision | None:
        """The decision that it rests on, where one is known."""
        return self.record.decision if self.record else self.after.decision

    @property
    def anchor(self) -> str:
        """Where on the page of changes its decision and day stand."""
        by = self.decision
        number = slug(by.number) if by else "khong-ro"
        year = f"-{by.date.year}" if by and by.date else ""
        return f"qd-{number}{year}-{self.day:%d-%m-%Y}"

    @property
    def replaced_by(self) -> tuple[str, ...]:
        """The codes that take its place."""
        return self.after.abolished.replaced_by if self.after.abolished else ()


def events(portal: Portal) -> tuple[Event, ...]:
    """List every event, the latest day first, then by code."""
    every = (e for code in portal.catalogue.versions for e in events_of(code, portal))
    by_code = sorted(every, key=lambda each: each.entry.procedure.code)
    return tuple(sorted(by_code, key=lambda each: each.day, reverse=True))


def events_of(code: str, portal: Portal) -> tuple[Event, ...]:
    """List one procedure's events, the latest first."""
    versions = counted(portal.catalogue.versions.get(code, ()))
    entry = portal.entry(code)
    dated = sorted((v for v in versions if v.effective), key=_day, reverse=True)
    return tuple(e for v in dated if entry for e in _events(v, versions, entry, portal.day))


def _day(version: Version) -> dt.date:
    return version.effective or dt.date.min


def _events(
    version: Version, versions: tuple[Version, ...], entry: Entry, today: dt.date
) -> Iterator[Event]:
    day = _day(version)
    previous = version_on(versions, day - ONE_DAY)
    before = previous.procedure if previous and not previous.procedure.abolished else None
    after = version.procedure
    mine: list[HistoryEntry | None] = [
        each for each in reversed(after.history) if each.effective == day
    ]
    for record in mine or [None]:
        yield Event(day, entry, before, after, record, upcoming=day > today)


def badge(entry: Entry, portal: Portal) -> str:
    """Give the key of a procedure's badge (see `BADGES`; `coming`: not yet), or nothing."""
    code = entry.procedure.code
    if code in portal.ended:
        return "ended"
    if entry.since:
        return "coming"
    past = [each for each in events_of(code, portal) if not each.upcoming]
    if not past or (portal.day - past[0].day).days >= portal.ward.new_days:
        return ""
    return "amended" if past[0].before else "new"


def marks(entry: Entry, portal: Portal) -> tuple[tuple[str, str], ...]:
    """Give what a list says beside a name, as badge and words: `("amended", "Sửa đổi")`."""
    key = badge(entry, portal)
    now = ((key, BADGES[key]),) if key in BADGES else ()
    next_one = portal.coming.get(entry.procedure.code)
    if next_one is None or next_one.effective is None:
        return now
    what = "Sắp có hiệu lực" if entry.since else "Sắp có thay đổi"
    words = "Sắp bị bãi bỏ" if next_one.procedure.abolished else what
    return *now, ("coming", f"{words} từ {show_date(next_one.effective)}")
