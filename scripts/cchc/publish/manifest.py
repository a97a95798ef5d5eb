"""What a site is made of: each file's size and SHA-256, by its path in the site."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cchc.base.problems import Problem, Refused

VERSION = 1
ODD = "là liên kết hoặc tệp đặc biệt; thay bằng tệp thật"
UNNAMEABLE = "tên tệp có ký tự điều khiển hoặc dấu \\; đổi tên"
# Lists of files go to other programs one a line; Windows reads a backslash as a folder.
BAD_LETTERS = re.compile(r"[\x00-\x1f\x7f\\]")
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its size in bytes and its SHA-256 as 64 hex digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A site's files by path, with `/`, in the order of their paths."""

    files: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the whole, 64 hex digits: equal for equal sites."""
        return hashlib.sha256(manifest_json(self)).hexdigest()


@dataclass(frozen=True, slots=True)
class Difference:
    """What publishing does to the files, each sorted by path."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def sent(self) -> tuple[str, ...]:
        """Give what travels."""
        return self.added + self.changed


def manifest_of(folder: Path) -> Manifest:
    """Read every file below a folder. Raise `Refused` for links and names that cannot travel."""
    faults = []
    found = {}
    for path in _below(folder):
        name = path.relative_to(folder).as_posix()
        if BAD_LETTERS.search(name):
            faults.append(Problem(BAD_LETTERS.sub("?", name), 0, UNNAMEABLE))
        elif path.is_symlink() or not path.is_file():
            faults.append(Problem(name, 0, ODD))
        else:
            found[name] = entry_of(path)
    if faults:
        raise Refused(faults)
    return Manifest({name: found[name] for name in sorted(found)})


def entry_of(path: Path) -> Entry:
    """Read one file."""
    with path.open("rb") as opened:
        return Entry(path.stat().st_size, hashlib.file_digest(opened, "sha256").hexdigest())


def difference(before: Manifest, after: Manifest) -> Difference:
    """Compare two sites."""
    old, new = before.files, after.files
    return Difference(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )


def manifest_json(manifest: Manifest) -> bytes:
    """Write it: equal sites give equal bytes."""
    files = {name: [each.size, each.sha256] for name, each in sorted(manifest.files.items())}
    whole = {"phien_ban": VERSION, "tep": files}
    return (json.dumps(whole, ensure_ascii=False, indent=0) + "\n").encode()


def read_manifest(raw: bytes) -> Manifest | None:
    """Read it back; None where it is broken, or names a place outside the site."""
    try:
        files = {name: Entry(*each) for name, each in json.loads(raw)["tep"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    sound = all(safe(name) and _is_entry(each) for name, each in files.items())
    return Manifest(files) if sound else None


def safe(name: str) -> bool:
    """Tell whether a path read from elsewhere stays inside the folder it is meant for."""
    return not BAD_LETTERS.search(name) and all(
        part not in {"", ".", ".."} for part in name.split("/")
    )


def _is_entry(entry: Entry) -> bool:
    return (
        type(entry.size) is int
        and entry.size >= 0
        and SHA256.fullmatch(str(entry.sha256)) is not None
    )


def _below(folder: Path) -> Iterator[Path]:
    for at, folders, files in os.walk(folder, onerror=_raise):
        yield from (Path(at, name) for name in files)
        # os.walk does not follow links to folders: they are told like links to files.
        yield from (Path(at, name) for name in folders if Path(at, name).is_symlink())


def _raise(error: OSError) -> None:
    raise error
