"""The search on a slow telephone, over the ward's own catalogue."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cchc.site.build import build
from tests.browser.conftest import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SLOWER = 4
MOST_MS = 500
TRIES = 3
# From the last letter to the first option in the page, by the page's own clock.
WATCH = """() => {
  const input = document.querySelector("main input[name=q]");
  window.took = new Promise((resolve) => {
    let typed = 0;
    input.addEventListener("input", () => { typed = performance.now(); });
    new MutationObserver((_, watcher) => {
      if (!document.querySelector("[role=option]")) return;
      watcher.disconnect();
      resolve(performance.now() - typed);
    }).observe(document.body, { childList: true, subtree: true });
  });
}"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("own")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("docs", "procedures"):
        shutil.copytree(ROOT / folder, root / folder)
    build(root, dt.date(2026, 11, 24))
    with served(root / "site") as address:
        yield address


def first_result(page: Page, address: str) -> float:
    page.goto(address)
    box = page.get_by_role("main").locator("input[name=q]")
    with page.expect_response("**/search/rows.json"):
        box.focus()
    page.evaluate(WATCH)
    box.press_sequentially("khai sin", delay=120)
    return float(page.evaluate("window.took"))


def test_the_first_result_comes_within_half_a_second(browser: Browser, own: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    took = [first_result(page, own) for _ in range(TRIES)]
    assert min(took) <= MOST_MS, took
    context.close()


def test_where_nothing_is_found_there_is_a_way_on(browser: Browser, own: str) -> None:
    page = browser.new_page()
    page.goto(own + "tim-kiem/?q=zzzz+qqqq")
    results = page.locator("[data-cchc-search-results]")
    expect(results.get_by_text("Không tìm thấy kết quả nào")).to_be_visible()
    for name in ("Xem thủ tục theo lĩnh vực", "Xem danh sách thủ tục A–Z"):
        expect(results.get_by_role("link", name=name)).to_be_visible()
    portal = results.get_by_role("link", name="Tìm trên Cổng Dịch vụ công quốc gia")
    assert (portal.get_attribute("href") or "").startswith("https://dichvucong.gov.vn")
    page.close()


def test_a_life_event_is_found_by_the_words_people_use(browser: Browser, own: str) -> None:
    page = browser.new_page()
    page.goto(own + "tim-kiem/?q=em+be+moi+sinh")
    results = page.locator("[data-cchc-search-results]")
    expect(results.get_by_role("link", name="Sinh con, nhận con")).to_be_visible()
    expect(results.get_by_text("1.001193").first).to_be_visible()
    page.close()
