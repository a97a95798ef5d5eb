"""The index sheet: every procedure with its code, by field; and the sheets to take down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from cchc.base.clock import show_date
from cchc.site import wording
from cchc.site.addresses import PROCEDURES
from cchc.site.portal import Entry, Portal
from cchc.site.sheets.sheet import Code, qr_code

TITLE = "Danh mục thủ tục hành chính"
KICKER = "Niêm yết danh mục"
ENDED = "Tờ niêm yết cần gỡ"
ENDED_WORDS = (
    "Các thủ tục sau đã bãi bỏ, không còn áp dụng. Gỡ tờ niêm yết của chúng khỏi bảng; trang này"
    " dành cho người làm việc ấy, không dán lên bảng."
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One field: its heading, and a row (number, code, name) a procedure."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """All texts of the index; `ended` has a row a sheet to take down, six texts each."""

    title: str
    kicker: str
    facts: tuple[str, ...]
    qr: Code | None
    shelves: tuple[Shelf, ...]
    ended: tuple[tuple[str, ...], ...]
    ended_title: str = ENDED
    ended_words: str = ENDED_WORDS


def index(entries: Sequence[Entry], ended: Sequence[Entry], portal: Portal) -> Index:
    """Make the index of procedures that are together by field already."""
    shelves = tuple(
        Shelf(f"{name} ({len(every)})", tuple(_row(n, e) for n, e in enumerate(every, 1)))
        for name, every in ((k, tuple(g)) for k, g in groupby(entries, lambda e: e.field.name))
    )
    address = f"{portal.site_url.rstrip('/')}/{PROCEDURES}" if portal.site_url else ""
    fields = f"{len(entries)} thủ tục, {len(shelves)} lĩnh vực, ngày {show_date(portal.day)}."
    return Index(
        title=TITLE,
        kicker=KICKER,
        facts=(fields, *_reading(address, portal)),
        qr=qr_code(address, "Quét để tìm thủ tục"),
        shelves=shelves,
        ended=tuple(_ended_row(n, each) for n, each in enumerate(ended, 1)),
    )


def _reading(address: str, portal: Portal) -> tuple[str, ...]:
    where = address or portal.ward.national_portal
    return (f"Nội dung từng thủ tục: {where}",) if where else ()


def _row(number: int, entry: Entry) -> tuple[str, str, str]:
    return str(number), entry.procedure.code, entry.title


def _ended_row(number: int, entry: Entry) -> tuple[str, ...]:
    end = entry.procedure.abolished
    since, by = "", ""
    new: tuple[str, ...] = ()
    if end:
        since, by, new = show_date(end.since), wording.decision(end.decision), end.replaced_by
    return str(number), entry.procedure.code, entry.title, since, by, ", ".join(new) or "–"
