"""From the last letter typed to the first result, on a telephone slowed down four times.

`python -m tests.bench.searching` builds the ward's own site and prints milliseconds by the page's
own clock (goal: 500 or fewer).
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from cchc.site.build import build
from tests.browser.conftest import FLAGS, ROOT, chromium_path, served

SLOWER = 4
TRIES = 5
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


def first_result(page: Page, address: str) -> float:
    """Type a query with an error in it; give the milliseconds until the first option stands."""
    page.goto(address)
    box = page.get_by_role("main").locator("input[name=q]")
    with page.expect_response("**/search/rows.json"):
        box.focus()
    page.evaluate(WATCH)
    box.press_sequentially("khai sin", delay=120)
    return float(page.evaluate("window.took"))


def measure(root: Path) -> list[float]:
    """Build the ward's site in a folder and try the search several times."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("docs", "procedures"):
        shutil.copytree(ROOT / folder, root / folder)
    build(root, dt.date(2026, 11, 24))
    with served(root / "site") as address, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        return [first_result(page, address) for _ in range(TRIES)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        took = sorted(measure(Path(folder)))
    said = " ".join(str(round(each)) for each in took)
    sys.stdout.write(f"Ô tìm kiếm, máy chậm 4 lần, mili giây đến kết quả đầu: {said}\n")
