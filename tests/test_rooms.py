"""The rooms of scripts/cchc: an upper one may import a lower one, never the reverse."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "cchc"
MAY_IMPORT: dict[str, set[str]] = {
    "base": set(),
    "procedures": {"base"},
    "province": {"procedures", "base"},
    "changes": {"province", "procedures", "base"},
    "reform": {"procedures", "base"},
    "news": {"procedures", "base"},
    "publish": {"site", "changes", "reform", "province", "procedures", "base"},
    "site": {"reform", "procedures", "base"},
    "office": {"site", "publish", "news", "reform", "changes", "province", "procedures", "base"},
    "cli": {
        "office",
        "site",
        "publish",
        "news",
        "reform",
        "changes",
        "province",
        "procedures",
        "base",
    },
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def rooms(path: Path) -> set[str]:
    names = (name.split(".") for name in imported(path))
    return {parts[1] for parts in names if parts[0] == "cchc" and len(parts) > 1}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_lower_rooms(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    assert rooms(path) <= MAY_IMPORT[room] | {room}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_only_the_site_knows_mkdocs(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] != "site":
        assert not any(name.split(".")[0] in {"mkdocs", "material"} for name in imported(path))


def test_there_is_something_to_look_at() -> None:
    assert {path.relative_to(PACKAGE).parts[0] for path in MODULES} >= {"base", "procedures", "cli"}
