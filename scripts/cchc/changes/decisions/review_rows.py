"""Each item of a decision beside what the ward's file says now; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cchc.base.text import name_key
from cchc.changes.findings import DecisionFlags, ItemFlag
from cchc.procedures.model import Procedure
from cchc.procedures.parts import Fee, SubmissionMethod, TimeLimit
from cchc.province import phrases

NOTHING = "(chưa ghi)"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One part: its name, the ward's words now, the decision's words, whether they differ."""

    title: str
    ours: str
    theirs: str
    differs: bool

    @property
    def said(self) -> bool:
        """Whether the ward's file says anything of the part."""
        return self.ours != NOTHING


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One item of the ward: what happens to which procedure, part by part, and the evidence."""

    flag: ItemFlag
    kind: str
    known: bool
    rows: tuple[ReviewRow, ...]
    replaced: tuple[str, ...]


def review_items(found: DecisionFlags, ward: Mapping[str, Procedure]) -> tuple[ReviewItem, ...]:
    """List the ward's items in the decision's order; `ward` are the procedures in force by code."""
    return tuple(_item(flag, ward) for flag in found.items if flag.concerns_ward)


def _item(flag: ItemFlag, ward: Mapping[str, Procedure]) -> ReviewItem:
    item = flag.item
    ours = ward.get(item.code or "")
    old = tuple(f"{code} {ward[code].name if code in ward else ''}" for code in item.replaces)
    kind = item.kind.label if item.kind else "Chưa rõ loại"
    return ReviewItem(flag, kind, ours is not None, tuple(_rows(flag, ours)), old)


def _rows(flag: ItemFlag, ours: Procedure | None) -> Iterator[ReviewRow]:
    item = flag.item
    yield _row("Tên", ours.name if ours else "", item.name, same=_same_name(ours, item.name))
    methods = ours.methods if ours else ()
    level = ours.online_level.label if ours and ours.online_level else ""
    basis = "; ".join(each.number or each.title for each in ours.legal_basis) if ours else ""
    theirs_level = item.online_level.label if item.online_level else ""
    for title, mine, theirs in (
        ("Thời hạn", limits_said(methods), item.time_limit or ""),
        ("Phí, lệ phí", fees_said(methods), item.fee or ""),
        ("Trực tuyến", level, theirs_level),
        ("Nơi tiếp nhận", ours.receiving_address if ours else "", item.received_at or ""),
        ("Căn cứ pháp lý", basis, item.legal_basis or ""),
        ("Lĩnh vực", ours.field_of_service if ours else "", item.field_of_service or ""),
        ("Nội dung sửa đổi", "", item.changed or ""),
    ):
        if theirs:
            yield _row(title, mine, theirs, same=_says(mine, theirs))


def _row(title: str, ours: str, theirs: str, *, same: bool) -> ReviewRow:
    return ReviewRow(title, ours or NOTHING, theirs, differs=not same)


def _says(ours: str, theirs: str) -> bool:
    """Tell whether our words hold theirs: our fee has its kind before it, our number no zero."""
    limit = phrases.time_limit(theirs)
    plain = _limit(TimeLimit.model_validate(limit)) if limit else theirs
    return bool(ours) and (name_key(plain) in name_key(ours) or name_key(theirs) in name_key(ours))


def _same_name(ours: Procedure | None, name: str) -> bool:
    return ours is not None and name_key(ours.name) == name_key(name)


def limits_said(methods: Iterable[SubmissionMethod]) -> str:
    """Say the time limits of the ways of filing, each once."""
    return "; ".join(dict.fromkeys(_limit(m.time_limit) for m in methods if m.time_limit))


def _limit(limit: TimeLimit) -> str:
    number = f"{limit.value} {limit.unit.label.lower()}" if limit.value and limit.unit else ""
    return ", ".join(filter(None, (number, limit.words)))


def fees_said(methods: Iterable[SubmissionMethod]) -> str:
    """Say the fees of the ways of filing, each once."""
    return "; ".join(dict.fromkeys(_fee(fee) for method in methods for fee in method.fees))


def _fee(fee: Fee) -> str:
    amount = f"{fee.amount:,} đồng".replace(",", ".") if fee.amount else ""
    return f"{fee.kind.label}: {', '.join(filter(None, (amount, fee.words)))}"
