"""What the content was when it last went out: in git the last commit, elsewhere a kept copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from cchc.base.files import write_atomically
from cchc.office.desk.changed import Change, Kind
from cchc.office.desk.git import Repository, repository
from cchc.office.desk.places import content_files, is_content

COPY = ".cchc/ban-goc"
WHOLE = ".cchc/ban-goc.du"
KINDS = {"A": Kind.ADDED, "D": Kind.REMOVED}


class Baseline(Protocol):
    """The content as it was, whatever keeps it."""

    def changes(self) -> tuple[Change, ...]:
        """List what is no longer as it was, by path."""

    def before(self, path: str) -> bytes | None:
        """Give a file as it was; None where there was none."""

    def keep(self, changes: Iterable[Change], words: str, by: str) -> str:
        """Make these changes part of what was; give the commit's short name, if one was made."""


class InGit:
    """The last commit of the portal's repository."""

    def __init__(self, repository: Repository) -> None:
        """Look at this repository."""
        self._repository = repository

    def changes(self) -> tuple[Change, ...]:
        """See `Baseline`."""
        found = ((path, KINDS.get(sign, Kind.CHANGED)) for sign, path in
                 self._repository.differing())  # fmt: skip
        return tuple(Change(path, kind) for path, kind in sorted(found) if is_content(path))

    def before(self, path: str) -> bytes | None:
        """See `Baseline`."""
        return self._repository.before(path)

    def keep(self, changes: Iterable[Change], words: str, by: str) -> str:
        """See `Baseline`."""
        return self._repository.commit([each.path for each in changes], words, by)


class InCopy:
    """A copy of the content below .cchc/, made when the desk first starts."""

    def __init__(self, root: Path) -> None:
        """Make the copy where there is none, or where the one before was cut off."""
        self._root, self._copy = root, root / COPY
        if not (root / WHOLE).is_file():
            shutil.rmtree(self._copy, ignore_errors=True)
            for path in content_files(root):
                self._take(path)
            write_atomically(root / WHOLE, b"du\n")

    def changes(self) -> tuple[Change, ...]:
        """See `Baseline`."""
        now, then = {*content_files(self._root)}, {*content_files(self._copy)}
        both = (path for path in now & then if not self._same(path))
        found = [*((path, Kind.ADDED) for path in now - then),
                 *((path, Kind.REMOVED) for path in then - now),
                 *((path, Kind.CHANGED) for path in both)]  # fmt: skip
        return tuple(Change(path, kind) for path, kind in sorted(found))

    def before(self, path: str) -> bytes | None:
        """See `Baseline`."""
        kept = self._copy / path
        return kept.read_bytes() if is_content(path) and kept.is_file() else None

    def keep(self, changes: Iterable[Change], words: str, by: str) -> str:
        """See `Baseline`."""
        del words, by
        for each in changes:
            if (self._root / each.path).is_file():
                self._take(each.path)
            else:
                (self._copy / each.path).unlink(missing_ok=True)
        return ""

    def _take(self, path: str) -> None:
        write_atomically(self._copy / path, (self._root / path).read_bytes())

    def _same(self, path: str) -> bool:
        now, then = self._root / path, self._copy / path
        return now.stat().st_size == then.stat().st_size and now.read_bytes() == then.read_bytes()


def baseline_of(root: Path) -> Baseline:
    """Give the portal's own."""
    kept = repository(root)
    return InGit(kept) if kept else InCopy(root)
