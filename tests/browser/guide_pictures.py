"""The pictures of docs/huong-dan/, taken on the real desk: `python -m tests.browser.guide_pictures`.

Where a name is given, only pictures into that folder: nothing of docs/ is touched.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.browser import officer_steps as steps
from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.desk_at_work import at_work
from tests.portals import ROOT

PLACE = ROOT / "docs/huong-dan/anh"
WIDE = 1000
HIGH = 720
ABOVE = 90
HEAVIEST = 60_000
# The folder of this one walk says nothing to a reader, and is another every time.
PLAIN = """folder => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    walk.currentNode.data = walk.currentNode.data.replaceAll(folder, "D:");
  }
}"""
QUALITIES = (70, 55, 40, 25)


def take(place: Path, browser: Browser) -> None:
    """Walk the steps of the guides; leave a picture of each."""
    place.mkdir(parents=True, exist_ok=True)

    def look(name: str, page: Page, part: Locator | None) -> None:
        page.evaluate(PLAIN, str(work.root.parent))
        (place / f"{name}.webp").write_bytes(_light(_shot(page, part)))

    with tempfile.TemporaryDirectory() as folder, at_work(Path(folder)) as work:
        page = work.opened(browser, locale="vi-VN")
        steps.write_post(page, work, steps.photograph(Path(folder)), look)
        steps.see_preview(page, look)
        steps.publish(page, look)
        steps.home(page, work)
        steps.correct_fee(page, work, look)
        steps.mend_mistake(page, work, look)


def _shot(page: Page, part: Locator | None) -> Image.Image:
    """Photograph a window's worth of the page, from a little above the part on."""
    page.wait_for_timeout(steps.SETTLED)  # dialogs and pages come in slowly
    whole = Image.open(io.BytesIO(page.screenshot()))
    box = part.bounding_box() if part else None
    top = max(0, round(box["y"]) - ABOVE) if box else 0
    return whole.crop((0, top, whole.width, min(top + HIGH, whole.height)))


def _light(picture: Image.Image) -> bytes:
    """Give it as WebP, as sharp as its weight allows."""
    picture = picture.convert("RGB")
    picture.thumbnail((WIDE, WIDE))
    for quality in QUALITIES:
        kept = io.BytesIO()
        picture.save(kept, "WEBP", quality=quality, method=6)
        if kept.tell() <= HEAVIEST:
            break
    return kept.getvalue()


if __name__ == "__main__":
    with sync_playwright() as started:
        flags = [*FLAGS, "--lang=vi-VN"]
        opened = started.chromium.launch(executable_path=chromium_path(), args=flags)
        take(Path(sys.argv[1]) if sys.argv[1:] else PLACE, opened)
        opened.close()
