"""The old addresses of pages that moved: what stands there on a host that knows no redirects."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from cchc.base.files import write_atomically
from cchc.base.moves import PLACE, Move
from cchc.base.problems import Problem
from cchc.site import addresses

PAGE = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang đã chuyển sang địa chỉ mới</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={link}">
</head>
<body>
<h1>Trang đã chuyển sang địa chỉ mới</h1>
<p>Mời đến <a href="{link}">địa chỉ mới của trang</a>.</p>
</body>
</html>
"""
STILL_THERE = "“{0}” vẫn còn trang; xóa dòng này, hoặc xóa trang đó"
NOT_THERE = "“{0}” dẫn tới “{1}” nhưng không có trang đó; sửa địa chỉ mới"


def moved(
    moves: Collection[Move], pages: Collection[str]
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Give the new address by the old one, and what is wrong; `pages` are the addresses built.

    Every new address is a page and no old one is: nobody is sent round in a circle.
    """
    good: dict[str, str] = {}
    problems = []
    for move in moves:
        if move.old in pages:
            problems.append(Problem(PLACE, 1, STILL_THERE.format(move.old)))
        elif move.new not in pages:
            problems.append(Problem(PLACE, 1, NOT_THERE.format(move.old, move.new)))
        else:
            good[move.old] = move.new
    below = {old: new for move in moves if move.below for old, new in _below(move, pages)}
    return {**below, **good}, tuple(problems)


def write(
    site: Path, moves: Collection[Move], site_url: str
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Write a page at each old address of a built site; give what `moved` gives."""
    pages = (each.relative_to(site).as_posix() for each in site.rglob("*.html"))
    good, problems = moved(moves, frozenset(each.removesuffix("index.html") for each in pages))
    for old, new in good.items():
        write_atomically(site / file_of(old), page(old, new, site_url).encode())
    return good, problems


def _below(move: Move, pages: Collection[str]) -> Iterator[tuple[str, str]]:
    for page in sorted(pages):
        old = move.old + page.removeprefix(move.new)
        if page.startswith(move.new) and page != move.new and old not in pages:
            yield old, page


def page(old: str, new: str, site_url: str) -> str:
    """Write the page at an old address: it sends on at once, and has a link where that fails."""
    link = addresses.relative(new, old if old.endswith("/") else old.rpartition("/")[0])
    canonical = urljoin(site_url, new) if site_url else link
    return PAGE.format(canonical=escape(canonical), link=escape(link))


def file_of(address: str) -> str:
    """Name the file that stands at an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address
