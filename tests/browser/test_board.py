"""The counter's board on its screens: touched, left alone, without a script, without the network."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cchc.site.build import build
from tests.browser.test_everyone import AXE, JUDGE, TAGS
from tests.browser.test_policy_and_weight import WATCH, Careful
from tests.portals import DAY, make_portal

pytestmark = pytest.mark.browser

PORTRAIT, LANDSCAPE, OLD, PHONE = (1080, 1920), (1920, 1080), (1024, 768), (360, 740)
# A small touch screen, a telephone on its side: where keys just fit, where there is no room.
LOW, LYING = (1024, 600), (740, 360)
SCREENS = [PORTRAIT, LANDSCAPE, OLD, LOW, PHONE, LYING]
BOARD = "niem-yet/"
BIRTH = "#/thu-tuc/1.001193"
FIELD = "#/linh-vuc/ho-tich"
# Its name has 919 letters.
ENDLESS = "#/thu-tuc/1.116309"
PLACES = [
    "#/",
    FIELD,
    "#/su-kien/sinh-con",
    BIRTH,
    ENDLESS,
    "#/thu-tuc/3.000323",
    "#/thay-doi",
    "#/tim",
]
PUBLIC = "https://cchc.example.vn/"
TOO_WIDE = """() => [...document.querySelectorAll("html, body, main, main *, dialog[open], dialog[open] *")]
  .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).display !== "inline")
  .map(e => `${e.tagName}.${e.className} ${e.scrollWidth} > ${e.clientWidth}`)"""
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TOO_SMALL = """() => [...document.querySelectorAll("a, button, input")]
  .filter(e => e.checkVisibility() && !e.closest("dialog:not([open])"))
  .map(e => [e.textContent, e.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 64)
  .map(([words, box]) => `${words} ${box.width} × ${box.height}`)"""
OUT = """() => [...document.querySelectorAll("a[href], area[href], iframe, form[action]")]
  .filter(e => !(e.getAttribute("href") ?? "").startsWith("#/")).map(e => e.outerHTML)"""


@dataclass
class Screen:
    """A board open on a screen, its clock in the test's hand, and what went wrong on it."""

    page: Page
    troubles: list[str] = field(default_factory=list)

    def go(self, place: str) -> None:
        self.page.evaluate("place => { location.hash = place; }", place)
        self.page.wait_for_function("place => location.hash === place", arg=place)
        expect(self.page.locator("main h1")).to_have_count(1)

    def press(self, words: str) -> None:
        """Type with the keys on the screen."""
        keys = self.page.get_by_role("group", name="Bàn phím trên màn hình")
        for letter in words.upper():
            name = "Dấu cách" if letter == " " else letter
            keys.get_by_role("button", name=name, exact=True).click()
        self.page.clock.run_for(200)


Open = Callable[..., Screen]


@contextmanager
def carefully(site: Path) -> Iterator[str]:
    """Serve a site under its own policy."""
    handler = functools.partial(Careful, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def address(shipped: Path) -> Iterator[str]:
    with carefully(shipped) as where:
        yield where


@pytest.fixture
def board(browser: Browser, address: str) -> Iterator[Open]:
    """Give a function that opens the board on a screen: `board((1080, 1920), FIELD)`."""
    contexts: list[BrowserContext] = []

    def open_board(
        size: tuple[int, int] = PORTRAIT, place: str = "", at: str = address, **options: object
    ) -> Screen:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        contexts.append(context)
        screen = Screen(context.new_page())
        page = screen.page
        page.on("console", lambda message: screen.troubles.append(message.text))
        page.on("pageerror", lambda error: screen.troubles.append(str(error)))
        page.add_init_script(WATCH)
        page.clock.install()
        page.goto(f"{at}{BOARD}{place}")
        expect(page.locator("nav")).to_be_visible()
        return screen

    yield open_board
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, OLD, LOW])
def test_keys_on_the_screen_without_accents_find_birth_registration(
    board: Open, size: tuple[int, int]
) -> None:
    screen = board(size)
    page = screen.page
    page.get_by_role("link", name="Tìm thủ tục").click()
    screen.press("khai sinh")
    expect(page.get_by_label("Tìm thủ tục, gõ không cần dấu")).to_have_value("khai sinh")
    first = page.locator(".results .row").first
    expect(first).to_contain_text("Đăng ký khai sinh")
    expect(first).to_be_in_viewport(ratio=1)
    expect(page.locator(".key").last).to_be_in_viewport(ratio=1)
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")
    page.get_by_role("button", name="Quay lại").click()
    expect(page.locator(".results .row").first).to_contain_text("Đăng ký khai sinh")
    assert screen.troubles == []


def test_digits_erasing_and_clearing(board: Open) -> None:
    screen = board(LANDSCAPE, "#/tim")
    page = screen.page
    box = page.locator("#tim")
    keys = page.get_by_role("group", name="Bàn phím trên màn hình")
    keys.get_by_role("button", name="Số").click()
    screen.press("1.0011933")
    keys.get_by_role("button", name="Xóa một chữ").click()
    page.clock.run_for(200)
    expect(box).to_have_value("1.001193")
    expect(page.locator(".results .row")).to_have_count(1)
    keys.get_by_role("button", name="Chữ", exact=True).click()
    keys.get_by_role("button", name="Xóa hết").click()
    page.clock.run_for(200)
    expect(box).to_have_value("")
    expect(page.locator(".results .row")).to_have_count(0)


def test_where_nothing_is_found_the_counter_is_named(board: Open) -> None:
    screen = board(LANDSCAPE, "#/tim")
    screen.press("zzzzqqqq")
    expect(screen.page.locator(".results")).to_contain_text("Không tìm thấy kết quả nào")
    expect(screen.page.locator(".results")).to_contain_text("Hỏi người ở quầy tiếp nhận")


def test_an_abolished_procedure_is_found_and_leads_to_what_holds_now(board: Open) -> None:
    screen = board(LANDSCAPE, "#/tim")
    page = screen.page
    page.locator("#tim").fill("3.000323")
    page.clock.run_for(200)
    page.locator(".results .row").click()
    expect(page.locator(".warning")).to_contain_text("đã bãi bỏ từ ngày 20/11/2026")
    page.get_by_role("link", name="Đăng ký khai sinh").click()
    expect(page).to_have_url(f"{page.url.split('#')[0]}{BIRTH}")


def test_the_board_is_used_with_the_keyboard_alone(board: Open) -> None:
    page = board(LANDSCAPE).page
    link = page.get_by_role("link", name="Tìm thủ tục")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#tim")).to_be_focused()
    page.keyboard.type("dat dai")
    page.clock.run_for(200)
    expect(page.locator(".results .row").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".results")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_be_focused()


def test_left_alone_it_asks_counts_down_and_goes_home(board: Open) -> None:
    screen = board(PORTRAIT, "#/tim")
    page = screen.page
    screen.press("khai sinh")
    asking = page.get_by_role("dialog", name="Bạn còn xem không?")
    page.clock.run_for(38_000)
    expect(asking).to_be_hidden()
    page.clock.run_for(4_000)
    expect(asking).to_be_visible()
    before = asking.get_by_role("timer").inner_text()
    page.clock.run_for(3_000)
    assert asking.get_by_role("timer").inner_text() != before
    expect(asking.get_by_role("button", name="Chạm để tiếp tục")).to_be_focused()
    page.clock.run_for(16_000)
    expect(asking).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bạn cần làm thủ tục gì?")
    # The next person does not see what the last one looked for.
    screen.go("#/tim")
    expect(page.locator("#tim")).to_have_value("")
    assert screen.troubles == []


def test_a_touch_keeps_the_screen_and_touches_nothing_below(board: Open) -> None:
    page = board(PORTRAIT, FIELD, has_touch=True).page
    page.clock.run_for(45_000)
    asking = page.get_by_role("dialog", name="Bạn còn xem không?")
    expect(asking).to_be_visible()
    page.touchscreen.tap(500, 400)
    expect(asking).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hộ tịch")
    page.clock.run_for(35_000)
    expect(asking).to_be_hidden()
    page.clock.run_for(10_000)
    expect(asking).to_be_visible()


def test_the_latest_changes_take_turns_until_somebody_comes(board: Open) -> None:
    screen = board(LANDSCAPE)
    page = screen.page
    page.clock.run_for(61_000)
    cover = page.get_by_role("dialog", name="Chạm vào màn hình để bắt đầu")
    expect(cover).to_contain_text("Cần làm thủ tục gì?")
    page.clock.run_for(9_000)
    expect(cover).to_contain_text("01/03/2027")
    expect(cover).to_contain_text("Sắp có hiệu lực")
    page.clock.run_for(9_000)
    expect(cover).to_contain_text("Bãi bỏ")
    expect(cover).to_contain_text("20/11/2026")
    page.clock.run_for(9_000)
    expect(cover).to_contain_text("Cần làm thủ tục gì?")
    page.mouse.click(960, 500)
    expect(cover).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bạn cần làm thủ tục gì?")
    assert screen.troubles == []


def test_whoever_wants_no_motion_gets_one_list_that_stands_still(board: Open) -> None:
    page = board(LANDSCAPE, reduced_motion="reduce").page
    page.clock.run_for(61_000)
    cover = page.get_by_role("dialog", name="Chạm vào màn hình để bắt đầu")
    expect(cover.locator("li")).to_have_count(2)
    before = cover.inner_text()
    page.clock.run_for(30_000)
    assert cover.inner_text() == before
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("size", SCREENS)
def test_every_screen_fits_can_be_touched_and_leads_nowhere_else(
    board: Open, size: tuple[int, int]
) -> None:
    screen = board(size, reduced_motion="reduce")
    page = screen.page
    for place in PLACES:
        screen.go(place)
        assert (place, page.evaluate(TOO_WIDE)) == (place, [])
        assert (place, page.evaluate(TOO_SMALL)) == (place, [])
        assert (place, page.evaluate(OUT)) == (place, [])
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    page.clock.run_for(45_000)
    assert page.evaluate(TOO_SMALL) == []
    assert page.evaluate(TOO_WIDE) == []
    assert screen.troubles == []


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, OLD, PHONE])
def test_axe_finds_nothing_and_words_stand_out_seven_to_one(
    board: Open, size: tuple[int, int]
) -> None:
    # Held up to the policy, a page takes no script from a test: the judge sees it without.
    screen = board(size, reduced_motion="reduce", bypass_csp=True)
    page = screen.page
    page.evaluate(AXE.read_text(encoding="utf-8"))
    enhanced = JUDGE.replace(
        "resultTypes:", 'rules: {"color-contrast-enhanced": {enabled: true}}, resultTypes:'
    )
    for place in [*PLACES, "#/thu-tuc/khong-co"]:
        screen.go(place)
        assert (place, page.evaluate(enhanced, TAGS)) == (place, [])
    screen.go("#/tim")
    page.locator("#tim").fill("khai sinh")
    page.clock.run_for(200)
    expect(page.locator(".results .row").first).to_be_visible()
    assert page.evaluate(enhanced, TAGS) == []
    page.clock.run_for(45_000)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(enhanced, TAGS) == []


def test_further_and_up_move_what_does_not_fit(board: Open) -> None:
    page = board(LANDSCAPE, FIELD, reduced_motion="reduce").page
    further, up = (
        page.get_by_role("button", name="Xem tiếp"),
        page.get_by_role("button", name="Lên đầu"),
    )
    expect(up).to_be_hidden()
    for _ in range(12):
        if further.is_hidden():
            break
        further.click()
        page.evaluate(DRAWN)
    expect(page.locator(".row").last).to_be_in_viewport(ratio=1)
    up.click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)


def test_the_answers_come_first_then_papers_then_steps(board: Open) -> None:
    page = board(PORTRAIT, BIRTH).page
    words = page.locator("main").inner_text()
    order = [
        "Bao lâu có kết quả",
        "Tốn bao nhiêu",
        "Nộp ở đâu",
        "Cần mang theo",
        "Các bước",
        "Nộp cách nào",
    ]
    places = [words.index(each) for each in order]
    assert places == sorted(places)
    # No public address is set: whoever wants all of it asks.
    expect(page.locator(".qr")).to_contain_text("thì hỏi Trung tâm Phục vụ hành chính công")


def test_without_a_script_there_is_a_list_with_links(browser: Browser, address: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1080, "height": 1920}
    )
    page = context.new_page()
    page.goto(address + BOARD)
    page.get_by_role("link", name="Hộ tịch").click()
    expect(page).to_have_url(f"{address}thu-tuc/ho-tich/")
    context.close()


def test_once_open_it_goes_on_without_the_network(board: Open) -> None:
    screen = board(PORTRAIT)
    page = screen.page
    page.get_by_role("link", name="Tìm thủ tục").click()
    screen.press("ket hon")
    expect(page.locator(".results .row").first).to_contain_text("Đăng ký kết hôn")
    page.context.set_offline(offline=True)
    screen.press(" luu dong")
    expect(page.locator(".results .row").first).to_contain_text("Đăng ký kết hôn lưu động")
    page.get_by_role("link", name="Trang đầu").click()
    page.get_by_role("link", name="Hộ tịch 38 thủ tục").click()
    page.get_by_role("link", name="Đăng ký kết hôn 1.000894").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký kết hôn")
    assert screen.troubles == []


def test_while_the_data_cannot_be_had_it_says_so_and_tries_again(board: Open) -> None:
    page = board(PORTRAIT, FIELD).page
    page.context.route("**/board.json", lambda route: route.abort())
    page.reload()
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Chưa tải được danh mục thủ tục.")
    assert page.evaluate(OUT) == []
    page.context.unroute("**/board.json")
    page.clock.run_for(16_000)
    expect(title).to_have_text("Hộ tịch")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small portal that has a public address and no change yet."""
    root = make_portal(tmp_path_factory.mktemp("public") / "trang")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace('site_url: ""', f"site_url: {PUBLIC}")
    settings.write_text(text, encoding="utf-8")
    build(root, dt.date.fromisoformat(DAY))
    return root


def test_the_qr_code_leads_to_the_procedure_s_page(board: Open, public: Path) -> None:
    with carefully(public / "site") as where:
        page = board(PORTRAIT, BIRTH, at=where).page
        png = page.locator(".qr").screenshot()
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
        assert [each.text for each in found] == [f"{PUBLIC}thu-tuc/ho-tich/1.001193/"]


def test_a_board_left_open_takes_what_was_published_since(board: Open, public: Path) -> None:
    data = public / "site" / BOARD / "board.json"
    before = data.read_bytes()
    with carefully(public / "site") as where:
        page = board(PORTRAIT, at=where).page
        day = page.locator("main > p.quiet").last
        expect(day).to_have_text("Dữ liệu ngày 24/11/2026")
        page.clock.run_for(61_000)
        expect(page.get_by_role("dialog")).to_be_visible()
        text = before.decode()
        mark = text.split('"mark":"')[1][:10]
        data.write_text(text.replace(mark, "0" * 10).replace("24/11/2026", "25/11/2026"), "utf-8")
        # All night long nobody touches it.
        page.clock.run_for(901_000)
        expect(day).to_have_text("Dữ liệu ngày 25/11/2026")
    data.write_bytes(before)
