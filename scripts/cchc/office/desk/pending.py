"""What is not out yet: read from the files, told in words, discarded, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from cchc.base.lock import only_writer, recover
from cchc.office.desk.baseline import Baseline
from cchc.office.desk.changed import Change, Kind, Line, difference, fingerprint
from cchc.office.desk.discarding import (
    Kept,
    contents_of,
    find_kept,
    keep_aside,
    put_back,
)
from cchc.office.desk.telling import Told, grouped, tell


@dataclass(frozen=True, slots=True)
class Pending:
    """Every change with its words and lines; `seen` is the sign of exactly this state."""

    told: tuple[Told, ...]
    lines: tuple[tuple[Line, ...], ...]
    seen: str

    @property
    def grouped(self) -> tuple[tuple[Told, tuple[Told, ...]], ...]:
        """The changes, each with the pictures that belong to it."""
        return grouped(self.told)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes alone."""
        return tuple(each.change for each in self.told)


def pending(root: Path, baseline: Baseline) -> Pending:
    """Look at everything that is not out yet."""
    found = [(each, baseline.before(each.path), now_of(root, each)) for each in baseline.changes()]
    return Pending(
        told=tuple(tell(*each) for each in found),
        lines=tuple(difference(before, after) for _, before, after in found),
        seen=fingerprint((change, after) for change, _, after in found),
    )


def now_of(root: Path, change: Change) -> bytes | None:
    """Read what a change made of a file; None where it removed it."""
    path = root / change.path
    return path.read_bytes() if change.kind is not Kind.REMOVED and path.is_file() else None


def discard(
    root: Path, baseline: Baseline, chosen: Collection[str], by: str, now: dt.datetime
) -> Kept:
    """Undo the chosen changes, after a copy of them is kept. Raise `Refused` for none."""
    recover(root)
    with only_writer(root):
        told = [
            each
            for above, below in pending(root, baseline).grouped
            if above.change.path in chosen
            for each in (above, *below)
        ]
        kept = keep_aside(root, (each.change for each in told), by, map(str, told), now)
        put_back(root, {each.path: baseline.before(each.path) for each in kept.changes})
    return kept


def take_back(
    root: Path, baseline: Baseline, kept_id: str, by: str, now: dt.datetime
) -> tuple[Kept, Kept | None]:
    """Bring a discarded change back; give it, and what of today was kept aside for it, if any."""
    recover(root)
    with only_writer(root):
        kept = find_kept(root, kept_id)
        contents = contents_of(root, kept)
        written = [each for each in pending(root, baseline).told if each.change.path in contents]
        lost = [each for each in written if now_of(root, each.change) != contents[each.change.path]]
        aside = None
        if lost:
            aside = keep_aside(root, (e.change for e in lost), by, map(str, lost), now)
        put_back(root, contents)
    return kept, aside
