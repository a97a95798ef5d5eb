"""A real web server that can be stopped as a whole, held up, broken, and started again."""

from __future__ import annotations

import functools
import http.server
import socket
import threading
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.browser.test_policy_and_weight import Careful


class Host:
    """A site on one port of this machine.

    `held` are paths that wait until `go` is set, `broken` those that answer with an error; `sent` are
    all paths asked for, in order, each with the bytes of its answer, packed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.held: set[str] = set()
        self.broken: set[str] = set()
        self.go = threading.Event()
        self.sent: list[tuple[str, int]] = []
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        handler = functools.partial(_Handler, host=self, directory=str(self.folder))
        self._server = _Server(("127.0.0.1", self.port), handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Go as a machine goes whose plug is pulled: open connections end too."""
        self.go.set()
        self._server.shutdown()
        self._server.server_close()
        for each in self._server.open:
            each.close()


class _Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, *args: Any) -> None:  # noqa: ANN401 - as the base has it
        self.open: set[_Connection] = set()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        self.open.add(_Connection(request))
        super().process_request(request, client_address)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that were cut."""


class _Connection:
    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected

    def close(self) -> None:
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


class _Handler(Careful):
    def __init__(self, *args: Any, host: Host, directory: str) -> None:  # noqa: ANN401
        self.host = host
        super().__init__(*args, directory=directory)

    def do_GET(self) -> None:  # noqa: N802 - the base's own name
        path = urlsplit(self.path).path
        if path in self.host.held:
            self.host.go.wait()
        if path in self.host.broken:
            self._short(HTTPStatus.SERVICE_UNAVAILABLE)
        elif not path.endswith("/") and Path(self.directory, path[1:]).is_dir():
            self._short(HTTPStatus.MOVED_PERMANENTLY, Location=f"{path}/")
        else:
            super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Content-Length":
            self.host.sent.append((urlsplit(self.path).path, int(value)))
        super().send_header(keyword, value)

    def _short(self, status: HTTPStatus, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()
