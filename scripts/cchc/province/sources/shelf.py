"""The cache of a source: what each address gave, and by what the server tells that it is the same.

Deleting it costs a download, nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cchc.base.files import write_atomically
from cchc.province.sources.answers import NOT_MODIFIED, Answer, refuse
from cchc.province.sources.brought import sha256_of
from cchc.province.sources.contents import ending_of_content
from cchc.province.sources.fetch import Fetcher
from cchc.province.sources.safe_names import safe_name

VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass(frozen=True, slots=True)
class Kept:
    """The copy of what stands at an address; `conditions` ask for it only where it is new."""

    path: Path
    sha256: str
    conditions: Mapping[str, str]

    def read(self) -> bytes:
        """Give the content."""
        return self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a source's copies lie, who fetches them, and from which hosts."""

    home: Path
    fetcher: Fetcher
    hosts: frozenset[str]

    def kept(self, address: str) -> Kept | None:
        """Give the copy of last time; None where there is none, or it is not whole."""
        try:
            said: Any = json.loads(self._record(address).read_bytes())
            path = self.home / Path(str(said["tep"])).name
            conditions = {str(key): str(value) for key, value in said["dieu_kien"].items()}
            whole = sha256_of(path.read_bytes()) == said["sha256"]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return Kept(path, str(said["sha256"]), conditions) if whole else None

    def fetch(self, address: str) -> Kept:
        """Ask for an address; where nothing changed, give the copy. Raise `Refused` if it fails."""
        old = self.kept(address)
        answer = self.fetcher.get(address, self.hosts, old.conditions if old else {})
        if answer.status != NOT_MODIFIED:
            return self._keep(address, answer)
        if old is None:
            raise refuse(address, "máy chủ báo không đổi (304) dù chưa gửi gì; lần sau thử lại")
        return old

    def _keep(self, address: str, answer: Answer) -> Kept:
        sha256 = sha256_of(answer.body)
        name = safe_name(answer.address, sha256, ending_of_content(answer.body))
        given = {asks: answer.headers.get(key, "") for key, asks in VALIDATORS.items()}
        # Other letters cannot be sent back.
        conditions = {asks: value for asks, value in given.items() if value and value.isascii()}
        write_atomically(self.home / name, answer.body)
        record = {"dia_chi": address, "tep": name, "sha256": sha256, "dieu_kien": conditions}
        text = json.dumps(record, ensure_ascii=False, indent=1)
        write_atomically(self._record(address), text.encode())
        return Kept(self.home / name, sha256, conditions)

    def _record(self, address: str) -> Path:
        return self.home / f"{sha256_of(address.encode())[:24]}.json"
