"""What the province changed, as a piece to read: by decision and day, in plain words; pure.

Only what counts is read: versions that a person has confirmed or that nobody contests; a decision
that still waits is told to the announcer, not to the listeners.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cchc.base.clock import show_date
from cchc.base.text import sentence_case
from cchc.news.broadcast.piece import Block, Piece
from cchc.procedures.decision import Decision, DecisionState, DocumentKind
from cchc.procedures.history import HistoryEntry
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue, counted
from cchc.procedures.terms import ChangeKind

KINDS = {
    ChangeKind.NEW: "thủ tục mới",
    ChangeKind.AMENDED: "thủ tục được sửa đổi, bổ sung",
    ChangeKind.REPLACED: "thủ tục được thay thế",
    ChangeKind.ABOLISHED: "thủ tục bị bãi bỏ",
    ChangeKind.STANDARDISED: "thủ tục được chuẩn hóa",
}
MORE = "Danh sách đầy đủ có ở mục Thay đổi trên trang thông tin của phường."
WHERE = (
    "Nội dung từng thủ tục có trên trang thông tin của phường; bà con cũng có thể hỏi tại nơi tiếp"
    " nhận hồ sơ của phường."
)
LEADING = "thủ tục "


@dataclass(frozen=True, slots=True)
class Change:
    """One procedure changed by one decision from one day on."""

    procedure: Procedure
    entry: HistoryEntry

    @property
    def kind(self) -> ChangeKind:
        """What happened; the old one of a replacement is at its end."""
        return ChangeKind.ABOLISHED if self.procedure.abolished else self.entry.kind


@dataclass(frozen=True, slots=True)
class Span:
    """The days a bulletin is about: since when, and the day it is read."""

    since: dt.date
    day: dt.date


def bulletin(catalogue: Catalogue, decisions: Iterable[Decision], span: Span) -> Piece:
    """Make the bulletin of what took effect since a day, and of what is known to come."""
    every = sorted(_changes(catalogue, span), key=_order)
    past = [each for each in every if each.entry.effective <= span.day]
    coming = [each for each in every if each.entry.effective > span.day]
    title = f"Thủ tục hành chính thay đổi từ ngày {show_date(span.since)}"
    blocks = [Block(_summary(past, coming, span)), *_part(past, catalogue)]
    if coming:
        blocks += [Block("Sắp có hiệu lực", heading=True), *_part(coming, catalogue)]
    if every:
        blocks.append(Block(WHERE))
    remarks = tuple(_waiting(decisions))
    return Piece(title, "", tuple(blocks), {}, remarks, MORE if every else "")


def _changes(catalogue: Catalogue, span: Span) -> Iterator[Change]:
    for versions in catalogue.versions.values():
        for version in counted(versions):
            for entry in version.procedure.history:
                # A version carries the whole history: each entry is news in its own version.
                if entry.effective == version.effective and entry.effective >= span.since:
                    yield Change(version.procedure, entry)


def _order(change: Change) -> tuple[dt.date, str, int, str]:
    entry = change.entry
    return (
        entry.effective,
        entry.decision.number,
        list(KINDS).index(change.kind),
        change.procedure.code,
    )


def _summary(past: list[Change], coming: list[Change], span: Span) -> str:
    days = f"Từ ngày {show_date(span.since)} đến ngày {show_date(span.day)}"
    if not past:
        first = f"{days}, không có thay đổi nào về thủ tục hành chính của phường có hiệu lực."
    else:
        first = f"{days}, {_counts(past)}."
    return f"{first} Sắp tới có {_counts(coming)}." if coming else first


def _counts(changes: list[Change]) -> str:
    counts = ((words, sum(c.kind is kind for c in changes)) for kind, words in KINDS.items())
    every = [f"{count} {words}" for words, count in counts if count]
    return " và ".join(filter(None, (", ".join(every[:-1]), every[-1])))


def _part(changes: list[Change], catalogue: Catalogue) -> Iterator[Block]:
    """Tell decision by decision, in each kind by kind, one block a procedure."""
    for (day, _), of_one in groupby(
        changes, lambda c: (c.entry.effective, c.entry.decision.number)
    ):
        these = list(of_one)
        published = these[0].entry.decision
        signed = f" ngày {show_date(published.date)}" if published.date else ""
        owner = f" của {published.issuer}" if published.issuer else ""
        yield Block(
            f"Quyết định số {published.number}{signed}{owner} có hiệu lực từ ngày {show_date(day)}."
        )
        for kind, of_kind in groupby(these, lambda c: c.kind):
            same = list(of_kind)
            yield Block(f"Có {len(same)} {KINDS[kind]}.")
            yield from (Block(_told(each, catalogue)) for each in same)


def _told(change: Change, catalogue: Catalogue) -> str:
    procedure = change.procedure
    said = _name(procedure)
    if change.kind is ChangeKind.ABOLISHED and procedure.abolished:
        new = [_name_of(code, catalogue) for code in procedure.abolished.replaced_by]
        return f"{said}. Thay vào đó là {'; '.join(new)}." if new else f"{said}."
    parts = [_part_name(key) for key in change.entry.parts]
    words = change.entry.words
    if parts:
        said = f"{said}. Thay đổi ở phần {', '.join(parts).lower()}"
    return f"{said}. {words}" if words else f"{said}."


def _name(procedure: Procedure) -> str:
    """Name a procedure as people do, the legal name first."""
    name = sentence_case(procedure.name).rstrip(" .;")
    name = name[len(LEADING) :] if name.lower().startswith(LEADING) else name
    plain = f", thường gọi là {procedure.plain_names[0].lower()}" if procedure.plain_names else ""
    return f"Thủ tục {name[:1].lower() + name[1:]}{plain}"


def _name_of(code: str, catalogue: Catalogue) -> str:
    versions = catalogue.versions.get(code)
    return _name(versions[-1].procedure).lower() if versions else f"thủ tục mã {code}"


def _part_name(key: str) -> str:
    """Give the title of a part by its key in the file; an unknown key as it is."""
    for field in Procedure.model_fields.values():
        if field.alias == key:
            return field.title or key
    return key


def _waiting(decisions: Iterable[Decision]) -> Iterator[str]:
    waiting = [
        each.number
        for each in decisions
        if each.state is DecisionState.PROPOSED and each.document_kind is not DocumentKind.INTERNAL
    ]
    if waiting:
        yield f"Còn {len(waiting)} quyết định chờ xác nhận, chưa đọc: {', '.join(waiting)}."
    confirmed = [
        e.number for e in decisions if e.state is DecisionState.CONFIRMED and not e.applied
    ]
    if confirmed:
        yield (
            f"Đã xác nhận mà chưa ghi vào thủ tục, chưa đọc: {', '.join(confirmed)}; chạy"
            " `cchc apply` rồi làm lại bản tin."
        )
