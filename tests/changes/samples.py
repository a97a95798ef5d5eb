"""A small ward, its procedures and lists, for the tests of import and flags."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cchc.base.ward import load_ward
from cchc.changes.imports.decide import Choice
from cchc.changes.lists.items import Source, WardView, source_of
from cchc.procedures.fields import FieldOfService, Fields
from cchc.procedures.files import Version, canonical, file_name, read_version
from cchc.procedures.model import Procedure
from cchc.procedures.store import FOLDER, Catalogue
from cchc.province.content import Content, Format, Listing, Record, Row
from cchc.province.levels import ward_level

ROOT = Path(__file__).parents[2]
WARD = load_ward(ROOT)
TODAY = dt.date(2026, 11, 24)
CHOICE = Choice(day=TODAY)
FIELDS = Fields(all=(FieldOfService(name="Hộ tịch", folder="ho-tich"),))
COMMUNE = ("Ủy ban nhân dân cấp xã",)
CONFIRMED = {"nguoi": "Công chức Tư pháp – Hộ tịch", "ngay": "2026-11-01"}


def procedure(
    code: str = "1.001193", name: str = "Đăng ký khai sinh", /, **parts: object
) -> Procedure:
    """Make a procedure; parts under their YAML keys."""
    return Procedure.model_validate({"ma": code, "ten": name, **parts})


def catalogue(*procedures: Procedure, fields: Fields = FIELDS) -> Catalogue:
    """Make a catalogue of procedures in force."""
    versions = {each.code: (version(each, fields),) for each in procedures}
    return Catalogue(fields, MappingProxyType(versions))


def version(each: Procedure, fields: Fields = FIELDS, effective: dt.date | None = None) -> Version:
    folder = fields.folder_of(each.field_of_service)
    path = f"{FOLDER}/{folder}/{file_name(each.code, effective)}"
    return read_version(path, canonical(each).encode())


def row(code: str = "1.001193", name: str = "Thủ tục đăng ký khai sinh", **parts: object) -> Row:
    """Make a row of the national list: a ward's procedure of Bộ Tư pháp."""
    about: dict[str, Any] = {
        "field": "Hộ tịch",
        "issuer": "Bộ Tư pháp",
        "agencies": COMMUNE,
        "number": 3,
    }
    return Row(**{"code": code, "full_code": code, "name": name} | about | parts)


def listing(*rows: Row, **parts: object) -> Listing:
    """Make a national list; `source`, `format`, `columns` and the rest where they differ."""
    about: dict[str, Any] = {"source": "a.xlsx", "format": Format.NATIONAL_LIST, "rows": rows}
    columns = frozenset({"ma", "ten", "co_quan", "linh_vuc", "ban_hanh"})
    return Listing(**about | {"columns": columns} | parts)


def own_list(*rows: Row, **parts: object) -> Listing:
    """Make the ward's own list of a system."""
    columns = frozenset({"ma", "ten", "ma_dvc", "ma_co_quan"})
    return listing(*rows, format=Format.PROVINCE_SHEET, columns=columns, **parts)


def service_row(code: str, name: str = "Đăng ký khai sinh", **parts: object) -> Row:
    about: dict[str, object] = {
        "service_code": f"{code}.01", "agency_code": "H57.112", "agencies": ("Phường Hương An",),
        "field": "", "issuer": "", "online_level": "Toàn trình", "service_name": name,
    }  # fmt: skip
    return row(code, name, **about | parts)


def view(*known: str) -> WardView:
    return WardView(ward_level(WARD), WARD.agency_code, frozenset(known))


def source(content: Content, *known: str) -> Source:
    return source_of(content, view(*known))


def record(kind: Format = Format.PORTAL_RECORD, /, **parts: object) -> Record:
    """Make a record; `code`, `name` and parts under their YAML keys."""
    code, name = parts.pop("code", "1.001193"), parts.pop("name", "Đăng ký khai sinh")
    return Record("a.json", kind, procedure(str(code), str(name), **parts))


def portal(folder: Path, *procedures: Procedure) -> Path:
    """Write a portal with procedures into a folder."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    home = folder / FOLDER
    for each in procedures:
        at = home / FIELDS.folder_of(each.field_of_service) / file_name(each.code)
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(canonical(each), encoding="utf-8")
    home.mkdir(exist_ok=True)
    (home / "linh-vuc.yml").write_text(
        "linh_vuc:\n- ten: Hộ tịch\n  thu_muc: ho-tich\n", encoding="utf-8"
    )
    return folder
