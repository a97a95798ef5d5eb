"""The portal's JSON of one procedure (since 2026), with or without its {code, message, data}.

Times are epoch milliseconds at midnight in Vietnam; processingTime comes as int, float or text;
a fee of 0 and `required: false` are what the portal writes where nobody entered anything.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cchc.base.clock import from_epoch_ms
from cchc.base.codes import bare_code, is_internal
from cchc.base.text import one_line
from cchc.procedures.model import UUID
from cchc.procedures.terms import Level
from cchc.province.building import Data, build
from cchc.province.content import Format, Record, refuse
from cchc.province.named_files import check_name
from cchc.province.numbers import caution, document_number
from cchc.province.phrases import item, known, split_names
from cchc.province.portal_parts import (
    cases,
    items,
    legal_basis,
    methods,
    names,
    services,
    steps,
    text,
)
from cchc.province.text_files import read_text

LEVELS = {
    "isMinistry": Level.MINISTRY, "isProvince": Level.PROVINCE, "isWard": Level.WARD,
    "isOtherAgency": Level.OTHER,
}  # fmt: skip
# The portal's times are of this century; anything else is no time.
SANE_TIMES = (10**12, 4 * 10**12)


def read(path: Path) -> Record:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    return from_text(path, read_text(path))


def from_text(path: Path, source: str) -> Record:
    """Read a text that is decoded already."""
    data = _data(path, source)
    code = bare_code(text(data, "code"))
    if code is None or not text(data, "name"):
        raise refuse(path, "JSON không có mã (code) hoặc tên (name) của thủ tục; không phải bản ghi"
                     " một thủ tục của Cổng quốc gia")  # fmt: skip
    check_name(path, code)
    if is_internal(code) or data.get("isInternal") is True:
        raise refuse(path, f"{code} là thủ tục nội bộ, không đưa vào danh mục công khai")
    procedure, problems = build(path, _facts(code, data))
    return Record(path.name, Format.PORTAL_RECORD, procedure, problems=problems)


def _data(path: Path, source: str) -> Data:
    try:
        whole: Any = json.loads(source)
    except json.JSONDecodeError as error:
        raise refuse(path, "JSON bị cắt hoặc sai dạng; tải lại bản ghi", error.lineno) from None
    except (ValueError, RecursionError):
        raise refuse(path, "JSON có tầng hay con số quá lớn; không phải bản ghi") from None
    data = whole.get("data", whole) if isinstance(whole, dict) else None
    if not isinstance(data, dict):
        raise refuse(path, "JSON không phải bản ghi một thủ tục của Cổng quốc gia")
    return data


def _facts(code: str, data: Data) -> Data:
    decision = _decision(data)
    portal_id = text(data, "id")
    return {
        "ma": code,
        "ten": one_line(text(data, "name")),
        "tu_khoa": list(split_names(text(data, "keywords"))),
        "linh_vuc": next(iter(names(data, "categoriesDetails")), ""),
        "cap_thuc_hien": [level for key, level in LEVELS.items() if data.get(key) is True],
        "doi_tuong": names(data, "subjectTypesDetails"),
        "co_quan": _agencies(data),
        "dia_chi_tiep_nhan": text(data, "dossierReceivingAddresses"),
        "cach_nop": methods(data),
        "ho_so": cases(data),
        "trinh_tu": steps(data),
        "ket_qua": [
            {"ten": item(text(each, "name")), "ma": one_line(text(each, "code"))}
            for each in items(data, "resultsDetails")
        ],
        "yeu_cau": [words] if (words := text(data, "requirementsAndConditions")) else [],
        "can_cu": legal_basis(data),
        "quyet_dinh": decision,
        "dich_vu": services(data),
        "cong_quoc_gia": portal_id if UUID.fullmatch(portal_id) else "",
        "luu_y": [odd]
        if decision and (odd := caution(decision["so"], decision["co_quan"]))
        else [],
    }


def _decision(data: Data) -> Data | None:
    proposal = data.get("procedureProposal")
    proposal = proposal if isinstance(proposal, dict) else {}
    found = (text(proposal, "proposalNumber"), text(proposal, "decisionNumber"),
             text(data, "decisionNo"))  # fmt: skip
    number = next((document_number(each) for each in found if each), "")
    if not number:
        return None
    issuer = proposal.get("issuingAgency")
    return {
        "so": number,
        "ngay": _day(proposal.get("decisionDate")),
        "co_quan": one_line(text(issuer, "name")) if isinstance(issuer, dict) else "",
    }


def _day(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    earliest, latest = SANE_TIMES
    return from_epoch_ms(value).isoformat() if earliest <= value < latest else None


def _agencies(data: Data) -> Data:
    found = {
        "thuc_hien": names(data, "departmentsExecuting", "executingAgencies"),
        "tham_quyen": names(data, "departmentsAuthority"),
        "uy_quyen": names(data, "departmentsAuthorized", "delegatedAgencies"),
        "phoi_hop": names(data, "departmentsCoordinating", "coordinatingAgencies"),
    }
    return {key: [name for name in each if known(name)] for key, each in found.items()}
