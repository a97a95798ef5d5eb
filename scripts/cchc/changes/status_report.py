"""The status for a person (a short page of text) and for programs (JSON)."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator

from cchc.base.clock import show_date
from cchc.changes.status import Status
from cchc.changes.tables import hanging
from cchc.procedures.decision import Decision

# Longer lists are cut in the text, never in the JSON.
SHOWN = 10
AGES = (("dưới 7 ngày", 6), ("7 đến 30 ngày", 30), ("trên 30 ngày", 10**6))


def status_json(status: Status) -> str:
    """Give the status as one JSON object; `sap_toi` one entry a procedure, the nearest first."""
    data = {
        "thu_tuc": {
            "dang_hieu_luc": status.in_force,
            "sap_hieu_luc": status.upcoming,
            "bai_bo": status.abolished,
            "thieu_phan": status.incomplete,
            "chua_xac_nhan": status.unconfirmed,
        },
        "de_xuat": len(status.proposals),
        "cho_ap_dung": len(status.to_apply),
        "cau_hoi": len(status.questions),
        "qua_han": [
            {
                "quyet_dinh": each.number,
                "viec": each.what,
                "han": each.deadline.isoformat(),
                "so_ngay": each.days,
            }
            for each in status.late
        ],
        "sap_toi": [
            {"ngay": e.day.isoformat(), "ma": e.code, "ten": e.name, "viec": e.what}
            for e in status.coming
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def status_text(status: Status, width: int) -> str:
    """Write the status for a person; `width` 0 wraps nothing."""
    return "\n".join(_lines(status, width))


def _lines(status: Status, width: int) -> Iterator[str]:
    yield f"TÌNH HÌNH NGÀY {show_date(status.day)}"
    yield f"  Thủ tục đang có hiệu lực   {status.in_force:5}"
    yield f"    còn thiếu phần           {status.incomplete:5}"
    yield f"    chưa ai xác nhận         {status.unconfirmed:5}"
    yield f"  Bản sắp có hiệu lực        {status.upcoming:5}"
    yield f"  Thủ tục đã bãi bỏ          {status.abolished:5}"
    yield from _decisions("Quyết định chờ xác nhận", status.proposals, "cchc decision show SỐ")
    yield from _decisions("Đã xác nhận, chờ ghi vào thủ tục", status.to_apply, "cchc apply")
    yield from _questions(status)
    yield from _late(status, width)
    yield from _coming(status, width)


def _decisions(title: str, decisions: tuple[Decision, ...], command: str) -> Iterator[str]:
    if not decisions:
        return
    yield f"  {title} ({len(decisions)}): {command}"
    for each in decisions[:SHOWN]:
        signed = f" ngày {show_date(each.signed)}" if each.signed else ""
        unclear = "; chưa rõ ngày hiệu lực" if each.effective is None else ""
        yield f"    {each.number}{signed}{unclear}"
    yield from _more(len(decisions))


def _questions(status: Status) -> Iterator[str]:
    if not status.questions:
        return
    ages = [(status.day - each.asked).days for each in status.questions]
    old = f", câu cũ nhất đã {max(ages)} ngày" if max(ages) > 0 else ""
    yield f"  Câu hỏi chưa trả lời ({len(ages)}{old}): cchc question list"
    counts = Counter(next(words for words, most in AGES if age <= most) for age in ages)
    yield from (f"    {words:14} {counts[words]:5}" for words, _ in AGES if counts[words])


def _late(status: Status, width: int) -> Iterator[str]:
    if status.late:
        yield f"  QUÁ HẠN ({len(status.late)})"
    for each in status.late:
        text = f"{each.what}; hạn {show_date(each.deadline)}, quá {each.days} ngày"
        yield hanging(f"    {each.number}  ", text, width)


def _coming(status: Status, width: int) -> Iterator[str]:
    if not status.coming:
        return
    by_day: dict[str, list[str]] = defaultdict(list)
    for each in status.coming:
        by_day[f"{show_date(each.day)}  {each.what}"].append(each.code)
    yield f"  Sắp tới ({len(status.coming)})"
    for what, codes in list(by_day.items())[:SHOWN]:
        shown = ", ".join(codes[:SHOWN]) + (" …" if len(codes) > SHOWN else "")
        yield hanging(f"    {what}: ", shown, width)
    yield from _more(len(by_day))


def _more(count: int) -> Iterator[str]:
    if count > SHOWN:
        yield f"    … và {count - SHOWN} nữa"
