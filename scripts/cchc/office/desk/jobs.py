"""Long work beside the pages: one at a time, with its progress, told at the end."""

from __future__ import annotations

import secrets
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeAlias

from cchc.base.faults import told
from cchc.base.problems import Problem, Refused

KEPT = 50
UNFORESEEN = (
    "lỗi chưa lường tới ({kind}), các tệp của trang không mất; báo người phụ trách phần mềm"
)


@dataclass(frozen=True, slots=True)
class Done:
    """How work ended well: where a person goes on, one sentence to tell.

    `goes`: the result is a page of its own, and is shown at once.
    """

    address: str
    said: str
    goes: bool = False


Say: TypeAlias = Callable[[str], None]
Work: TypeAlias = Callable[[Say], Done]


@dataclass(slots=True)
class Job:
    """One piece of work: its steps so far; `done` or `problems` once it has ended."""

    id: str
    title: str
    back: str = "/"
    steps: list[str] = field(default_factory=list)
    done: Done | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def ended(self) -> bool:
        """Tell whether nothing more will come."""
        return self.done is not None or bool(self.problems)


class Jobs:
    """The work of one desk, kept in memory: what it wrote is in files, or is not there."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="viec")
        self._all: dict[str, Job] = {}
        self._lock = threading.Lock()

    def start(self, title: str, work: Work, back: str = "/") -> Job:
        """Put work in line; `back` is where a person goes on where it fails."""
        job = Job(secrets.token_urlsafe(9), title, back)
        with self._lock:
            self._all[job.id] = job
            for old in [each for each in self._all.values() if each.ended][:-KEPT]:
                del self._all[old.id]
        self._worker.submit(_run, job, work)
        return job

    def find(self, job_id: str) -> Job | None:
        """Give a job by its id."""
        return self._all.get(job_id)

    @property
    def going_on(self) -> tuple[Job, ...]:
        """List the work that has not ended, the oldest first."""
        with self._lock:
            return tuple(each for each in self._all.values() if not each.ended)

    def close(self) -> None:
        """Wait for what is being done; what waits in line is left."""
        self._worker.shutdown(wait=True, cancel_futures=True)


def _run(job: Job, work: Work) -> None:
    try:
        job.done = work(job.steps.append)
    except Refused as refused:
        job.problems = refused.problems or (Problem("", 0, "chưa làm được"),)
    except OSError as error:
        job.problems = (Problem("", 0, told(error)),)
    except Exception as error:  # noqa: BLE001 - the page must say that it ended
        job.problems = (Problem("", 0, unforeseen(error)),)


def unforeseen(error: Exception) -> str:
    """Say a fault of the program without its words: they may hold what nobody else should read."""
    kind, at = type(error).__name__, error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else ""
    sys.stderr.write(f"{kind} {where}\n")
    return UNFORESEEN.format(kind=kind)
