"""What a page may do, and how the web servers are told so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.site.build import build
from cchc.site.engine.trimming import trimmed
from cchc.site.engine.versions import versioned, versions
from cchc.site.serving.policy import POLICY, inline
from cchc.site.serving.server_files import server_files

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    "html",
    [
        "<script>a()</script>",
        '<script type="module">a()</script>',
        "<style>p{}</style>",
        '<p style="color: red">a</p>',
        '<a href="#" onclick="a()">a</a>',
    ],
)
def test_what_is_written_into_a_page_is_found(html: str) -> None:
    assert len(list(inline(f"<main>{html}</main>"))) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script id="a" type="application/json">{}</script>',
        '<p class="style" data-on="1">style="a" onclick="b"</p>',
        '<!-- <p style="a"> --><p>a</p>',
    ],
)
def test_data_files_and_words_are_no_matter(html: str) -> None:
    assert list(inline(html)) == []


def test_no_built_page_has_anything_inline(shipped: Path) -> None:
    pages = sorted(shipped.rglob("*.html"))
    assert len(pages) > 300
    found = {path.name: list(inline(path.read_text(encoding="utf-8"))) for path in pages}
    assert {name: each for name, each in found.items() if each} == {}


def test_an_inline_script_in_a_page_is_told_of(portal: Path) -> None:
    page = portal / "docs/lien-he/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n<script>a()</script>\n", encoding="utf-8")
    assert any(
        "lien-he/index.md" in each and "chặn" in each for each in build(portal, TODAY).warnings
    )


def test_the_policy_allows_nothing_inline_and_no_other_host() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_the_built_site_carries_the_headers_for_three_kinds_of_server(shipped: Path) -> None:
    for address in ("_headers", "may-chu/nginx.conf", "may-chu/Caddyfile"):
        text = (shipped / address).read_text(encoding="utf-8")
        assert POLICY in text
        assert "nosniff" in text
        assert "immutable" in text
        assert text.count("{") == text.count("}")


def test_a_site_in_a_folder_of_a_host_has_its_own_paths() -> None:
    files = server_files("https://hue.example/cchc/", {})
    assert "/cchc/*\n  Content-Security-Policy: " in files["_headers"]
    assert "/cchc/sw.js\n  Cache-Control: no-cache\n" in files["_headers"]
    assert "/cchc/assets/cchc/*\n  Cache-Control: " in files["_headers"]
    assert "server_name hue.example;" in files["may-chu/nginx.conf"]
    assert "error_page 403 404 =404 /cchc/404.html;" in files["may-chu/nginx.conf"]
    assert "hue.example {" in files["may-chu/Caddyfile"]


def test_a_link_carries_the_mark_of_its_files_bytes() -> None:
    name, html = "assets/cchc/frame.css", '<link rel="stylesheet" href="../assets/cchc/frame.css">'
    first = versioned(html, versions({name: b"p {}"}))
    assert first.startswith('<link rel="stylesheet" href="../assets/cchc/frame.css?v=')
    assert versioned(html, versions({name: b"p { margin: 0 }"})) != first
    other = '<a href="../thu-tuc/">a</a>'
    assert versioned(other, versions({name: b""})) == other


def test_a_style_sheet_loses_what_can_match_nothing_and_keeps_the_rest() -> None:
    css = (
        '@charset "UTF-8";.md-nav,.md-search{a:b}.md-source{a:b}[dir=rtl] .md-nav{a:b}'
        '@media print{.md-tabs{a:b}}@media screen{.md-nav:not(.md-tabs){a:url("}.md-x{")}}'
        "@keyframes x{0%{a:b}to{a:c}}.md-nav__link{a:b}.md-nav__linked{a:b}/*# map */"
    )
    assert trimmed(css) == (
        '@charset "UTF-8";.md-nav{a:b}'
        '@media screen{.md-nav:not(.md-tabs){a:url("}.md-x{")}}'
        "@keyframes x{0%{a:b}to{a:c}}.md-nav__link{a:b}"
    )


def test_none_of_the_themes_scripts_go_into_the_site(shipped: Path) -> None:
    assert [each for each in shipped.rglob("*") if "javascripts" in each.parts] == []
    assert list(shipped.rglob("*.map")) == []
