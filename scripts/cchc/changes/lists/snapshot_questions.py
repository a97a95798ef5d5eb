"""What the last accepted list of a source said of the ward's procedures and this one does not."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from cchc.base.clock import show_date
from cchc.base.text import name_key
from cchc.changes.findings import ABSENT, Question
from cchc.changes.lists.snapshot_sources import snapshot_of
from cchc.procedures.model import Procedure
from cchc.procedures.snapshots import Snapshot, SnapshotRow
from cchc.province.content import Listing
from cchc.province.numbers import document_number

NEW_DECISION, OTHER_NAME = "quyet_dinh_moi", "ten_khac"


def questions_since(
    ward: Mapping[str, Procedure], listing: Listing, previous: Snapshot | None
) -> tuple[Question, ...]:
    """Ask what a list changes, for the ward, against the last accepted one of its source.

    At most one question of a kind for a code; none where nothing was accepted before.
    """
    if previous is None:
        return ()
    # Only the ward's rows are asked about: no need to take all the others together.
    ours_only = tuple(row for row in listing.rows if row.code in ward)
    now = snapshot_of(dataclasses.replace(listing, rows=ours_only), previous.day).by_code
    asked: list[Question] = []
    for before in previous.rows:
        ours, row = ward.get(before.code), now.get(before.code)
        if ours is None:
            continue
        if row is None:
            asked.append(_gone(ours, previous.day, listing.source))
            continue
        asked.extend(_decision(ours, before, row, listing.source))
        if "ten" in listing.columns:
            asked.extend(_name(ours, before, row, listing.source))
    return tuple(asked)


def each_once(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Keep the first question of a kind for each code (or name, where there is no code)."""
    first: dict[tuple[str, str, str], Question] = {}
    for each in questions:
        first.setdefault((each.kind, each.code or each.name, each.decision), each)
    return tuple(first.values())


def _gone(ours: Procedure, day: dt.date, source: str) -> Question:
    text = (
        "Phường đang có thủ tục này; danh sách được nhận gần nhất của nguồn này"
        f" ({show_date(day)}) còn có mã này, danh sách mới thì không. Vắng trong danh sách không có"
        " nghĩa là bãi bỏ: cần tìm quyết định bãi bỏ, thay thế hoặc hỏi nơi lập danh sách."
    )
    return Question(ABSENT, ours.code, ours.name, text, source)


def _decision(
    ours: Procedure, before: SnapshotRow, now: SnapshotRow, source: str
) -> Iterator[Question]:
    """Ask about a changed publishing decision, unless our file names the new one already."""
    was, new = before.decision, now.decision
    if not was or not new or _key(was) == _key(new):
        return
    if ours.decision and _key(ours.decision.number) == _key(new):
        return
    text = (
        f"đã có quyết định mới: trước {was}, nay {new}; tìm quyết định này để biết thủ tục sửa đổi,"
        " thay thế hay bãi bỏ phần nào"
    )
    yield Question(NEW_DECISION, ours.code, ours.name, text, source, about=new)


def _key(number: str) -> str:
    return document_number(number).upper()


def _name(
    ours: Procedure, before: SnapshotRow, now: SnapshotRow, source: str
) -> Iterator[Question]:
    """Ask about a changed name, unless our file has the new one already."""
    if name_key(now.name) in {name_key(before.name), name_key(ours.name)}:
        return
    text = (
        f"danh sách đổi tên: trước “{before.name}”, nay “{now.name}”; phường ghi “{ours.name}”. Xem"
        " có phải thủ tục khác hay quyết định đã sửa tên"
    )
    yield Question(OTHER_NAME, ours.code, ours.name, text, source, about=now.name)
