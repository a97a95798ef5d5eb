"""datapackage.json: which files there are, what each holds, its size and its mark (Data Package).

Source: https://datapackage.org/standard/data-package/.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping

from cchc.base.clock import VIETNAM
from cchc.base.text import slug
from cchc.site import addresses
from cchc.site.open_data.about import Record, filled, indented, licence
from cchc.site.open_data.data_file import DataFile
from cchc.site.open_data.rows import COLUMNS, Column
from cchc.site.portal import Portal

DESCRIPTION = (
    "Tệp CSV đặt dấu nháy đơn trước chữ mà bảng tính có thể coi là công thức (= + - @)."
    " Ô trống là chưa có thông tin."
)


def package(files: Iterable[DataFile], portal: Portal) -> bytes:
    """Describe the files."""
    ward = portal.ward
    created = dt.datetime.combine(portal.day, dt.time(), VIETNAM)
    licences = [{"title": ward.licence.name, "path": ward.licence.address}]
    return indented(
        filled({
            "name": f"thu-tuc-hanh-chinh-{slug(ward.name_on(portal.day))}",
            "title": f"Thủ tục hành chính {ward.name_on(portal.day)}",
            "description": f"{DESCRIPTION} {licence(ward)}",
            "homepage": _homepage(portal),
            "version": portal.day.isoformat(),
            "created": created.isoformat(),
            "contributors": [{"title": ward.agency.name, "role": "publisher"}],
            "licenses": licences if ward.licence.address else None,
            "giay_phep": licence(ward),
            "resources": [_resource(each) for each in files],
        })
    )  # fmt: skip


def _homepage(portal: Portal) -> str:
    return f"{portal.site_url.rstrip('/')}/{addresses.DATA}" if portal.site_url else ""


def _resource(file: DataFile) -> Record:
    resource: dict[str, object] = {
        "name": file.name.lower().replace(".", "-"),
        "title": file.title,
        "description": file.purpose,
        "path": file.name,
        "format": file.name.rpartition(".")[2],
        "mediatype": file.media,
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
    }
    if file.name.endswith(".csv"):
        return {**resource, "type": "table", "schema": _table({c.key: c for c in COLUMNS})}
    if file.name.endswith(".xlsx"):
        # Bytes of a zip, not letters.
        del resource["encoding"]
        return {**resource, "type": "table", "schema": _table({c.title: c for c in COLUMNS})}
    if file.schema:
        resource["luoc_do"] = file.schema
    return resource


def _table(columns: Mapping[str, Column]) -> Record:
    """Describe a table by its columns under the names that stand in its first line."""
    fields = [_field(name, each) for name, each in columns.items()]
    return {"fields": fields, "primaryKey": [next(iter(columns))]}


def _field(name: str, column: Column) -> Record:
    known = {"name": name, "title": column.title, "description": column.note}
    required = {"required": True} if column.key in {"ma", "ten", "trang_thai"} else {}
    unique = {"pattern": r"\d\.\d{6}", "unique": True} if column.key == "ma" else {}
    constraints = {**required, **unique}
    kind = "date" if column.is_day else "string"
    return filled({**known, "type": kind, "constraints": constraints})
