"""What runs leave in .cchc: records, the heartbeat; the last one read again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from cchc.base.faults import told
from cchc.base.files import write_atomically
from cchc.publish.nightly.message import run_text
from cchc.publish.nightly.record import Result, Run, record_json

FOLDER = ".cchc/runs"
HEARTBEAT = ".cchc/nhip"
KEPT = 60


def save_run(root: Path, run: Run) -> Path:
    """Write a run's record and its text, named by its UTC time; then let the oldest go."""
    path = root / FOLDER / f"{_free_name(root, run.began)}.json"
    write_atomically(path.with_suffix(".txt"), run_text(run).encode())
    write_atomically(path, record_json(run).encode())
    _prune(root)
    return path


def keep_run(root: Path, run: Run) -> Run:
    """Keep a run and its heartbeat; where the disk takes neither, the run given back says so."""
    try:
        save_run(root, run)
        beat(root, run.ended)
    except OSError as error:
        step = run.steps[-1]
        lines = (*step.lines, f"không ghi được bản ghi lần chạy: {told(error)}")
        steps = (*run.steps[:-1], step.model_copy(update={"lines": lines}))
        result = Result.FAULTY if run.result is Result.GOOD else run.result
        return run.model_copy(update={"steps": steps, "result": result})
    return run


def _free_name(root: Path, moment: dt.datetime) -> str:
    name = f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    taken = len(list((root / FOLDER).glob(f"{name}*.json")))
    return f"{name}-{taken + 1}" if taken else name


def _prune(root: Path) -> None:
    for path in sorted((root / FOLDER).glob("*.json"), reverse=True)[KEPT:]:
        path.unlink(missing_ok=True)
        path.with_suffix(".txt").unlink(missing_ok=True)


def runs_on_file(root: Path) -> Iterator[Run]:
    """Read the records, the newest first; one that cannot be read is passed over."""
    for path in sorted((root / FOLDER).glob("*.json"), reverse=True):
        try:
            yield Run.model_validate_json(path.read_bytes(), by_alias=True, by_name=False)
        except (OSError, ValidationError):
            continue


def last_run(root: Path) -> Run | None:
    """Read the newest record."""
    return next(runs_on_file(root), None)


def last_published(root: Path) -> Run | None:
    """Find the run whose release the public sees."""
    return next((run for run in runs_on_file(root) if run.release), None)


def beat(root: Path, moment: dt.datetime) -> None:
    """Say that a run came to its end, however it ended: silence is what a monitor looks for."""
    write_atomically(root / HEARTBEAT, f"{moment.isoformat(timespec='seconds')}\n".encode())


def last_beat(root: Path) -> dt.datetime | None:
    """Read when a run last came to its end."""
    try:
        return dt.datetime.fromisoformat((root / HEARTBEAT).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None
