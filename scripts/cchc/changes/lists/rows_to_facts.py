"""From the rows of one procedure in a list to what they say of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cchc.base.text import name_key
from cchc.procedures.model import Procedure
from cchc.province.building import build
from cchc.province.content import Format, Listing, Row
from cchc.province.levels import WardLevel
from cchc.province.numbers import caution
from cchc.province.phrases import levels, online_level


def facts_of(listing: Listing, rows: list[Row], level: WardLevel) -> Procedure:
    """Make the facts of one procedure; what its rows do not say stays empty."""
    first = rows[0]
    name = common_name([row.name for row in rows])
    # A system's list names the ward and its level in every row, whoever decides: that says whose
    # list it is, no more.
    own_list = listing.format in (Format.PROVINCE_SHEET, Format.SERVICES)
    agencies = () if own_list else level.here(first.agencies)
    data = {
        "ma": first.code,
        "ten": name,
        "linh_vuc": next((row.field for row in rows if row.field), ""),
        "cap_thuc_hien": [] if own_list else list(levels(first.levels)),
        "muc_do": _one_level(rows),
        "doi_tuong": list(first.audience),
        "co_quan": {"thuc_hien": list(agencies)},
        "noi_tiep_nhan": level.counter(agencies),
        "quyet_dinh": {"so": first.decision} if first.decision else None,
        "dich_vu": [_service(row, name) for row in rows if row.service_code],
        "luu_y": [odd] if first.decision and (odd := caution(first.decision)) else [],
    }
    return build(Path(listing.source), data, first.number)[0]


def common_name(names: list[str]) -> str:
    """Give the procedure's name where its services carry it with a case in brackets each.

    “Đăng ký đất đai (đối với A)” and “Đăng ký đất đai (đối với B)” are “Đăng ký đất đai”; names
    that differ otherwise: the first.
    """
    if len(set(names)) > 1 and len({name_key(name) for name in names}) > 1:
        stems = {name_key(name.partition(" (")[0]) for name in names}
        return names[0].partition(" (")[0] if len(stems) == 1 else names[0]
    return names[0]


def _one_level(rows: list[Row]) -> str | None:
    found = {online_level(row.online_level) for row in rows}
    return found.pop() if len(found) == 1 else None


def _service(row: Row, name: str) -> dict[str, Any]:
    said = row.service_name
    return {
        "ma": row.service_code,
        "ten": "" if name_key(said) == name_key(name) else said,
        "muc_do": online_level(row.online_level),
        "dia_chi": with_scheme(row.address),
    }


def with_scheme(address: str) -> str:
    """Give an address that a browser opens: sources leave out the https://."""
    return address if not address or "://" in address else f"https://{address}"
