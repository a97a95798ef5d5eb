"""From a source's plain data to a procedure: what the model refuses is left out and told."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from cchc.base.models import problems_of
from cchc.base.problems import Problem, Severity
from cchc.base.yaml_read import Document
from cchc.procedures.model import Procedure
from cchc.province.content import refuse

Data: TypeAlias = dict[str, Any]

# Each round leaves out at least one item: a source with more faults than this is not a source.
ROUNDS = 20


def build(path: Path, data: Data, line: int = 1) -> tuple[Procedure, tuple[Problem, ...]]:
    """Make a procedure of data under the model's YAML keys.

    A part that the model refuses (a script tag, a bare 0 as fee) is left out, with a warning at
    `line`. Raise `Refused` where code or name are unusable.
    """
    told: list[Problem] = []
    for _ in range(ROUNDS):
        try:
            return Procedure.model_validate(data, by_alias=True, by_name=False), tuple(told)
        except ValidationError as error:
            document = Document(path.as_posix(), "", None)
            found = [dataclasses.replace(each, line=line) for each in problems_of(error, document)]
            places = [detail["loc"] for detail in error.errors(include_url=False)]
            if any(place[:1] in {("ma",), ("ten",)} for place in places):
                raise refuse(path, found[0].message, line) from None
            told += [dataclasses.replace(each, severity=Severity.WARNING) for each in found]
            data = _without(data, places)
    raise refuse(path, "bản ghi sai quá nhiều chỗ, không dùng được", line)


def _without(data: Data, places: list[tuple[str | int, ...]]) -> Data:
    """Leave out what stands at the places: one item of a list where the fault is in one."""
    kept = dict(data)
    for key in {place[0] for place in places if isinstance(place[0], str)}:
        bad = {place[1] for place in places if place[0] == key and len(place) > 1}
        items = kept[key]
        if isinstance(items, list) and bad and all(isinstance(each, int) for each in bad):
            kept[key] = [item for index, item in enumerate(items) if index not in bad]
        else:
            del kept[key]
    return kept
