"""Which source a list is of, whatever its file is called, and the snapshot taken of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cchc.base.text import one_line, slug
from cchc.changes.lists.rows_to_facts import common_name
from cchc.procedures.snapshots import Snapshot, SnapshotRow
from cchc.province.content import Format, Listing, Row

PREFIXES = {
    Format.NATIONAL_LIST: "danh-sach-quoc-gia",
    Format.OLDER_LIST: "danh-sach-cu",
    Format.PROVINCE_SHEET: "dvc",
    Format.SERVICES: "dich-vu",
    Format.PORTAL_LIST: "danh-sach-cong",
    Format.OLD_PORTAL_LIST: "danh-sach-cong-cu",
    Format.SAVED_CATALOGUE: "danh-muc-luu",
}
OWN_LISTS = frozenset({Format.PROVINCE_SHEET, Format.SERVICES})
PORTAL_LISTS = frozenset({Format.PORTAL_LIST, Format.OLD_PORTAL_LIST, Format.SAVED_CATALOGUE})
# A ministry's real list holds a stray row of another one: 338 of Bộ Công an and 1 of Bộ Xây dựng.
NEARLY_ALL = 0.9
IN_BRACKETS = re.compile(r"\(.*?\)")
LONGEST = 60


def source_key(listing: Listing) -> str:
    """Name the source of a list: its format, and its one issuer or agency where it has one.

    `danh-sach-quoc-gia-bo-cong-an`, `dvc-h57-112`; a list of many issuers: the format alone.
    """
    own = listing.format in OWN_LISTS
    named = Counter(row.agency_code if own else row.issuer for row in listing.rows)
    whose: Counter[str] = Counter()
    for name, count in named.items():
        whose[_whose(name)] += count
    (name, count), *_ = whose.most_common(1) or [("", 0)]
    parts = [PREFIXES.get(listing.format, slug(listing.format.value))]
    if name and count >= NEARLY_ALL * len(listing.rows):
        parts.append(name)
    return "-".join(parts)


def _whose(name: str) -> str:
    """Give the slug of a name; what stands in brackets is no part of it (“… (Bộ cũ)”)."""
    return slug(IN_BRACKETS.sub(" ", name))[:LONGEST].strip("-")


def sources_of(listings: Iterable[Listing]) -> dict[str, Listing]:
    """Put the files of one source together: a list may come in several files, or as pages."""
    groups: dict[str, list[Listing]] = {}
    for listing in listings:
        groups.setdefault(source_key(listing), []).append(listing)
    return {key: _together(parts) for key, parts in groups.items()}


def _together(parts: list[Listing]) -> Listing:
    if len(parts) == 1:
        return parts[0]
    totals = [each.declared for each in parts if each.declared is not None]
    summed = sum(totals) if len(totals) == len(parts) else None
    # A page of a portal tells the total of the whole list, a spreadsheet that of itself.
    pages = parts[0].format in PORTAL_LISTS
    return dataclasses.replace(
        parts[0],
        source=", ".join(each.source for each in parts),
        rows=tuple(_without_repeats(parts)),
        columns=frozenset[str]().union(*(each.columns for each in parts)),
        problems=tuple(problem for each in parts for problem in each.problems),
        declared=max(totals, default=None) if pages else summed,
        dated=min((each.dated for each in parts if each.dated), default=None),
    )


def _without_repeats(parts: list[Listing]) -> Iterator[Row]:
    """Give the rows of files, those that an earlier file has left out; a file's own stay."""
    seen: set[tuple[str, str, str]] = set()
    for each in parts:
        keys = [(row.full_code, row.service_code, row.record_id) for row in each.rows]
        yield from (row for row, key in zip(each.rows, keys, strict=True) if key not in seen)
        seen.update(keys)


def snapshot_of(
    listing: Listing, day: dt.date, reason: str = "", previous: Snapshot | None = None
) -> Snapshot:
    """Make the snapshot of an accepted list: of the day the list is dated, else of `day`.

    `reason` is why a person accepted it. A list that says the same as `previous`, which a person
    accepted, keeps that reason.
    """
    groups: dict[str, list[Row]] = {}
    for row in listing.rows:
        groups.setdefault(row.code, []).append(row)
    made = Snapshot(
        source=source_key(listing),
        day=listing.dated or day,
        columns=listing.columns,
        rows=tuple(_row(code, rows) for code, rows in sorted(groups.items())),
        issuers=_of_several(map(issuers_of, groups.values())),
        levels=_of_several(map(levels_of, groups.values())),
        reason=one_line(reason),
    )
    if previous and not reason and (previous.rows, previous.columns) == (made.rows, made.columns):
        return dataclasses.replace(made, reason=previous.reason)
    return made


def _row(code: str, rows: list[Row]) -> SnapshotRow:
    return SnapshotRow(
        code=code,
        name=common_name([row.name for row in rows]),
        field=next((row.field for row in rows if row.field), ""),
        decision="; ".join(_each_once(tuple(map(decision_said, rows)))),
        agencies=_each_once(tuple(name for row in rows for name in row.agencies)),
    )


def decision_said(row: Row) -> str:
    """Give the publishing decision as a list tells it: its number, else the portal's key of it."""
    return row.decision or (f"QDCBID {row.decision_id}" if row.decision_id else "")


def issuers_of(rows: Iterable[Row]) -> set[str]:
    """Give the issuers that rows name."""
    return set(_each_once(tuple(row.issuer for row in rows)))


def levels_of(rows: Iterable[Row]) -> set[str]:
    """Give the levels that rows name, in their words: “Cấp xã, Cấp Bộ” are two."""
    return set(_each_once(tuple(row.levels.replace(",", ";") for row in rows)))


def _of_several(names: Iterable[set[str]]) -> tuple[str, ...]:
    """Give the names of more than one procedure: a stray row's would come and go with it."""
    counts = Counter(name for each in names for name in each)
    return tuple(sorted(name for name, count in counts.items() if count > 1))


# A list says the same issuers and agencies a thousand times.
@functools.lru_cache(maxsize=4096)
def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({part for name in names for part in _parts(name) if part}))


@functools.lru_cache(maxsize=4096)
def _parts(names: str) -> tuple[str, ...]:
    """Split at semicolons: they stand between two names in a snapshot's cells."""
    return tuple(map(one_line, names.split(";")))
