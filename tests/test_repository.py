"""What must never be committed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "địa chỉ kho gói": re.compile(
        r"registry\.npm" r"js|pypi\.o" r"rg|pythonhos" r"ted|deb\.debian\.o" r"rg"
    ),
    "đường dẫn của một máy": re.compile(r"(?<![A-Za-z0-9_.])/(?:ro" r"ot|ho" r"me|wo" r"rk)/"),
    "số định danh hay điện thoại của người dân": re.compile(
        r"(?<![\d./-])0\d{11}(?!\d)|(?<![\d./-])0[35789]\d{8}(?!\d)"
    ),
}
# Hashes of packages hold any run of digits.
HASHES = re.compile(r"sha(?:256|512)[:-][0-9A-Za-z+/=]+")
TEXT = {".py", ".md", ".yml", ".yaml", ".toml", ".json", ".txt", ".mjs", ".js", ".css", ".html", ""}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.suffix in TEXT and path.is_file()]


def words(path: Path) -> str:
    return HASHES.sub("", path.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_committed_holds(what: str) -> None:
    paths = tracked()
    assert paths
    hits = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in paths
        if (found := FORBIDDEN[what].search(words(path)))
    ]
    assert hits == []
