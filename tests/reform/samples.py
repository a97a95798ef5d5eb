"""The sample ward year: figures for trying out, put into a portal of one's own."""

from __future__ import annotations

import shutil
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "fixtures" / "cai-cach"


def add_sample(portal: Path) -> Path:
    """Put the sample year's files in place of the portal's own."""
    shutil.copytree(SAMPLE, portal / "docs" / "cai-cach", dirs_exist_ok=True)
    return portal
