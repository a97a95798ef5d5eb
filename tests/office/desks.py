"""The smallest desk: the editor and its file service on a real server of this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from waitress.server import create_server

from cchc.office.editor import service as editor
from cchc.office.folder import service as files


def desk(root: Path, *, let_in: bool = True) -> Flask:
    """Make an application with nothing but the editor and its files."""
    app = Flask("desk", static_folder=None)
    app.register_blueprint(files.blueprint(root, lambda: let_in))
    app.register_blueprint(editor.blueprint(root, files.ADDRESS))
    return app


@contextmanager
def served_desk(root: Path) -> Iterator[str]:
    """Serve it as long as the context lasts; give its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = create_server(desk(root), sockets=[listening], threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.close()
