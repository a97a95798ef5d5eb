"""What happens to one procedure of a source: created, filled, left alone, or told to a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cchc.changes.imports.filling import filled, overlaid
from cchc.changes.lists.differences import Difference, differences, gaps
from cchc.changes.lists.items import Item, Source, Standing
from cchc.procedures import parts
from cchc.procedures.model import Procedure
from cchc.procedures.terms import Term
from cchc.province.content import Format


class Outcome(Term):
    """What became of a row or record; the labels head the columns of the table."""

    CREATED = "tao_moi", "Tạo mới"
    FILLED = "dien_them", "Điền thêm"
    DATED = "phien_ban", "Phiên bản"
    UNCHANGED = "khong_doi", "Không đổi"
    DIFFERS = "khac", "Khác"
    NOT_WARD = "khong_thuoc_phuong", "Ngoài phường"
    NO_AGENCY = "khong_ro_co_quan", "Không rõ CQ"
    INTERNAL = "noi_bo", "Nội bộ"
    NOT_ASKED = "khong_lay", "Không lấy"
    SAME_CODE = "cung_ma", "Cùng mã"
    ENDED = "da_bai_bo", "Đã bãi bỏ"
    PROBLEM = "hong", "Hỏng"


# A source that names or dates the procedure otherwise may mean another one: a person decides.
ANOTHER = frozenset({"ten", "quyet_dinh"})
STANDINGS = {
    Standing.NOT_WARD: Outcome.NOT_WARD,
    Standing.NO_AGENCY: Outcome.NO_AGENCY,
    Standing.INTERNAL: Outcome.INTERNAL,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person asked for.

    `day` is the day whose versions are looked at. Facts are dated `source_date`, or with
    `own_date` the day that the file says of itself, else `day`. `create` are codes to make
    whatever the source; `only` limits the import to some codes.
    """

    day: dt.date
    source_date: dt.date | None = None
    own_date: bool = True
    source_name: str = ""
    note: str = ""
    fill_only: bool = False
    create: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """A procedure as the catalogue holds it: the version in force and its file.

    `later` are the days that other versions take over; `leftover` a second file that an
    interrupted move left behind.
    """

    procedure: Procedure
    effective: dt.date | None
    path: str = ""
    later: frozenset[dt.date] = frozenset()
    leftover: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with one item: the procedure to write, if any, and what differs."""

    outcome: Outcome
    procedure: Procedure | None = None
    effective: dt.date | None = None
    differences: tuple[Difference, ...] = ()


def decide(item: Item, held: Held | None, source: Source, choice: Choice) -> Verdict:
    """Decide on one item of a source, by what the catalogue holds of it."""
    if item.standing is Standing.INTERNAL:
        return Verdict(Outcome.INTERNAL)
    if choice.only and item.code not in choice.only:
        return Verdict(Outcome.NOT_ASKED)
    if held is None:
        return _new(item, source, choice)
    if held.procedure.abolished or held.procedure.withdrawn:
        return Verdict(Outcome.ENDED)
    if item.facts is None:
        return Verdict(STANDINGS.get(item.standing, Outcome.UNCHANGED))
    of_known = _open if held.procedure.confirmed is None else _confirmed
    return of_known(item, item.facts, held, source, choice)


def _new(item: Item, source: Source, choice: Choice) -> Verdict:
    """Create what concerns the ward; a dump of the portal's pages only where asked by code."""
    asked = item.code in choice.create
    if not asked and item.standing is not Standing.WARD:
        return Verdict(STANDINGS[item.standing])
    only_fills = choice.fill_only or source.format is Format.PORTAL_PAGES
    if item.facts is None or (only_fills and not asked):
        return Verdict(Outcome.NOT_ASKED)
    return Verdict(Outcome.CREATED, _with_source(item.facts, source, choice))


def _open(item: Item, facts: Procedure, held: Held, source: Source, choice: Choice) -> Verdict:
    """Fill a file that nobody has confirmed, where it is empty."""
    found = differences(held.procedure, item)
    if any(each.key in ANOTHER for each in found):
        return Verdict(Outcome.DIFFERS, differences=found)
    after = filled(held.procedure, facts)
    if after is not held.procedure:
        after = _with_source(after, source, choice)
        return Verdict(Outcome.FILLED, after, held.effective, found)
    return Verdict(Outcome.DIFFERS if found else Outcome.UNCHANGED, differences=found)


def _confirmed(item: Item, facts: Procedure, held: Held, source: Source, choice: Choice) -> Verdict:
    """Never touch what a person confirmed: say what differs.

    A decision of a day still to come makes a version from that day on, for a person to confirm; an
    older one does not: it would change at once what the public sees.
    """
    ours = held.procedure
    found = (*differences(ours, item), *gaps(ours, filled(ours, facts)))
    if not found:
        return Verdict(Outcome.UNCHANGED)
    begins = facts.decision.date if facts.decision else None
    if begins is None or begins <= choice.day:
        return Verdict(Outcome.DIFFERS, differences=found)
    if begins in held.later:
        return Verdict(Outcome.UNCHANGED)
    version = _with_source(overlaid(ours, facts), source, choice)
    return Verdict(Outcome.DATED, version, begins, found)


def _with_source(procedure: Procedure, source: Source, choice: Choice) -> Procedure:
    """Add where the facts come from; a source named before gets the new day, not a new entry."""
    entry = parts.Source(
        name=choice.source_name or source.format.label,
        date=choice.source_date,
        note=choice.note or f"tệp {source.name}",
    )
    others = tuple(e for e in procedure.sources if (e.name, e.note) != (entry.name, entry.note))
    return procedure.model_copy(update={"sources": (*others, entry)})
