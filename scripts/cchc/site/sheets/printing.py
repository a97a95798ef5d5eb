"""Sheets and index to PDF: each sheet as full as fits on one page, else on two; pure but fonts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import typst

from cchc.base.clock import show_date
from cchc.site.portal import Entry, Portal
from cchc.site.sheets.fitting import fit
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
    """Make the sheets as full as fits on one page, else on two; each knows its pages."""

    def measure(sheets: Sequence[Sheet]) -> list[int]:
        # As they will be printed, QR codes and all: typst keeps what it has set once.
        last = ends(SHEETS, _data(sheets, portal), fonts)
        return [after - before for before, after in pairwise((0, *last))]

    return fit((partial(sheet, each, portal) for each in entries), measure)


def _data(sheets: Sequence[Sheet], portal: Portal) -> dict[str, Any]:
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
