"""The news as of a day: what is shown, in which order, marked how, linked with what."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from cchc.base.posts import Post, Posts
from cchc.site.build import build
from cchc.site.export import export
from cchc.site.news.articles import NewsItem, about, current, listed, news_on, related
from cchc.site.news.news_pages import A_PAGE, all_news, categories, news_pages, years
from cchc.site.news.post_page import framed, minutes
from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.procedure.procedure_page import procedure_page
from cchc.site.search.search_rows import plain_text
from tests.news_posts import leave_posts
from tests.site.samples import portal_of, procedure

DAY = dt.date(2026, 11, 24)
PINNED = "Nơi tiếp nhận hồ sơ làm thêm sáng thứ Bảy"
EXPIRED = "Tiêm phòng cho chó, mèo"
COMING = "Phổ biến quy định mới về hộ tịch"
ORDINARY = "Đọc trước khi nộp hồ sơ qua mạng"


def post(title: str, date: str = "2026-11-20", **head: object) -> Post:
    made = Post(f"tin-tuc/posts/{title}.md", title, dt.date.fromisoformat(date), ("Thông báo",),
                "Tóm tắt.", draft=False, body="")  # fmt: skip
    return replace(made, **head)  # type: ignore[arg-type]


def day_of(*posts: Post, day: dt.date = DAY) -> tuple[NewsItem, ...]:
    newest = sorted(posts, key=lambda each: each.date, reverse=True)
    return news_on(Posts(tuple(newest), ()), day)


def titles(items: Iterable[NewsItem]) -> list[str]:
    return [each.post.title for each in items]


def portal_with(*posts: Post) -> Portal:
    return replace(portal_of(procedure()), news=day_of(*posts))


def test_the_pinned_stand_first_the_expired_last_the_rest_by_day() -> None:
    items = day_of(
        post("mới", "2026-11-23"),
        post("cũ", "2026-01-05"),
        post("ghim", "2026-05-01", pinned=True),
        post("ghim hết hạn", "2026-11-24", pinned=True, expires=dt.date(2026, 11, 23)),
    )
    assert titles(listed(items)) == ["ghim", "mới", "cũ", "ghim hết hạn"]
    assert titles(current(items)) == ["ghim", "mới", "cũ"]
    # The archive keeps the order of the days.
    assert titles(items) == ["ghim hết hạn", "mới", "ghim", "cũ"]


def test_what_shares_a_procedure_is_nearer_than_what_shares_a_category() -> None:
    about_birth = post("a", procedures=("1.001193",))
    other = post("b", "2026-01-01", categories=("Tin hoạt động",), procedures=("1.001193",))
    same_category = post("c", "2026-11-22")
    far = post("d", categories=("Tin hoạt động",))
    items = day_of(about_birth, other, same_category, far)
    first = next(each for each in items if each.post.title == "a")
    assert titles(related(first, items)) == ["b", "c"]
    assert titles(about("1.001193", items)) == ["a", "b"]


def test_lists_have_ten_posts_a_page() -> None:
    portal = portal_with(*(post(f"bài {n}", f"2026-01-{n:02}") for n in range(1, 24)))
    shelf = all_news(portal)
    assert shelf.pages == ("tin-tuc/", "tin-tuc/trang/2/", "tin-tuc/trang/3/")
    assert [len(shelf.on(page)) for page in shelf.pages] == [A_PAGE, A_PAGE, 3]
    pages = {page.address: page for page in news_pages(portal)}
    assert "tin-tuc/" not in pages  # a file of docs/ asks for it
    last = pages["tin-tuc/trang/3/"].text
    assert "Tin tức (trang 3)" in last
    assert 'href="../../" aria-label="Trang 1"' in last
    assert "tin-tuc/muc/thong-bao/trang/3/" in pages
    assert "tin-tuc/nam/2026/trang/3/" in pages


def test_a_list_a_category_and_a_year() -> None:
    portal = portal_with(
        post("a", "2025-12-31"), post("b", categories=("Tin hoạt động", "Thông báo"))
    )
    assert [(each.title, len(each.items)) for each in categories(portal)] == [
        ("Thông báo", 2),
        ("Tin hoạt động", 1),
    ]
    assert [(each.title, each.address) for each in years(portal)] == [
        ("Năm 2026", "tin-tuc/nam/2026/"),
        ("Năm 2025", "tin-tuc/nam/2025/"),
    ]


def test_without_news_that_is_said() -> None:
    portal = portal_with()
    assert all_news(portal).pages == ("tin-tuc/",)
    assert list(news_pages(portal)) == []


@pytest.mark.parametrize(
    ("words", "said"), [(200, 0), (201, 1), (221, 2), (880, 4)]
)  # fmt: skip
def test_how_long_it_takes_to_read_is_not_said_of_a_short_notice(words: int, said: int) -> None:
    assert minutes("chữ " * words) == said


def test_a_summary_that_is_the_first_sentence_is_not_said_twice() -> None:
    item = day_of(post("a", description="Sáng nay, phường mở lớp tập huấn."))[0]
    once = framed(item, "<h1>A</h1>\n<p>Sáng nay, phường mở lớp tập huấn. Có 30 người.</p>",
                  portal_with())  # fmt: skip
    assert plain_text(once).count("Sáng nay") == 1
    twice = framed(item, "<h1>A</h1>\n<p>Lớp học có 30 người.</p>", portal_with())
    assert 'class="lead">Sáng nay' in twice


def test_a_post_and_its_procedure_lead_to_each_other() -> None:
    about_birth = post("Lịch cấp giấy", procedures=("1.001193", "9.999999"))
    portal = portal_with(about_birth)
    page = framed(portal.news[0], "<p>Chữ.</p>", portal)
    assert 'href="../../../../thu-tuc/ho-tich/1.001193/"' in page
    assert "9.999999" not in page
    (entry,) = portal.entries.values()
    assert 'href="../../../tin-tuc/2026/11/lich-cap-giay/"' in procedure_page(entry, portal).html
    assert "Tin liên quan" not in procedure_page(entry, portal_with()).html


def read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def shown(site: Path, address: str) -> list[str]:
    """Give the titles of a list as a reader sees them."""
    main = read(site, address).split("<main")[1]
    return [plain_text(each) for each in re.findall(r'<article class="post">.*?<h2>(.*?)</h2>', main, re.DOTALL)]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "home", "news"),
    [
        ("2026-11-24", [PINNED, ORDINARY], [PINNED, ORDINARY, EXPIRED]),
        ("2026-12-01", [PINNED, COMING, ORDINARY], [PINNED, COMING, ORDINARY, EXPIRED]),
        ("2027-01-01", [COMING, ORDINARY], [COMING, ORDINARY, PINNED, EXPIRED]),
    ],
)
def test_scheduled_pinned_expired_as_of_three_days(
    portal: Path, day: str, home: list[str], news: list[str]
) -> None:
    leave_posts(portal)
    assert build(portal, dt.date.fromisoformat(day)).warnings == ()
    site = portal / "site"
    assert shown(site, "tin-tuc") == news
    latest = read(site, "").split('class="news"')[1].split("</ul>")[0]
    assert re.findall(r'<a href="tin-tuc/2026[^>]*>(.*?)</a>', latest) == home
    assert (site / "tin-tuc/2026/12").is_dir() == (COMING in home)
    assert "Chưa xong" not in read(site, "tin-tuc/nam/2026")
    # Nothing goes from the archive: the order is that of the days, the expired is marked.
    assert shown(site, "tin-tuc/nam/2026")[-1] == EXPIRED
    assert "Đã hết hạn" in read(site, "tin-tuc/2026/10/tiem-phong-cho-cho-meo")
    assert ("Đã hết hạn" in read(site, "tin-tuc/2026/11/" + SATURDAY)) == (day == "2027-01-01")


SATURDAY = "noi-tiep-nhan-ho-so-lam-them-sang-thu-bay"


def test_a_post_with_everything(portal: Path) -> None:
    settings = portal / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    address = "https://huongan.example/cchc/"
    settings.write_text(text.replace('site_url: ""', f"site_url: {address}"), encoding="utf-8")
    leave_posts(portal)
    assert build(portal, DAY).warnings == ()
    html = read(portal / "site", f"tin-tuc/2026/11/{SATURDAY}")
    words = plain_text(html.split("<main")[1])
    for said in ("10/11/2026", "Thông báo", "Văn phòng – Thống kê", "Đọc khoảng 2 phút", "Ghim",
                 "Có giá trị đến hết ngày 31/12/2026.", "Thủ tục trong bài", "Tin liên quan"):  # fmt: skip
        assert said in words, said
    assert 'alt="Cầu ba nhịp qua sông"' in html
    assert '<meta property="og:type" content="article">' in html
    shared = re.search(r'og:image" content="([^"]+)"', html)
    assert shared is not None
    file = portal / "site" / shared[1].removeprefix(address)
    with Image.open(file) as picture:
        assert picture.size == (1200, 630)
    assert file.stat().st_size < 60_000
    assert '"expires":"2026-12-31"' in html
    assert '"author":{"@type":"GovernmentOrganization","name":"Văn phòng – Thống kê"}' in html


def test_pictures_come_small_and_without_where_they_were_taken(portal: Path) -> None:
    leave_posts(portal)
    build(portal, DAY)
    made = sorted((portal / "site/tin-tuc/anh").glob("*.webp"))
    sizes = set()
    for file in made:
        with Image.open(io.BytesIO(file.read_bytes())) as picture:
            sizes.add(picture.size)
            assert dict(picture.getexif()) == {}
        assert file.stat().st_size < 40_000
    assert sizes == {(480, 320), (1200, 800)}
    assert not (portal / "site/tin-tuc/posts/cau.jpg").exists()


def test_a_picture_that_is_none_is_told_and_the_post_shown(portal: Path) -> None:
    leave_posts(portal)
    (portal / "docs/tin-tuc/posts/cau.jpg").write_bytes(b"\xff\xd8\xff hong")
    first, second = build(portal, DAY).warnings
    assert first.startswith("docs/tin-tuc/posts/cau.jpg:1: nhắc: ảnh không đọc được hoặc quá lớn")
    assert second.startswith("docs/tin-tuc/posts/cau.jpg:1: nhắc: ảnh không đọc được nên chưa bỏ")
    assert PINNED in shown(portal / "site", "tin-tuc")


def test_an_unknown_procedure_is_told_and_the_post_shown(portal: Path) -> None:
    leave_posts(portal)
    bad = portal / "docs/tin-tuc/posts/het.md"
    text = bad.read_text(encoding="utf-8")
    bad.write_text(text.replace("1.001193", "1.009999"), encoding="utf-8")
    (told,) = build(portal, DAY).warnings
    assert told == (
        "docs/tin-tuc/posts/het.md:6: nhắc: không có thủ tục 1.009999 trong procedures/;"
        " sửa mã hoặc xóa dòng này"
    )
    assert EXPIRED in shown(portal / "site", "tin-tuc")


def test_a_look_at_the_work_shows_drafts_and_what_is_to_come(portal: Path) -> None:
    leave_posts(portal)
    seen = {each.post.title: each.note for each in load_portal(portal, DAY, preview=True).news}
    assert seen["Chưa xong"] == "Bản nháp"
    assert seen[COMING] == "Hẹn đăng ngày 01/12/2026"
    assert seen[PINNED] == ""


def test_what_nobody_may_see_is_not_exported_either(portal: Path, tmp_path: Path) -> None:
    leave_posts(portal)
    target = tmp_path / "md"
    export(portal, load_portal(portal, DAY), target)
    names = {each.name for each in (target / "tin-tuc/posts").glob("*.md")}
    assert names == {"2026-11-20-nop-ho-so.md", "ghim.md", "het.md"}
    listed_there = (target / "tin-tuc/index.md").read_text(encoding="utf-8")
    assert 'href="posts/ghim/"' in listed_there
