"""Finding a procedure by what a person types: a code, or words, accents or not; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.text import fold, one_line
from cchc.procedures.completeness import missing_parts
from cchc.procedures.files import Version
from cchc.procedures.store import Catalogue

MOST = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A procedure's file: code, name, field, how many parts it lacks, the day it takes over."""

    path: str
    code: str
    name: str
    field: str
    missing: int
    confirmed: bool
    effective: dt.date | None = None


def find(catalogue: Catalogue, asked: str) -> tuple[Found, ...]:
    """List the files that hold every word asked for, those that begin with them first.

    Nothing asked: nothing found. At most `MOST`.
    """
    words = fold(one_line(asked)).split()
    if not words:
        return ()
    hits = sorted(_hits(catalogue, words), key=lambda hit: (hit[0], hit[1].procedure.name))
    return tuple(_found(version) for _, version in hits[:MOST])


def _hits(catalogue: Catalogue, words: list[str]) -> Iterator[tuple[int, Version]]:
    phrase = " ".join(words)
    for versions in catalogue.versions.values():
        for version in versions:
            each = version.procedure
            name = fold(f"{each.name} {' '.join(each.plain_names)}")
            whole = f"{each.code} {name} {fold(' '.join((each.field_of_service, *each.keywords)))}"
            if all(word in whole for word in words):
                begins = each.code.startswith(phrase) or name.startswith(phrase)
                yield (0 if begins else 1 if phrase in name else 2), version


def _found(version: Version) -> Found:
    each = version.procedure
    return Found(
        path=version.path,
        code=each.code,
        name=each.name,
        field=each.field_of_service,
        missing=len(missing_parts(each)),
        confirmed=each.confirmed is not None,
        effective=version.effective,
    )
