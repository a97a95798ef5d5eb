"""The preview: `mkdocs serve` as a child on a port of its own.

MkDocs' own server, since it builds anew on every saved file and tells the open page to load again.
Another port, since a post's text runs on another origin than the buttons that publish. The child
ends when the pipe that it reads closes: also when this process is killed, on every system.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import quote

from cchc.base.problems import Problem, parse_problem
from cchc.office.desk.keys import HERE
from cchc.site.engine.only_here import ASKED

LOG = ".cchc/xem-truoc.log"
# Where the child builds: what a killed one leaves is cleared away by the next.
BUILDS = ".cchc/xem-truoc"
CHILD = "cchc.office.desk.preview_child"
# Where systems look for the name of such a folder.
PLACES = ("TMPDIR", "TEMP", "TMP")
LAST_LINES = 30
PATIENCE = 5.0


class Preview:
    """The child of one portal; it may have ended, and be started again."""

    def __init__(self, root: Path, port: int) -> None:
        """Know where; nothing is started yet."""
        self._root, self._port = root, port
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """Where its pages are."""
        return f"http://{HERE}:{self._port}/"

    def start(self) -> None:
        """Start the child, unless it runs."""
        with self._lock:
            if self.running:
                return
            log, builds = self._root / LOG, self._fresh_folder()
            with log.open("wb") as said:
                self._child = subprocess.Popen(  # noqa: S603 - this Python, fixed arguments
                    [sys.executable, "-X", "utf8", "-m", CHILD, f"{HERE}:{self._port}"],
                    cwd=self._root,
                    stdin=subprocess.PIPE,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                    env={
                        **os.environ,
                        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), builds),
                        ASKED: "1",
                    },
                    # A Ctrl-C in the console is for us: we end the child.
                    start_new_session=sys.platform != "win32",
                    creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
                )

    @property
    def running(self) -> bool:
        """Tell whether the child lives."""
        return self._child is not None and self._child.poll() is None

    @property
    def ready(self) -> bool:
        """Tell whether its pages can be asked for: it listens after its first build."""
        if not self.running:
            return False
        with contextlib.suppress(OSError), socket.create_connection((HERE, self._port), 0.5):
            return True
        return False

    def has(self, page: str) -> bool:
        """Tell whether a page is there; a new post's comes with the next build."""
        line = http.client.HTTPConnection(HERE, self._port, timeout=5)
        try:
            line.request("GET", f"/{quote(page)}")
            return line.getresponse().status != http.HTTPStatus.NOT_FOUND
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()

    @property
    def said(self) -> tuple[Problem, ...]:
        """What the child said last of the portal's files: why it ended, most likely."""
        with contextlib.suppress(OSError):
            text = (self._root / LOG).read_text(encoding="utf-8", errors="replace")
            found = (parse_problem(_bare(line)) for line in text.splitlines()[-LAST_LINES:])
            return tuple(dict.fromkeys(each for each in found if each))
        return ()

    def stop(self) -> None:
        """End the child and wait for it."""
        with self._lock:
            if self._child is None:
                return
            if self._child.stdin:
                with contextlib.suppress(OSError):
                    self._child.stdin.close()
            try:
                self._child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
            shutil.rmtree(self._root / BUILDS, ignore_errors=True)

    def _fresh_folder(self) -> str:
        """Make the empty folder in which the child builds."""
        folder = self._root / BUILDS
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return str(folder)


def _bare(line: str) -> str:
    """Take away what a log puts in front: `WARNING -  cchc: `, `Error: `."""
    before, sign, after = line.partition("cchc: ")
    return after if sign and len(before) < len("WARNING -  ") + 4 else line.removeprefix("Error: ")
