"""The site with the network cut: what was visited opens, search finds, the rest says what to do."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cchc.site.build import build
from cchc.site.engine.web_parts import WORKER, web_parts
from cchc.site.offline.kept_files import kept_files
from cchc.site.offline.worker import worker_text
from tests.browser.offline_host import Host
from tests.browser.test_everyone import SCHEMES, judged
from tests.browser.test_policy_and_weight import watched
from tests.browser.test_site import TOO_WIDE
from tests.portals import DAY, ROOT, make_portal

pytestmark = pytest.mark.browser

PROCEDURE, OTHER = "thu-tuc/ho-tich/1.001193/", "thu-tuc/chung-thuc/2.000815/"
NEVER = "thu-tuc/dang-ky-quan-ly-cu-tru/1.004222/"
CONTACT = "lien-he/"
PROCEDURE_NAME = "Đăng ký khai sinh"
OFFLINE = "Chưa có mạng"
CUT = "Mất mạng: đang xem bản đã lưu lúc"
KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const {url} of await cache.keys()) kept[url] = await (await cache.match(url)).text();
  }
  return kept;
}"""
# The page has its worker, and the worker has all of its beginning.
READY = """async (wanted) => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise(go => setTimeout(go, 20));
  for (;;) {
    const found = await Promise.all(wanted.map(url => caches.match(url)));
    if (found.every(Boolean)) return;
    await new Promise(go => setTimeout(go, 20));
  }
}"""
# A condition of the page's that comes true by itself.
UNTIL = """async ([condition, given]) => {
  const holds = CONDITIONS[condition];
  while (!await holds(given)) await new Promise(go => setTimeout(go, 20));
}""".replace(
    "CONDITIONS",
    """({
      gone: async () => (await navigator.serviceWorker.getRegistrations()).length === 0,
      renewed: async ([address, words]) => (await (await caches.match(address)).text()).includes(words),
    })""",
)
REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
# What the browser itself says of a network that is not there.
OF_THE_NETWORK = ("net::ERR_", "status of 503", "occurred when fetching the script")
# What the worker fetches after the first page has come, packed: mostly the rows of the search.
LIGHT = 60_000


@dataclass
class Portal:
    """A portal, its site on a server of its own."""

    root: Path
    host: Host

    def build(self) -> None:
        assert build(self.root, dt.date.fromisoformat(DAY)).warnings == ()

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def portal(site: Path, tmp_path: Path) -> Iterator[Portal]:
    """Give a portal whose site is that of the other tests until it is built again."""
    root = make_portal(tmp_path / "trang")
    shutil.copytree(site, root / "site")
    made = Portal(root, Host(root / "site"))
    yield made
    made.host.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


def visited(page: Page, root: str, *addresses: str) -> None:
    """Open the pages one after the other, and wait until the worker keeps them."""
    for address in addresses:
        page.goto(root + address)
        page.evaluate(READY, [root + address, f"{root}mat-mang.html", f"{root}search/rows.json"])


def cut(context: BrowserContext, host: Host) -> None:
    """Both: the browser knows that it has no network, and nothing answers."""
    context.set_offline(True)
    host.stop()


def others(troubles: list[str]) -> list[str]:
    return [each for each in troubles if not any(known in each for known in OF_THE_NETWORK)]


def searched(page: Page, words: str) -> None:
    box = page.locator("input[name=q]").first
    box.fill("")
    box.press_sequentially(words)
    expect(page.locator(".cchc-hit__name").first).to_be_visible()


def test_without_a_network_what_was_visited_opens_and_search_finds(
    context: BrowserContext, portal: Portal
) -> None:
    page, troubles = watched(context)
    root = portal.host.address
    visited(page, root, "", PROCEDURE)
    cut(context, portal.host)

    page.goto(root + PROCEDURE)
    expect(page.get_by_role("heading", level=1)).to_have_text(PROCEDURE_NAME)
    expect(page.get_by_role("status").filter(has_text=CUT)).to_be_visible()
    # Its own look and scripts are kept as well.
    expect(page.locator(".md-header")).to_have_css("background-color", "rgb(74, 37, 112)")
    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('600 18px \"Be Vietnam Pro\"'))"
    )
    searched(page, "khai sinh")

    page.goto(root + CONTACT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Liên hệ")
    page.goto(f"{root}tim-kiem/?q=giay+khai+sinh")
    expect(page.locator("[data-cchc-search-results]")).to_contain_text(PROCEDURE_NAME)
    assert others(troubles) == []


def test_a_page_never_visited_says_what_to_do_and_comes_with_the_network(
    context: BrowserContext, portal: Portal
) -> None:
    page, _ = watched(context)
    root = portal.host.address
    visited(page, root, "", PROCEDURE)
    cut(context, portal.host)

    page.goto(root + NEVER)
    expect(page).to_have_url(root + NEVER)
    expect(page).to_have_title("Chưa có mạng – Cải cách hành chính phường Hương An")
    expect(page.get_by_role("heading", level=1)).to_have_text(OFFLINE)
    expect(page.locator(".md-header")).to_have_css("background-color", "rgb(74, 37, 112)")
    kept = page.locator("[data-cchc-kept-list] a")
    expect(kept).to_have_text(
        [PROCEDURE_NAME, "Trang chủ", "Liên hệ", "Tìm kiếm"],
        use_inner_text=True,
    )
    searched(page, "khai sinh")
    page.locator("main form button").click()
    expect(page.locator("[data-cchc-search-results]")).to_contain_text(PROCEDURE_NAME)
    page.go_back()
    kept.first.click()
    expect(page).to_have_url(root + PROCEDURE)
    expect(page.get_by_role("heading", level=1)).to_have_text(PROCEDURE_NAME)

    page.goto(root + NEVER)
    portal.host.start()
    context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký thường trú")


def test_the_page_open_before_there_was_a_worker_is_kept_too(
    context: BrowserContext, portal: Portal
) -> None:
    page, troubles = watched(context)
    root = portal.host.address
    visited(page, root, PROCEDURE)
    assert troubles == []
    cut(context, portal.host)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(PROCEDURE_NAME)
    assert page.evaluate("document.querySelectorAll('[data-cchc-print]:not([hidden])').length")


def test_the_first_visit_asks_once_for_everything_and_little_after_its_page(
    context: BrowserContext, shipped: Path
) -> None:
    host = Host(shipped)
    page, _ = watched(context)
    visited(page, host.address, PROCEDURE)
    host.stop()
    asked = [path for path, _ in host.sent if path.startswith("/assets/cchc/")]
    assert len(asked) == len(set(asked))
    after = [(path, size) for path, size in host.sent if not path.startswith("/assets/")][1:]
    kept = ["/", "/lien-he/", "/mat-mang.html", "/search/rows.json", "/sw.js", "/tim-kiem/"]
    assert sorted(path for path, _ in after) == sorted([*kept, f"/{PROCEDURE}"])
    print(f"after the first visit {sum(size for _, size in after)}")  # noqa: T201
    assert sum(size for _, size in after) < LIGHT, after


def test_a_slow_network_shows_the_kept_page_then_offers_the_new_one(
    context: BrowserContext, portal: Portal
) -> None:
    page, troubles = watched(context)
    host = portal.host
    visited(page, host.address, "", PROCEDURE)
    file = portal.root / "site" / PROCEDURE / "index.html"
    text = file.read_text(encoding="utf-8")
    host.held.add(f"/{PROCEDURE}")

    page.goto(host.address + PROCEDURE)
    status = page.locator("[data-cchc-worker]")
    expect(status).to_contain_text("Mạng chậm: đang xem bản đã lưu lúc")
    file.write_text(text.replace(PROCEDURE_NAME, "Khai sinh mới"), encoding="utf-8")
    host.go.set()
    expect(status).to_contain_text("Trang đã có bản mới.")
    status.get_by_role("button", name="Xem bản mới").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Khai sinh mới")
    expect(status).to_be_empty()
    assert troubles == []


def test_a_slow_network_that_brings_the_same_page_says_so(
    context: BrowserContext, portal: Portal
) -> None:
    page, _ = watched(context)
    host = portal.host
    visited(page, host.address, "", PROCEDURE)
    host.held.add(f"/{PROCEDURE}")
    page.goto(host.address + PROCEDURE)
    status = page.locator("[data-cchc-worker]")
    expect(status).to_contain_text("Mạng chậm")
    host.go.set()
    expect(status).to_have_text("Đã có mạng: bản đang xem là bản mới nhất.")


def test_a_broken_server_does_not_take_the_kept_page_away(
    context: BrowserContext, portal: Portal
) -> None:
    page, _ = watched(context)
    host = portal.host
    visited(page, host.address, "", PROCEDURE)
    host.broken |= {f"/{PROCEDURE}", f"/{OTHER}"}
    page.goto(host.address + PROCEDURE)
    expect(page.get_by_role("heading", level=1)).to_have_text(PROCEDURE_NAME)
    expect(page.locator("[data-cchc-worker]")).to_contain_text("Máy chủ chưa trả lời được")
    answer = page.request.get(host.address + OTHER)
    assert answer.status == 503


def test_errors_redirects_and_private_places_are_not_kept(
    context: BrowserContext, portal: Portal
) -> None:
    site, host = portal.root / "site", portal.host
    for folder in ("admin", "tinh-hinh", "bi-mat"):
        (site / folder).mkdir()
        shutil.copy(site / "lien-he/index.html", site / folder)
    secret = site / "bi-mat/index.html"
    text = secret.read_text(encoding="utf-8")
    secret.write_text(text.replace("<head>", '<head><meta name="robots" content="noindex">'))
    page, _ = watched(context)
    visited(page, host.address, "")
    for path in ("khong-co/", "admin/", "tinh-hinh/", "bi-mat/", "thu-tuc", "tin-tuc/?x=1#y"):
        page.goto(host.address + path)
    page.evaluate("fetch('/lien-he/', {method: 'POST'}).catch(() => {})")
    page.evaluate("fetch('/du-lieu/decisions.json').then(answer => answer.text())")
    visited(page, host.address, PROCEDURE)
    kept = {each.removeprefix(host.address) for each in page.evaluate(KEPT)}
    pages = {each for each in kept if not each.startswith("assets/")}
    always = {"", "lien-he/", "tim-kiem/", "mat-mang.html", "search/rows.json"}
    assert pages == always | {PROCEDURE, "thu-tuc/", "tin-tuc/"}

    cut(context, host)
    page.goto(f"{host.address}thu-tuc")
    expect(page).to_have_url(f"{host.address}thu-tuc/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thủ tục hành chính")


def test_a_page_that_is_gone_is_kept_no_longer(context: BrowserContext, portal: Portal) -> None:
    page, _ = watched(context)
    root = portal.host.address
    visited(page, root, "", PROCEDURE)
    shutil.rmtree(portal.root / "site" / PROCEDURE)
    page.goto(root + PROCEDURE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang này")
    cut(context, portal.host)
    page.goto(root + PROCEDURE)
    expect(page.get_by_role("heading", level=1)).to_have_text(OFFLINE)


def test_a_new_build_renews_the_worker_by_itself_and_breaks_no_open_page(
    context: BrowserContext, portal: Portal
) -> None:
    page, troubles = watched(context)
    root = portal.host.address
    visited(page, root, "", PROCEDURE)
    before = page.evaluate(KEPT)
    shutil.copytree(ROOT / ".cache/web", portal.root / ".cache/web")
    portal.edit(".cache/web/assets/cchc/search.css", "{", "{\n")
    portal.edit("docs/lien-he/index.md", "# Liên hệ", "# Liên hệ với phường")
    portal.build()

    other, more = watched(context)
    other.goto(root + OTHER)
    other.evaluate(UNTIL, ["renewed", [root + CONTACT, "Liên hệ với phường"]])
    after = page.evaluate(KEPT)
    old = {each for each in before if "search.css" in each}
    assert old < {each for each in after if "search.css" in each}
    # The page that was open all the time still works, and a kept one keeps its look.
    searched(page, "khai sinh")
    cut(context, portal.host)
    page.goto(root + PROCEDURE)
    expect(page.get_by_role("heading", level=1)).to_have_text(PROCEDURE_NAME)
    searched(page, "khai sinh")
    page.goto(root + CONTACT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Liên hệ với phường")
    assert others(troubles + more) == []


def test_switched_off_the_worker_goes_and_takes_what_it_kept(
    context: BrowserContext, portal: Portal
) -> None:
    page, troubles = watched(context)
    root = portal.host.address
    visited(page, root, "", PROCEDURE)
    page.evaluate("caches.open('cchc /khac/ pages')")
    portal.edit("mkdocs.yml", "ngoai_tuyen: true", "ngoai_tuyen: false")
    portal.build()

    page.goto(root + OTHER)
    page.evaluate(UNTIL, ["gone", None])
    # Another site of the same host keeps what is its own.
    assert page.evaluate("caches.keys()") == ["cchc /khac/ pages"]
    page.goto(root + PROCEDURE)
    assert page.evaluate(REGISTRATIONS) == 0
    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert page.evaluate("caches.keys()") == ["cchc /khac/ pages"]
    assert not (portal.root / "site/mat-mang.html").exists()
    page.goto(f"{root}quyen-rieng-tu/")
    expect(page.locator("main")).to_contain_text("Trang không lưu bản nào trên máy của bạn")
    assert troubles == []


def test_in_a_folder_of_a_host_that_nobody_told_it(
    context: BrowserContext, site: Path, tmp_path: Path
) -> None:
    shutil.copytree(site, tmp_path / "cchc")
    shutil.copy(site / "404.html", tmp_path)
    (tmp_path / "index.html").write_text("<h1>Trang khác</h1>", encoding="utf-8")
    host = Host(tmp_path)
    page, troubles = watched(context)
    root = f"{host.address}cchc/"
    visited(page, root, "", PROCEDURE)
    assert page.evaluate(
        "caches.keys().then(all => all.every(name => name.startsWith('cchc /cchc/ ')))"
    )
    cut(context, host)
    page.goto(root + PROCEDURE)
    expect(page.get_by_role("heading", level=1)).to_have_text(PROCEDURE_NAME)
    page.goto(root + NEVER)
    expect(page.get_by_role("heading", level=1)).to_have_text(OFFLINE)
    expect(page.locator(".md-header")).to_have_css("background-color", "rgb(74, 37, 112)")
    searched(page, "khai sinh")
    page.locator("main form button").click()
    expect(page).to_have_url(f"{root}tim-kiem/?q=khai+sinh")
    expect(page.locator("[data-cchc-search-results]")).to_contain_text(PROCEDURE_NAME)
    assert others(troubles) == []


def test_a_person_clears_the_visited_pages(context: BrowserContext, portal: Portal) -> None:
    page, troubles = watched(context)
    root = portal.host.address
    visited(page, root, PROCEDURE, "quyen-rieng-tu/")
    page.get_by_role("button", name="Xóa các trang đã lưu").click()
    expect(page.locator("[data-cchc-forget]")).to_contain_text("Đã xóa.")
    kept = {each.removeprefix(root) for each in page.evaluate(KEPT) if "/assets/" not in each}
    assert kept == {"", "lien-he/", "tim-kiem/", "mat-mang.html", "search/rows.json"}
    assert troubles == []


def test_sixty_pages_are_kept_those_used_last(context: BrowserContext, shipped: Path) -> None:
    host = Host(shipped)
    page, _ = watched(context)
    first = "thu-tuc/ho-tich/1.001193/"
    visited(page, host.address, "", first)
    more = sorted(
        f"{path.parent.relative_to(shipped).as_posix()}/"
        for path in shipped.glob("thu-tuc/*/*/index.html")
        if path.parent.name[0].isdigit() and first not in f"{path.parent.as_posix()}/"
    )[:61]
    for address in more:
        page.goto(host.address + address, wait_until="commit")
        page.evaluate(READY, [host.address + address])
    kept = [each.removeprefix(host.address) for each in page.evaluate(KEPT)]
    host.stop()
    visits = [each for each in kept if each.startswith("thu-tuc/")]
    assert sorted(visits) == sorted(more[-60:])
    assert {"", "lien-he/", "mat-mang.html"} <= set(kept)


def test_axe_finds_nothing_on_the_offline_page_and_the_bar(
    browser: Browser, portal: Portal
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page, _ = watched(context)
    root = portal.host.address
    visited(page, root, "", PROCEDURE)
    cut(context, portal.host)
    for address in (NEVER, PROCEDURE):
        page.goto(root + address)
        for width, height in ((360, 740), (1280, 800)):
            page.set_viewport_size({"width": width, "height": height})
            for scheme, shown in SCHEMES.items():
                page.emulate_media(color_scheme=scheme)
                expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
                assert (address, width, scheme, judged(page)) == (address, width, scheme, [])
        page.set_viewport_size({"width": 320, "height": 640})
        page.evaluate("document.documentElement.dataset.size = '3'")
        assert page.evaluate(TOO_WIDE) == []
        page.evaluate("delete document.documentElement.dataset.size")
    context.close()


def test_what_belongs_to_a_page_is_kept_once_it_has_been_opened(
    context: BrowserContext, portal: Portal
) -> None:
    site, host = portal.root / "site", portal.host
    shutil.copytree(site / "gioi-thieu", site / "bang")
    data = site / "bang/so-lieu.json"
    data.write_text('{"n": 1}', encoding="utf-8")

    def write_worker() -> None:
        def read(path: str) -> bytes | None:
            return (site / path).read_bytes() if (site / path).is_file() else None

        code = web_parts(ROOT)[WORKER].read_text(encoding="utf-8")
        text = worker_text(code, kept_files(read, {"bang/": ("bang/so-lieu.json",)}))
        (site / "sw.js").write_text(text, encoding="utf-8")

    write_worker()
    page, troubles = watched(context)
    asked = "fetch('/bang/so-lieu.json').then(answer => answer.json()).then(data => data.n)"
    visited(page, host.address, "")
    assert "/bang/so-lieu.json" not in dict(host.sent)
    visited(page, host.address, "bang/")
    page.evaluate(READY, [f"{host.address}bang/so-lieu.json"])
    # A new build renews it even where nobody opens the page again.
    data.write_text('{"n": 2}', encoding="utf-8")
    write_worker()
    page.goto(host.address)
    page.evaluate(UNTIL, ["renewed", [f"{host.address}bang/so-lieu.json", '"n": 2']])
    cut(context, host)
    page.goto(f"{host.address}bang/")
    assert page.evaluate(asked) == 2
    assert others(troubles) == []


def test_the_counter_s_board_begins_again_without_a_network(
    context: BrowserContext, portal: Portal
) -> None:
    page, _ = watched(context)
    board = f"{portal.host.address}niem-yet/"
    visited(page, portal.host.address, "", "niem-yet/")
    page.evaluate(READY, [board, f"{board}board.json"])
    cut(context, portal.host)
    # The device was switched off and on.
    page.close()
    page, troubles = watched(context)
    page.set_viewport_size({"width": 1080, "height": 1920})
    page.goto(board)
    page.get_by_role("link", name="Tìm thủ tục").click()
    keys = page.get_by_role("group", name="Bàn phím trên màn hình")
    for letter in "KHAI":
        keys.get_by_role("button", name=letter, exact=True).click()
    page.locator(".results .row").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PROCEDURE_NAME)
    assert others(troubles) == []
