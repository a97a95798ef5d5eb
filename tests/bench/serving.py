"""What packing once saves a server: nginx with packed files against nginx that packs each answer.

`python -m tests.bench.serving` builds the ward's own site, starts two nginx on this machine and
drives them in turn with wrk, so that whatever else the machine does falls on both. Printed: requests
and the worker's own seconds of the processor; the ratio of requests per second of the processor.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from cchc.publish.precompress import precompress
from cchc.site.build import build
from tests.portals import make_shipped
from tests.site import web_servers
from tests.site.web_servers import Server

ROUNDS, SECONDS = 4, 3
PAGE = "/thu-tuc/ho-tich/1.001193/"
PACKED, ON_THE_WAY = "nén sẵn", "nén khi gửi"


@dataclass(slots=True)
class Load:
    """What one server did in all rounds: requests, seconds of the processor, bytes of an answer."""

    requests: int = 0
    seconds: float = 0.0
    size: int = 0

    @property
    def rate(self) -> float:
        """Give requests per second of the processor."""
        return self.requests / self.seconds


def processor_seconds(process: int) -> float:
    """Read what nginx's worker, the child of the process, has used so far."""
    worker = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()[0]
    fields = Path(f"/proc/{worker}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def drive(server: Server, load: Load, accepted: str) -> None:
    """Ask for the page as often as it answers, for some seconds."""
    before = processor_seconds(server.process)
    done = subprocess.run(
        [web_servers.program("wrk"), "-t1", "-c16", f"-d{SECONDS}s", "-H",
         f"Accept-Encoding: {accepted}", f"http://127.0.0.1:{server.port}{PAGE}"],
        capture_output=True, text=True, check=True, env=web_servers.libraries(),
    )  # fmt: skip
    found = re.search(r"(\d+) requests in", done.stdout)
    if found is None or "Non-2xx" in done.stdout:
        sys.exit(done.stdout)
    load.requests += int(found[1])
    load.seconds += processor_seconds(server.process) - before
    load.size = len(server.ask(PAGE, Accept_Encoding=accepted).body)


@contextmanager
def both(site: Path, folder: Path) -> Iterator[dict[str, Server]]:
    """Start the two: the settings as they are, and the same without packed files."""
    text = (site / "may-chu/nginx.conf").read_text(encoding="utf-8")
    packed = web_servers.filled(text, {web_servers.SERVED: str(site)})
    plain = web_servers.filled(packed, {"gzip_static on;": "gzip_static off;"})
    with ExitStack() as stack:
        running: dict[str, Server] = {}
        for name, settings in ((PACKED, packed), (ON_THE_WAY, plain)):
            own = folder / str(len(running))
            own.mkdir()
            running[name] = stack.enter_context(web_servers.nginx(settings, own))
        yield running


def measure(folder: Path) -> dict[str, Load]:
    """Build, pack, and drive both in turn."""
    root = make_shipped(folder / "trang")
    build(root, dt.date(2026, 11, 24))
    precompress(root / "site", folder / "kept")
    loads = {PACKED: Load(), ON_THE_WAY: Load()}
    with both(root / "site", folder) as running:
        for _ in range(ROUNDS):
            for name, server in running.items():
                drive(server, loads[name], "gzip")
    return loads


if __name__ == "__main__":
    try:
        with tempfile.TemporaryDirectory() as made:
            told = measure(Path(made))
    except pytest.skip.Exception as missing:
        sys.exit(f"Không đo được: {missing}")
    for name, load in told.items():
        sys.stdout.write(
            f"nginx, {name}: {load.requests} lượt, {load.seconds:.2f} giây CPU, "
            f"{load.size} byte mỗi trang, {load.rate:.0f} lượt mỗi giây CPU\n"
        )
    ratio = told[PACKED].rate / told[ON_THE_WAY].rate
    sys.stdout.write(f"Nén sẵn phục vụ được gấp {ratio:.1f} lần với cùng một CPU\n")
