"""The desk in a real Chromium: the officer's day, from the start address to the public site."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from cchc.base.posts import FOLDER as POSTS
from cchc.procedures.decision import Decision
from cchc.procedures.questions import Questions, new_question, save_questions
from tests.browser.desk_at_work import Work, at_work
from tests.browser.test_everyone import SCHEMES, judged
from tests.browser.test_site import TOO_WIDE
from tests.kept import decision_on_file
from tests.office.desk.conftest import git
from tests.office.desk.papers import OPENING, TITLE, word_file
from tests.office.desk.test_pages import PROPOSED
from tests.portals import DAY

pytestmark = pytest.mark.browser

PROCEDURE = "procedures/ho-tich/1.001193.yml"
ALTS = ("Cán bộ chỉ cách nộp hồ sơ", "Bà con thực hành trên điện thoại")
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
  const taken = new DataTransfer();
  taken.items.add(new File([bytes], name));
  return taken;
}"""
SCREENS = ((1280, 800), (1366, 768), (360, 740))
PAGES = ("/", "/thu-tuc?q=ho", "/can-sua", "/thay-doi", "/quyet-dinh", "/cau-hoi", "/da-bo",
         "/khong-co-trang-nay")  # fmt: skip


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """Start the desk as a person does, with its preview."""
    with at_work(tmp_path) as made:
        yield made


def drop(page: Page, box: str, file: Path) -> None:
    """Let go of a file over a box."""
    content = base64.b64encode(file.read_bytes()).decode()
    taken = page.evaluate_handle(DROP, [file.name, content])
    target = page.locator("form[data-drop]", has=page.locator(box))
    target.dispatch_event("dragover", {"dataTransfer": taken})
    expect(target).to_have_class("drop ready over")
    target.dispatch_event("drop", {"dataTransfer": taken})


def published(page: Page) -> None:
    """Press “Đăng” as the ward's clerk, and wait for the end."""
    page.get_by_role("link", name="Thay đổi chưa đăng").click()
    page.get_by_label("Người đăng").fill("Công chức Văn phòng")
    page.get_by_role("button", name="Đăng", exact=True).click()
    expect(page.locator(".note.good, .note.bad")).to_be_visible(timeout=180_000)


def test_an_officers_day(browser: Browser, work: Work, tmp_path: Path) -> None:
    page = work.opened(browser)
    assert page.url == work.home
    drop(page, "#tep-word", word_file(tmp_path / "Tập huấn.docx"))

    expect(page.get_by_role("heading", name="Xem lại bài trước khi ghi")).to_be_visible(
        timeout=60_000
    )
    post = page.locator("article")
    expect(post).to_contain_text(OPENING)
    expect(post.locator("td", has_text="Tạo tài khoản")).to_be_visible()
    expect(post.locator("img")).to_have_count(2)
    assert post.locator("img").first.evaluate("img => img.naturalWidth") == 900
    for number, words in enumerate(ALTS, start=1):
        page.get_by_label(f"Mô tả ảnh {number}").fill(words)
    page.get_by_label("Bài xong").check()
    page.get_by_role("button", name="Ghi bài").click()
    expect(page.get_by_role("heading", name="Đã ghi bài")).to_be_visible(timeout=60_000)

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Xem trước bài này").click()
    shown = opened.value
    # The preview builds, the first time or again: the page waits for the post to be there.
    expect(shown.locator("h1", has_text=TITLE)).to_be_visible(timeout=120_000)
    assert shown.url.startswith(work.preview)
    expect(shown.locator("article img").first).to_be_visible()
    shown.close()

    published(page)
    expect(page.locator(".note.good")).to_contain_text("Đã đăng, người dân xem được ngay")
    address = "tin-tuc/2026/11/phuong-tap-huan-nop-ho-so-truc-tuyen/index.html"
    public = (work.public / "current" / address).read_text(encoding="utf-8")
    assert all(words in public for words in ALTS)
    last = git(work.root, "log", "-1", "--format=%an: %s").strip()
    assert last == "Công chức Văn phòng: Thêm 1 bài"


def test_a_change_is_discarded_and_taken_back(browser: Browser, work: Work) -> None:
    page = work.opened(browser)
    file = work.root / PROCEDURE
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("so_tien: 8000", "so_tien: 5000"), encoding="utf-8")
    page.get_by_role("link", name="Thay đổi chưa đăng").click()
    change = page.locator(".change")
    expect(change).to_contain_text("Sửa thủ tục 1.001193")
    expect(change.locator("tr.del")).to_contain_text("8000")
    expect(change.locator("tr.add")).to_contain_text("5000")
    change.get_by_role("checkbox").check()
    page.get_by_role("button", name="Bỏ các thay đổi đã đánh dấu").click()
    expect(page.locator(".note.good")).to_contain_text("lấy lại được")
    assert file.read_text(encoding="utf-8") == before
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.locator(".change")).to_contain_text("Sửa thủ tục 1.001193")
    assert "so_tien: 5000" in file.read_text(encoding="utf-8")


def test_a_mistake_is_told_in_plain_vietnamese(browser: Browser, work: Work) -> None:
    page = work.opened(browser)
    file = work.root / PROCEDURE
    broken = file.read_text(encoding="utf-8").replace("so_tien: 8000", "so_tien: tám nghìn")
    file.write_text(broken, encoding="utf-8")
    page.reload()
    problem = page.locator(".card.bad li").first
    expect(problem).to_contain_text("phải là số nguyên")
    expect(problem.get_by_role("link", name="Mở để sửa")).to_have_attribute(
        "href", "/admin/#/collections/thu-tuc/entries/ho-tich/1.001193"
    )
    published(page)
    expect(page.locator(".note.bad")).to_contain_text("Không có gì bị mất")
    expect(page.locator("main")).to_contain_text("phải là số nguyên")
    assert not work.public.exists()


def test_what_is_no_word_file_is_told_and_the_way_back_works(
    browser: Browser, work: Work, tmp_path: Path
) -> None:
    bad = tmp_path / "hỏng.docx"
    bad.write_bytes(b"PK\x03\x04 hong")
    page = work.opened(browser)
    drop(page, "#tep-word", bad)
    expect(page.locator(".note.bad")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Quay lại").click()
    expect(page.get_by_role("heading", name="Hôm nay làm gì?")).to_be_visible()


def test_everything_works_without_a_script(browser: Browser, work: Work, tmp_path: Path) -> None:
    page = work.opened(browser, java_script_enabled=False)
    page.locator("#tep-word").set_input_files(word_file(tmp_path / "bài.docx"))
    page.locator("form", has=page.locator("#tep-word")).locator("button").click()
    # The page asks again by itself.
    expect(page.get_by_role("heading", name="Xem lại bài trước khi ghi")).to_be_visible(
        timeout=60_000
    )
    page.goto(work.home)
    page.get_by_label("Tìm thủ tục").fill("khai sinh")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator(".found a").first).to_contain_text("khai sinh")


def test_the_keyboard_alone_will_do(browser: Browser, work: Work) -> None:
    page = work.opened(browser)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "tep-word":
            break
    expect(page.locator("#tep-word")).to_be_focused()
    style = "getComputedStyle(document.querySelector('label[for=tep-word]')).outlineStyle"
    assert page.evaluate(style) == "solid"


@pytest.fixture
def full(work: Work) -> Work:
    """Give a desk that has something on every page."""
    asked = new_question(
        kind="vang_mat",
        code="1.001193",
        name="Đăng ký khai sinh",
        source="danh sách",
        text="không còn trong danh mục, cần kiểm tra",
        day=dt.date.fromisoformat(DAY),
    )
    save_questions(work.root, Questions(all=(asked,)))
    decision_on_file(work.root, Decision.model_validate(PROPOSED, by_alias=True, by_name=False))
    (work.root / POSTS / f"{DAY}-nhap.md").write_text(
        f"---\ndate: {DAY}\ndraft: true\ndescription: Thử.\ncategories:\n- Thông báo\n---\n"
        "# Bài còn viết dở\n\nChữ.\n", encoding="utf-8")  # fmt: skip
    file = work.root / PROCEDURE
    file.write_text(file.read_text(encoding="utf-8").replace("so_tien: 8000", "so_tien: tám"),
                    encoding="utf-8")  # fmt: skip
    return work


def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, full: Work, tmp_path: Path
) -> None:
    page = full.opened(browser, reduced_motion="reduce", bypass_csp=True)
    drop(page, "#tep-word", word_file(tmp_path / "bài.docx"))
    page.wait_for_url("**/nhap/*", timeout=60_000)
    found = []
    for path in (*PAGES, urlsplit(page.url).path):
        page.goto(full.home + path.lstrip("/"))
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        for width, height in SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                found += [f"{path} {width} {scheme}: {each}" for each in judged(page)]
            found += [f"{path} {width}: {each}" for each in page.evaluate(TOO_WIDE)]
    assert found == []
    full.errors[:] = [each for each in full.errors if "404" not in each]
