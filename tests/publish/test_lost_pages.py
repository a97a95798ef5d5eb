"""A page that would lose its address is told before it does, with the line to write."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from cchc.base.moves import PLACE
from cchc.base.problems import errors
from cchc.publish.lost_pages import lost_pages
from cchc.site.build import build
from tests.portals import DAY

TODAY = dt.date.fromisoformat(DAY)
OLD = "thu-tuc/ho-tich/1.001193/index.html"
NEW = "thu-tuc/tu-phap/1.001193/index.html"


def test_nothing_is_told_where_every_page_is_still_there() -> None:
    assert lost_pages([OLD, "index.html"], [OLD, "index.html", NEW]) == ()


def test_a_page_found_elsewhere_is_told_with_the_line_to_write() -> None:
    (told,) = lost_pages([OLD], [NEW])
    assert "- {cu: thu-tuc/ho-tich/1.001193/, moi: thu-tuc/tu-phap/1.001193/}" in told.message
    assert errors([told]) == ()


def test_a_page_found_twice_or_nowhere_is_left_to_a_person() -> None:
    for after in ([], [NEW, "thu-tuc/b/1.001193/index.html"]):
        (told,) = lost_pages([OLD], after)
        assert "moi: <địa chỉ mới>" in told.message


def test_files_and_further_sheets_of_a_list_are_no_lost_pages() -> None:
    assert lost_pages(["a.css", "tin-tuc/trang/2/index.html", "404.html"], []) == ()


def files(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]


def test_the_line_it_says_brings_the_old_address_back(portal: Path) -> None:
    build(portal, TODAY)
    before = files(portal / "site")
    (portal / "docs/gioi-thieu").rename(portal / "docs/cai-cach/gioi-thieu")
    settings = portal / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    moved = text.replace("gioi-thieu/index.md", "cai-cach/gioi-thieu/index.md")
    settings.write_text(moved, encoding="utf-8")
    build(portal, TODAY)
    (told,) = lost_pages(before, files(portal / "site"))
    line = re.search(r"- \{.*\}", told.message)
    assert line
    (portal / PLACE).write_text(f"chuyen_huong:\n{line[0]}\n", encoding="utf-8")
    assert not [each for each in build(portal, TODAY).warnings if PLACE in each]
    assert lost_pages(before, files(portal / "site")) == ()
