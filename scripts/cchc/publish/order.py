"""In which order a site's files reach a store that cannot switch at once."""

from __future__ import annotations

from collections.abc import Iterable

PAGE = ".html"
# What tells readers and robots of pages: after the pages.
TELLING = (".xml", ".xml.gz", ".ics", ".csv", ".json", ".txt")
ASSETS = "assets/"
# The service worker (with its packed forms): browsers begin to fetch what it names.
WORKER = "sw.js"
NEEDED, PAGES, TOLD_LAST = range(3)


def stages(added: Iterable[str], changed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Sort paths into stages, each to be whole before the next begins.

    1. what pages are made of, new then changed; 2. new pages (nothing leads to them yet);
    3. changed pages, which lead to them; 4. feeds, lists and rows of the search, which tell of all
    pages. What no page needs any more is deleted after the last.
    """
    new, old = sorted(added), sorted(changed)
    found = (
        [name for name in new if rank(name) == NEEDED],
        [name for name in old if rank(name) == NEEDED],
        [name for name in new if rank(name) == PAGES],
        [name for name in old if rank(name) == PAGES],
        [name for name in (*new, *old) if rank(name) == TOLD_LAST],
    )
    return tuple(tuple(names) for names in found if names)


def rank(name: str) -> int:
    """Say when a file goes: what pages need, pages, what tells of pages."""
    if name.endswith(PAGE):
        return PAGES
    if name.startswith(WORKER):
        return TOLD_LAST
    if name.startswith(ASSETS) or not name.endswith(TELLING):
        return NEEDED
    return TOLD_LAST
