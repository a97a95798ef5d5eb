"""The decision as the command prints it: one JSON object, the sum in words, the exit code."""

from __future__ import annotations

from typing import Any, TypeAlias

from cchc.procedures.decision import Decision, Doubt, Item
from cchc.province.decision.head.head_checks import NO_NUMBER

Data: TypeAlias = dict[str, Any]

WHOLE, WITH_PROBLEMS, UNREADABLE = 0, 1, 2


def as_json(decision: Decision) -> Data:
    """Give the decision under the keys of `cchc decision read FILE --json`; unknown is None.

    `tong`: `dong` rows read = `muc` items + `van_de` rows that became no item; `nhac` counts the
    other problems, which hold no row of their own (effect, counts, codes twice …).
    """
    held = sum(doubt.holds_row for doubt in decision.doubts)
    return {
        "so": None if decision.number == NO_NUMBER else decision.number,
        "ngay_ky": _day(decision.signed),
        "hieu_luc": _day(decision.effective),
        "co_quan": decision.issuer or None,
        "trich_yeu": decision.title or None,
        "loai_van_ban": decision.document_kind.value,
        "thay_the_quyet_dinh": list(decision.supersedes),
        "muc": [_item(item) for item in decision.items],
        "van_de": [_doubt(doubt) for doubt in decision.doubts],
        "tong": {
            "dong": decision.rows,
            "muc": len(decision.items),
            "van_de": held,
            "nhac": len(decision.doubts) - held,
        },
    }


def exit_code(decision: Decision) -> int:
    """Give 0 where all was read, 1 where something is left to a person."""
    return WITH_PROBLEMS if decision.doubts else WHOLE


def summary(decision: Decision) -> str:
    """Say the sum: rows in = items + rows left to a person."""
    held = sum(doubt.holds_row for doubt in decision.doubts)
    others = len(decision.doubts) - held
    line = f"{decision.rows} dòng = {len(decision.items)} thủ tục + {held} dòng chưa xếp được"
    return f"{line}; {others} điều khác cần xem" if others else line


def _item(item: Item) -> Data:
    data: Data = {
        "loai": item.kind.value if item.kind else None,
        "ma": item.code,
        "ten": item.name,
        "cap": [level.value for level in item.levels],
        "noi_tiep_nhan": item.received_at,
        "linh_vuc": item.field_of_service,
        "thay_cho": list(item.replaces),
        "thoi_han": item.time_limit,
        "phi": item.fee,
        "can_cu": item.legal_basis,
        "muc_do_truc_tuyen": item.online_level.value if item.online_level else None,
        "noi_dung_sua_doi": item.changed,
        "trang": item.page,
        "nguyen_van": item.words,
    }
    return data | {"ocr": True} if item.ocr else data


def _doubt(doubt: Doubt) -> Data:
    return {"trang": doubt.page, "noi_dung": doubt.message, "nguyen_van": doubt.words}


def _day(day: object) -> str | None:
    return day.isoformat() if hasattr(day, "isoformat") else None
