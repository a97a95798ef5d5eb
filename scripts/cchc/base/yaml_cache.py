"""YAML files parsed before, by their content: .cache/cchc/yaml.json.

Parsing is two thirds of reading a file. What is kept is plain data, only of files without any
fault, and only of the files read last time; deleting the file costs one slower run.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
from pathlib import Path
from typing import Any

from cchc.base import encoding, yaml_faults, yaml_read
from cchc.base.files import write_atomically
from cchc.base.yaml_read import Document, read_yaml

FILE = ".cache/cchc/yaml.json"
# What decides how bytes become data: another version of these starts a new cache.
READERS = (encoding.__file__, yaml_faults.__file__, yaml_read.__file__)


class YamlCache:
    """The parsed files of one portal: read through it, then `save`."""

    def __init__(self, root: Path) -> None:
        """Open the cache of a portal; where there is none, or a broken one, it is empty."""
        self._path = root / FILE
        self._known = _load(self._path)
        self._used: dict[str, Any] = {}

    def read(self, path: str, raw: bytes) -> Document:
        """Do what `read_yaml` does. Raise `Refused` where it would."""
        key = hashlib.blake2b(raw, digest_size=16).hexdigest()
        if key in self._known:
            self._used[key] = self._known[key]
            return Document(path, raw.decode(), self._known[key])
        document = read_yaml(path, raw)
        if not document.problems:
            self._used[key] = document.data
        return document

    def save(self) -> None:
        """Keep what was read; a folder that cannot be written only makes the next run slower."""
        if self._used.keys() == self._known.keys():
            return
        text = json.dumps({"doc_boi": _reader(), "tep": self._used}, ensure_ascii=False)
        with contextlib.suppress(OSError):
            write_atomically(self._path, text.encode())


def _load(path: Path) -> dict[str, Any]:
    """Read the cache; one that is broken, or of another version, is empty."""
    try:
        kept = json.loads(path.read_bytes())
        return dict(kept["tep"]) if kept["doc_boi"] == _reader() else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


@functools.cache
def _reader() -> str:
    return hashlib.blake2b(b"".join(Path(f).read_bytes() for f in READERS)).hexdigest()[:32]
