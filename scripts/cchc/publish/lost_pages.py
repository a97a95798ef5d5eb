"""Pages that visitors have now and the new site has no more: whose old address should lead on.

A link to a page lives in other sites, in printed sheets and their QR codes. A person moves a file
to another folder and the address is dead; this finds it before it is published.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cchc.base.moves import PLACE
from cchc.base.problems import Problem, warning

INDEX = "index.html"
# Further sheets of a list come and go with its length.
SHEETS = re.compile(r"(?:^|/)trang/\d+/$")
MOVED = "trang {0} sắp mất địa chỉ; thêm vào mục chuyen_huong: - {{cu: {0}, moi: {1}}}"
GONE = (
    "trang {0} sắp mất địa chỉ; nếu đã đổi chỗ, thêm vào mục chuyen_huong: "
    "- {{cu: {0}, moi: <địa chỉ mới>}}; nếu cố ý bỏ thì thôi"
)


def lost_pages(before: Iterable[str], after: Iterable[str]) -> tuple[Problem, ...]:
    """Compare two sites by the paths of their files; name each lost page and where it may be now.

    A procedure's code, or a post's name, found once elsewhere is taken for the page that moved: a
    person decides.
    """
    old, new = set(_pages(before)), set(_pages(after))
    by_name = _by_name(new - old)
    lost = (each for each in sorted(old - new) if not SHEETS.search(each))
    return tuple(warning(PLACE, 1, _told(each, by_name)) for each in lost)


def _pages(files: Iterable[str]) -> Iterator[str]:
    return (each.removesuffix(INDEX) for each in files if each.rpartition("/")[2] == INDEX)


def _by_name(pages: Iterable[str]) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for page in pages:
        found[_name(page)].append(page)
    return found


def _name(page: str) -> str:
    return page.rstrip("/").rpartition("/")[2]


def _told(page: str, by_name: Mapping[str, list[str]]) -> str:
    elsewhere = by_name.get(_name(page), [])
    return MOVED.format(page, elsewhere[0]) if len(elsewhere) == 1 else GONE.format(page)
