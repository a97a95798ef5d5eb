from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.posts import load_posts, read_post
from cchc.base.problems import Refused

GOOD = "---\ndate: 2026-11-20\ncategories: [Tin hoạt động]\ndescription: Một câu.\n---\n\n# Tên bài\n\nĐoạn."


def test_a_post() -> None:
    post = read_post("docs/tin-tuc/posts/a.md", GOOD.encode())
    assert (post.path, post.title, post.date) == (
        "tin-tuc/posts/a.md",
        "Tên bài",
        dt.date(2026, 11, 20),
    )
    assert (post.categories, post.description, post.draft) == (
        ("Tin hoạt động",),
        "Một câu.",
        False,
    )
    assert post.body == "# Tên bài\n\nĐoạn."


@pytest.mark.parametrize(
    "head",
    [
        "date: 2026-11-20 08:30:00\ntitle: A",
        "date:\n  created: 2026-11-20\n  updated: 2026-11-24\ntitle: A",
        "draft: true\ndate: 2026-11-20\ntitle: A",
    ],
)
def test_other_ways_to_write_a_date(head: str) -> None:
    post = read_post("a.md", f"---\n{head}\n---\nChữ".encode())
    assert (post.date, post.title) == (dt.date(2026, 11, 20), "A")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Tên\n", "a.md:1: lỗi: bài chưa có phần đầu"),
        ("---\ntitle: A\n---\n", "a.md:2: lỗi: bài chưa có ngày; thêm `date: 2026-11-24`"),
        (
            "---\ntitle: A\ndate: 24/11/2026\n---\n",
            "a.md:3: lỗi: ngày của bài “24/11/2026” không đúng",
        ),
        (
            "---\ntitle: A\ndate: 2026-13-01\n---\n",
            "a.md:3: lỗi: ngày của bài “2026-13-01” không đúng",
        ),
        (
            '---\ntitle: A\ndate: "2026-11-20"\n---\n',
            "a.md:3: lỗi: ngày của bài không đặt trong dấu nháy",
        ),
        ("---\ndate: 2026-11-20\n---\nChữ", "a.md:4: lỗi: bài chưa có tên; thêm dòng `# Tên bài`"),
        (
            "---\ndate: 2026-11-20\ntitle: A\ncategories: Tin\n---\n",
            "a.md:4: lỗi: `categories` phải là",
        ),
        (
            "---\ndate: 2026-11-20\ntitle: A\ndraft: nháp\n---\n",
            "a.md:4: lỗi: `draft` chỉ nhận true",
        ),
        ("---\ndate: 2026-11-20\n\ttitle: A\n---\n", "a.md:3: lỗi: YAML viết sai"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        read_post("a.md", text.encode())
    assert str(refused.value).startswith(told)


def test_bytes_that_are_no_utf8_are_told() -> None:
    with pytest.raises(Refused, match="tệp không phải UTF-8"):
        read_post("a.md", b"---\ndate: 2026-11-20\n---\n# Ti\xea\xecng Vi\xea\xf2t")


def test_a_bad_post_does_not_hide_a_good_one(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "tin-tuc" / "posts"
    folder.mkdir(parents=True)
    (folder / "b.md").write_text(GOOD, encoding="utf-8")
    (folder / "a.md").write_text("# Tên", encoding="utf-8")
    posts = load_posts(tmp_path)
    assert [post.path for post in posts.all] == ["tin-tuc/posts/b.md"]
    assert [problem.path for problem in posts.problems] == ["docs/tin-tuc/posts/a.md"]


def test_drafts_are_not_published_and_the_newest_stands_first(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "tin-tuc" / "posts"
    folder.mkdir(parents=True)
    for name, head in (
        ("a", "date: 2026-01-01"),
        ("b", "date: 2026-02-01"),
        ("c", "date: 2026-03-01\ndraft: true"),
    ):
        (folder / f"{name}.md").write_text(f"---\n{head}\n---\n# {name}", encoding="utf-8")
    assert [post.title for post in load_posts(tmp_path).published()] == ["b", "a"]
