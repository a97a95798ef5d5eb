"""What is wholly missing of a list beside the accepted one before it: the trace of a filter."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.base.text import name_key
from cchc.changes.lists.snapshot_sources import issuers_of, levels_of
from cchc.procedures.snapshots import Snapshot
from cchc.province.content import Listing

# A field with one procedure goes with that procedure; two at once look like a filter.
OF_A_FIELD = 2
SHOWN = 5


def missing_groups(listing: Listing, codes: frozenset[str], before: Snapshot) -> Iterator[str]:
    """Name the issuers, levels and fields of which nothing is left."""
    for title, here, there in (
        ("cơ quan ban hành", issuers_of(listing.rows), before.issuers),
        ("cấp", levels_of(listing.rows), before.levels),
    ):
        keys = set(map(name_key, here))
        if gone := [name for name in there if name_key(name) not in keys]:
            yield f"{title} {quoted(gone)}"
    if fields := _missing_fields(codes, before):
        yield f"lĩnh vực {quoted(fields)}"


def _missing_fields(left: frozenset[str], before: Snapshot) -> list[str]:
    """List the fields whose procedures are all gone; a field with a new name has kept them."""
    groups: dict[str, list[str]] = {}
    for row in before.rows:
        if row.field:
            groups.setdefault(row.field, []).append(row.code)
    return [
        field
        for field, codes in sorted(groups.items())
        if len(codes) >= OF_A_FIELD and not any(code in left for code in codes)
    ]


def quoted(names: list[str]) -> str:
    """Name the first few and count the others."""
    shown = ", ".join(f"“{name}”" for name in names[:SHOWN])
    return shown + (f" và {len(names) - SHOWN} nữa" if len(names) > SHOWN else "")
