"""The desk's server: waitress on this machine's own address, nothing of it in any log."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterator

from flask import Flask
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from cchc.office.desk.app import LARGEST
from cchc.office.desk.keys import HERE

THREADS = 8
Server = BaseWSGIServer | MultiSocketServer


def server_of(app: Flask, port: int) -> Server:
    """Make the server: it listens on a port of 127.0.0.1, and serves once `run` is called."""
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    return create_server(
        app,
        host=HERE,
        port=port,
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST,
        channel_timeout=60,
        clear_untrusted_proxy_headers=True,
    )


@contextlib.contextmanager
def serving(app: Flask, port: int) -> Iterator[None]:
    """Serve in a thread for the time of the block. For tests and tools."""
    server = server_of(app, port)

    def run() -> None:
        with contextlib.suppress(OSError):  # its socket is closed under it, below
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.task_dispatcher.shutdown()
        server.close()
        thread.join(5)
