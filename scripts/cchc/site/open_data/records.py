"""procedures.json and decisions.json: what of each record the public is told, under its YAML keys.

A procedure keeps every part that its page shows. Of a decision only what it says: who read, doubted
and confirmed it stays in the ward's own files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from cchc.base.codes import is_internal
from cchc.procedures.decision import Decision, DocumentKind, Item
from cchc.procedures.terms import Term
from cchc.site.addresses import is_web
from cchc.site.open_data.about import filled, from_data
from cchc.site.portal import Entry, Portal

DECISION_KEYS = (
    "so", "ngay_ky", "hieu_luc", "co_quan", "trich_yeu", "loai_van_ban", "thay_the_quyet_dinh",
    "niem_yet",
)  # fmt: skip
ITEM_KEYS = (
    "loai", "ma", "ten", "cap", "noi_tiep_nhan", "linh_vuc", "thay_cho", "thoi_han", "phi",
    "can_cu", "muc_do_truc_tuyen", "noi_dung_sua_doi",
)  # fmt: skip


class Standing(Term):
    """Whether a procedure holds on the day of the data."""

    IN_FORCE = "dang_ap_dung", "Đang áp dụng"
    AWAITED = "sap_co_hieu_luc", "Sắp có hiệu lực"
    ENDED = "da_bai_bo", "Đã bãi bỏ"


def every_entry(portal: Portal) -> Iterator[tuple[Standing, Entry]]:
    """List the procedures: those in force from A to Z, those to come, those abolished."""
    groups = (
        (Standing.IN_FORCE, portal.entries),
        (Standing.AWAITED, portal.awaited),
        (Standing.ENDED, portal.ended),
    )
    for standing, entries in groups:
        for entry in entries.values():
            yield standing, entry


def next_change(entry: Entry, portal: Portal) -> dt.date | None:
    """Give the day from which a procedure in force has another text or ends, where one is known."""
    coming = portal.coming.get(entry.procedure.code)
    return coming.effective if coming and entry.since is None else None


def procedure_record(standing: Standing, entry: Entry, portal: Portal) -> dict[str, object]:
    """Give a procedure as a record of procedures.json."""
    whole = entry.procedure.model_dump(mode="json", by_alias=True, exclude={"withdrawn"})
    day = next_change(entry, portal)
    return filled({
        "ma": whole.pop("ma"),
        "ten": whole.pop("ten"),
        "trang_thai": standing,
        "co_hieu_luc_tu": entry.since.isoformat() if entry.since else None,
        "sap_thay_doi": day.isoformat() if day else None,
        "trang": from_data(entry.address, portal),
        **whole,
        "cach_nop": [_method(each) for each in whole["cach_nop"]],
        # On the page stands who has confirmed; for other programs the day is enough.
        "xac_nhan": {"ngay": (whole["xac_nhan"] or {}).get("ngay")},
    })  # fmt: skip


def _method(method: dict[str, Any]) -> dict[str, Any]:
    """Leave a zero out: it is no sum, the words beside it say what it means."""
    fees = [{**each, "so_tien": each["so_tien"] or None} for each in method["phi"]]
    return {**method, "phi": fees}


def public_decisions(portal: Portal) -> tuple[Decision, ...]:
    """List the confirmed decisions on the public list, the latest first."""
    every = (each for same in portal.decisions.values() for each in same)
    shown = (each for each in every if each.document_kind is not DocumentKind.INTERNAL)
    by_number = sorted(shown, key=lambda each: each.number)
    return tuple(sorted(by_number, key=lambda each: each.signed or dt.date.min, reverse=True))


def decision_record(decision: Decision) -> dict[str, object]:
    """Give a decision as a record of decisions.json."""
    whole = decision.model_dump(mode="json", by_alias=True)
    address = decision.source.address
    return filled({
        **{key: whole[key] for key in DECISION_KEYS},
        "dia_chi": address if is_web(address) else "",
        "xac_nhan": {"ngay": (whole["xac_nhan"] or {}).get("ngay")},
        "muc": [_item(each) for each in decision.items if _is_public(each)],
    })  # fmt: skip


def _is_public(item: Item) -> bool:
    """Tell whether a row counts: not left out by the person who confirmed, not internal."""
    return not item.skipped and not (item.code and is_internal(item.code))


def _item(item: Item) -> dict[str, object]:
    whole = item.model_dump(mode="json", by_alias=True)
    return {key: whole[key] for key in ITEM_KEYS}
