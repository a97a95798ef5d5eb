"""What a decision means for this ward, item by item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from cchc.base.clock import show_date
from cchc.base.text import name_key
from cchc.changes.decisions.decision_questions import of_another_place, questions_of
from cchc.changes.findings import DecisionFlags, ItemFlag
from cchc.procedures.decision import Decision, DocumentKind, Item
from cchc.procedures.history import Abolition
from cchc.procedures.model import Procedure
from cchc.procedures.terms import ChangeKind, Level
from cchc.province.levels import WardLevel

DECIDES = "phường giải quyết"
RECEIVES = "phường tiếp nhận"
HOLDS = "phường đang niêm yết"
SAME_NAME = "trùng tên thủ tục phường đang niêm yết"
NOT_WARD = "không thuộc phường"
UNPLACED = "chưa rõ cấp, cần xem"
ADDS = (ChangeKind.NEW, ChangeKind.REPLACED)


def flag_decision(
    decision: Decision,
    ward: Mapping[str, Procedure],
    level: WardLevel,
    deadline: dt.date | None,
    ended: Mapping[str, Procedure] = MappingProxyType({}),
) -> DecisionFlags:
    """Look at every item of a publishing decision; an internal workflow has none. Pure.

    `ward` are the ward's procedures in force by code, `ended` its tombstones, `deadline` the last
    day for posting.
    """
    if decision.document_kind is DocumentKind.INTERNAL:
        return DecisionFlags(decision, (), ())
    flags = tuple(_flag(item, ward, ended, level, decision.effective) for item in decision.items)
    concerning = (flag.item for flag in flags if flag.concerns_ward)
    unplaced = sum(flag.unplaced for flag in flags)
    asked = of_another_place(decision, level)
    asked += questions_of(decision, concerning, ward, ended, unplaced)
    return DecisionFlags(decision, flags, asked, deadline)


def _flag(
    item: Item,
    ward: Mapping[str, Procedure],
    ended: Mapping[str, Procedure],
    level: WardLevel,
    effective: dt.date | None,
) -> ItemFlag:
    why = _why(item, {**ended, **ward}, level)
    if not why:
        unplaced = not item.levels and not item.received_at
        why = UNPLACED if unplaced else NOT_WARD
        return ItemFlag(item, concerns_ward=False, why=why, meaning="", unplaced=unplaced)
    stone = ended.get(item.code or "")
    if stone and stone.abolished and item.kind is ChangeKind.ABOLISHED:
        meaning = _already(stone.abolished)
    else:
        meaning = "; ".join(_meaning(item, ward, effective))
    return ItemFlag(item, concerns_ward=True, why=why, meaning=meaning)


def _why(item: Item, ward: Mapping[str, Procedure], level: WardLevel) -> str:
    """Tell why an item concerns the ward: it decides, it receives, or it has it on its list.

    A name decides nothing; but without a code it is reason to ask.
    """
    if Level.WARD in item.levels:
        return DECIDES
    if item.received_at and level.names_ward(item.received_at):
        return RECEIVES
    if any(code in ward for code in (item.code, *item.replaces) if code):
        return HOLDS
    name = name_key(item.name)
    same = item.code is None and any(name_key(each.name) == name for each in ward.values())
    return SAME_NAME if same else ""


def _already(end: Abolition) -> str:
    return f"trang đã ghi bãi bỏ từ {show_date(end.since)} theo Quyết định {end.decision.number}"


def _meaning(item: Item, ward: Mapping[str, Procedure], effective: dt.date | None) -> Iterator[str]:
    since = f"từ {show_date(effective)}" if effective else "khi có ngày hiệu lực"
    here = item.code in ward
    if item.kind is ChangeKind.ABOLISHED:
        yield f"gỡ niêm yết {since}" if here else "phường không có mã này, không phải gỡ"
    elif here:
        yield f"sửa trang và bản niêm yết {since}"
    elif item.kind in ADDS:
        yield f"thêm vào danh mục và niêm yết {since}"
    elif item.kind is not None:
        yield "phường chưa có mã này: hỏi lại"
    old = [code for code in item.replaces if code in ward]
    if old:
        yield f"gỡ niêm yết {', '.join(old)} {since}"
    absent = [code for code in item.replaces if code not in ward]
    if absent:
        yield f"thay cho {', '.join(absent)} (phường không có)"
