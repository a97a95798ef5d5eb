"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cchc.site.build import build
from tests.portals import DAY, make_portal, make_shipped

# CI tries the same examples each time: a new one is found at a desk, where somebody can look at it.
settings.register_profile("ci", derandomize=True, deadline=None,
                          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "desk")


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


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the ward's whole site, with one procedure ended and one about to change."""
    root = make_shipped(tmp_path_factory.mktemp("shipped") / "trang")
    built = build(root, dt.date.fromisoformat(DAY))
    assert built.warnings == ()
    return root / "site"
