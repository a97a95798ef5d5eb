from __future__ import annotations

import re
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.site.history.changes_page import changes_page
from cchc.site.pages import all_pages
from cchc.site.portal import Portal
from cchc.site.rendering import Heading, PageText, escape, lines
from tests.site.samples import portal_of, procedure, version

EXTENSIONS = ["attr_list", "toc", "tables", "footnotes", "abbr", "admonition"]
NASTY = [
    "*đậm* _nghiêng_",
    "a < b & c",
    "[x](y) {#z}",
    "`mã`",
    "1. Một",
    "# Không",
    "A\\*B",
    "x | y",
]


def as_markdown_makes_it(page: PageText) -> str:
    body = page.text.split("---\n", 2)[2]
    return markdown.markdown(body, extensions=EXTENSIONS)


def plain(html: str) -> str:
    """Leave out what says the same in another form: order of attributes, entities, line ends."""
    html = re.sub(r"<h1[^>]*>", "<h1>", html)
    html = re.sub(r'<h(\d) id="([^"]*)">', r"<h\1 \2>", html)
    return re.sub(r"\s*\n\s*", "\n", html.replace("&gt;", ">")).strip()


@pytest.mark.parametrize("name", [*NASTY, "Đăng ký khai sinh", "Tên rất dài " * 12])
def test_a_page_is_the_same_through_markdown_and_directly(name: str) -> None:
    data: dict[str, Any] = {
        "trinh_tu": [name],
        "luu_y": [name],
        "dich_vu": [{"dia_chi": "https://a.vn/?b=1&c=2"}],
    }
    portal = portal_of(procedure(name=name, **data), version(procedure(), "2027-03-01"))
    for page in (*all_pages(portal), changes_page(portal)):
        assert plain(page.html) == plain(as_markdown_makes_it(page)), page.address


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40))
def test_an_escaped_heading_shows_its_own_words(words: str) -> None:
    made = markdown.markdown(f"# {escape(words)} {{#a}}", extensions=EXTENSIONS)
    shown = re.sub(r"</?h1[^>]*>", "", made)
    assert "<" not in shown
    assert _unescaped(shown) == " ".join(words.split())


def _unescaped(html: str) -> str:
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_no_html_block_has_an_empty_line(whole: Portal) -> None:
    for page in all_pages(whole):
        for part in page.parts:
            if isinstance(part, str):
                assert "\n\n" not in part
                assert part.startswith("<"), page.address


def test_a_heading_keeps_plain_words_for_the_table_of_contents() -> None:
    heading = Heading(2, "Tốn bao nhiêu", "phi", "Phí, lệ phí")
    assert heading.html == '<h2 id="phi">Tốn bao nhiêu <small class="term">Phí, lệ phí</small></h2>'
    assert heading.markdown.endswith('{#phi data-toc-label="Tốn bao nhiêu"}')


def test_lines_of_a_text() -> None:
    assert lines("Hồ sơ:\n- tờ khai;\n\n+ ảnh") == [
        (False, "Hồ sơ:"),
        (True, "tờ khai;"),
        (True, "ảnh"),
    ]


@pytest.fixture
def whole() -> Portal:
    return portal_of(procedure(), procedure("2.000815", "Chứng thực", linh_vuc="Chứng thực"))
