"""Which procedures get a sheet: all, some codes, a field, or what changed since a day; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from cchc.base.clock import show_date
from cchc.base.problems import Problem, Refused
from cchc.base.text import fold, slug
from cchc.procedures.fields import FieldOfService
from cchc.site.history.events import events_of
from cchc.site.portal import Entry, Portal

COMMAND = "cchc sheets"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; nothing at all means every procedure."""

    codes: tuple[str, ...] = ()
    field: str = ""
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Procedures in force to print, by field from A to Z; ended ones, whose sheets come down."""

    entries: tuple[Entry, ...]
    ended: tuple[Entry, ...]


def choose(wanted: Wanted, portal: Portal) -> Chosen:
    """Find what was asked for. Raise `Refused` for a code or a field that there is not."""
    if wanted.codes:
        return _of_codes(tuple(dict.fromkeys(wanted.codes)), portal)
    if wanted.field:
        folder = _field(wanted.field, portal).folder
        return _kept(portal, lambda entry: entry.field.folder == folder)
    if wanted.since:
        first = wanted.since
        return _kept(portal, lambda entry: _changed(entry, first, portal))
    return _kept(portal, lambda _: True)


def _kept(portal: Portal, belongs: Callable[[Entry], bool]) -> Chosen:
    on_shelves = (entry for _, every in portal.shelves() for entry in every)
    ended = sorted(portal.ended.values(), key=_end, reverse=True)
    return Chosen(tuple(filter(belongs, on_shelves)), tuple(filter(belongs, ended)))


def _end(entry: Entry) -> dt.date:
    return entry.procedure.abolished.since if entry.procedure.abolished else dt.date.min


def _changed(entry: Entry, first: dt.date, portal: Portal) -> bool:
    """Tell whether a text took over, or an end came, from the day on and not later than today."""
    begun = (e.day for e in events_of(entry.procedure.code, portal) if not e.upcoming)
    end = entry.procedure.abolished
    return any(day >= first for day in (*begun, *((end.since,) if end else ())))


def _of_codes(codes: tuple[str, ...], portal: Portal) -> Chosen:
    faults = [_fault(code, portal) for code in codes if portal.entry(code) is None
              or code in portal.awaited]  # fmt: skip
    if faults:
        raise Refused(faults)
    return Chosen(
        tuple(portal.entries[code] for code in codes if code in portal.entries),
        tuple(portal.ended[code] for code in codes if code in portal.ended),
    )


def _fault(code: str, portal: Portal) -> Problem:
    awaited = portal.awaited.get(code)
    if awaited is None or awaited.since is None:
        message = f"không có thủ tục {code} trong procedures/; xem lại mã"
    else:
        day = show_date(awaited.since)
        message = f"{code} có hiệu lực từ {day}; muốn in trước thì thêm --as-of {awaited.since}"
    return Problem(COMMAND, 0, message)


def _field(asked: str, portal: Portal) -> FieldOfService:
    fields = [field for field, _ in portal.all_shelves()]
    key = slug(asked)
    exact = [each for each in fields if key in _names(each)]
    part = [each for each in fields if key and any(key in name for name in _names(each))]
    found = exact or part
    if len(found) == 1:
        return found[0]
    near = found or _near(asked, fields)
    told = "; ".join(f"“{each.name}”" for each in near)
    what = "nhiều lĩnh vực hợp với" if found else "không có lĩnh vực"
    way_out = f"chọn một: {told}" if told else "xem tên trong procedures/linh-vuc.yml"
    raise Refused([Problem(COMMAND, 0, f"--field: {what} “{asked}”; {way_out}")])


def _names(field: FieldOfService) -> tuple[str, ...]:
    return field.folder, slug(field.name), *map(slug, field.plain_names)


def _near(asked: str, fields: Iterable[FieldOfService]) -> list[FieldOfService]:
    by_name = {fold(each.name): each for each in fields}
    return [by_name[name] for name in get_close_matches(fold(asked), by_name, 4, 0.5)]
