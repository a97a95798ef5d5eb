"""A preview that shows drafts answers only to this machine's own names, where it is asked to.

Another site can have its own name lead to 127.0.0.1 and read what answers there (DNS rebinding).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIServer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ASKED = "CCHC_ONLY_HERE"


def only_here(server: WSGIServer) -> None:
    """Put the guard before a server's pages, if the environment asks for it."""
    app = server.get_app()
    if app is not None and os.environ.get(ASKED):
        server.set_app(guarded(app))


def guarded(app: WSGIApplication) -> WSGIApplication:
    """Answer 403 where a request names another host than this machine."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        port = environ["SERVER_PORT"]
        if environ.get("HTTP_HOST") in (f"127.0.0.1:{port}", f"localhost:{port}"):
            return app(environ, start)
        start("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return ["Chỉ máy này mở được trang xem trước.".encode()]

    return answer
