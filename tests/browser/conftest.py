"""A real Chromium and a real web server for the built site."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ROOT = Path(__file__).parents[2]
RECORD = ROOT / ".cache" / "chromium-path"
NO_BROWSER = "không thấy Chromium: chạy `make test` (máy tự tìm hoặc cài), hoặc đặt biến CHROMIUM"
FLAGS = ("--no-sandbox", "--disable-dev-shm-usage")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serve the site as a static host does: what is not there answers with 404.html."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != http.HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's own name
        """Say nothing: pytest's output is for the tests."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site as long as the context lasts; give its address."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built site on a free port of this machine until the tests end."""
    with served(site) as where:
        yield where


def chromium_path() -> str:
    """Give the browser that CHROMIUM names, that `make test` found, or that is on PATH."""
    recorded = RECORD.read_text(encoding="utf-8").strip() if RECORD.is_file() else ""
    for name in (os.environ.get("CHROMIUM", ""), recorded, "chromium"):
        if name and (found := shutil.which(name)):
            return found
    pytest.fail(NO_BROWSER)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright's driver."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start the browser once."""
    started = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
    yield started
    started.close()


@dataclass
class Visit:
    """A page in a tab, and what went wrong or abroad while it was open."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens a page: `visit("thu-tuc/", width=360, height=740)`."""
    contexts: list[BrowserContext] = []

    def open_page(path: str = "", width: int = 1280, height: int = 800, **options: object) -> Visit:
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on(
            "console",
            lambda message: seen.errors.append(message.text) if message.type == "error" else None,
        )
        seen.page.goto(address + path)
        if options.get("java_script_enabled", True):
            seen.page.evaluate("document.fonts.ready")
        return seen

    yield open_page
    for context in contexts:
        context.close()
