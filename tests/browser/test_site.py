"""The site on a telephone and on a desk, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

PROCEDURE = "thu-tuc/ho-tich/1.001193/"
PAGES = [
    "",
    "thu-tuc/",
    "thu-tuc/a-z/",
    "thu-tuc/ho-tich/",
    "thu-tuc/su-kien/",
    "thu-tuc/su-kien/sinh-con/",
    "thu-tuc/doi-tuong/",
    "thu-tuc/truc-tuyen/toan-trinh/",
    PROCEDURE,
    "thu-tuc/chung-thuc/2.000815/",
    "thu-tuc/chua-ro-linh-vuc/1.000080/",
    "thay-doi/",
    "tin-tuc/",
    "tin-tuc/2026/11/doc-truoc-khi-nop-ho-so-qua-mang/",
    "cai-cach/",
    "lien-he/",
    "tim-kiem/?q=khai+sinh",
]
SCREENS = [(320, 640), (360, 740), (820, 1180), (1280, 800)]
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth > width
    ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1)
        .map(e => e.tagName + "." + e.className).slice(0, 5)
    : [];
}"""
SMALL = """(selector) => [...document.querySelectorAll(selector)]
  .filter(e => e.getClientRects().length && (e.offsetHeight < 44 || e.offsetWidth < 44))
  .map(e => e.textContent.trim() + " " + e.offsetWidth + "×" + e.offsetHeight)"""
# What keeps an option from being read: outside the screen, covered, small, or pale.
UNREADABLE = """(option) => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => rgba(colour).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => {
    const colour = e ? getComputedStyle(e).backgroundColor : "white";
    return rgba(colour)[3] === 255 ? colour : ground(e.parentElement);
  };
  const troubles = [];
  const box = option.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  if (box.left < 0 || box.top < 0 || box.right > clientWidth || box.bottom > clientHeight)
    troubles.push("outside " + JSON.stringify(box));
  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  if (!option.contains(seen)) troubles.push("covered by " + (seen && seen.className));
  const name = option.querySelector(".cchc-hit__name");
  const rest = [...option.querySelectorAll(".cchc-hit__facts, .cchc-hit__why")];
  for (const [part, least] of [[name, 16], ...rest.map(e => [e, 14])]) {
    const style = getComputedStyle(part);
    if (parseFloat(style.fontSize) < least) troubles.push(part.className + " " + style.fontSize);
    const [low, high] = [light(style.color), light(ground(part))].sort((a, b) => a - b);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < 4.5) troubles.push(part.className + " contrast " + contrast.toFixed(2));
  }
  return troubles;
}"""
TOUCHED = (
    ".header__menu, .header__scheme, .display__button, .search__button, .search__input, .tiles a, .button,"
    " .letters a, .ways-out a, .footer a, .onward a, .ways a, .choices a,"
    " .choices-fields a, .life__name a"
)

Open = Callable[..., Visit]


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_screen_or_in_trouble(
    visit: Open, address: str, path: str, width: int, height: int
) -> None:
    seen = visit(path, width, height)
    assert seen.page.evaluate(TOO_WIDE) == []
    assert seen.errors == []
    assert [url for url in seen.requests if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("path", PAGES)
def test_what_is_touched_is_large_enough(visit: Open, path: str) -> None:
    assert visit(path, 360, 740).page.evaluate(SMALL, TOUCHED) == []


def test_the_answers_are_on_the_first_screen(visit: Open) -> None:
    page = visit(PROCEDURE, 360, 740).page
    expect(page.get_by_text("01 ngày làm việc").first).to_be_in_viewport()
    expect(page.get_by_role("link", name="Nộp trực tuyến")).to_be_in_viewport()


def test_the_bar_of_actions_stays_within_the_thumbs_reach(visit: Open) -> None:
    page = visit(PROCEDURE, 360, 740).page
    page.get_by_role("heading", name="Căn cứ pháp lý").scroll_into_view_if_needed()
    for name in ("Nộp trực tuyến", "Liên hệ"):
        expect(page.locator(".actions").get_by_role("link", name=name)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="In")).to_be_in_viewport(ratio=1)


def test_a_table_becomes_cards_with_labels_on_a_telephone(visit: Open) -> None:
    page = visit(PROCEDURE, 360, 740).page
    cell = page.get_by_role("cell").filter(has_text="Lệ phí: 8.000 đồng")
    label = cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert label == '"Phí, lệ phí"'
    assert cell.evaluate("e => getComputedStyle(e).display") == "block"


def test_the_own_font_is_used(visit: Open) -> None:
    page = visit(PROCEDURE).page
    assert page.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"', 'Đăng ký')")
    assert page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")


def test_the_text_is_large_and_its_lines_are_not_too_long(visit: Open) -> None:
    for width, height in ((360, 740), (1280, 800)):
        step = visit(PROCEDURE, width, height).page.locator(".steps p").first
        assert step.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 18
        assert step.evaluate("e => e.offsetWidth") <= 75 * 18 * 0.55


def test_a_slash_leads_to_the_search(visit: Open) -> None:
    page = visit(PROCEDURE).page
    page.keyboard.press("/")
    expect(page.locator(".md-header input[name=q]")).to_be_focused()


def test_the_home_finds_a_procedure_as_one_types(visit: Open) -> None:
    page = visit("", 360, 740).page
    page.locator("input[name=q]").press_sequentially("khai sin")
    expect(page.get_by_role("option").first).to_contain_text("Đăng ký khai sinh")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
@pytest.mark.parametrize("path", ["", "thu-tuc/ho-tich/", PROCEDURE, "khong-co-trang-nay/"])
def test_the_suggestions_can_be_read(visit: Open, path: str, width: int, height: int) -> None:
    page = visit(path, width, height, color_scheme="light").page
    page.locator("input[name=q]:visible").last.press_sequentially("khai sinh")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    # All at once: the list is made anew when a later letter is answered.
    first = f"(options) => options.slice(0, 3).flatMap({UNREADABLE})"
    assert options.evaluate_all(first) == []


def test_results_have_an_address(visit: Open) -> None:
    page = visit("tim-kiem/?q=nhap%20ho%20khau").page
    first = page.locator("[data-cchc-search-results] a").first
    expect(first).to_have_attribute("href", re.compile(r"1\.004222/$"))


def test_night_and_day(visit: Open) -> None:
    page = visit(PROCEDURE, color_scheme="dark").page
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Nền tối", pressed=True).click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.goto(page.url)
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_the_menu_opens_and_closes_by_keyboard(visit: Open) -> None:
    page = visit("", 360, 740).page
    menu = page.locator("[data-cchc-menu]")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".menu").get_by_role("link", name="Liên hệ")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_the_skip_link_leads_to_the_text(visit: Open) -> None:
    page = visit(PROCEDURE).page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#_noi-dung")


def test_without_a_script_everything_but_the_search_works(visit: Open) -> None:
    page = visit("", java_script_enabled=False).page
    page.get_by_role("link", name="Lĩnh vực").click()
    page.get_by_role("link", name="Hộ tịch").click()
    page.get_by_role("link", name="Đăng ký khai sinh").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")
    page.locator(".md-header input[name=q]").fill("khai sinh")
    page.locator(".md-header button[type=submit]").click()
    assert page.url.endswith("/tim-kiem/?q=khai+sinh")
    expect(page.get_by_text("Trình duyệt này không chạy được tìm kiếm.")).to_be_visible()


def test_a_page_that_is_not_there_leads_on(visit: Open) -> None:
    page = visit("thu-tuc/khong-co/", 360, 740).page
    expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang này")
    page.get_by_role("main").locator("input[name=q]").press_sequentially("khai sinh")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=khai\+sinh$|1\.001193/$"))


def test_paper_gets_the_words_alone(visit: Open) -> None:
    page = visit(PROCEDURE).page
    page.emulate_media(media="print")
    expect(page.locator(".header")).to_be_hidden()
    expect(page.locator(".actions")).to_be_hidden()
    expect(page.get_by_role("heading", name="Cần mang theo")).to_be_visible()
