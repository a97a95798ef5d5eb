"""The JSON Schemas of the open data, made from the models: what a file may hold, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from cchc.procedures.decision import Decision
from cchc.procedures.model import Procedure
from cchc.reform.kind import Kind
from cchc.site.open_data.records import DECISION_KEYS, ITEM_KEYS, Standing

Schema: TypeAlias = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY: Schema = {"type": "string", "format": "date"}
ADDRESS: Schema = {"type": "string", "format": "uri-reference", "minLength": 1}
CONFIRMED: Schema = {
    "type": "object",
    "title": "Xác nhận",
    "properties": {"ngay": {**DAY, "title": "Ngày xác nhận"}},
    "additionalProperties": False,
}


def procedures_schema() -> Schema:
    """Give the schema of procedures.json."""
    made = Procedure.model_json_schema(by_alias=True)
    own = {
        "trang_thai": {
            "title": "Trạng thái trong ngày của dữ liệu",
            "enum": [str(each) for each in Standing],
            "description": "; ".join(f"{each}: {each.label}" for each in Standing),
        },
        "co_hieu_luc_tu": {**DAY, "title": "Ngày bắt đầu có hiệu lực, khi chưa có hiệu lực"},
        "sap_thay_doi": {**DAY, "title": "Ngày nội dung thay đổi hoặc bị bãi bỏ"},
        "trang": {**ADDRESS, "title": "Trang của thủ tục (tính từ địa chỉ tệp này)"},
        "xac_nhan": CONFIRMED,
    }
    record = _record(made, (key for key in made["properties"] if key != "thu_hoi"), own)
    record["required"] = ["ma", "ten", "trang_thai", "trang"]
    made["$defs"]["Fee"]["properties"]["so_tien"]["description"] = (
        "Số 0 của nguồn không ghi ở đây: nguồn nói gì thì xem `loi`"
    )
    return _file("Danh mục thủ tục hành chính", "thu_tuc", record, made["$defs"])


def decisions_schema() -> Schema:
    """Give the schema of decisions.json."""
    made = Decision.model_json_schema(by_alias=True)
    definitions = made["$defs"]
    item = _record(definitions["Item"], ITEM_KEYS, {})
    item["required"] = ["ten"]
    own = {
        "dia_chi": {**ADDRESS, "title": "Nơi đọc toàn văn"},
        "xac_nhan": CONFIRMED,
        "muc": {"type": "array", "title": "Các thủ tục", "items": item},
    }
    record = _record(made, DECISION_KEYS, own)
    record["required"] = ["so", "hieu_luc"]
    return _file("Quyết định công bố đã xác nhận", "quyet_dinh", record, definitions)


def feeds_schema() -> Schema:
    """Give the schema of feeds.json."""
    record: Schema = {
        "type": "object",
        "properties": {
            "ten": {"type": "string", "title": "Tên nguồn tin"},
            "kieu": {"type": "string", "title": "Kiểu tệp (MIME)"},
            "dia_chi": {**ADDRESS, "title": "Địa chỉ (tính từ địa chỉ tệp này)"},
        },
        "required": ["ten", "kieu", "dia_chi"],
        "additionalProperties": False,
    }
    return _file("Nguồn tin theo dõi thay đổi", "nguon_tin", record, {})


def sheets_schema(kind: Kind[Any]) -> Schema:
    """Give the schema of the file that holds all periods of a kind of docs/cai-cach/."""
    made = kind.model.model_json_schema(by_alias=True)
    own = {"ky": {"type": "string", "title": "Kỳ", "description": f"Ví dụ {kind.example}"}}
    record = _record(made, made["properties"], own)
    record["required"] = ["ky", *made.get("required", [])]
    return _file(kind.title, key_of(kind), record, made.get("$defs", {}))


def key_of(kind: Kind[Any]) -> str:
    """Give the key that a kind's records stand under."""
    return kind.folder.replace("-", "_")


def _record(made: Schema, keys: Iterable[str], own: Schema) -> Schema:
    """Make a record of the model's own keys that are published, and of those added here."""
    kept = {key: made["properties"][key] for key in keys}
    return {"type": "object", "properties": {**kept, **own}, "additionalProperties": False}


def _file(name: str, key: str, record: Schema, definitions: Schema) -> Schema:
    properties: Schema = {
        "$schema": {"type": "string", "title": "Lược đồ của tệp này"},
        "ten": {"type": "string", "title": "Tên bộ dữ liệu"},
        "ngay": {**DAY, "title": "Ngày của dữ liệu"},
        "don_vi": {"type": "string", "title": "Đơn vị công bố"},
        "giay_phep": {"type": "string", "title": "Giấy phép dùng lại"},
        "giay_phep_dia_chi": {**ADDRESS, "title": "Toàn văn giấy phép"},
        "so_muc": {"type": "integer", "minimum": 0, "title": "Số mục"},
        key: {"type": "array", "items": record},
    }
    schema = {
        "$schema": DIALECT,
        "title": name,
        "type": "object",
        "properties": properties,
        "required": [each for each in properties if each != "giay_phep_dia_chi"],
        "additionalProperties": False,
    }
    used = _used(schema, definitions)
    return {**schema, "$defs": used} if used else schema


def _used(schema: Schema, definitions: Schema) -> Schema:
    """Keep the definitions that the schema leads to; their English notes are for programmers."""
    found: Schema = {}
    waiting = list(_references(schema))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = {k: v for k, v in definitions[name].items() if k != "description"}
            waiting += _references(found[name])
    return dict(sorted(found.items()))


def _references(part: object) -> Iterable[str]:
    if isinstance(part, dict):
        if isinstance(name := part.get("$ref"), str):
            yield name.rpartition("/")[2]
        for each in part.values():
            yield from _references(each)
    elif isinstance(part, list):
        for each in part:
            yield from _references(each)
