"""The search over the ward's own catalogue, in the page."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, expect

from cchc.site.build import build
from tests.browser.conftest import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "tests" / "search_queries.yml"
RIGHT = 0.95
FIRST = 3
FORTY = 40


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("own")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("docs", "procedures"):
        shutil.copytree(ROOT / folder, root / folder)
    build(root, dt.date(2026, 11, 24))
    with served(root / "site") as address:
        yield address


def test_the_rows_are_fetched_when_the_box_is_entered_not_before(
    browser: Browser, own: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(own, wait_until="networkidle")
    assert not [url for url in asked if url.endswith("rows.json")]
    with page.expect_response("**/search/rows.json"):
        page.get_by_role("main").locator("input[name=q]").focus()
    page.close()


def test_forty_questions_have_their_answer_among_the_first_three(
    browser: Browser, own: str
) -> None:
    """On the shipped site, as a reader sees the results."""
    page = browser.new_page()
    wrong = []
    for asked in yaml.safe_load(QUERIES.read_text(encoding="utf-8")):
        page.goto(f"{own}tim-kiem/?q={quote(asked['q'])}")
        hits = page.locator("[data-cchc-search-results] ol > li")
        expect(hits.first).to_be_visible()
        shown = " ".join(hits.nth(n).inner_text() for n in range(min(FIRST, hits.count())))
        if not any(code in shown for code in asked["ma"]):
            wrong.append((asked["q"], shown))
    page.close()
    assert len(wrong) <= FORTY * (1 - RIGHT), wrong


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
