"""One item for each procedure that a source names, whatever the source's format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from cchc.base.codes import is_internal
from cchc.base.problems import Problem
from cchc.changes.lists.rows_to_facts import common_name, facts_of
from cchc.procedures.model import Procedure
from cchc.procedures.terms import Level, Term
from cchc.province.content import Content, Format, Listing, Record, Records, Row
from cchc.province.levels import WardLevel
from cchc.province.phrases import levels


class Standing(Term):
    """What a procedure of a source is to the ward."""

    WARD = "cua_phuong", "của phường"
    NOT_WARD = "khong_thuoc_phuong", "không thuộc phường"
    NO_AGENCY = "khong_ro_co_quan", "không ghi cơ quan"
    INTERNAL = "noi_bo", "thủ tục nội bộ"


@dataclass(frozen=True, slots=True)
class Item:
    """A procedure in a source: its facts (None where nobody will ask for them), where it stands.

    `names` holds every writing of the procedure's own name: two services of it may have two; a
    list that names only services has none. `rows` counts the rows it stands on.
    """

    code: str
    name: str
    names: tuple[str, ...]
    standing: Standing
    facts: Procedure | None
    line: int
    rows: int = 1
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """All items of one file."""

    name: str
    format: Format
    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()
    dated: dt.date | None = None


@dataclass(frozen=True, slots=True)
class WardView:
    """How sources are looked at: the ward's level and code, and the codes it has already."""

    level: WardLevel
    agency_code: str
    known: Container[str]

    def standing(self, row: Row, listing: Listing) -> Standing:
        """Tell what a row of a list is to the ward."""
        if is_internal(row.code):
            return Standing.INTERNAL
        if listing.format is Format.SERVICES or listing.format is Format.PROVINCE_SHEET:
            return self._by_agency_code(row, listing)
        named = row.agencies or ((row.levels,) if row.levels else ())
        if not named:
            return Standing.NO_AGENCY
        concerns = self.level.concerns(row.agencies) or Level.WARD in levels(row.levels)
        return Standing.WARD if concerns else Standing.NOT_WARD

    def _by_agency_code(self, row: Row, listing: Listing) -> Standing:
        """Take a system's own list as the ward's where it names the ward's code, or nobody's."""
        if "ma_co_quan" not in listing.columns or not self.agency_code:
            return Standing.WARD
        return Standing.WARD if row.agency_code == self.agency_code else Standing.NOT_WARD

    def standing_of_record(self, procedure: Procedure) -> Standing:
        """Tell what a record's procedure is to the ward."""
        agencies = procedure.agencies
        named = (*agencies.executing, *agencies.deciding)
        if Level.WARD in procedure.levels or self.level.concerns(named):
            return Standing.WARD
        return Standing.NOT_WARD if named or procedure.levels else Standing.NO_AGENCY


def source_of(content: Content, view: WardView) -> Source:
    """Give the items of anything that was read."""
    if isinstance(content, Listing):
        items = tuple(_of_listing(content, view))
        return Source(content.source, content.format, items, content.problems, content.dated)
    records = (content,) if isinstance(content, Record) else content.records
    found = [*(_of_record(record, view) for record in records), *_internal(content)]
    problems = [*content.problems, *(p for record in records for p in record.problems)]
    return Source(content.source, content.format, tuple(found), tuple(dict.fromkeys(problems)))


def _internal(content: Record | Records) -> Iterable[Item]:
    codes = content.internal if isinstance(content, Records) else ()
    return (Item(code, "", (), Standing.INTERNAL, None, 0) for code in codes)


def _of_record(record: Record, view: WardView) -> Item:
    procedure = record.procedure
    here = view.level.here(procedure.agencies.executing)
    agencies = procedure.agencies.model_copy(
        update={
            "executing": here,
            "deciding": view.level.here(procedure.agencies.deciding),
            "coordinating": view.level.here(procedure.agencies.coordinating),
        }
    )
    facts = procedure.model_copy(
        update={"agencies": agencies, "received_at": view.level.counter(here)}
    )
    standing = view.standing_of_record(procedure)
    name = procedure.name
    return Item(procedure.code, name, (name,), standing, facts, record.line)


def _of_listing(listing: Listing, view: WardView) -> Iterator[Item]:
    groups: dict[str, list[Row]] = {}
    for row in listing.rows:
        groups.setdefault(row.code, []).append(row)
    for code, rows in groups.items():
        standings = [view.standing(row, listing) for row in rows]
        standing = Standing.WARD if Standing.WARD in standings else standings[0]
        # One row that is the ward's makes the procedure the ward's; the others are not looked at.
        ours = [row for row, each in zip(rows, standings, strict=True) if each is standing]
        wanted = standing is not Standing.INTERNAL and (
            standing is Standing.WARD or code in view.known
        )
        first = ours[0]
        yield Item(
            code=code,
            name=common_name([row.name for row in ours]),
            names=tuple(row.name for row in ours) if "ten" in listing.columns else (),
            standing=standing,
            facts=facts_of(listing, ours, view.level) if wanted else None,
            line=first.number,
            rows=len(rows),
            issuer=first.issuer,
        )
