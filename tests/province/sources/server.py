"""A web server on 127.0.0.1 that answers as a test tells it, and counts what it sent."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import httpx

from cchc.province.sources.fetch import HEADERS, MAX_BYTES, Fetcher


@dataclass
class Asked:
    """One request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON of any shape
        return json.loads(self.body)

    @property
    def params(self) -> Any:  # noqa: ANN401 - JSON of any shape
        return json.loads(parse_qs(self.body.decode())["params"][0])


@dataclass
class Reply:
    """What to answer; `length` may lie, `stream` is sent piece by piece until nobody listens."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    stream: Iterator[bytes] | None = None


@dataclass
class Site:
    """The running server: its address, the requests it got, the bytes that it sent."""

    answer: Callable[[Asked], Reply]
    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    sent: int = 0


@contextlib.contextmanager
def site(answer: Callable[[Asked], Reply]) -> Iterator[Site]:
    """Serve until the test ends."""
    state = Site(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply()

        def do_POST(self) -> None:
            self._reply()

        def _reply(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {key.lower(): value for key, value in self.headers.items()}
            asked = Asked(self.command, self.path, headers, body)
            state.asked.append(asked)
            reply = state.answer(asked)
            with contextlib.suppress(ConnectionError):
                self.send_response(reply.status)
                for key, value in reply.headers.items():
                    self.send_header(key, value)
                if reply.stream is None:
                    length = len(reply.body) if reply.length is None else reply.length
                    self.send_header("Content-Length", str(length))
                self.end_headers()
                for piece in reply.stream or (reply.body,):
                    self.wfile.write(piece)
                    state.sent += len(piece)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Clock:
    """A clock that only sleeping moves: no test waits, and each pause is seen."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def __call__(self) -> float:
        return self.now


def fetcher(
    clock: Clock | None = None, *, seconds: float = 5, max_bytes: int = MAX_BYTES
) -> Fetcher:
    """Make a fetcher whose pauses take no time; `seconds` is how long it waits for a server."""
    clock = clock or Clock()
    client = httpx.Client(timeout=seconds, headers=HEADERS, trust_env=False)
    return Fetcher(client=client, sleep=clock.sleep, clock=clock, max_bytes=max_bytes)
