"""One procedure as a posting sheet: what its page says, in brief; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.clock import show_date
from cchc.procedures.completeness import missing_parts
from cchc.site import wording
from cchc.site.addresses import host
from cchc.site.contact import Place, place
from cchc.site.portal import Entry, Portal
from cchc.site.sheets.code_drawing import drawn
from cchc.site.sheets.detail import CUT, Detail
from cchc.site.sheets.parts import SheetPart, parts
from cchc.site.sheets.replies import Reply, replies

POSTING = "Niêm yết thủ tục hành chính"
# What has not all its parts must not look like a sheet that has.
NOT_WHOLE = "Thủ tục hành chính: bản chưa đủ nội dung"
# Points of the title by its length: names run from 15 letters to 919.
SIZES = ((70, 20), (130, 16), (260, 13), (500, 11))
SMALLEST = 9.5
SCAN = "Quét để đọc đầy đủ"


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: the drawing, the words beside it, the words for those who do not see it."""

    svg: str
    words: str
    alt: str


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that whoever reads the sheet must know first."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All texts of one sheet; `size` is the title's in points, `reading` where all can be read.

    `pages` is how many it takes, known once it has been set.
    """

    code: str
    title: str
    size: float
    kicker: str
    facts: tuple[str, ...]
    qr: Code | None
    reading: str
    warnings: tuple[Warned, ...]
    answers: tuple[Reply, ...]
    parts: tuple[SheetPart, ...]
    ending: str
    dense: bool
    pages: int = 1


def sheet(entry: Entry, portal: Portal, detail: Detail) -> Sheet:
    """Make the sheet of a procedure in force, its texts cut to a detail."""
    procedure = entry.procedure
    at = place(portal.counter_of(procedure), portal)
    answers = replies(procedure, at, detail)
    below = parts(procedure, detail)
    address = portal.public_address(entry)
    reading = _reading(entry, portal, at)
    return Sheet(
        code=procedure.code,
        title=entry.title,
        size=_size(entry.title),
        kicker=NOT_WHOLE if missing_parts(procedure) else POSTING,
        facts=tuple(_facts(entry)),
        qr=qr_code(address, SCAN),
        reading=reading,
        warnings=tuple(_warnings(entry, portal, at)),
        answers=answers,
        parts=below,
        ending=" ".join(_ending(entry, reading, cut=_is_cut(answers, below))),
        dense=detail.dense,
    )


def qr_code(address: str, words: str) -> Code | None:
    """Draw an address; None where there is none."""
    return Code(drawn(address), words, f"Mã QR dẫn đến {address}") if address else None


def _size(title: str) -> float:
    return next((size for most, size in SIZES if len(title) <= most), SMALLEST)


def _facts(entry: Entry) -> Iterator[str]:
    procedure = entry.procedure
    yield f"Mã thủ tục: {procedure.code}"
    levels = ", ".join(level.label for level in procedure.levels)
    yield f"Lĩnh vực: {entry.field.name}" + (f". {levels}" if levels else "")
    if procedure.plain_names:
        yield f"Quen gọi: {'; '.join(procedure.plain_names[:2])}"
    if procedure.decision:
        yield f"Công bố: {wording.decision(procedure.decision)}"


def _reading(entry: Entry, portal: Portal, at: Place | None) -> str:
    """Say where the whole text is: the page, else the national portal, else whom to ask."""
    if address := portal.public_address(entry):
        return f"Đọc đầy đủ tại {address}"
    whom = at.name if at else portal.ward.agency.name
    if portal.ward.national_portal:
        national = host(portal.ward.national_portal)
        code = entry.procedure.code
        return f"Đọc đầy đủ trên Cổng Dịch vụ công quốc gia {national}, tìm mã {code}; hỏi {whom}"
    return f"Cần đọc đầy đủ thì hỏi {whom}"


def _warnings(entry: Entry, portal: Portal, at: Place | None) -> Iterator[Warned]:
    procedure = entry.procedure
    missing = ", ".join(each.title for each in missing_parts(procedure))
    whom = at.name if at else portal.ward.agency.name
    if missing:
        yield Warned("Chưa đủ nội dung", f"Còn thiếu: {missing}. Cần biết thêm thì hỏi {whom}.")
    if procedure.confirmed is None:
        source = wording.source_and_day(procedure)
        words = f"Lấy từ {source}; chưa có người của đơn vị soát." if source else "Chưa có ai soát."
        yield Warned(wording.UNCONFIRMED, words)
    coming = portal.coming.get(procedure.code)
    if coming and coming.effective:
        what = "Bãi bỏ" if coming.procedure.abolished else "Có nội dung mới"
        text = "Từ ngày ấy tờ này không còn đúng: gỡ hoặc thay tờ mới."
        yield Warned(f"{what} từ ngày {show_date(coming.effective)}", text)


def _is_cut(answers: tuple[Reply, ...], below: tuple[SheetPart, ...]) -> bool:
    texts = [line for each in answers for line in each.lines]
    texts += [line for each in below for line in each.lines]
    papers = [paper for each in below for case in each.cases for paper in case.papers]
    texts += [text for paper in papers for text in (paper.name, paper.note)]
    return any(text.endswith(CUT) for text in texts)


def _ending(entry: Entry, reading: str, *, cut: bool) -> Iterator[str]:
    if cut:
        yield f"Chỗ có dấu “{CUT}” là ghi gọn."
    yield f"{reading}."
    if source := wording.source_and_day(entry.procedure):
        yield f"Nguồn: {source}."
    if confirmed := entry.procedure.confirmed:
        yield f"Đơn vị xác nhận ngày {show_date(confirmed.date)}."
