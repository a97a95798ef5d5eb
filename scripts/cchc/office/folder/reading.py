"""The editor's view of the portal's folder: a list of files, and each file's bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import relative
from cchc.office.folder.places import kind_of

# Where there is something for the editor: the rest of the portal is not walked through.
TOPS = ("docs", "procedures")
LETTERS = 32


@dataclass(frozen=True, slots=True)
class Listed:
    """A file: its address below the portal, its size in bytes, its time in ms since 1970."""

    path: str
    size: int
    modified: int


def listing(root: Path) -> Iterator[Listed]:
    """List the files that the editor may read, in the order of their addresses."""
    for top in TOPS:
        for path in sorted(_files(root / top)):
            address = relative(path, root)
            if kind_of(address) and place(root, address):
                state = path.stat()
                yield Listed(address, state.st_size, state.st_mtime_ns // 1_000_000)


def _files(top: Path) -> Iterator[Path]:
    for folder, below, names in os.walk(top):
        below[:] = [each for each in below if not each.startswith(".")]
        yield from (Path(folder) / each for each in names if not each.startswith("."))


def place(root: Path, address: str) -> Path | None:
    """Give the file of an address of the editor; None where a link leads somewhere else."""
    home = root.resolve()
    path = home / address
    return path if path.resolve() == path else None


def version(raw: bytes) -> str:
    """Name the state of a file by its bytes: who writes must have read this one."""
    return hashlib.sha256(raw).hexdigest()[:LETTERS]
