"""The ward's whole site as a careful server sends it: under its policy, compressed, kept."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cchc.site.serving.server_files import sent
from tests.browser.test_everyone import KINDS, LONG

pytestmark = pytest.mark.browser

SECOND = "thu-tuc/chung-thuc/2.000815/"
FIRST_VISIT, SECOND_PAGE = 140_000, 15_000
WATCH = """addEventListener("securitypolicyviolation",
  e => console.error(`chặn: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`))"""


class Careful(http.server.SimpleHTTPRequestHandler):
    """Send the headers of the shipped server files, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = unquote(urlsplit(self.path).path).lstrip("/")
        file = Path(self.directory, address)
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        file = file if found else Path(self.directory, "404.html")
        body = file.read_bytes()
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        if file.suffix != ".woff2":
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        for name, value in sent(self.path).items():
            self.send_header(name, value)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's own name
        """Say nothing: pytest's output is for the tests."""


@pytest.fixture(scope="module")
def careful(shipped: Path) -> Iterator[str]:
    handler = functools.partial(Careful, directory=str(shipped))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.add_init_script(WATCH)
    return page, troubles


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_keeps_to_the_policy(
    context: BrowserContext, careful: str, kind: str
) -> None:
    page, troubles = watched(context)
    page.goto(careful + KINDS[kind])
    box = page.locator("input[name=q]").first
    box.fill("")
    box.press_sequentially("khai sinh")
    expect(page.locator(".cchc-hit__name").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Nền tối").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-cchc-menu]").click()
    page.locator(".menu").get_by_role("button", name="chữ lớn hơn").click()
    expect(page.locator("html")).to_have_attribute("data-size", "1")
    lost = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    expected = [f"error: {lost}"] if kind == "not found" else []
    assert troubles == expected


def test_the_policy_is_in_force(context: BrowserContext, careful: str) -> None:
    page, troubles = watched(context)
    page.goto(careful)
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      document.body.setAttribute("style", "color: red");
    }""")
    assert page.evaluate("window.ran") is None
    assert [each for each in troubles if "chặn: script-src" in each]
    assert [each for each in troubles if "chặn: style-src" in each]


def weight(page: Page, address: str) -> dict[str, int]:
    """Open an address and wait until all is there; give the bytes that came for each file."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    came: dict[str, int] = {}
    session.on(
        "Network.requestWillBeSent", lambda e: names.update({e["requestId"]: e["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda e: came.update({names[e["requestId"]]: int(e["encodedDataLength"])}),
    )
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    session.detach()
    return came


def test_the_first_page_and_the_second_are_light(browser: Browser, careful: str) -> None:
    # Of what comes by way of the service worker the browser counts no bytes (test_offline.py does).
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    first = weight(page, careful + LONG)
    second = weight(page, careful + SECOND)
    assert len(first) > 10
    assert any(url.endswith(SECOND) for url in second)
    context.close()
    assert sum(first.values()) <= FIRST_VISIT, sorted(first.items(), key=lambda each: -each[1])
    assert sum(second.values()) <= SECOND_PAGE, second
    print(f"first visit {sum(first.values())}, second page {sum(second.values())}")  # noqa: T201


def test_every_page_is_a_light_second_page(shipped: Path) -> None:
    heavy = {
        path.parent.relative_to(shipped).as_posix(): size
        for path in shipped.glob("thu-tuc/*/*/index.html")
        if (size := len(gzip.compress(path.read_bytes(), 9))) > SECOND_PAGE - 500
    }
    assert heavy == {}
