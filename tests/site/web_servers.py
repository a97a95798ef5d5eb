"""Real web servers on this machine, with the settings that the built site carries."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2] / ".cache" / "servers"
MODULES = "usr/lib/nginx/modules"
LISTEN, SERVED, NAME = "listen 80;", "/srv/cchc/current", "cchc.example.vn"
STARTS_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the body as it came over the wire."""

    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port, its process, and whether it knows Brotli."""

    port: int
    process: int
    brotli: bool

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Send one request, the path as it is; header names are written with `_`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


def program(name: str) -> Path:
    """Give a program that runs: fetched by `make test`, or the system's; else skip."""
    places = [HERE / "usr/sbin" / name, HERE / "usr/bin" / name, Path("/usr/sbin", name)]
    named = [Path(path)] if (path := shutil.which(name)) else []
    for place in [*places, *named]:
        if place.is_file() and _runs(place):
            return place
    pytest.skip(f"không có {name} chạy được trên máy này (make test tự tải bằng apt-get)")


def _runs(place: Path) -> bool:
    asked = [place, "-v" if place.name in {"nginx", "wrk"} else "version"]
    done = subprocess.run(asked, capture_output=True, check=False, env=libraries())
    return b"error while loading" not in done.stderr


def module(name: str) -> Path:
    """Give a module of nginx, or skip."""
    for place in (HERE / MODULES / name, Path("/", MODULES, name)):
        if place.is_file():
            return place
    pytest.skip(f"không có mô-đun {name} của nginx trên máy này")


def libraries() -> dict[str, str]:
    """Give the environment in which fetched programs find their own libraries."""
    fetched = ":".join(str(each) for each in HERE.glob("usr/lib/*-linux-gnu"))
    return {**os.environ, "LD_LIBRARY_PATH": fetched}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def filled(text: str, changes: Mapping[str, str]) -> str:
    """Do what a person does with the file: put the own values in; each must be there."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def nginx_settings(text: str, folder: Path, modules: tuple[Path, ...] = ()) -> Path:
    """Write a whole nginx.conf around the site's: everything else of it lies in `folder`."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    lines = [f"load_module {each};" for each in modules]
    # Started as root, the workers must still be able to read a folder of the tests.
    lines += ["user root;"] if os.geteuid() == 0 else []
    lines += ["daemon off;", "pid nginx.pid;", "worker_processes 1;", "error_log stderr;"]
    lines += ["events {}", "http {", "access_log off;"]
    lines += [f"{each}_temp_path {each};" for each in kinds]
    path = folder / "nginx.conf"
    path.write_text("\n".join([*lines, text, "}", ""]), encoding="utf-8")
    return path


def nginx_command(settings: Path) -> list[str | Path]:
    return [program("nginx"), "-e", "stderr", "-p", settings.parent, "-c", settings]


@contextlib.contextmanager
def nginx(text: str, folder: Path, modules: tuple[Path, ...] = ()) -> Iterator[Server]:
    """Run nginx with the site's settings, `listen 80;` and the root already filled in."""
    port = free_port()
    ready = filled(text, {LISTEN: f"listen 127.0.0.1:{port};"})
    command = nginx_command(nginx_settings(ready, folder, modules))
    with _running(command, port, libraries()) as process:
        yield Server(port, process, brotli=bool(modules))


def caddy_settings(text: str, folder: Path, address: str) -> Path:
    """Write a whole Caddyfile: no certificates, no door for administrators."""
    path = folder / "Caddyfile"
    own = "{\n\tadmin off\n\tauto_https off\n}\n"
    path.write_text(own + filled(text, {f"{NAME} {{": f"{address} {{"}), encoding="utf-8")
    return path


def caddy_environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder)}  # fmt: skip


@contextlib.contextmanager
def caddy(text: str, folder: Path) -> Iterator[Server]:
    """Run Caddy with the site's settings, the root already filled in."""
    port = free_port()
    settings = caddy_settings(text, folder, f"http://127.0.0.1:{port}")
    command: list[str | Path] = [program("caddy"), "run", "--config", settings]
    command += ["--adapter", "caddyfile"]
    with _running(command, port, caddy_environment(folder)) as process:
        yield Server(port, process, brotli=True)


@contextlib.contextmanager
def _running(command: list[str | Path], port: int, environment: dict[str, str]) -> Iterator[int]:
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as started:
        try:
            _wait(started, port)
            yield started.pid
        finally:
            started.terminate()
            started.wait(timeout=30)


def _wait(started: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        assert started.poll() is None, "the server ended at once"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    pytest.fail("the server does not listen")
