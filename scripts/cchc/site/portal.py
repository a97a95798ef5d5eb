"""What a build is made of: settings, catalogue, news and the day; and what follows from them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from cchc.base.notices import Notice
from cchc.base.posts import Posts
from cchc.base.ward import Counter, Ward
from cchc.procedures.decision import Decision, DecisionState
from cchc.procedures.fields import UNSORTED, FieldOfService
from cchc.procedures.files import Version
from cchc.procedures.life_events import LifeEvent
from cchc.procedures.model import Procedure
from cchc.procedures.parts import PublishingDecision
from cchc.procedures.store import Catalogue
from cchc.reform.kinds import Reform
from cchc.site import wording
from cchc.site.addresses import field_address, is_web, procedure_address
from cchc.site.lists.collation import vietnamese_key
from cchc.site.news.articles import NewsItem, news_on
from cchc.site.news.pictures import Prepared

UNSORTED_NAME = "Chưa rõ lĩnh vực"


@dataclass(frozen=True, slots=True)
class Entry:
    """A procedure with its place on the site; `since` where it is still to take effect."""

    procedure: Procedure
    field: FieldOfService
    since: dt.date | None = None

    @property
    def title(self) -> str:
        """The name as a heading."""
        return wording.title(self.procedure.name)

    @property
    def address(self) -> str:
        """The page's address."""
        return procedure_address(self.field.folder, self.procedure.code)

    @property
    def field_address(self) -> str:
        """The address of the field's list."""
        return field_address(self.field.folder)


# Compared by identity: what is worked out of a portal once (views, shelves) is kept by it.
@dataclass(frozen=True, slots=True, eq=False)
class Portal:
    """All a page may depend on. `entries`: in force on the day, from A to Z, by code.

    `awaited` are still to take effect, `ended` abolished; `coming` is the next version of each
    code; `decisions` are the confirmed ones by their number, which comes again every year;
    `lives` are the life events, `notices` the urgent news of any day.
    `site_url` is the public address, empty where none is set; `downloads` the size in bytes of each
    file in docs/tai-ve/, by its path below that folder; `news` what is shown on the day, the newest
    first; `pictures` those of the posts made ready for pages, by their path below docs/; `reform`
    the plans, scores, surveys and other figures of docs/cai-cach/.
    """

    ward: Ward
    catalogue: Catalogue
    posts: Posts
    day: dt.date
    entries: Mapping[str, Entry]
    awaited: Mapping[str, Entry]
    ended: Mapping[str, Entry]
    coming: Mapping[str, Version]
    decisions: Mapping[str, tuple[Decision, ...]]
    lives: tuple[LifeEvent, ...] = ()
    notices: tuple[Notice, ...] = ()
    site_url: str = ""
    downloads: Mapping[str, int] = field(default_factory=dict)
    news: tuple[NewsItem, ...] = ()
    pictures: Mapping[str, Prepared] = field(default_factory=dict)
    reform: Reform = field(default_factory=Reform)

    def shelves(self) -> tuple[tuple[FieldOfService, tuple[Entry, ...]], ...]:
        """Group the procedures by field, fields from A to Z, the unsorted last."""
        return _shelves(self)

    def all_shelves(self) -> tuple[tuple[FieldOfService, tuple[Entry, ...]], ...]:
        """Give `shelves`, then the fields where nothing is in force: pages lead to them too."""
        shelves = self.shelves()
        known = {field.folder for field, _ in shelves}
        others = (each.field for each in (*self.awaited.values(), *self.ended.values()))
        empty = {each.folder: each for each in others if each.folder not in known}
        return (*shelves, *((empty[folder], ()) for folder in sorted(empty)))

    def entry(self, code: str) -> Entry | None:
        """Find a procedure that has a page, in force or not."""
        return self.entries.get(code) or self.awaited.get(code) or self.ended.get(code)

    def decision_of(self, cited: PublishingDecision | None) -> Decision | None:
        """Find the decision that a text cites; None where it is not on file, or might be two."""
        same = self.decisions.get(cited.number, ()) if cited else ()
        found = [each for each in same if cited and cited.date in {None, each.signed}]
        return found[0] if len(found) == 1 else None

    def decision_link(self, cited: PublishingDecision | None) -> str:
        """Give the address where a decision can be read, or nothing."""
        known = self.decision_of(cited)
        address = known.source.address if known else ""
        return address if is_web(address) else ""

    def public_address(self, entry: Entry) -> str:
        """Give a page's whole address, for print and QR codes; empty where no site_url is set."""
        return f"{self.site_url.rstrip('/')}/{entry.address}" if self.site_url else ""

    def counter_of(self, procedure: Procedure) -> Counter | None:
        """Give the place where the procedure is handed in, as far as the settings know it."""
        return self.ward.counter(procedure.received_at)

    def received_at(self, counter: Counter) -> tuple[Entry, ...]:
        """List the procedures handed in at a place."""
        every = self.entries.values()
        return tuple(each for each in every if self.counter_of(each.procedure) is counter)


@lru_cache(maxsize=1)
def _shelves(portal: Portal) -> tuple[tuple[FieldOfService, tuple[Entry, ...]], ...]:
    by_folder: dict[str, list[Entry]] = defaultdict(list)
    for entry in portal.entries.values():
        by_folder[entry.field.folder].append(entry)
    shelves = [(every[0].field, tuple(every)) for every in by_folder.values()]
    return tuple(sorted(shelves, key=_shelf_order))


def make_portal(
    ward: Ward,
    catalogue: Catalogue,
    posts: Posts,
    day: dt.date,
    decisions: Iterable[Decision] = (),
) -> Portal:
    """Work out what is in force on a day, what is no more and what is still to come."""
    current, gone = catalogue.in_force(day), catalogue.abolished(day)
    coming: dict[str, Version] = {}
    for version in catalogue.upcoming(day):
        coming.setdefault(version.procedure.code, version)
    places: dict[str, FieldOfService] = {}

    def entry(procedure: Procedure, since: dt.date | None = None) -> Entry:
        return Entry(procedure, _field(procedure, catalogue, places), since)

    first = {
        code: each for code, each in coming.items() if code not in current.keys() | gone.keys()
    }
    in_order = sorted(map(entry, current.values()), key=lambda e: vietnamese_key(e.title))
    return Portal(
        ward=ward,
        catalogue=catalogue,
        posts=posts,
        day=day,
        entries=MappingProxyType({each.procedure.code: each for each in in_order}),
        awaited=MappingProxyType({c: entry(v.procedure, v.effective) for c, v in first.items()}),
        ended=MappingProxyType({code: entry(each) for code, each in gone.items()}),
        coming=MappingProxyType(coming),
        decisions=_by_number(decisions),
        news=news_on(posts, day),
    )


def _by_number(decisions: Iterable[Decision]) -> Mapping[str, tuple[Decision, ...]]:
    found: dict[str, tuple[Decision, ...]] = {}
    for each in filter(_is_sure, decisions):
        found[each.number] = (*found.get(each.number, ()), each)
    return MappingProxyType(found)


def _is_sure(decision: Decision) -> bool:
    """Tell whether a person has confirmed a decision: no other may be seen by the public."""
    return decision.state is DecisionState.CONFIRMED


def _field(
    procedure: Procedure, catalogue: Catalogue, known: dict[str, FieldOfService]
) -> FieldOfService:
    name = procedure.field_of_service
    if name not in known:
        folder = catalogue.fields.folder_of(name)
        unlisted = FieldOfService(name=name or UNSORTED_NAME, folder=folder)
        known[name] = (catalogue.fields.named(name) if name else None) or unlisted
    return known[name]


def _shelf_order(shelf: tuple[FieldOfService, object]) -> tuple[bool, object]:
    return shelf[0].folder == UNSORTED, vietnamese_key(shelf[0].name)
