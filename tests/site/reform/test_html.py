"""The sample year's pages before the Nu HTML checker, and every link of theirs followed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.site.build import build
from tests.portals import DAY
from tests.reform.samples import add_sample
from tests.site.test_html import faults


def test_the_sample_year_builds_without_a_warning_and_is_valid(portal: Path) -> None:
    add_sample(portal)
    assert build(portal, dt.date.fromisoformat(DAY)).warnings == ()
    made = portal / "site" / "cai-cach"
    assert {path.parent.name for path in made.rglob("index.html")} >= {
        "ke-hoach", "2022", "2026", "khao-sat", "2026-Q1", "2026-Q2", "2026-Q3",
    }  # fmt: skip
    assert (made / "ke-hoach/2026/han.ics").is_file()
    assert not list(made.rglob("*.yml"))
    assert faults(made) == []
