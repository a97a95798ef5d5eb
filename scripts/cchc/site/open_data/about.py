"""What every file of open data says of itself: its day, who publishes it, its licence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias
from urllib.parse import urljoin

from cchc.base.ward import Ward
from cchc.site import addresses
from cchc.site.addresses import DATA
from cchc.site.portal import Portal

Record: TypeAlias = Mapping[str, object]
NO_LICENCE = "Phường chưa ban hành giấy phép riêng cho phần nội dung."


def licence(ward: Ward) -> str:
    """Name the licence that the settings give, or say that there is none."""
    return ward.licence.name or NO_LICENCE


def from_data(address: str, portal: Portal) -> str:
    """Give the address of a page or file, whole where the site knows its own, else from du-lieu/.

    An address of another site stays as it is.
    """
    if addresses.is_web(address):
        return address
    if portal.site_url:
        return urljoin(f"{portal.site_url.rstrip('/')}/", address)
    return addresses.relative(address, DATA)


def envelope(name: str, schema: str, portal: Portal, key: str, records: Iterable[Record]) -> bytes:
    """Write records under `key` as JSON, one a line, after what the file says of itself."""
    written = [_compact(each) for each in records]
    ward = portal.ward
    head = {
        "$schema": schema,
        "ten": name,
        "ngay": portal.day.isoformat(),
        "don_vi": ward.agency.name,
        "giay_phep": licence(ward),
        **({"giay_phep_dia_chi": ward.licence.address} if ward.licence.address else {}),
        "so_muc": len(written),
    }
    lines = [f"{_compact(k)}: {_compact(value)}" for k, value in head.items()]
    body = ",\n".join(written)
    return ("{\n" + ",\n".join([*lines, f"{_compact(key)}: [\n{body}\n]"]) + "\n}\n").encode()


def indented(document: object) -> bytes:
    """Write a document of its own shape as JSON that a person can read."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def filled(record: Mapping[str, object]) -> dict[str, object]:
    """Leave out what nobody knows: null, empty texts, lists and groups; 0 and false stay."""
    cleaned = {key: _filled(value) for key, value in record.items()}
    return {key: value for key, value in cleaned.items() if value not in (None, "", [], {})}


def _filled(value: object) -> object:
    if isinstance(value, Mapping):
        return filled(value)
    if isinstance(value, list | tuple):
        return [_filled(each) for each in value]
    return value


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
