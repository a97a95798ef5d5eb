"""What was looked at last, for as long as no file of the portal changes: a look takes seconds."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from cchc.office.desk.overview import Overview, overview
from cchc.office.desk.places import content_files


class Memory:
    """The last overview, and of which files (name, size, time of change) and day it was."""

    def __init__(self, root: Path, look: Callable[[Path, dt.date], Overview] = overview) -> None:
        """Begin without any."""
        self._root, self._look = root, look
        self._lock = threading.Lock()
        self._of: tuple[object, ...] = ()
        self._last: Overview | None = None

    def overview(self, day: dt.date) -> Overview:
        """Give the overview of now; two pages that ask at once look once."""
        with self._lock:
            now = (day, *_marks(self._root))
            if self._last is None or now != self._of:
                self._last, self._of = self._look(self._root, day), now
            return self._last


def _marks(root: Path) -> Iterator[tuple[str, int, int]]:
    for path in content_files(root):
        stat = (root / path).stat()
        yield path, stat.st_size, stat.st_mtime_ns
