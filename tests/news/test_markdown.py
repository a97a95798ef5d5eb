"""What the writer writes, read again by the site's own Markdown."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.base.text import one_line
from cchc.cli.main import main
from cchc.news.markdown.blocks import body_text
from cchc.news.model import (
    Block,
    Bullets,
    Cell,
    Heading,
    Link,
    Note,
    Numbered,
    Paragraph,
    Quote,
    Styled,
    Table,
    Text,
)  # fmt: skip
from cchc.site.build import build
from tests.news.word_files import PAPERS, save
from tests.portals import DAY, make_portal

TAG = re.compile(r"<[^>]*>")
# Those of mkdocs.yml, and the one MkDocs adds.
EXTENSIONS = ["abbr", "admonition", "attr_list", "footnotes", "tables", "toc", "fenced_code"]


def html(*blocks: Block) -> str:
    text = body_text(blocks, {}, len(blocks))
    return markdown.markdown(text.replace("<!-- more -->", ""), extensions=EXTENSIONS)


def said(page: str) -> str:
    return one_line(unescape(TAG.sub("", page)))


def p(text: str) -> Paragraph:
    return Paragraph((Text(text),))


WORDS = st.text(
    st.sampled_from(list("aB1ạĐ .,:;!?-+*_#>|~`'\"<>&\\/[](){}=^$%@")), min_size=1, max_size=40
).map(one_line).filter(lambda text: any(map(str.isalnum, text)))  # fmt: skip


@given(WORDS)
def test_any_words_are_shown_as_they_are_in_a_paragraph(text: str) -> None:
    page = html(p(text))
    assert page.startswith("<p>")
    assert said(page) == text


@given(WORDS)
def test_and_in_a_list_a_heading_a_quotation_a_table(text: str) -> None:
    assert said(html(Bullets(((p(text),), (p("khác"),))))) == f"{text} khác"
    heading = html(Heading(2, (Text(text),)))
    assert heading.startswith("<h2")
    assert said(heading) == text
    assert said(html(Quote((p(text),)))) == text
    for down in (1, 2):
        head = (Cell((p("STT"),)), Cell((p("Tên"),)))
        rows = (head, (Cell((p(text),), down), Cell((p("x"),))), (Cell((p("y"),)), Cell(())))
        page = html(Table(1, rows[: 2 if down == 1 else 3], ()))
        assert page.count("<td") == (2 if down == 1 else 4)
        assert text in said(page)


@given(WORDS, WORDS)
def test_and_in_styles_and_links(one: str, two: str) -> None:
    link = Link("https://hue.gov.vn/a_b*c?d=1&e=%282%29", (Text(two),))
    page = html(Paragraph((Text("Chữ "), Styled("strong", (Text(one),)), Text(" và "), link)))
    assert said(page) == f"Chữ {one} và {two}"
    assert f"<strong>{one}" in unescape(page)
    assert 'href="https://hue.gov.vn/a_b*c?d=1&amp;e=%282%29"' in page


def test_lists_that_follow_each_other_stay_apart() -> None:
    page = html(Bullets(((p("a"),), (p("b"),))), Bullets(((p("c"),),)))
    assert page.count("<ul>") == 2
    numbered = Numbered(1, plain=True, labels=("1.",), items=((p("c"), p("d")),))
    page = html(Bullets(((p("a"),),)), numbered)
    assert page.count("<ul>") == page.count("<ol>") == 1
    assert re.search(r"<li>\s*<p>c</p>\s*<p>d</p>\s*</li>", page)


def test_nested_lists_nest() -> None:
    inner = Numbered(1, plain=True, labels=("1.", "2."), items=((p("x"),), (p("y"),)))
    page = html(Bullets(((p("a"), inner), (p("b"),))))
    assert re.sub(r"\s", "", page) == "<ul><li>a<ol><li>x</li><li>y</li></ol></li><li>b</li></ul>"


def test_a_footnote_with_two_paragraphs_is_one_note() -> None:
    page = html(Paragraph((Text("Luật"), Note((p("một"), p("hai"))))), p("Sau."))
    assert page.count("<sup") == 1
    assert re.search(r"<li id=\"fn:1\">\s*<p>một</p>\s*<p>hai", page)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the pages of all papers, built into one site without a warning."""
    folder = tmp_path_factory.mktemp("bai")
    root = make_portal(folder / "trang")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(root)
        for name in PAPERS:
            path = save(folder, name).as_posix()
            assert main(["post", "import", path, "--date", DAY, "--publish"]) == 0
        assert main(["check", "--summary"]) == 0
    assert build(root, dt.date.fromisoformat(DAY)).warnings == ()
    news = root / "site" / "tin-tuc"
    return {
        path.parent.name: path.read_text(encoding="utf-8")
        for path in news.glob("2026/11/*/index.html")
    }


def page_of(pages: dict[str, str], beginning: str) -> str:
    (found,) = (page for name, page in pages.items() if name.startswith(beginning))
    return found


def test_all_papers_are_pages(pages: dict[str, str]) -> None:
    assert len(pages) >= len(PAPERS)


def test_pictures_are_where_the_page_looks_for_them(pages: dict[str, str]) -> None:
    page = page_of(pages, "mot-ngay")
    shown = re.findall(r'<img alt="([^"]*)"[^>]*src="\.\./\.\./\.\./([^"]+)"', page)
    assert [alt for alt, _ in shown] == [
        "Người dân nộp hồ sơ tại quầy số 2", "Biểu đồ hồ sơ theo tháng", "", "Quầy số 1", "Quầy số 2",
    ]  # fmt: skip
    assert 'class="anh"' in page


def test_merged_cells_and_footnotes_are_there(pages: dict[str, str]) -> None:
    schedule = page_of(pages, "lich-tiep")
    assert '<table class="merged">' in schedule
    assert '<td rowspan="2">11/2026</td>' in schedule
    law = page_of(pages, "giai-dap")
    assert law.count('class="footnote-ref"') == 3


def test_words_that_look_like_html_are_words(pages: dict[str, str]) -> None:
    page = page_of(pages, "thong-bao-ve-viec-tiep-nhan")
    assert (
        "Mã &lt;b&gt;in đậm&lt;/b&gt; &amp; dấu *sao*, _gạch_, [ngoặc], {ngoặc} giữ nguyên." in page
    )


def test_the_summary_is_the_pages_description(pages: dict[str, str]) -> None:
    assert 'name="description" content="UBND phường mời bà con' in page_of(
        pages, "thong-bao-ve-viec-nop"
    )
