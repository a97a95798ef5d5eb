"""What the catalogue holds, ready to be compared with a source; refused where it is not sound."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from cchc.base.problems import Problem, Refused
from cchc.changes.imports.decide import Held
from cchc.changes.imports.filling import filled
from cchc.procedures.fields import UNSORTED
from cchc.procedures.files import Version
from cchc.procedures.store import FOLDER, Catalogue

REPAIR = "sửa các tệp này trước (xem `cchc check`), rồi chạy lại"


def held_on(catalogue: Catalogue, day: dt.date) -> dict[str, Held]:
    """Give each procedure's version of a day, or its first one to come.

    Raise `Refused` where a file cannot be read or stands in the wrong place: a procedure that
    nobody sees would be taken for missing.
    """
    faults = [*_unreadable(catalogue), *_misplaced(catalogue)]
    held: dict[str, Held] = {}
    for code, versions in catalogue.versions.items():
        sound, leftovers = _without_leftovers(versions)
        faults += _twice(sound)
        held[code] = _held(sound, leftovers, day)
    if faults:
        raise Refused([*faults, Problem(FOLDER, 0, REPAIR)])
    return held


def _held(every: list[Version], leftovers: list[Version], day: dt.date) -> Held:
    # One that was taken back says nothing of today, unless there is no other.
    versions = [each for each in every if not each.procedure.withdrawn] or every
    begun = [each for each in versions if each.effective is None or each.effective <= day]
    newest = max(begun, key=_begins, default=None)
    current = newest or min(versions, key=_begins)
    days = frozenset(each.effective for each in versions if each.effective)
    leftover = leftovers[0].path if leftovers else ""
    return Held(current.procedure, current.effective, current.path, days, leftover)


def _begins(version: Version) -> dt.date:
    return version.effective or dt.date.min


def _without_leftovers(
    versions: tuple[Version, ...],
) -> tuple[list[Version], list[Version]]:
    """Tell apart the file that an interrupted move out of the unsorted folder left behind."""
    sorted_ = {each.effective: each for each in versions if not _unsorted(each)}
    leftovers = [
        each
        for each in versions
        if _unsorted(each)
        and (other := sorted_.get(each.effective))
        and filled(other.procedure, each.procedure) is other.procedure
    ]
    return [each for each in versions if each not in leftovers], leftovers


def _unsorted(version: Version) -> bool:
    in_folder = version.path.startswith(f"{FOLDER}/{UNSORTED}/")
    return in_folder and not version.procedure.field_of_service


def _unreadable(catalogue: Catalogue) -> Iterator[Problem]:
    loaded = {each.path for versions in catalogue.versions.values() for each in versions}
    yield from (problem for problem in catalogue.problems if problem.path not in loaded)


def _misplaced(catalogue: Catalogue) -> Iterator[Problem]:
    # By the name as it is written first: the key of a name costs, and nearly all are written so.
    folders = {each.name: each.folder for each in catalogue.fields.all} | {"": UNSORTED}
    for versions in catalogue.versions.values():
        for version in versions:
            name = version.procedure.field_of_service
            folder = folders.get(name) or catalogue.fields.folder_of(name)
            if version.path.split("/")[-2] != folder:
                message = f"tệp phải nằm trong {FOLDER}/{folder}/; chuyển tệp"
                yield Problem(version.path, 1, message)


def _twice(versions: list[Version]) -> Iterator[Problem]:
    seen: Mapping[dt.date | None, Version] = {each.effective: each for each in reversed(versions)}
    for version in versions:
        if (first := seen[version.effective]) is not version:
            yield Problem(version.path, 1, f"mã này đã có ở {first.path}; xóa hoặc gộp một tệp")
