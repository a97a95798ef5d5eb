"""One run at a time: who runs, since when, at which step; and what a killed run left behind.

The lock is the system's, so that a killed process lets go of it; beside it a note says who holds
it. A note without a lock is a run that was killed: the next one says so and begins anew.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.base.clock import VIETNAM
from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused

LOCK = ".cchc/khoa-chay"
NOTE = ".cchc/dang-chay.json"


class BusyError(Refused):
    """Another run holds the lock; the problem says who and since when."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who runs: process number, machine, since when (ISO, UTC), in which step (its title)."""

    pid: int
    machine: str
    since: str
    step: str = ""

    def __str__(self) -> str:
        """Say it for a person."""
        where = f", đang ở bước “{self.step}”" if self.step else ""
        return f"tiến trình {self.pid} trên máy {self.machine}, từ {_shown(self.since)}{where}"


def _shown(since: str) -> str:
    with contextlib.suppress(ValueError):
        return f"{dt.datetime.fromisoformat(since).astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"
    return "lúc chưa rõ"


@dataclass(frozen=True, slots=True)
class Running:
    """The run that holds the lock; `interrupted` says how the run before was cut off, if it was."""

    root: Path
    began: dt.datetime
    interrupted: str = ""

    def at(self, step: str) -> None:
        """Note the step; where the disk is full the run goes on without the note."""
        holder = Holder(os.getpid(), platform.node(), self.began.isoformat(), step)
        note = {"tien_trinh": holder.pid, "may": holder.machine, "tu": holder.since, "buoc": step}
        with contextlib.suppress(OSError):
            write_atomically(self.root / NOTE, json.dumps(note, ensure_ascii=False).encode())


def holder(root: Path) -> Holder | None:
    """Read who runs, or who was killed; None where nobody does."""
    try:
        note = json.loads((root / NOTE).read_bytes())
        return Holder(int(note["tien_trinh"]), str(note["may"]), str(note["tu"]), str(note["buoc"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return Holder(0, "chưa rõ", "")


@contextlib.contextmanager
def only_run(root: Path, began: dt.datetime) -> Iterator[Running]:
    """Hold the lock for a run. Raise `BusyError` at once where another one holds it."""
    import filelock  # noqa: PLC0415 - a thirtieth of a second that only a real run should wait for

    path = root / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(path)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        message = f"đang có lần chạy khác: {holder(root) or 'vừa bắt đầu'}; chờ lần ấy xong"
        raise BusyError([Problem(LOCK, 0, message)]) from None
    try:
        before = holder(root)
        yield Running(root, began, f"lần chạy trước bị dừng giữa chừng: {before}" if before else "")
        (root / NOTE).unlink(missing_ok=True)
    finally:
        lock.release()
