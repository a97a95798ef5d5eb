"""The news in a real browser: pinned, expired, with pictures; for everyone, under the policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from cchc.site.build import build
from tests.browser.conftest import Visit, served
from tests.browser.test_everyone import SCHEMES, judged
from tests.browser.test_site import SMALL, TOO_WIDE
from tests.news_posts import leave_posts
from tests.portals import DAY, make_portal

pytestmark = pytest.mark.browser

POST = "tin-tuc/2026/11/noi-tiep-nhan-ho-so-lam-them-sang-thu-bay/"
EXPIRED = "tin-tuc/2026/10/tiem-phong-cho-cho-meo/"
PAGES = ["", "tin-tuc/", "tin-tuc/muc/thong-bao/", "tin-tuc/nam/2026/", POST, EXPIRED]

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a portal with such news."""
    root = leave_posts(make_portal(tmp_path_factory.mktemp("tin") / "trang"))
    assert build(root, dt.date.fromisoformat(DAY)).warnings == ()
    with served(root / "site") as where:
        yield where


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_light_or_dark_narrow_or_wide(visit: Open, path: str) -> None:
    seen = visit(path, reduced_motion="reduce")
    for width, height in ((360, 740), (1280, 800)):
        seen.page.set_viewport_size({"width": width, "height": height})
        for scheme, shown in SCHEMES.items():
            seen.page.emulate_media(color_scheme=scheme)
            expect(seen.page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
            assert (width, scheme, judged(seen.page)) == (width, scheme, [])
    assert seen.errors == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_with_the_largest_letters(visit: Open, path: str) -> None:
    page = visit(path, 320, 640).page
    page.evaluate("document.documentElement.dataset.size = '3'")
    assert page.evaluate(TOO_WIDE) == []


def test_the_pinned_stands_first_with_its_picture_and_the_expired_last(visit: Open) -> None:
    page = visit("tin-tuc/", 360, 740).page
    posts = page.locator(".post")
    expect(posts.first).to_contain_text("Ghim")
    expect(posts.last).to_contain_text("Đã hết hạn")
    picture = posts.first.locator("img")
    assert picture.evaluate("e => e.complete && e.naturalWidth") == 480
    assert page.locator("img[loading=lazy]").count() == 1


def test_what_a_reader_can_do_with_a_post(visit: Open) -> None:
    page = visit(POST, 360, 740, permissions=["clipboard-read", "clipboard-write"]).page
    expect(page.get_by_role("button", name="In bài này")).to_be_visible()
    page.get_by_role("button", name="Sao chép liên kết").click()
    expect(page.get_by_text("Đã sao chép liên kết.")).to_be_visible()
    assert POST in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("link", name="Làm giấy khai sinh").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")
    page.get_by_role("link", name="Nơi tiếp nhận hồ sơ làm thêm sáng thứ Bảy").click()
    expect(page.get_by_role("img", name="Cầu ba nhịp qua sông")).to_be_visible()


def test_the_tools_are_large_enough_for_a_thumb(visit: Open) -> None:
    page = visit(POST, 360, 740).page
    assert page.evaluate(SMALL, ".tools :is(a, button), .pager a, .views a, .onward a") == []


def test_paper_has_the_text_and_not_the_screen(visit: Open) -> None:
    page = visit(POST).page
    page.emulate_media(media="print")
    expect(page.get_by_text("Khai sinh, chứng thực.", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Làm giấy khai sinh")).to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.get_by_text("Tin liên quan")).to_be_hidden()


def test_every_page_of_news_is_light(address: str, visit: Open) -> None:
    for path in PAGES:
        body = visit(path).page.request.get(address + path).body()
        assert len(body) < 40_000, path
