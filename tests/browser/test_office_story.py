"""The desk with its editor, from one end to the other: write, see, publish, correct, be told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import officer_steps as steps
from tests.browser.desk_at_work import at_work
from tests.portals import ROOT

pytestmark = pytest.mark.browser

GUIDES = ROOT / "docs/huong-dan"
BOLD = re.compile(r"\*\*([^*]+)\*\*")
PICTURE = re.compile(r"!\[[^\]]+\]\((anh/[^)]+)\)")
HEAVIEST = 60_000
# What a person sees or a screen reader says on a page.
WORDS = """() => [document.body.innerText, ...[...document.querySelectorAll('*')].flatMap(
  each => [each.ariaLabel, each.placeholder, each.value, each.ariaValueText,
           each.children.length ? '' : each.textContent])].join('\\n')"""


def test_the_guides_steps_from_the_desk_to_the_public_site(
    browser: Browser, tmp_path: Path
) -> None:
    said: list[str] = []

    def look(name: str, page: Page, part: Locator | None) -> None:
        del name, part
        said.append(page.evaluate(WORDS))

    with at_work(tmp_path) as work:
        page = work.opened(browser)
        steps.write_post(page, work, steps.photograph(tmp_path), look)
        text = (work.root / steps.POST).read_text(encoding="utf-8")
        assert "draft" not in text
        assert f"# {steps.TITLE}\n\n{steps.TEXT}\n" in text
        steps.see_preview(page, look)
        read_guides(page)
        steps.publish(page, look)
        expect(page.locator(".note.good")).to_contain_text("Đã đăng, người dân xem được ngay")
        site = work.public / "current"
        public = (site / "tin-tuc/2026/11/mo-them-quay-so-3/index.html").read_text(encoding="utf-8")
        assert steps.ALT in public
        assert not (site / "huong-dan").exists()

        steps.home(page, work)
        steps.correct_fee(page, work, look)
        change = page.locator(".change", has_text="1.001193")
        expect(change.locator("tr.del")).to_contain_text("so_tien: 4000")
        expect(change.locator("tr.add")).to_contain_text("so_tien: 5000")

        steps.mend_mistake(page, work, look)
        expect(page.locator(".card.bad")).to_have_count(0)
        assert "Trực cả ngày 23/11." in (work.root / steps.BAD_POST).read_text(encoding="utf-8")
    assert _unknown(" ".join(said)) == []


def read_guides(page: Page) -> None:
    """Open the guides from the desk; every one is there, with its pictures."""
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Hướng dẫn").click()
    shown = opened.value
    expect(shown.locator("h1")).to_contain_text("Hướng dẫn dùng bàn làm việc", timeout=60_000)
    for guide in ("Viết tin, bài", "Sửa thủ tục"):
        shown.locator("article").get_by_role("link", name=guide).click()
        expect(shown.locator("h1")).to_contain_text(guide)
        for picture in shown.locator("article img").all():
            picture.scroll_into_view_if_needed()
            assert picture.evaluate("img => img.decode().then(() => img.naturalWidth)") > 0
        shown.go_back()
    shown.close()


def _unknown(said: str) -> list[str]:
    """List the bold words of the guides that no page of the walk has said."""
    known = " ".join(said.split()).casefold()
    return [
        f"{guide.name}: {words}"
        for guide in sorted(GUIDES.glob("*.md"))
        for words in BOLD.findall(guide.read_text(encoding="utf-8"))
        if words.casefold() not in known
    ]


def test_every_picture_of_the_guides_is_there_and_light() -> None:
    named = {
        name
        for guide in GUIDES.glob("*.md")
        for name in PICTURE.findall(guide.read_text(encoding="utf-8"))
    }
    there = {f"anh/{each.name}" for each in (GUIDES / "anh").iterdir()}
    assert named == there
    for name in named:
        assert (GUIDES / name).stat().st_size <= HEAVIEST
        with Image.open(GUIDES / name) as picture:
            assert picture.width <= 1000
