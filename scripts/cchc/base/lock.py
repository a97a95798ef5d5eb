"""One writer at a time: two commands that write must not lose each other's questions."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from cchc.base.journal import FILE as JOURNAL
from cchc.base.journal import finish
from cchc.base.problems import Problem, Refused

FILE = ".cchc/khoa"
PATIENCE = 20.0
BUSY = "đang có lệnh khác ghi vào trang; chờ lệnh đó xong rồi chạy lại"


@contextlib.contextmanager
def only_writer(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the portal's lock for the time of the block; wait at most `patience` seconds.

    Raise `Refused` where another command holds it longer. The system lets go of the lock of a
    process that was killed.
    """
    # A thirtieth of a second that only who writes should wait for.
    import filelock  # noqa: PLC0415

    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(path)
    try:
        lock.acquire(timeout=patience, poll_interval=0.1)
    except filelock.Timeout:
        raise Refused([Problem(FILE, 0, BUSY)]) from None
    try:
        yield
    finally:
        lock.release()


def recover(root: Path) -> tuple[str, ...]:
    """Finish what a crash left half written, unless another command is just writing it."""
    if not (root / JOURNAL).exists():
        return ()
    with only_writer(root):
        return finish(root)
