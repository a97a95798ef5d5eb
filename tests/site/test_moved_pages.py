"""Pages that moved: their old addresses lead to the new ones, on every kind of host."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from cchc.base.moves import PLACE, Move
from cchc.cli.main import main
from cchc.site.build import build
from cchc.site.serving.moved_pages import file_of, moved, page
from tests.portals import DAY

TODAY = dt.date.fromisoformat(DAY)
HERE = "https://cchc.example/"
PAGES = frozenset({"", "thu-tuc/", "thu-tuc/ho-tich/", "thu-tuc/ho-tich/1.001193/", "tin/"})


def move(old: str, new: str, *, below: bool = False) -> Move:
    return Move(old=old, new=new, below=below)


def test_a_page_that_moved_leads_to_its_new_address() -> None:
    found, problems = moved([move("thu-tuc/tu-phap/1.001193/", "thu-tuc/ho-tich/1.001193/")], PAGES)
    assert problems == ()
    assert found == {"thu-tuc/tu-phap/1.001193/": "thu-tuc/ho-tich/1.001193/"}


def test_a_folder_that_moved_takes_along_what_is_below_it() -> None:
    found, problems = moved([move("thu-tuc/khai/", "thu-tuc/ho-tich/", below=True)], PAGES)
    assert problems == ()
    assert found == {
        "thu-tuc/khai/": "thu-tuc/ho-tich/",
        "thu-tuc/khai/1.001193/": "thu-tuc/ho-tich/1.001193/",
    }


def test_an_address_that_leads_nowhere_or_is_still_a_page_is_told() -> None:
    found, problems = moved([move("a/", "khong-co/"), move("tin/", "thu-tuc/")], PAGES)
    assert found == {}
    assert ["không có trang đó" in problems[0].message, "vẫn còn trang" in problems[1].message] == [
        True,
        True,
    ]


def test_the_page_at_an_old_address_sends_on_and_has_a_link() -> None:
    for old in ("thu-tuc/tu-phap/1.001193/", "cu.html", "tin-tuc/cu/a.html"):
        html = page(old, "thu-tuc/ho-tich/1.001193/", "")
        link = re.search(r'<a href="([^"]+)"', html)
        sent = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
        assert link
        assert sent
        assert link[1] == sent[1]
        assert urljoin(HERE + old, link[1]) == f"{HERE}thu-tuc/ho-tich/1.001193/"


def test_search_engines_are_told_the_whole_new_address() -> None:
    html = page("a/", "tin/", "https://hue.example/cchc/")
    assert '<link rel="canonical" href="https://hue.example/cchc/tin/">' in html


def test_the_build_writes_them_and_the_rules_for_servers(portal: Path) -> None:
    text = (
        "chuyen_huong:\n"
        "- {cu: thu-tuc/khai-sinh/, moi: thu-tuc/ho-tich/, ca_ben_duoi: true}\n"
        "- {cu: gioi-thieu-cu.html, moi: gioi-thieu/}\n"
    )
    (portal / PLACE).write_text(text, encoding="utf-8")
    assert build(portal, TODAY).warnings == ()
    site = portal / "site"
    for old in ("thu-tuc/khai-sinh/", "thu-tuc/khai-sinh/1.001193/", "gioi-thieu-cu.html"):
        html = (site / file_of(old)).read_text(encoding="utf-8")
        link = re.search(r'<a href="([^"]+)"', html)
        assert link
        new = urljoin(HERE + old, link[1]).removeprefix(HERE)
        assert (site / file_of(new)).is_file()
        assert "http-equiv" not in (site / file_of(new)).read_text(encoding="utf-8")
        for name in ("_redirects", "may-chu/nginx.conf", "may-chu/Caddyfile"):
            assert f"/{old} " in (site / name).read_text(encoding="utf-8"), name
    assert "khai-sinh" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert not (site / "chuyen-huong.yml").exists()


def test_a_move_to_a_page_that_is_not_there_fails_the_build_and_nothing_else(
    portal: Path,
) -> None:
    (portal / PLACE).write_text("chuyen_huong:\n- {cu: a/, moi: khong-co/}\n", encoding="utf-8")
    (told,) = build(portal, TODAY).warnings
    assert told.startswith("docs/chuyen-huong.yml:1: lỗi: “a/” dẫn tới “khong-co/”")
    assert (portal / "site/index.html").is_file()
    assert not (portal / "site/a").exists()
    assert not (portal / "site/_redirects").exists()


def test_the_check_tells_a_circle(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "chuyen_huong:\n- {cu: a/, moi: b/}\n- {cu: b/, moi: a/}\n"
    (portal / PLACE).write_text(text, encoding="utf-8")
    monkeypatch.chdir(portal)
    assert main(["check"]) != 0
    assert "docs/chuyen-huong.yml:2: lỗi: “a/” dẫn vòng về chính nó" in capsys.readouterr().out
