"""“Thay đổi”: the dated versions that took effect or will, the newest month first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from cchc.procedures.files import Version
from cchc.site import addresses, wording
from cchc.site.portal import Entry, Portal
from cchc.site.rendering import Heading, PageText, Part, render


@dataclass(frozen=True, slots=True)
class Change:
    """A version with its day, seen from the day of the build."""

    day: dt.date
    entry: Entry
    version: Version
    upcoming: bool
    first: bool

    @property
    def kind(self) -> str:
        """What the change is, in words: an amended text, or a procedure that was not here."""
        return "Thủ tục mới" if self.first else "Nội dung mới"

    @property
    def decision(self) -> str:
        """The decision it rests on, or an empty text."""
        published = self.version.procedure.decision
        return wording.decision(published) if published else ""


def changes(portal: Portal) -> tuple[Change, ...]:
    """List every dated version, the latest day first."""
    found = [
        _change(version, versions, portal)
        for versions in portal.catalogue.versions.values()
        for version in versions
        if version.effective
    ]
    by_code = sorted(found, key=lambda each: each.entry.procedure.code)
    return tuple(sorted(by_code, key=lambda each: each.day, reverse=True))


def _change(version: Version, versions: tuple[Version, ...], portal: Portal) -> Change:
    day = version.effective or dt.date.min
    code = version.procedure.code
    earlier = any((each.effective or dt.date.min) < day for each in versions)
    entry = portal.entries.get(code) or portal.awaited[code]
    return Change(day, entry, version, upcoming=day > portal.day, first=not earlier)


def changes_page(portal: Portal) -> PageText:
    """Make the page: what is coming first, then what took effect, month by month."""
    every = changes(portal)
    page = addresses.CHANGES
    title = "Thay đổi về thủ tục"
    top = render("changes/top.html", changes=every, page=page)
    parts: list[Part] = [Heading(1, title, "noi-dung"), top]
    for upcoming, name in ((True, "Sắp có hiệu lực"), (False, "Đã có hiệu lực")):
        these = [each for each in every if each.upcoming is upcoming]
        if these:
            parts.append(Heading(2, name, addresses.slug(name)))
        # What is coming reads forward in time, what happened backward.
        for month, group in groupby(reversed(these) if upcoming else these, _month):
            anchor = f"thang-{month:%m-%Y}{'-sap-toi' if upcoming else ''}"
            parts.append(Heading(3, f"Tháng {month:%m/%Y}", anchor))
            parts.append(render("changes/list.html", changes=tuple(group), page=page))
    return PageText(page, title, tuple(parts), "Thủ tục mới, được sửa đổi, sắp có hiệu lực.")


def _month(change: Change) -> dt.date:
    return change.day.replace(day=1)


def latest(portal: Portal, most: int) -> tuple[Change, ...]:
    """Give the next changes to come, then the latest that took effect, at most so many."""
    every = changes(portal)
    coming = [each for each in every if each.upcoming]
    past = [each for each in every if not each.upcoming]
    return tuple([*reversed(coming), *past][:most])
