"""Whether anything changed since the last good run: by size and time, then by content.

Looked at before anything else is loaded, so this module imports nothing heavy.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from cchc.base.journal import FILE as JOURNAL
from cchc.publish.nightly.running import NOTE

FILE = ".cchc/lan-tot.json"
PACKAGE = Path(__file__).parents[2]
INPUTS = ("mkdocs.yml", "docs", "procedures", "inbox", ".cache/web")
# A file written in the same moment as it was looked at may change once more unseen.
FRESH_NS = 3_000_000_000
Seen: TypeAlias = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class LastGood:
    """The last good run: its day and target, whether a source must be asked over the web, inputs.

    `places` are the folders of local sources; `files` maps a path to (bytes, ns, SHA-256).
    """

    day: str
    target: str
    web: bool
    places: tuple[str, ...]
    files: Mapping[str, Seen]


def load_last_good(root: Path) -> LastGood | None:
    """Read the file; none, or a broken one, means that a whole run is needed."""
    try:
        data = json.loads((root / FILE).read_bytes())
        files = {path: (int(s), int(t), str(h)) for path, (s, t, h) in data["tep"].items()}
        places = tuple(map(str, data["thu_muc"]))
        return LastGood(str(data["ngay"]), str(data["noi"]), bool(data["mang"]), places, files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def last_good_json(last: LastGood) -> bytes:
    """Write the file."""
    data: dict[str, Any] = {"ngay": last.day, "noi": last.target, "mang": last.web}
    data |= {"thu_muc": list(last.places), "tep": {k: list(v) for k, v in last.files.items()}}
    return json.dumps(data, ensure_ascii=False).encode()


def nothing_new(root: Path, day: str, target: str) -> bool:
    """Tell whether a run now would do what the last good one did, without asking any server."""
    last = load_last_good(root)
    if last is None or last.web or (last.day, last.target) != (day, target):
        return False
    if (root / NOTE).exists() or (root / JOURNAL).exists():
        return False
    return unchanged(root, last)


def unchanged(root: Path, last: LastGood) -> bool:
    """Tell whether every input holds the same bytes as then, and none came or went."""
    known = dict(last.files)
    for name, path, facts in _inputs(root, last.places):
        seen = known.pop(name, None)
        if seen is None or not _same(path, facts, seen):
            return False
    return not known


def _same(path: Path, facts: os.stat_result, seen: Seen) -> bool:
    size, time_ns, digest = seen
    if facts.st_size != size:
        return False
    return facts.st_mtime_ns == time_ns or _digest(path) == digest


def look(
    root: Path, places: Iterable[str], now_ns: int, before: LastGood | None
) -> dict[str, Seen]:
    """Take the fingerprint of every input; `now_ns` is the file system's present."""
    known: Mapping[str, Seen] = before.files if before else {}
    found: dict[str, Seen] = {}
    for name, path, facts in _inputs(root, places):
        seen = known.get(name)
        same = seen and seen[:2] == (facts.st_size, facts.st_mtime_ns)
        digest = seen[2] if seen and same else _digest(path)
        settled = now_ns - facts.st_mtime_ns > FRESH_NS
        found[name] = (facts.st_size, facts.st_mtime_ns if settled else 0, digest)
    return found


def _inputs(root: Path, places: Iterable[str]) -> Iterator[tuple[str, Path, os.stat_result]]:
    for name in (*INPUTS, *(each for each in places if each not in INPUTS)):
        yield from _below(name, root / name)
    # Other code makes other pages of the same files.
    yield from _below("cchc", PACKAGE)


def _below(name: str, path: Path) -> Iterator[tuple[str, Path, os.stat_result]]:
    try:
        if path.is_dir():
            with os.scandir(path) as found:
                entries = list(found)
            for entry in entries:
                if entry.name != "__pycache__":
                    yield from _entry(f"{name}/{entry.name}", entry)
        elif path.exists():
            yield name, path, path.stat()
    except OSError:  # not there any more, or no right to look: seen as not there
        return


def _entry(name: str, entry: os.DirEntry[str]) -> Iterator[tuple[str, Path, os.stat_result]]:
    if entry.is_dir(follow_symlinks=False):
        yield from _below(name, Path(entry.path))
    elif entry.is_file():
        yield name, Path(entry.path), entry.stat()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
