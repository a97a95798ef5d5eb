"""All kinds of docs/cai-cach/ in one list: the check, the form and the schema go by it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cchc.base.files import relative
from cchc.base.problems import Problem, Refused
from cchc.base.ward import Ward, load_ward
from cchc.procedures.store import Catalogue, load
from cchc.reform.documents.document_faults import DOCUMENTS, REVIEW
from cchc.reform.feedback_faults import FEEDBACK
from cchc.reform.finance.finance_faults import FINANCE, load_tables
from cchc.reform.finance.tables import Table
from cchc.reform.index_faults import INDEX
from cchc.reform.kind import Around, Kind, Loaded, M
from cchc.reform.plan_faults import PLAN
from cchc.reform.quality import QUALITY
from cchc.reform.reception_faults import RECEPTION
from cchc.reform.store import (
    canonical_sheet,
    check_sheets,
    load_sheets,
    paths,
    read_sheet,
    strangers,
)
from cchc.reform.survey.faults import SURVEY

SCHEMA = "schema.json"
KINDS: tuple[Kind[Any], ...] = (
    PLAN,
    INDEX,
    SURVEY,
    FEEDBACK,
    DOCUMENTS,
    REVIEW,
    FINANCE,
    QUALITY,
    RECEPTION,
)


@dataclass(frozen=True, slots=True)
class Reform:
    """Everything read from docs/cai-cach/, by the kind's folder; `tables` by their file's name."""

    loaded: Mapping[str, Loaded[Any]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)

    def of(self, kind: Kind[M]) -> Mapping[str, M]:
        """Give the files of a kind by their names, in order; none where there are none."""
        found: Loaded[M] | None = self.loaded.get(kind.folder)
        return found.sheets if found else MappingProxyType({})

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(problem for each in self.loaded.values() for problem in each.problems)


def load_reform(root: Path, ward: Ward | None = None) -> Reform:
    """Read every file of every kind; one that cannot be read is a problem, not an end.

    Raise `Refused` where no settings are given and those of the portal are broken.
    """
    known = ward or load_ward(root)
    reform = Reform({each.folder: load_sheets(root, each, known) for each in KINDS})
    return replace(reform, tables=load_tables(root, reform.of(FINANCE)))


def check_reform(root: Path, catalogue: Catalogue | None = None) -> Iterator[Problem]:
    """Find every fault of docs/cai-cach/; broken settings are told by their own check."""
    try:
        around = Around(root, load_ward(root), catalogue or load(root))
    except Refused:
        return
    for kind in KINDS:
        yield from check_sheets(kind, around)
    yield from strangers(root, KINDS)


def forms(root: Path) -> Iterator[tuple[Path, Callable[[str, bytes], str]]]:
    """Give each file with the function from its name and bytes to its one text."""
    for kind in KINDS:
        for path in paths(root, kind):
            yield path, _form(kind)


def _form(kind: Kind[Any]) -> Callable[[str, bytes], str]:
    return lambda name, raw: canonical_sheet(read_sheet(kind, name, raw))


def kind_of(root: Path, path: Path) -> Kind[Any] | None:
    """Find the kind that a file of the portal belongs to."""
    folder = relative(path.parent, root)
    return next((each for each in KINDS if each.place == folder), None)


def schemas() -> dict[str, str]:
    """Give each kind's JSON Schema by its path in the portal: for completion and the editor."""
    return {f"{each.place}/{SCHEMA}": schema_text(each) for each in KINDS}


def schema_text(kind: Kind[Any]) -> str:
    """Give a kind's JSON Schema, made from its model: the same bytes each time."""
    made: dict[str, Any] = kind.model.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    schema["title"] = kind.title
    for each in (schema, *made.get("$defs", {}).values()):
        each.pop("description", None)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
