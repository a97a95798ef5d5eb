"""The ward's whole site for everyone: judged by axe, enlarged, without a script, under its policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Visit, served
from tests.browser.test_site import TOO_WIDE

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG = "thu-tuc/ho-tich/1.001193/"
KINDS = {
    "home": "",
    "fields": "thu-tuc/",
    "field": "thu-tuc/ho-tich/",
    "a-z": "thu-tuc/a-z/",
    "life event": "thu-tuc/su-kien/sinh-con/",
    "long choice": "thu-tuc/noi-nop/mot-cua/",
    "choice and field": "thu-tuc/noi-nop/mot-cua/ho-tich/",
    "long": LONG,
    "sparse": "thu-tuc/chua-ro-linh-vuc/1.014111/",
    "ended": "thu-tuc/ho-tich/3.000323/",
    "coming": "thu-tuc/chung-thuc/2.000815/",
    "changes": "thay-doi/",
    "results": "tim-kiem/?q=khai+sinh",
    "nothing found": "tim-kiem/?q=zzzzqqqq",
    "news": "tin-tuc/",
    "post": "tin-tuc/2026/11/vi-sao-moi-thu-tuc-co-dong-don-vi-chua-xac-nhan/",
    "category": "tin-tuc/muc/cai-cach-hanh-chinh/",
    "reform": "cai-cach/",
    "questions": "hoi-dap/",
    "open data": "du-lieu/",
    "about": "gioi-thieu/",
    "contact": "lien-he/",
    "not found": "khong-co-trang-nay/",
}
JUDGE = """async (tags) => (await axe.run(document, {runOnly: tags, resultTypes: ["violations"]}))
  .violations.flatMap(({id, nodes}) => nodes.map(node =>
    `${id}: ${node.target.join(" ")} – ${(node.any[0] || node.all[0] || node.none[0]).message}`))"""

SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
LONGEST = """Math.max(...[...document.querySelectorAll("*")].flatMap(e => {
  const {transitionDuration, animationDuration} = getComputedStyle(e);
  return `${transitionDuration},${animationDuration}`.split(",").map(parseFloat);
}))"""

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def address(shipped: Path) -> Iterator[str]:
    """Serve the ward's whole site."""
    with served(shipped) as where:
        yield where


def judged(page: Page) -> Any:  # noqa: ANN401 - what the page's script gives
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(JUDGE, TAGS)


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_light_or_dark_narrow_or_wide(visit: Open, kind: str) -> None:
    page = visit(KINDS[kind], reduced_motion="reduce").page
    if "?q=" in KINDS[kind]:
        expect(page.locator("[data-cchc-search-results] :is(a, p)").first).to_be_visible()
    for width, height in ((360, 740), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme, shown in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
            assert (width, scheme, judged(page)) == (width, scheme, [])


def test_axe_finds_nothing_in_the_menu_and_the_suggestions(visit: Open) -> None:
    page = visit(LONG, 360, 740, reduced_motion="reduce").page
    page.locator("[data-cchc-menu]").click()
    expect(page.locator(".menu").get_by_role("link", name="Liên hệ")).to_be_in_viewport()
    assert judged(page) == []
    page.keyboard.press("Escape")
    page.locator("input[name=q]").press_sequentially("khai sinh")
    expect(page.get_by_role("option").first).to_be_visible()
    assert judged(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_largest_letters_fit_on_the_narrowest_screen(visit: Open, kind: str) -> None:
    page = visit(KINDS[kind], 320, 640).page
    page.evaluate("document.documentElement.dataset.size = '3'")
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("kind", KINDS)
def test_enlarged_to_200_percent_nothing_scrolls_sideways(visit: Open, kind: str) -> None:
    # A desk's screen at 200 % has half its points, each two wide.
    page = visit(KINDS[kind], 640, 400, device_scale_factor=2).page
    assert page.evaluate(TOO_WIDE) == []


def test_the_letters_grow_and_stay_grown(visit: Open) -> None:
    page = visit(LONG).page
    size = "parseFloat(getComputedStyle(document.querySelector('.md-typeset')).fontSize)"
    before = page.evaluate(size)
    larger = page.locator(".header").get_by_role("button", name="chữ lớn hơn")
    for _ in range(3):
        larger.click()
    grown = page.evaluate(size)
    assert grown >= 1.4 * before
    expect(larger).to_have_attribute("aria-disabled", "true")
    page.goto(page.url)
    assert page.evaluate(size) == grown
    page.locator(".header").get_by_role("button", name="chữ nhỏ hơn").click()
    assert before < page.evaluate(size) < grown
    assert page.context.cookies() == []


def test_whoever_wants_no_motion_gets_none(visit: Open) -> None:
    page = visit(LONG, 360, 740, reduced_motion="reduce").page
    longest = page.evaluate(LONGEST)
    assert longest <= 0.001


@pytest.mark.parametrize("kind", KINDS)
def test_headings_go_down_one_step_at_a_time_within_landmarks(visit: Open, kind: str) -> None:
    page = visit(KINDS[kind]).page
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(e => +e.tagName[1])"
    )
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    assert page.evaluate("document.querySelector('main nav.menu')") is None


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_script_a_page_is_whole_and_leads_to_the_list(visit: Open, kind: str) -> None:
    seen = visit(KINDS[kind], 360, 740, java_script_enabled=False)
    page = seen.page
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("contentinfo").get_by_role("link", name="A đến Z")).to_be_visible()
    expect(page.locator("[data-cchc-menu]")).to_be_hidden()
    expect(page.get_by_role("button", name="chữ lớn hơn")).to_be_hidden()
    page.locator("label.header__menu").click()
    expect(page.locator(".menu").get_by_role("link", name="Liên hệ")).to_be_in_viewport()
