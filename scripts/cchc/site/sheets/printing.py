"""Sheets and index to PDF: each sheet as full as fits on one page, else on two; pure but fonts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Any

import typst

from cchc.base.clock import show_date
from cchc.site.portal import Entry, Portal
from cchc.site.sheets.detail import BRIEF, FULL, MEDIUM, Detail
from cchc.site.sheets.fonts import FAMILY
from cchc.site.sheets.index import Index
from cchc.site.sheets.sheet import Sheet, sheet
from cchc.site.sheets.typesetting import Typeset, ends, pdf

SHEETS, INDEX = "sheets.typ", "index.typ"
TITLE = "Niêm yết thủ tục hành chính"


@dataclass(frozen=True, slots=True)
class Printed:
    """What was set, and the sheets in it with the pages each takes."""

    typeset: Typeset
    sheets: tuple[Sheet, ...]


def print_sheets(entries: Sequence[Entry], portal: Portal, fonts: typst.Fonts) -> Printed:
    """Set the sheets of procedures, in the order given."""
    sheets = fitted(entries, portal, fonts)
    return Printed(pdf(SHEETS, _data(sheets, portal), fonts, portal.day), sheets)


def print_index(index: Index, portal: Portal, fonts: typst.Fonts) -> Typeset:
    """Set the index of procedures and the list of sheets to take down."""
    data = {**_head(portal, index.title), **asdict(index)}
    return pdf(INDEX, data, fonts, portal.day)


def fitted(entries: Sequence[Entry], portal: Portal, fonts: typst.Fonts) -> tuple[Sheet, ...]:
    """Choose how full each is: one page if the full or the medium text fits, else two.

    What fits on neither stays brief, on as many pages as it takes: no paper is left out.
    """

    def tried(some: Sequence[Entry], detail: Detail) -> dict[str, Sheet]:
        return _measured(tuple(sheet(each, portal, detail) for each in some), portal, fonts)

    full = tried(entries, FULL)
    long = [each for each in entries if full[each.procedure.code].pages > 1]
    medium = tried(long, MEDIUM)
    longer = [each for each in long if medium[each.procedure.code].pages > 2]  # noqa: PLR2004
    brief = tried(longer, BRIEF)
    return tuple(
        _chosen([m[each.procedure.code] for m in (full, medium, brief) if each.procedure.code in m])
        for each in entries
    )


def _chosen(tries: list[Sheet]) -> Sheet:
    """Take the fullest on one page, else the fullest on two, else the briefest."""
    for most in (1, 2):
        for each in tries:
            if each.pages <= most:
                return each
    return tries[-1]


def _measured(sheets: tuple[Sheet, ...], portal: Portal, fonts: typst.Fonts) -> dict[str, Sheet]:
    """Set the sheets to learn how many pages each takes; a QR code's place is enough for that."""
    bare = tuple(replace(s, qr=replace(s.qr, svg="") if s.qr else None) for s in sheets)
    last = (0, *ends(SHEETS, _data(bare, portal), fonts)) if bare else (0,)
    pages = (after - before for before, after in pairwise(last))
    return {s.code: replace(s, pages=n) for s, n in zip(sheets, pages, strict=True)}


def _data(sheets: tuple[Sheet, ...], portal: Portal) -> dict[str, Any]:
    return {**_head(portal, TITLE), "sheets": [asdict(each) for each in sheets]}


def _head(portal: Portal, title: str) -> dict[str, Any]:
    agency, day = portal.ward.agency, portal.day
    return {
        "families": [FAMILY],
        "title": f"{title}: {agency.name}",
        "agency": agency.name,
        "superior": agency.superior,
        "day": [day.year, day.month, day.day],
        "printed": printed_on(day),
    }


def printed_on(day: dt.date) -> str:
    """Say of which day the sheet is."""
    return f"In theo dữ liệu ngày {show_date(day)}"
