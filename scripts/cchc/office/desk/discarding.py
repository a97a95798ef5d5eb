"""“Bỏ thay đổi”: the content back to what it was, what was there kept first; and taken back again.

A kept change is a folder `.cchc/da-bo/<time>/`: the files below `tep/`, and a list of what was
done. Nothing here is ever deleted by the program.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.base.clock import VIETNAM
from cchc.base.files import write_atomically
from cchc.base.journal import write_together
from cchc.base.problems import Problem, Refused
from cchc.office.desk.changed import Change, Kind
from cchc.office.desk.places import inside, is_content

FOLDER = ".cchc/da-bo"
LIST, FILES = "da-bo.json", "tep"
GONE = "không còn bản đã bỏ này; mở lại danh sách các bản đã bỏ"
NOTHING = "chưa chọn thay đổi nào để bỏ"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was discarded at once: its name (the time), when, by whom, which changes, in words."""

    id: str
    when: dt.datetime
    by: str
    changes: tuple[Change, ...]
    words: tuple[str, ...] = ()


def keep_aside(
    root: Path, changes: Iterable[Change], by: str, words: Iterable[str], now: dt.datetime
) -> Kept:
    """Copy what these changes made of the content into a folder of its own; nothing is undone."""
    every = tuple(changes)
    if not every:
        raise Refused([Problem("", 0, NOTHING)])
    kept = Kept(_free_name(root, now), now, by, every, tuple(words))
    place = root / FOLDER / kept.id
    for each in every:
        if each.kind is not Kind.REMOVED:
            write_atomically(place / FILES / each.path, inside(root, each.path).read_bytes())
    write_atomically(place / LIST, _written(kept))
    return kept


def put_back(root: Path, contents: dict[str, bytes | None]) -> None:
    """Give files these contents, all together; None: the file goes."""
    for path in contents:
        inside(root, path)
    write_together(root, {path: raw for path, raw in contents.items() if raw is not None})
    for path, raw in contents.items():
        if raw is None:
            inside(root, path).unlink(missing_ok=True)


def contents_of(root: Path, kept: Kept) -> dict[str, bytes | None]:
    """Give what was kept, by path; None where the change had removed the file."""
    files = root / FOLDER / kept.id / FILES
    return {
        each.path: None if each.kind is Kind.REMOVED else (files / each.path).read_bytes()
        for each in kept.changes
        if is_content(each.path)
    }


def kept_aside(root: Path) -> Iterator[Kept]:
    """List what was discarded, the newest first; a folder that is none of ours is passed over."""
    for path in sorted((root / FOLDER).glob(f"*/{LIST}"), reverse=True):
        try:
            yield _read(path)
        except (OSError, ValueError, KeyError, TypeError):
            continue


def find_kept(root: Path, kept_id: str) -> Kept:
    """Give one by its name. Raise `Refused` where there is none."""
    found = next((each for each in kept_aside(root) if each.id == kept_id), None)
    if found is None:
        raise Refused([Problem("", 0, GONE)])
    return found


def _free_name(root: Path, now: dt.datetime) -> str:
    name = f"{now.astimezone(VIETNAM):%Y-%m-%d-%H%M%S}"
    taken = len(list((root / FOLDER).glob(f"{name}*")))
    return f"{name}-{taken + 1}" if taken else name


def _written(kept: Kept) -> bytes:
    data = {
        "luc": kept.when.isoformat(timespec="seconds"),
        "nguoi": kept.by,
        "thay_doi": [{"tep": each.path, "viec": each.kind.value} for each in kept.changes],
        "loi": list(kept.words),
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _read(path: Path) -> Kept:
    data = json.loads(path.read_bytes())
    changes = tuple(Change(str(each["tep"]), Kind(each["viec"])) for each in data["thay_doi"])
    when = dt.datetime.fromisoformat(data["luc"])
    return Kept(path.parent.name, when, str(data["nguoi"]), changes, tuple(map(str, data["loi"])))
