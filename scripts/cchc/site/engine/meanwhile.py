"""What was saved while a preview was still in its first build: MkDocs watches only after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

PLACES = ("docs", "procedures")


def marks(root: Path) -> frozenset[tuple[str, int, int]]:
    """Give the name, size and time of change of every file that pages are made of."""
    return frozenset(_marks(root))


def _marks(root: Path) -> Iterator[tuple[str, int, int]]:
    for place in PLACES:
        for path in (root / place).rglob("*"):
            if path.is_file():
                stat = path.stat()
                yield str(path), stat.st_size, stat.st_mtime_ns


def build_again(server: LiveReloadServer) -> None:
    """Have the server build once more as soon as it serves."""
    server._want_rebuild = True  # noqa: SLF001 - 1.6.1 is pinned, and has no other door to it
