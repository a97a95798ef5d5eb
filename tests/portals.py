"""A small real portal: the repository's mkdocs.yml and pages, four procedures, one post."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "fixtures" / "portal"
CODES = ("1.001193", "2.000815", "1.004222")
CHOSEN = re.compile(r"<!-- cchc: thu-tuc .*-->")
DAY = "2026-11-24"


def make_portal(target: Path) -> Path:
    """Copy it: the repository's own posts and procedures are left out, the sample's put in."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    shutil.copytree(ROOT / "docs", target / "docs", ignore=shutil.ignore_patterns("posts"))
    shutil.copytree(SAMPLE, target, dirs_exist_ok=True)
    home = target / "docs" / "index.md"
    chosen = f"<!-- cchc: thu-tuc {' '.join(CODES)} -->"
    home.write_text(CHOSEN.sub(chosen, home.read_text(encoding="utf-8")), encoding="utf-8")
    return target
