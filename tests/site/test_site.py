"""The whole built site: what a reader's browser gets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

HERE = "http://noi-nay/"
LOADS = {
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "form": "action",
    "use": "href",
}
SPOKEN = {"aria-label", "title", "placeholder", "alt", "data-label"}
# Words of MkDocs' and Material's own texts; none of them is Vietnamese.
ENGLISH = re.compile(
    r"\b(search|skip to|table of contents|back to|home|next|previous|metadata|archive|categories"
    r"|continue reading|not found|built with|made with|powered|switch to|light mode|dark mode|menu"
    r"|navigation|footer|header|tabs|share|clear|contributors|initializing|permanent|edit|view"
    r"|loading|toggle|close|open|page|the|and|this|is)\b",
    re.IGNORECASE,
)


class Reader(HTMLParser):
    """Collect links, what the page loads, ids, visible and spoken words."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.tags: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        # A name in another language is marked so (`<i lang="en">`), for ears as for this test.
        self.silent += tag in {"script", "style", "noscript", "i"}
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in SPOKEN:
                self.words.append(value or "")
            elif tag == "a" and name == "href":
                self.links.append(value or "")
            elif (tag == "link" and name == "href") or LOADS.get(tag) == name:
                self.loads.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style", "noscript", "i"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def read_pages(site: Path) -> dict[str, Reader]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        reader = Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix().removesuffix("index.html")] = reader
    return found


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Reader]:
    return read_pages(site)


def text(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def inner(page: str, links: list[str]) -> Iterator[tuple[str, str]]:
    """Give path below the site's root and anchor of each link that stays on the site."""
    base = HERE if page == "404.html" else urljoin(HERE, page)
    for link in links:
        parts = urlsplit(urljoin(base, link))
        if parts.netloc == "noi-nay":
            yield unquote(parts.path).lstrip("/"), parts.fragment


@pytest.mark.parametrize(
    "address",
    [
        "",
        "thu-tuc/",
        "thu-tuc/a-z/",
        "thu-tuc/ho-tich/",
        "thu-tuc/ho-tich/1.001193/",
        "thu-tuc/dang-ky-quan-ly-cu-tru/1.004222/",
        "thu-tuc/chua-ro-linh-vuc/1.000080/",
        "thay-doi/",
        "tin-tuc/",
        "tin-tuc/2026/11/doc-truoc-khi-nop-ho-so-qua-mang/",
        "tin-tuc/muc/cai-cach-hanh-chinh/",
        "tin-tuc/nam/2026/",
        "cai-cach/",
        "gioi-thieu/",
        "lien-he/",
        "tim-kiem/",
        "404.html",
        "mat-mang.html",
    ],
)
def test_addresses_are_there_and_spelt_right(pages: dict[str, Reader], address: str) -> None:
    assert address in pages


@pytest.mark.parametrize("whose", ["site", "shipped"])
def test_every_link_leads_somewhere(whose: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(whose)
    pages = read_pages(site)
    broken = []
    for page, reader in pages.items():
        for path, anchor in inner(page, [*reader.links, *reader.loads]):
            file = site / path / "index.html" if path.endswith("/") or not path else site / path
            target = path if path.endswith("/") or not path else ""
            if not file.is_file():
                broken.append((page, path))
            elif anchor and target in pages and anchor not in pages[target].ids:
                broken.append((page, f"{path}#{anchor}"))
    assert broken == []


def test_nothing_is_loaded_from_another_host(pages: dict[str, Reader]) -> None:
    away = {
        (page, link)
        for page, reader in pages.items()
        for link in reader.loads
        if urlsplit(link).scheme or link.startswith("//")
    }
    assert away == set()


def test_no_style_sheet_names_another_host(site: Path) -> None:
    for path in site.rglob("*.css"):
        for address in re.findall(
            r"url\(([^)]*)\)|@import\s+(\S+)", path.read_text(encoding="utf-8")
        ):
            words = "".join(address).strip("\"'")
            assert words.startswith(("data:", "fonts/")), (path.name, words[:60])


def test_every_text_is_vietnamese(pages: dict[str, Reader]) -> None:
    english = {
        (page, found[0], words.strip()[:80])
        for page, reader in pages.items()
        for words in reader.words
        if (found := ENGLISH.search(words))
    }
    assert english == set()


def test_each_page_has_one_h1_and_no_id_twice(pages: dict[str, Reader]) -> None:
    for page, reader in pages.items():
        assert reader.tags.count("h1") == 1, page
        assert len(reader.ids) == len(set(reader.ids)), page


def test_the_language_and_the_title_are_vietnamese(site: Path) -> None:
    html = text(site, "thu-tuc/ho-tich/1.001193")
    assert '<html lang="vi"' in html
    assert "<title>Đăng ký khai sinh – Cải cách hành chính phường Hương An</title>" in html
    description = "Ghi nhận việc sinh của trẻ và cấp Giấy khai sinh."
    assert f'<meta name="description" content="{description}">' in html
    assert "generator" not in html


def test_a_procedure_is_not_in_the_menu_but_opens_its_part_of_it(site: Path) -> None:
    html = text(site, "thu-tuc/ho-tich/1.001193")
    assert '<li class="is-open"><a href="../../" aria-current="true">Thủ tục</a></li>' in html
    menu = html.split("<main")[0]
    assert "1.000080" not in menu


def test_the_page_is_light(site: Path) -> None:
    assert len(text(site, "thu-tuc/ho-tich/1.001193").encode()) < 60_000


def test_the_search_rows_know_procedures_posts_and_pages(site: Path) -> None:
    rows = json.loads((site / "search/rows.json").read_text(encoding="utf-8"))["rows"]
    kinds = {row["u"]: row["k"] for row in rows}
    assert kinds["thu-tuc/ho-tich/1.001193/"] == "p"
    assert kinds["tin-tuc/2026/11/doc-truoc-khi-nop-ho-so-qua-mang/"] == "n"
    assert kinds["thu-tuc/su-kien/sinh-con/"] == "e"
    assert kinds["thu-tuc/su-kien/"] == "t"
    assert "thu-tuc/doi-tuong/cong-dan-viet-nam/" not in kinds
    assert kinds["gioi-thieu/"] == kinds["thu-tuc/ho-tich/"] == "t"
    assert not {"", "tim-kiem/", "tin-tuc/muc/cai-cach-hanh-chinh/"} & set(kinds)
    assert all((site / address / "index.html").is_file() for address in kinds)


def test_the_home_searches_first_then_shows_life_events_news_and_changes(site: Path) -> None:
    html = text(site, "").split("<article")[1]
    assert html.index("data-cchc-search") < html.index('href="thu-tuc/su-kien/sinh-con/"')
    assert 'href="thu-tuc/doi-tuong/"' in html
    assert 'href="tin-tuc/2026/11/doc-truoc-khi-nop-ho-so-qua-mang/"' in html
    assert "Sắp có hiệu lực" in html


def test_an_empty_telephone_is_said_to_be_unknown(site: Path) -> None:
    assert "Chưa có thông tin" in text(site, "lien-he")
    assert "tel:" not in text(site, "lien-he")
