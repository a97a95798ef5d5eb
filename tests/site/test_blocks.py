from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cchc.base.posts import Post
from cchc.site.blocks import MAKERS, Asked, fill
from cchc.site.news.articles import NewsItem, teaser
from cchc.site.search.search_rows import plain_text
from tests.site.samples import portal_of, procedure

POST = Post(
    "tin-tuc/posts/a.md", "Tin A", dt.date(2026, 11, 20), (), "", draft=False, body="Một đoạn."
)
PORTAL = replace(
    portal_of(procedure(ten_goi_khac=["làm giấy khai sinh cho con ở UBND"])),
    news=(NewsItem(POST, "tin-tuc/2026/11/tin-a/"),),
)
ASKED = Asked(PORTAL, "")


@pytest.mark.parametrize("name", MAKERS)
def test_every_block_can_stand_in_a_page(name: str) -> None:
    text, problems = fill("docs/a.md", f"# Đề\n\n<!-- cchc: {name} -->\n\nCuối", ASKED)
    assert problems == ()
    assert text.startswith("# Đề\n\n")
    assert text.endswith("\n\nCuối")
    assert "<!--" not in text


def test_chosen_procedures_under_the_name_people_use() -> None:
    text, _ = fill("docs/index.md", "<!-- cchc: thu-tuc 1.001193 -->", ASKED)
    assert 'href="thu-tuc/ho-tich/1.001193/"' in text
    assert plain_text(text) == "Làm giấy khai sinh cho con ở UBND"


def test_news_lead_to_their_address() -> None:
    text, _ = fill("docs/index.md", "<!-- cchc: tin-moi -->", ASKED)
    assert 'href="tin-tuc/2026/11/tin-a/"' in text
    assert plain_text(text).startswith("20/11/2026 Tin A Một đoạn.")


def test_links_are_relative_to_the_asking_page() -> None:
    text, _ = fill("docs/x.md", "<!-- cchc: linh-vuc -->", Asked(PORTAL, "gioi-thieu/"))
    assert 'href="../thu-tuc/ho-tich/"' in text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "<!-- cchc: tin-cu -->",
            "docs/a.md:3: nhắc: không có khối “tin-cu”; chọn một trong: tim-kiem",
        ),
        (
            "<!-- cchc: thu-tuc 1.000001 -->",
            "docs/a.md:3: nhắc: không có thủ tục 1.000001 đang áp dụng",
        ),
        (
            "<!-- cchc: thu-tuc x -->",
            "docs/a.md:3: nhắc: “x” không phải mã thủ tục; viết như 1.001193",
        ),
    ],
)
def test_what_is_asked_wrongly_is_told_with_its_line(line: str, told: str) -> None:
    text, problems = fill("docs/a.md", f"# Đề\n\n{line}\n", ASKED)
    assert next(str(each) for each in problems).startswith(told)
    assert text == "# Đề\n\n\n"


def test_an_ordinary_comment_stays() -> None:
    assert fill("a.md", "<!-- more -->", ASKED) == ("<!-- more -->", ())


def test_contact_says_what_it_does_not_know() -> None:
    said = plain_text(fill("a.md", "<!-- cchc: lien-he -->", ASKED)[0])
    assert "Trung tâm phường" in said
    assert "Công an phường" in said
    assert "Điện thoại Chưa có thông tin" in said


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("# Tên\n\nMột [liên kết](a.md) và **đậm**.\n\nHai", "Một liên kết và đậm."),
        ("<!-- more -->\n\n![ảnh](a.png)\n\nĐoạn.", "Đoạn."),
        ("", ""),
    ],
)
def test_teaser(body: str, words: str) -> None:
    assert teaser(body) == words
