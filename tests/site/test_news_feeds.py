"""The feeds of the news: one for all, one a category, what no longer holds left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from lxml import etree

from cchc.base.posts import Post, Posts
from cchc.site.feeds.news_feeds import MOST, news_feeds
from cchc.site.news.articles import news_on
from tests.site.samples import portal_of

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = dt.date(2026, 11, 24)


def post(title: str, date: str, **head: object) -> Post:
    made = Post(f"tin-tuc/posts/{date}.md", title, dt.date.fromisoformat(date), ("Thông báo",),
                "a < b & c", draft=False, body="")  # fmt: skip
    return replace(made, **head)  # type: ignore[arg-type]


def made(*posts: Post, url: str = "https://a.vn/") -> dict[str, Any]:
    newest = sorted(posts, key=lambda each: each.date, reverse=True)
    portal = replace(portal_of(), news=news_on(Posts(tuple(newest), ()), DAY, preview=True))
    return {name: etree.fromstring(raw) for name, raw in news_feeds(portal, "Trang phường", url)}


def entries(feed: Any) -> list[Any]:  # noqa: ANN401 - lxml's elements
    return list(feed.findall(f"{ATOM}entry"))


def text(element: Any, name: str) -> str:  # noqa: ANN401 - lxml's element
    return str(element.findtext(f"{ATOM}{name}"))


def test_one_for_all_and_one_a_category() -> None:
    feeds = made(post("a", "2026-11-20"), post("b", "2026-11-21", categories=("Tin hoạt động",)))
    assert list(feeds) == [
        "tin-tuc/atom.xml",
        "tin-tuc/muc/thong-bao/atom.xml",
        "tin-tuc/muc/tin-hoat-dong/atom.xml",
    ]
    assert [text(e, "title") for e in entries(feeds["tin-tuc/atom.xml"])] == ["b", "a"]
    assert text(feeds["tin-tuc/muc/thong-bao/atom.xml"], "title") == "Thông báo: Trang phường"


def test_an_entry_says_what_a_reader_needs() -> None:
    feed = made(post("Tên", "2026-11-20"))["tin-tuc/atom.xml"]
    (entry,) = entries(feed)
    assert text(entry, "updated") == text(feed, "updated") == "2026-11-20T00:00:00+07:00"
    assert text(entry, "summary") == "a < b & c"
    assert entry.find(f"{ATOM}link").get("href") == "https://a.vn/tin-tuc/2026/11/ten/"
    assert entry.find(f"{ATOM}category").get("term") == "Thông báo"


def test_an_id_stays_when_the_title_is_mended() -> None:
    before = entries(made(post("Tên", "2026-11-20"))["tin-tuc/atom.xml"])[0]
    after = entries(made(post("Tên khác", "2026-11-20"))["tin-tuc/atom.xml"])[0]
    assert text(before, "id") == text(after, "id")
    assert text(before, "id").startswith("urn:uuid:")


def test_pinned_posts_keep_their_day_and_what_no_longer_holds_is_left_out() -> None:
    feed = made(
        post("ghim", "2026-01-01", pinned=True),
        post("mới", "2026-11-20"),
        post("hết hạn", "2026-11-01", expires=dt.date(2026, 11, 2)),
        post("hẹn", "2026-12-01"),
    )["tin-tuc/atom.xml"]
    assert [text(each, "title") for each in entries(feed)] == ["mới", "ghim"]


def test_a_feed_is_short() -> None:
    days = (dt.date(2026, 1, 1) + dt.timedelta(n) for n in range(40))
    feed = made(*(post(f"bài {day}", day.isoformat()) for day in days))["tin-tuc/atom.xml"]
    assert len(entries(feed)) == MOST


def test_without_a_public_address_links_lead_from_the_feed() -> None:
    feed = made(post("Tên", "2026-11-20"), url="")["tin-tuc/muc/thong-bao/atom.xml"]
    assert entries(feed)[0].find(f"{ATOM}link").get("href") == "../../2026/11/ten/"
