"""A store that rclone knows: what lies in it, files into it and out of it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.base.problems import Refused
from cchc.publish.manifest import safe
from cchc.publish.programs import Program
from cchc.site.serving.server_files import kept_by_path

# A store that does not answer is left within a minute or two, for the next run; whoever has a slow
# one sets these variables.
PATIENCE = {
    "RCLONE_CONTIMEOUT": "15s",
    "RCLONE_TIMEOUT": "60s",
    "RCLONE_LOW_LEVEL_RETRIES": "3",
    "RCLONE_RETRIES": "1",
}
# rclone goes through its whole list, minutes long, when the network is gone after the first file;
# that a folder cannot be listed is told by its exit code.
GIVEN_UP = re.compile(rb" (?:ERROR|CRITICAL)\s*:(?!.*error listing)")
QUIET = ("--stats", "0", "--ask-password=false", "--log-level", "NOTICE")
NO_FOLDER = 3


def rclone(lock: int | None, address: str, place: Path) -> Program:
    """Make the program for one store; no message repeats the store's address or this folder."""
    # What follows a comma in `:s3,key=…:path` may be a secret.
    secret = (address,) if "," in address else ()
    patience = {name: os.environ.get(name, usual) for name, usual in PATIENCE.items()}
    return Program("rclone", lock, QUIET, patience, (*secret, str(place)), GIVEN_UP)


@dataclass(frozen=True, slots=True)
class Store:
    """A folder in a store; `address` as rclone writes it: `name:path`."""

    address: str
    program: Program

    def at(self, name: str) -> str:
        """Give the address of a path below."""
        joint = "" if self.address.endswith((":", "/")) else "/"
        return f"{self.address}{joint}{name}"

    def listed(self) -> Mapping[str, int]:
        """List every file with its size in bytes. A folder not yet there is empty."""
        answer = self.program.run("lsjson", "--recursive", "--files-only", "--no-modtime",
                                  "--no-mimetype", self.address)  # fmt: skip
        if answer.code == NO_FOLDER:
            return {}
        if answer.code:
            raise Refused([self.program.problem("không xem được nơi xuất bản", answer.said)])
        return {each["Path"]: int(each["Size"]) for each in json.loads(answer.out)}

    def read(self, name: str) -> bytes:
        """Read one file."""
        return self.program.must("không đọc được sổ của nơi xuất bản", "cat", self.at(name))

    def write(self, source: Path, name: str) -> None:
        """Write one file from this machine."""
        self.program.must(
            "không ghi được sổ vào nơi xuất bản", "copyto", "--ignore-times",
            str(source), self.at(name),
        )  # fmt: skip

    def send(self, folder: Path, names: Iterable[str]) -> None:
        """Send files of a folder, whatever lies there; with the headers of their kind."""
        for kept, group in by_cache(names).items():
            self.program.must(
                "không gửi được trang", "copy", *self._these(), "--no-traverse", "--ignore-times",
                "--header-upload", f"Cache-Control: {kept}", str(folder), self.address,
                given=_lines(group),
            )  # fmt: skip

    def verify(self, folder: Path, names: Iterable[str]) -> None:
        """Read files back, byte by byte: not every store can tell a hash. Raise `Refused`."""
        self.program.must(
            "trang gửi lên không giống trang đã dựng", "check", *self._these(), "--one-way",
            "--download", str(folder), self.address, given=_lines(names),
        )  # fmt: skip

    def delete(self, names: Iterable[str]) -> None:
        """Delete files, and the folders that this leaves empty (a server would answer 403)."""
        gone = sorted(names)
        if gone:
            self.program.must("không xóa được tệp cũ", "delete", *self._these(), self.address,
                              given=_lines(gone))  # fmt: skip

    def drop(self, folders: Iterable[str]) -> None:
        """Take empty folders away, the deepest first; stores without folders say nothing."""
        for folder in sorted(folders, key=lambda name: (-name.count("/"), name)):
            self.program.run("rmdir", self.at(folder))

    def _these(self) -> tuple[str, ...]:
        return ("--files-from-raw", "-")


def by_cache(names: Iterable[str]) -> dict[str, list[str]]:
    """Group paths by their Cache-Control, the same as the web servers' files give."""
    groups: dict[str, list[str]] = {}
    for name in sorted(names):
        groups.setdefault(kept_by_path(name), []).append(name)
    return groups


def empty_after(removed: Iterable[str], kept: Iterable[str]) -> set[str]:
    """Find the folders that hold nothing once files are removed."""
    return _parents(removed) - _parents(kept)


def _parents(names: Iterable[str]) -> set[str]:
    return {
        parent.as_posix()
        for name in names
        if safe(name)
        for parent in list(Path(name).parents)[:-1]
    }


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()
