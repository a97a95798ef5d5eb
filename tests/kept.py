"""Data written where the commands write it, for tests that begin with something on file."""

from __future__ import annotations

from pathlib import Path

from cchc.base.files import write_atomically
from cchc.procedures.decision import Decision
from cchc.procedures.decision_files import canonical_decision, path_of
from cchc.procedures.snapshot_text import canonical_snapshot
from cchc.procedures.snapshots import Snapshot, path_of_snapshot


def decision_on_file(root: Path, made: Decision) -> Path:
    """Write a decision where it belongs; give its path."""
    write_atomically(root / path_of(made), canonical_decision(made).encode())
    return root / path_of(made)


def list_on_file(root: Path, made: Snapshot) -> bool:
    """Write an accepted list where it belongs; tell whether anything changed."""
    return write_atomically(root / path_of_snapshot(made.source), canonical_snapshot(made).encode())
