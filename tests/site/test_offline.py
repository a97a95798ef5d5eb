"""What the service worker is told to keep: from the built files, the same bytes for the same ones."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from cchc.base.problems import Refused
from cchc.site.build import build
from cchc.site.engine.web_parts import RETIRE, web_parts
from cchc.site.offline.kept_files import kept_files
from cchc.site.offline.worker import worker_text
from cchc.site.serving.server_files import sent
from tests.portals import DAY, ROOT, make_portal

TODAY = dt.date.fromisoformat(DAY)
LIGHT = 20_000
PAGE = b'<link href="assets/cchc/a.css?v=0123456789"><script src="../assets/cchc/b.js?v=abcdef0123"></script>'


def told(site: Path) -> dict[str, Any]:
    """Give what the worker of a site is told."""
    found = re.match(r"self\.CCHC=(.*);\n", (site / "sw.js").read_text(encoding="utf-8"))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_it_keeps_home_contact_search_and_the_page_for_all_others(site: Path) -> None:
    assert list(told(site)["pages"]) == ["", "lien-he/", "mat-mang.html", "tim-kiem/"]
    assert told(site)["rows"] == "search/rows.json"


def test_everything_it_names_is_there_and_fonts_scripts_and_styles_are_named(site: Path) -> None:
    files = [each.partition("?")[0] for each in told(site)["assets"]]
    assert [each for each in files if not (site / each).is_file()] == []
    for needed in ("frame.css", "search.js", "kept.js", "kept.css", "mark.svg", "400-normal.woff2"):
        assert any(each.endswith(needed) for each in files), needed


def test_a_first_visit_costs_little_besides_what_its_page_has_loaded(site: Path) -> None:
    pages = [
        f"{each}index.html" if each in {"", "lien-he/", "tim-kiem/"} else each
        for each in told(site)["pages"]
    ]
    weights = {
        each: len(gzip.compress((site / each).read_bytes(), 9)) for each in (*pages, "sw.js")
    }
    assert sum(weights.values()) < LIGHT, weights


def test_the_same_portal_gives_the_same_worker_a_changed_page_another(tmp_path: Path) -> None:
    root = make_portal(tmp_path / "trang")
    build(root, TODAY)
    first = (root / "site/sw.js").read_bytes()
    build(root, TODAY)
    assert (root / "site/sw.js").read_bytes() == first
    before = told(root / "site")
    edit(root / "docs/lien-he/index.md", "Nơi nhận hồ sơ", "Chỗ nhận hồ sơ")
    build(root, TODAY)
    after = told(root / "site")
    changed = {page for page in before["pages"] if before["pages"][page] != after["pages"][page]}
    assert changed == {"lien-he/"}
    assert after["version"] != before["version"]


def test_the_worker_is_asked_for_anew_each_time() -> None:
    assert sent("sw.js")["Cache-Control"] == "no-cache"


def test_what_belongs_to_a_page_is_listed_where_the_page_is() -> None:
    files = {
        "index.html": PAGE,
        "bang/index.html": PAGE,
        "bang/a.json": b"1",
        "search/rows.json": b"",
    }
    kept = kept_files(
        files.get, {"bang/": ("bang/a.json", "bang/khong-co.json"), "khac/": ("b.json",)}
    )
    assert list(kept.together) == ["bang/"]
    assert list(kept.together["bang/"]) == ["bang/a.json"]
    assert kept.assets == ("assets/cchc/a.css?v=0123456789", "assets/cchc/b.js?v=abcdef0123")
    other = kept_files({**files, "bang/a.json": b"2"}.get, {"bang/": ("bang/a.json",)})
    assert worker_text("", other) != worker_text("", kept)


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    return make_portal(tmp_path / "trang")


def test_switched_off_a_worker_that_clears_up_stands_there(portal: Path) -> None:
    edit(portal / "mkdocs.yml", "ngoai_tuyen: true", "ngoai_tuyen: false")
    assert build(portal, TODAY).warnings == ()
    site = portal / "site"
    assert (site / "sw.js").read_bytes() == web_parts(ROOT)[RETIRE].read_bytes()
    assert not (site / "mat-mang.html").exists()
    assert [
        each
        for each in site.rglob("*.html")
        if "data-cchc-worker" in each.read_text(encoding="utf-8")
    ] == []


def test_a_preview_keeps_nothing_and_clears_what_a_site_at_its_address_kept(portal: Path) -> None:
    config = load_config(config_file=str(portal / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    assert (portal / "site/sw.js").read_bytes() == web_parts(ROOT)[RETIRE].read_bytes()
    assert "data-cchc-worker" not in (portal / "site/index.html").read_text(encoding="utf-8")


def test_without_its_contact_page_a_site_keeps_the_others(portal: Path) -> None:
    shutil.rmtree(portal / "docs/lien-he")
    build(portal, TODAY)
    assert list(told(portal / "site")["pages"]) == ["", "mat-mang.html", "tim-kiem/"]


def test_the_worker_is_not_among_the_files_of_pages(site: Path) -> None:
    assert not (site / "worker").exists()


def test_the_offline_page_is_in_no_list(site: Path) -> None:
    for list_ in ("sitemap.xml", "search/rows.json"):
        assert "mat-mang" not in (site / list_).read_text(encoding="utf-8")


def test_the_telephone_stands_on_the_offline_page_when_it_is_known(portal: Path) -> None:
    edit(
        portal / "mkdocs.yml",
        '    dien_thoai: ""\n    duong_day_nong',
        '    dien_thoai: "0234 000 000"\n    duong_day_nong',
    )
    build(portal, TODAY)
    html = (portal / "site/mat-mang.html").read_text(encoding="utf-8")
    assert 'href="tel:0234000000"' in html
    assert "Gọi 0234 000 000" in html


def test_the_switch_is_yes_or_no(portal: Path) -> None:
    edit(portal / "mkdocs.yml", "ngoai_tuyen: true", "ngoai_tuyen: co")
    with pytest.raises(Refused, match=r"mkdocs\.yml:\d+: lỗi: .*ngoai_tuyen.*true .*false"):
        build(portal, TODAY)
