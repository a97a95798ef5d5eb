"""A portal in git, and its desk over real HTTP on this machine."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from cchc.office.desk.app import make_app
from cchc.office.desk.desk import Desk
from cchc.office.desk.keys import Keys, free_port
from cchc.office.desk.server import serving

KEYS = Keys("t" * 43, "c" * 43)


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Thử", "-c", "user.email=thu@example.invalid")
    done = subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)
    return done.stdout.decode()


def committed(portal: Path) -> Path:
    """Make a portal one that is kept in git."""
    (portal / ".gitignore").write_text("/.cchc/\n/.cache/\n/site/\n", encoding="utf-8")
    git(portal, "init", "--quiet", "--initial-branch=main")
    git(portal, "add", "--all")
    git(portal, "commit", "--quiet", "--message", "gốc")
    return portal


@pytest.fixture
def in_git(portal: Path) -> Path:
    """Give a portal whose content is committed."""
    return committed(portal)


@dataclass
class Office:
    """A desk that runs, its address, and a browser that has been let in."""

    desk: Desk
    address: str
    client: httpx.Client

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.client.get(path, headers=headers)

    def post(self, path: str, **fields: str | list[str]) -> httpx.Response:
        return self.client.post(path, data=fields, headers={"Origin": self.address})

    def bring(self, path: str, *files: Path) -> httpx.Response:
        """Send files as a form does, and wait until the desk has read them."""
        sent = [("tep", (each.name, each.read_bytes())) for each in files]
        answer = self.client.post(path, files=sent, headers={"Origin": self.address})
        return self.followed(answer)

    def followed(self, answer: httpx.Response) -> httpx.Response:
        """Follow to where long work ends."""
        while answer.is_redirect:
            where = answer.headers["location"]
            answer = self.get(where)
            while 'class="note busy"' in answer.text:
                answer = self.get(where)
        return answer


@contextmanager
def running(root: Path) -> Iterator[Office]:
    """Run a portal's desk for the time of the block, and let a client in."""
    desk, port = Desk(root), free_port(0)
    address = f"http://127.0.0.1:{port}"
    with (
        serving(make_app(root, KEYS.token, keys=KEYS, desk=desk), port),
        httpx.Client(base_url=address, trust_env=False, timeout=60) as client,
    ):
        assert client.get(f"/vao/{KEYS.token}").status_code == 302
        yield Office(desk, address, client)
    desk.jobs.close()


@pytest.fixture
def office(in_git: Path) -> Iterator[Office]:
    """Run the desk of a portal in git."""
    with running(in_git) as office:
        yield office
