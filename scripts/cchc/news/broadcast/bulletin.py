"""What the province changed, as a piece to read: by decision and day, in plain words; pure.

Only what counts is read: versions that a person has confirmed or that nobody contests; a decision
that still waits is told to the announcer, not to the listeners.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from cchc.base.clock import show_date
from cchc.news.broadcast.changes import KINDS, Change, told, whole_names
from cchc.news.broadcast.piece import Block, Piece
from cchc.procedures.decision import Decision, DecisionState, DocumentKind
from cchc.procedures.store import Catalogue, counted

TITLE = "Bản tin thay đổi về thủ tục hành chính"
MORE = "Danh sách đầy đủ có ở mục Thay đổi trên trang thông tin của phường."
WHERE = (
    "Nội dung từng thủ tục có trên trang thông tin của phường; bà con cũng có thể hỏi tại nơi tiếp"
    " nhận hồ sơ của phường."
)


@dataclass(frozen=True, slots=True)
class Span:
    """The days a bulletin is about: since when, and the day it is read."""

    since: dt.date
    day: dt.date


def bulletin(catalogue: Catalogue, decisions: tuple[Decision, ...], span: Span) -> Piece:
    """Make the bulletin of what took effect since a day, and of what is known to come."""
    every = sorted(_changes(catalogue, span), key=_order)
    past = [each for each in every if each.entry.effective <= span.day]
    coming = [each for each in every if each.entry.effective > span.day]
    issuers = {each.number: each.issuer for each in decisions if each.issuer}
    tell = partial(_part, catalogue=catalogue, issuers=issuers)
    blocks = [Block(_summary(past, coming, span)), *tell(past)]
    if coming:
        blocks += [Block("Sắp có hiệu lực", heading=True), *tell(coming)]
    if every:
        blocks.append(Block(WHERE))
    remarks = (*_waiting(decisions), *_untold(catalogue, span), *whole_names(every))
    return Piece(TITLE, "", tuple(blocks), {}, remarks, MORE if every else "")


def _changes(catalogue: Catalogue, span: Span) -> Iterator[Change]:
    for versions in catalogue.versions.values():
        for version in counted(versions):
            for entry in version.procedure.history:
                # A version carries the whole history: each entry is news in its own version.
                if entry.effective == version.effective and entry.effective >= span.since:
                    yield Change(version.procedure, entry)


def _untold(catalogue: Catalogue, span: Span) -> Iterator[str]:
    """Tell of texts that take over in these days and name no decision: nobody could say why."""
    codes = [
        code
        for code, versions in catalogue.versions.items()
        for each in counted(versions)
        if each.effective and each.effective >= span.since
        if not any(entry.effective == each.effective for entry in each.procedure.history)
    ]
    if codes:
        every = ", ".join(dict.fromkeys(codes))
        yield f"Có nội dung mới mà `lich_su` không ghi quyết định nào, chưa đọc: {every}."


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
        first = f"{days} có {_counts(past)}."
    return f"{first} Sắp tới có {_counts(coming)}." if coming else first


def _counts(changes: list[Change]) -> str:
    counts = ((words, sum(c.kind is kind for c in changes)) for kind, words in KINDS.items())
    every = [f"{count} {words}" for words, count in counts if count]
    return " và ".join(filter(None, (", ".join(every[:-1]), every[-1])))


def _part(
    changes: list[Change], catalogue: Catalogue, issuers: Mapping[str, str]
) -> Iterator[Block]:
    """Tell decision by decision, in each kind by kind, one block a procedure."""
    for (day, _), of_one in groupby(
        changes, lambda c: (c.entry.effective, c.entry.decision.number)
    ):
        these = list(of_one)
        published = these[0].entry.decision
        signed = f" ngày {show_date(published.date)}" if published.date else ""
        issuer = published.issuer or issuers.get(published.number, "")
        owner = f" của {issuer}" if issuer else ""
        since = f"có hiệu lực từ ngày {show_date(day)}"
        begin = f"Quyết định số {published.number}{signed}{owner} {since}. "
        for kind, of_kind in groupby(these, lambda c: c.kind):
            same = list(of_kind)
            yield Block(f"{begin}Có {len(same)} {KINDS[kind]}.")
            begin = ""
            yield from (Block(told(each, catalogue)) for each in same)


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
