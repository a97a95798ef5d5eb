"""`cchc office`: find the desk that runs, or start one with its preview; end both together."""

from __future__ import annotations

import contextlib
import logging
import signal
import sys
import threading
import time
import types
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.base.clock import today
from cchc.base.lock import recover
from cchc.base.problems import Problem, Refused
from cchc.office.desk.app import make_app
from cchc.office.desk.desk import Desk
from cchc.office.desk.keys import Keys, keep_keys, kept_keys, new_keys
from cchc.office.desk.preview import Preview
from cchc.office.desk.server import server_of

LOCK = ".cchc/khoa-ban-lam-viec"
WAIT = 10.0
STARTING = "bàn làm việc khác đang mở hoặc đang đóng mà chưa trả lời; chờ một phút rồi mở lại"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to start: whether to open the browser, with a preview or not, on which port (0: any)."""

    browser: bool = True
    preview: bool = True
    port: int = 0


def start(root: Path, wanted: Wanted, say: Callable[[str], None]) -> None:
    """Run the desk until it is ended; where one runs already, only open the browser on it."""
    with _only_desk(root) as free:
        if free:
            _run(root, wanted, say)
            return
    keys = _answering(root)
    if keys is None:
        raise Refused([Problem(LOCK, 0, STARTING)])
    say(f"Bàn làm việc đang mở sẵn: {keys.start if not wanted.browser else keys.address}")
    _open(keys, wanted)


def _run(root: Path, wanted: Wanted, say: Callable[[str], None]) -> None:
    for path in recover(root):
        say(f"{path}: lần trước ghi dở, nay đã ghi xong")
    keys = new_keys(root, wanted.port)
    preview = Preview(root, keys.preview_port) if wanted.preview else None
    desk = Desk(root, preview)
    threading.Thread(target=_look, args=(desk,), daemon=True).start()
    _ = desk.baseline  # a copy of the content, where no git keeps it, is made before anyone writes
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    server = server_of(make_app(root, keys.token, keys=keys, desk=desk), keys.port)
    keep_keys(root, keys)
    _end_on_terminate()
    try:
        if preview:
            preview.start()
        _tell(keys, preview, wanted, say)
        _open(keys, wanted)
        server.run()
    finally:
        _close(desk, server.close, say)


def _look(desk: Desk) -> None:
    """Look at everything once, while the browser starts: the first page need not wait for it."""
    with contextlib.suppress(Refused, OSError):  # the page tells of these
        desk.memory.overview(today())


def _tell(keys: Keys, preview: Preview | None, wanted: Wanted, say: Callable[[str], None]) -> None:
    say(f"Bàn làm việc: {keys.address if wanted.browser else keys.start}")
    if preview:
        say(f"Xem trước:    {preview.address}  (lần đầu chờ chừng nửa phút)")
    say("Chỉ máy này mở được. Giữ cửa sổ này mở khi làm việc; xong thì đóng, hoặc bấm Ctrl+C.")


def _close(desk: Desk, close: Callable[[], None], say: Callable[[str], None]) -> None:
    with contextlib.suppress(OSError):
        close()
    if desk.jobs.going_on:
        say("Đang làm dở một việc, chờ xong rồi đóng …")
    desk.jobs.close()
    if desk.preview:
        desk.preview.stop()
    say("Đã đóng bàn làm việc.")


def _end_on_terminate() -> None:
    """Close cleanly also where the system, not Ctrl-C, ends the desk."""

    def end(number: int, frame: types.FrameType | None) -> None:
        del number, frame
        raise SystemExit(0)

    with contextlib.suppress(ValueError):  # not in the main thread: a test's
        # A shell that starts it in the background has it ignore Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, end)
        if sys.platform == "win32":
            signal.signal(signal.SIGBREAK, end)


@contextlib.contextmanager
def _only_desk(root: Path) -> Iterator[bool]:
    """Hold the lock of the portal's desk; False where another holds it."""
    import filelock  # noqa: PLC0415 - a thirtieth of a second

    path = root / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(path)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _answering(root: Path) -> Keys | None:
    """Give the keys of the desk that runs, once it answers to them."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        keys = kept_keys(root)
        if keys and _answers(keys):
            return keys
        time.sleep(0.2)
    return None


def _answers(keys: Keys) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())
    try:
        opener.open(keys.start, timeout=2).close()
    except urllib.error.HTTPError as answer:
        return answer.code == 302  # noqa: PLR2004 - it let us in
    except OSError:
        return False
    return False


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follow nothing: whether the token is the right one is all that is asked."""

    def redirect_request(self, *_arguments: object) -> None:
        """Give no other request."""


def _open(keys: Keys, wanted: Wanted) -> None:
    if wanted.browser:
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(keys.start)
