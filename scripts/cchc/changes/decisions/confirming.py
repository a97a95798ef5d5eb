"""A person confirms a decision, dismisses it, notes its posting: its next state; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cchc.base.clock import show_date
from cchc.base.problems import Problem, Refused
from cchc.changes.findings import DecisionFlags
from cchc.procedures.decision import (
    Decision,
    DecisionAct,
    DecisionConfirmation,
    DecisionLogEntry,
    DecisionState,
    DocumentKind,
    Item,
)

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Confirming:
    """What a person says: who, on which day, since when it holds, which codes alone, a remark."""

    by: str
    day: dt.date
    effective: dt.date | None = None
    only: Collection[str] = ()
    remark: str = ""


def confirm(found: DecisionFlags, said: Confirming, path: str) -> Decision:
    """Give the confirmed decision. Raise `Refused` with everything that still stands in the way.

    Items outside `only` stay in the file, marked as left out. `path` is the decision's file.
    """
    faults = [Problem(path, 1, message) for message in _faults(found, said)]
    if faults:
        raise Refused(faults)
    decision = found.decision
    effective = said.effective or decision.effective
    items = tuple(_chosen(item, said.only) for item in decision.items)
    remark = "; ".join(filter(None, (said.remark, _moved(decision, said))))
    return decision.model_copy(
        update={
            "state": DecisionState.CONFIRMED,
            "effective": effective,
            "must_ask": False,
            "items": items,
            "confirmed": DecisionConfirmation(by=said.by, date=said.day, remark=remark),
            "log": (*decision.log, _entry(DecisionAct.CONFIRMED, said.day, said.by, remark)),
        }
    )


def dismiss(decision: Decision, because: str, by: str, day: dt.date, path: str) -> Decision:
    """Give the decision left aside, with the reason. Raise `Refused` where it is in use."""
    if decision.state is DecisionState.CONFIRMED:
        message = "quyết định đã xác nhận; muốn bỏ thì dùng `cchc decision revert` trước"
        raise Refused([Problem(path, 1, message)])
    return decision.model_copy(
        update={
            "state": DecisionState.DISMISSED,
            "confirmed": DecisionConfirmation(by=by, date=day, remark=because),
            "log": (*decision.log, _entry(DecisionAct.DISMISSED, day, by, because)),
        }
    )


def posted(decision: Decision, on: dt.date, by: str, day: dt.date, path: str) -> Decision:
    """Give the decision with the day its procedures were posted on the notice board."""
    if decision.state is not DecisionState.CONFIRMED:
        raise Refused([Problem(path, 1, "quyết định chưa xác nhận; xác nhận rồi mới niêm yết")])
    entry = _entry(DecisionAct.POSTED, day, by, f"niêm yết ngày {show_date(on)}")
    return decision.model_copy(update={"posted": on, "log": (*decision.log, entry)})


def _faults(found: DecisionFlags, said: Confirming) -> Iterator[str]:
    decision, effective = found.decision, said.effective or found.decision.effective
    if not said.by.strip():
        yield '--by để trống; ghi họ tên hoặc chức danh người xác nhận: --by "…"'
    if decision.document_kind is DocumentKind.INTERNAL:
        yield "quyết định về quy trình nội bộ, không phải công bố thủ tục: không có gì để xác nhận"
        return
    if decision.state is DecisionState.CONFIRMED and decision.confirmed:
        when = show_date(decision.confirmed.date)
        yield (
            f"đã xác nhận ngày {when} bởi {decision.confirmed.by}; muốn làm lại thì"
            " `cchc decision revert` trước"
        )
        return
    if not any(sign.isdigit() for sign in decision.number):
        yield "chưa rõ số quyết định; xem bản giấy, điền `so` trong tệp rồi xác nhận"
    if effective is None:
        yield "chưa rõ ngày hiệu lực; hỏi cơ quan ban hành rồi thêm --effect NGÀY (như 01/12/2026)"
    elif decision.signed and effective < decision.signed:
        yield (
            f"ngày hiệu lực {show_date(effective)} trước ngày ký {show_date(decision.signed)};"
            " xem lại"
        )
    yield from _unknown(decision, said.only)
    yield from _unclear(found, said.only)


def _unknown(decision: Decision, only: Collection[str]) -> Iterator[str]:
    named = {code for item in decision.items for code in (item.code, *item.replaces) if code}
    strange = sorted(set(only) - named)
    if strange:
        yield f"--only có mã không đứng trong quyết định: {', '.join(strange)}"
    elif not decision.items:
        yield "máy không đọc được thủ tục nào trong quyết định; điền `muc` trong tệp, hoặc bỏ qua"


def _unclear(found: DecisionFlags, only: Collection[str]) -> Iterator[str]:
    """Tell of the ward's items that cannot be carried out as they stand."""
    for flag in found.items:
        item = flag.item
        if not flag.concerns_ward or (only and not _is_chosen(item, only)):
            continue
        lacks = [
            what for what, is_there in (("mã", item.code), ("loại", item.kind)) if not is_there
        ]
        if lacks:
            yield (
                f"“{item.name[:SHOWN]}” chưa có {' và '.join(lacks)}; điền vào `muc` của tệp này,"
                " hoặc chỉ xác nhận các mã đã rõ bằng --only"
            )


def _chosen(item: Item, only: Collection[str]) -> Item:
    left_out = bool(only) and not _is_chosen(item, only)
    return item.model_copy(update={"skipped": left_out})


def _is_chosen(item: Item, only: Collection[str]) -> bool:
    return any(code in only for code in (item.code, *item.replaces))


def _moved(decision: Decision, said: Confirming) -> str:
    """Say that the person gave another day of effect than the decision's text."""
    if said.effective is None or decision.effective in (None, said.effective):
        return ""
    return f"ngày hiệu lực máy đọc: {show_date(decision.effective)}"


def _entry(act: DecisionAct, day: dt.date, by: str, remark: str) -> DecisionLogEntry:
    return DecisionLogEntry(act=act, date=day, by=by, remark=remark)
