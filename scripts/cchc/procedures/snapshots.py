"""procedures/snapshots/<nguồn>.tsv: the last accepted list of each source, to compare with."""

from __future__ import annotations

from pathlib import Path

from cchc.base.text import slug
from cchc.procedures.snapshot import Snapshot, SnapshotRow
from cchc.procedures.snapshot_text import damaged, read_snapshot
from cchc.procedures.store import FOLDER

__all__ = ["Snapshot", "SnapshotRow", "load_snapshot", "path_of_snapshot"]

SNAPSHOTS = f"{FOLDER}/snapshots"


def path_of_snapshot(source: str) -> str:
    """Name the file of a source, relative to the portal."""
    return f"{SNAPSHOTS}/{slug(source)}.tsv"


def load_snapshot(root: Path, source: str) -> Snapshot | None:
    """Read the last accepted list of a source; None where there is none yet.

    Raise `Refused` with file and line where the file is damaged.
    """
    path = path_of_snapshot(source)
    if not (root / path).is_file():
        return None
    snapshot = read_snapshot(path, (root / path).read_bytes())
    if slug(snapshot.source) != slug(source):
        raise damaged(path, 1, f"tệp là của nguồn “{snapshot.source}”")
    return snapshot
