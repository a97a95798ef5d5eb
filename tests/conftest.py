"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.site.build import build
from tests.portals import DAY, make_portal


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Give a portal of one's own."""
    return make_portal(tmp_path / "trang")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the whole site, built once from the same portal: only to be read."""
    root = make_portal(tmp_path_factory.mktemp("site") / "trang")
    built = build(root, dt.date.fromisoformat(DAY))
    assert built.warnings == ()
    return root / "site"
