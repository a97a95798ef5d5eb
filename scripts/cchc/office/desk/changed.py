"""A change of the content that is not out yet, told in plain words and line by line; pure."""

from __future__ import annotations

import difflib
import enum
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

AROUND = 2
MOST_LINES = 400


class Kind(enum.StrEnum):
    """What happened to a file, in the words of the page."""

    ADDED = "mới"
    CHANGED = "sửa"
    REMOVED = "xóa"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One file that is no longer as it was; `path` is from the portal on, with `/`."""

    path: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a difference: `sign` is `+`, `-`, a space, or `…` for what was left out."""

    sign: str
    text: str


def difference(before: bytes | None, after: bytes | None) -> tuple[Line, ...]:
    """Compare two states of a text file line by line; nothing for what is no text (a picture)."""
    old, new = _lines(before), _lines(after)
    if old is None or new is None:
        return ()
    found = list(_hunks(old, new))
    if found and (not old or not new):
        found = found[1:]  # a whole file: nothing was left out before it
    rest = len(found) - MOST_LINES
    more = (Line("…", f"còn {rest} dòng nữa"),) if rest > 0 else ()
    return (*found[:MOST_LINES], *more)


def _lines(raw: bytes | None) -> list[str] | None:
    if raw is None:
        return []
    if b"\0" in raw:
        return None
    try:
        return raw.decode().splitlines()
    except UnicodeDecodeError:
        return None


def _hunks(old: list[str], new: list[str]) -> Iterator[Line]:
    for at, line in enumerate(difflib.unified_diff(old, new, n=AROUND, lineterm="")):
        # The two names of files come first.
        if at < len(("---", "+++")):
            continue
        if line.startswith("@@"):
            yield Line("…", "")
        else:
            yield Line(line[0], line[1:])


def fingerprint(changes: Iterable[tuple[Change, bytes | None]]) -> str:
    """Give a short sign of what a person saw: nothing goes out that changed after it."""
    seen = hashlib.sha256()
    for change, now in changes:
        content = hashlib.sha256(now).hexdigest() if now is not None else ""
        seen.update(f"{change.path}\0{change.kind}\0{content}\0".encode())
    return seen.hexdigest()[:32]
