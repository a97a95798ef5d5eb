"""`cchc office` in a process of its own, and browsers that are let in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from cchc.office.desk.keys import FILE
from tests.office.desk.conftest import committed
from tests.portals import DAY, ROOT, make_portal


@dataclass
class Work:
    """The desk of a portal in git, its process, and where its site goes."""

    root: Path
    public: Path
    start: str
    preview: str
    contexts: list[BrowserContext] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def home(self) -> str:
        return self.start.partition("vao/")[0]

    def opened(self, browser: Browser, width: int = 1280, height: int = 800,
               **options: Any) -> Page:  # noqa: ANN401 - Playwright's own  # fmt: skip
        """Open the desk by its start address in a browser of its own."""
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda message: self.errors.append(f"{message.text} {message.location['url']}")
                   if message.type == "error" else None)  # fmt: skip
        self.contexts.append(context)
        page = context.new_page()
        page.goto(self.start)
        return page


@contextmanager
def at_work(folder: Path) -> Iterator[Work]:
    """Start the desk of a small portal as a person does, with its preview; end it afterwards."""
    root, public = committed(_formed(make_portal(folder / "trang"))), folder / "cong-khai"
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "CCHC_AS_OF": DAY,
               "CCHC_TARGET": str(public)}  # fmt: skip
    command = [sys.executable, "-m", "cchc.cli.entry", "office", "--no-browser"]
    with subprocess.Popen(command, cwd=root, env=environ, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True) as process:  # fmt: skip
        assert process.stdout
        start = process.stdout.readline().rpartition(" ")[2].strip()
        assert "/vao/" in start, start
        port = json.loads((root / FILE).read_bytes())["xem_thu"]
        made = Work(root, public, start, f"http://127.0.0.1:{port}/")
        try:
            yield made
        finally:
            for context in made.contexts:
                context.close()
            process.terminate()
            process.wait(60)
    ours = {urlsplit(made.home).netloc, urlsplit(made.preview).netloc}
    # A picture that the editor holds in memory belongs to the page that made it.
    asked = {each.removeprefix("blob:") for each in made.requests if not each.startswith("data:")}
    assert {urlsplit(each).netloc for each in asked} <= ours
    assert made.errors == [], made.errors


def _formed(portal: Path) -> Path:
    """Give the files their one form, as the ward's own have it: a change shows alone."""
    command = [sys.executable, "-m", "cchc.cli.entry", "fmt"]
    subprocess.run(command, cwd=portal, check=True, capture_output=True)
    return portal
