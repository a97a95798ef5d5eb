"""One publisher at a time for each target, the programs it started included."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from cchc.base.problems import Problem, Refused

BUSY = "đang có lần xuất bản khác vào nơi này; chờ lần đó xong rồi chạy lại"


@contextlib.contextmanager
def my_turn(path: Path) -> Iterator[int | None]:
    """Hold the lock at `path`; give the descriptor that started programs must inherit.

    A killed publisher leaves its rclone running: that one holds the lock by the inherited
    descriptor, so that the next run cannot be overtaken by files of the run before. Windows has no
    such inheritance: None. Raise `Refused` where another holds the lock.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        with _file_lock(path):
            yield None
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        with path.open("ab") as opened:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Refused([Problem(path.name, 0, BUSY)]) from None
            yield opened.fileno()


@contextlib.contextmanager
def _file_lock(path: Path) -> Iterator[None]:
    import filelock  # noqa: PLC0415 - a thirtieth of a second

    try:
        with filelock.FileLock(path, timeout=0):
            yield
    except filelock.Timeout:
        raise Refused([Problem(path.name, 0, BUSY)]) from None
