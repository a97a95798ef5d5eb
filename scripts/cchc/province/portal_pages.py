"""Saved pages of the national portal, one JSON object a line (.jsonl, .jsonl.gz).

The pages' tables are flattened and some pages belong to another procedure than the one asked
for (`_khop_ma`, `_ma_trong_trang`): such records are refused, and of the others only the facts
are taken: name, field, decision, levels, audience, agencies, numbers, results, the page's id.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cchc.base.codes import bare_code, is_internal
from cchc.base.problems import Problem, Refused
from cchc.base.text import fold, one_line
from cchc.procedures.model import UUID
from cchc.province.building import Data, build
from cchc.province.content import Format, Record, Records, refuse
from cchc.province.flattened import legal_numbers, results
from cchc.province.numbers import caution, document_number
from cchc.province.phrases import known, levels, split_agencies, split_names
from cchc.province.text_files import read_text

CODE = "ma_thu_tuc"
NEEDED = (CODE, "ten_thu_tuc")
# Seen in the data: a decision's own title entered as a procedure. “Công bố mở cảng cá” is one.
DECISION_TITLE = "cong bo danh muc"
# An agency's cell that holds half a page of law is a page read wrongly.
LONGEST_AGENCY = 150


def read(path: Path) -> Records:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    return from_text(path, read_text(path))


def from_text(path: Path, text: str) -> Records:
    """Read a text that is decoded already."""
    records: list[Record] = []
    internal: list[str] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            page = _page(path, number, line)
            if is_internal(page[CODE]):
                internal.append(page[CODE])
            else:
                records.append(_record(path, number, page))
        except Refused as refused:
            problems.extend(refused.problems)
    if not records and not internal:
        raise Refused(problems[:5] or [Problem(path.as_posix(), 1, "không có trang nào trong tệp")])
    return Records(path.name, Format.PORTAL_PAGES, tuple(records), tuple(internal), tuple(problems))


def _page(path: Path, number: int, line: str) -> Data:
    """Read one line and make sure that the page is the one asked for."""
    try:
        page: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise refuse(path, "dòng không phải JSON; tệp bị cắt hoặc sai dạng", number) from None
    if not isinstance(page, dict) or any(not isinstance(page.get(k), str) for k in NEEDED):
        raise refuse(path, f"trang thiếu mục {' hoặc '.join(NEEDED)}", number)
    asked = bare_code(page[CODE])
    inside = bare_code(str(page.get("_ma_trong_trang", page[CODE])))
    if asked is None:
        raise refuse(path, f"“{page[CODE][:40]}” không phải mã thủ tục", number)
    if asked != inside or page.get("_khop_ma") is False:
        message = f"hỏi mã {asked} nhưng trang là của mã {inside or 'khác'}; không dùng"
        raise refuse(path, message, number)
    if fold(page["ten_thu_tuc"]).startswith(DECISION_TITLE):
        raise refuse(
            path, f"{asked}: tên là tên một quyết định công bố, không phải thủ tục", number
        )
    return page | {CODE: asked}


def _record(path: Path, number: int, page: Data) -> Record:
    texts = {key: value for key, value in page.items() if isinstance(value, str)}
    procedure, problems = build(path, _facts(texts), number)
    return Record(path.name, Format.PORTAL_PAGES, procedure, number, problems=problems)


def _facts(page: dict[str, str]) -> Data:
    decision = document_number(known(page.get("so_quyet_dinh", "")))
    address = page.get("detail_url", "").rstrip("/").rpartition("/")[2]
    return {
        "ma": page[CODE],
        "ten": page["ten_thu_tuc"],
        "linh_vuc": one_line(known(page.get("linh_vuc", ""))),
        "cap_thuc_hien": list(levels(page.get("cap_thuc_hien", ""))),
        "doi_tuong": list(split_names(page.get("doi_tuong_thuc_hien", ""))),
        "co_quan": _agencies(page),
        "quyet_dinh": {"so": decision} if decision else None,
        "can_cu": [{"so": n} for n in legal_numbers(page.get("can_cu_phap_ly", ""))],
        "ket_qua": [{"ten": n, "ma": c} for n, c in results(page.get("ket_qua_xu_ly", ""))],
        "cong_quoc_gia": address if UUID.fullmatch(address) else "",
        "luu_y": [odd] if decision and (odd := caution(decision)) else [],
    }


def _agencies(page: dict[str, str]) -> Data:
    keys = {
        "thuc_hien": "co_quan_thuc_hien",
        "tham_quyen": "co_quan_co_tham_quyen",
        "uy_quyen": "co_quan_duoc_uy_quyen",
        "phoi_hop": "co_quan_phoi_hop",
    }
    return {key: _names(page.get(cell, "")) for key, cell in keys.items()}


def _names(cell: str) -> list[str]:
    names = list(split_agencies(cell))
    return names if all(len(name) <= LONGEST_AGENCY for name in names) else []
