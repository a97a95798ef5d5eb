"""One procedure as the board tells it: the answers and parts of its posting sheet, as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from cchc.base.clock import show_date
from cchc.procedures.completeness import missing_parts
from cchc.site import wording
from cchc.site.board.dots import dots
from cchc.site.contact import Place, place
from cchc.site.history.events import marks
from cchc.site.portal import Entry, Portal
from cchc.site.sheets.detail import Detail
from cchc.site.sheets.parts import CaseRows, PaperRow, parts
from cchc.site.sheets.replies import replies

Data: TypeAlias = dict[str, object]
# Read standing, from a metre away: more than a sheet's brief form, less than the page.
DETAIL = Detail(name=240, note=140, step=220, way=160, other=300, notes=3, cautions=99)


def told(entry: Entry, portal: Portal) -> Data:
    """Give what the screen of a procedure shows; the code is its key in the file."""
    procedure = entry.procedure
    at = place(portal.counter_of(procedure), portal)
    # A sheet sets them in two columns; the screen asks what people ask, in their order.
    limit, where, cost, ways = replies(procedure, at, DETAIL)
    return {
        "title": entry.title,
        "field": entry.field.name,
        "names": list(procedure.plain_names[:2]),
        "marks": [list(each) for each in marks(entry, portal)],
        "warnings": [list(each) for each in _warnings(entry, portal, at)],
        "answers": [
            [each.question, each.term, list(each.lines)] for each in (limit, cost, where, ways)
        ],
        "parts": [
            [each.title, each.term, each.kind, list(each.lines), list(map(_case, each.cases))]
            for each in parts(procedure, DETAIL)
        ],
        "qr": dots(portal.public_address(entry)),
        "ask": _whom(portal, at),
    }


def _case(case: CaseRows) -> list[object]:
    return [case.name, [_paper(each) for each in case.papers], list(case.notes)]


def _paper(paper: PaperRow) -> list[str]:
    return [paper.name, paper.note, paper.originals, paper.copies]


def _whom(portal: Portal, at: Place | None) -> str:
    return at.name if at else portal.ward.agency.name


def _warnings(entry: Entry, portal: Portal, at: Place | None) -> Iterator[tuple[str, str]]:
    """Say what a reader must know first, as title and text."""
    procedure = entry.procedure
    if entry.since:
        yield "Chưa có hiệu lực", f"Áp dụng từ ngày {show_date(entry.since)}."
    missing = ", ".join(each.title for each in missing_parts(procedure))
    if missing:
        yield (
            "Chưa đủ nội dung",
            f"Còn thiếu: {missing}. Cần biết thêm thì hỏi {_whom(portal, at)}.",
        )
    if procedure.confirmed is None:
        source = wording.source_and_day(procedure)
        words = f"Lấy từ {source}; chưa có người của đơn vị soát." if source else "Chưa có ai soát."
        yield wording.UNCONFIRMED, words
    coming = portal.coming.get(procedure.code)
    if coming and coming.effective and not entry.since:
        what = "Bị bãi bỏ" if coming.procedure.abolished else "Có nội dung mới"
        yield (
            f"{what} từ ngày {show_date(coming.effective)}",
            "Từ ngày ấy nội dung này không còn đúng.",
        )
