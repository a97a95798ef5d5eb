"""The browser parts' own tests (tests/web/*.test.mjs), run by Node."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "tests/web").glob("*.test.mjs"))
NO_NODE = "không có Node: cài Node từ bản 20 trở lên, hoặc chạy `make setup` để máy đặt vào .venv"
NO_PARTS = "không có node_modules/: chạy `make setup` (hay `npm ci`)"
SKIPPED = re.compile(r"# (?:SKIP )?(không có dữ liệu thật \(\.\./shared\))")


@pytest.fixture(scope="module")
def node() -> str:
    own = Path(sys.executable).with_name("node")
    found = str(own) if own.exists() else shutil.which("node")
    if found is None:
        pytest.fail(NO_NODE)
    if not (ROOT / "node_modules/minisearch").is_dir():
        pytest.fail(NO_PARTS)
    return found


def failures(report: str) -> str:
    return report.partition("failing tests:")[2] or report


def test_there_are_browser_tests() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_browser_parts(node: str, path: Path) -> None:
    done = subprocess.run(
        [node, "--test", "--test-reporter=spec", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, failures(done.stdout) + done.stderr
    if found := SKIPPED.search(done.stdout):
        pytest.skip(found[1])
