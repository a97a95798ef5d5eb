"""The JSON Schema of a procedure file: for editors' completion and the browser editor's form."""

from __future__ import annotations

import json

from cchc.procedures.completeness import MANDATORY
from cchc.procedures.model import Procedure

FILE = "schema.json"


def schema_text() -> str:
    """Give procedures/schema.json, made from the model: the same bytes each time."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Thủ tục hành chính",
        "x-bat-buoc": [each.key for each in MANDATORY],
        **Procedure.model_json_schema(by_alias=True),
    }
    schema["title"] = "Thủ tục hành chính"
    schema.pop("description", None)
    for definition in schema["$defs"].values():
        definition.pop("description", None)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
