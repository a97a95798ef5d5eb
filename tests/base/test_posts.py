"""Posts of the news: what their head says, what is wrong with them, told with file and line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.posts import FOLDER, Posts, check_posts, load_posts, read_post
from cchc.base.problems import Refused

GOOD = "---\ndate: 2026-11-20\ncategories: [Tin hoạt động]\ndescription: Một câu.\n---\n\n# Tên bài\n\nĐoạn."
HEAD = "date: 2026-11-20\ndescription: Một câu.\n"


def written(root: Path, **posts: str) -> Path:
    """Write posts by their name; give the portal's root."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in posts.items():
        (root / FOLDER / f"{name}.md").write_text(text, encoding="utf-8")
    return root


def post(head: str = "", body: str = "# Tên\n\nĐoạn.", name: str = "a") -> dict[str, str]:
    return {name: f"---\n{HEAD}{head}---\n{body}"}


def loaded(root: Path, **posts: str) -> Posts:
    return load_posts(written(root, **posts))


def test_a_post() -> None:
    found = read_post("docs/tin-tuc/posts/a.md", GOOD.encode())
    assert (found.path, found.title, found.date) == (
        "tin-tuc/posts/a.md",
        "Tên bài",
        dt.date(2026, 11, 20),
    )
    assert found.categories == ("Tin hoạt động",)
    assert (found.description, found.draft, found.pinned) == ("Một câu.", False, False)
    assert (found.expires, found.procedures) == (None, ())
    assert found.body == "# Tên bài\n\nĐoạn."


def test_everything_a_head_may_say() -> None:
    head = (
        f"{HEAD}title: Lịch tiếp dân\ntac_gia: Văn phòng – Thống kê\nanh: anh/cho.jpg\n"
        "anh_mo_ta: Cổng chợ\nhet_han: 2026-12-31\nghim: true\nthu_tuc: [1.001193, 2.000815]\n"
    )
    found = read_post("docs/tin-tuc/posts/a.md", f"---\n{head}---\nĐoạn.".encode())
    assert found.author == "Văn phòng – Thống kê"
    assert (found.picture, found.picture_alt) == ("tin-tuc/posts/anh/cho.jpg", "Cổng chợ")
    assert (found.expires, found.pinned) == (dt.date(2026, 12, 31), True)
    assert found.procedures == ("1.001193", "2.000815")


@pytest.mark.parametrize("name", ["tin hoạt động", "Tin hoat dong", "TIN HOẠT ĐỘNG"])
def test_a_category_is_known_without_its_capitals_and_marks(name: str) -> None:
    found = read_post("a.md", f"---\n{HEAD}categories: [{name}]\n---\n# A".encode())
    assert found.categories == ("Tin hoạt động",)


@pytest.mark.parametrize(
    "date",
    [
        "2026-11-20 08:30:00",
        '"2026-11-20"',
        "\n  created: 2026-11-20\n  updated: 2026-11-24",
    ],
)
def test_other_ways_to_write_a_date(date: str) -> None:
    found = read_post("a.md", f"---\ndate: {date}\ntitle: A\ndescription: x\n---\nChữ".encode())
    assert (found.date, found.title) == (dt.date(2026, 11, 20), "A")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Tên\n", "a.md:1: lỗi: bài chưa có phần đầu"),
        ("---\ntitle: A\n---\n", "a.md:2: lỗi: bài chưa có ngày; thêm `date: 2026-11-24`"),
        ("---\ntitle: A\ndate: 24/11/2026\n---\n", "a.md:3: lỗi: ngày của bài “24/11/2026” không đúng"),
        ("---\ntitle: A\ndate: 2026-13-01\n---\n", "a.md:3: lỗi: ngày của bài “2026-13-01” không đúng"),
        ("---\ndate: 2026-11-20\n\ttitle: A\n---\n", "a.md:3: lỗi: YAML viết sai"),
        ("---\ndate: 2026-11-20\ntitle: A\n---\n", "a.md:2: lỗi: bài chưa có tóm tắt; thêm `description:`"),
        (f"---\n{HEAD}---\nChữ", "a.md:5: lỗi: bài chưa có tên; thêm dòng `# Tên bài`"),
        (f"---\n{HEAD}title: A\ncategories: Tin\n---\n", "a.md:5: lỗi: `categories` phải là danh sách"),
        (f"---\n{HEAD}title: A\ndraft: nháp\n---\n", "a.md:5: lỗi: `draft` chỉ nhận true"),
        (f"---\n{HEAD}title: A\nghim: 1\n---\n", "a.md:5: lỗi: `ghim` chỉ nhận true"),
        (f"---\n{HEAD}title: A\nhet_han: tết\n---\n", "a.md:5: lỗi: `het_han` “tết” không phải ngày"),
        (f"---\n{HEAD}title: A\nhet_han: 2026-11-19\n---\n", "a.md:5: lỗi: `het_han` trước ngày đăng"),
        (f"---\n{HEAD}title: A\nanh: a.jpg\n---\n", "a.md:5: lỗi: ảnh chưa có mô tả; thêm `anh_mo_ta:`"),
        (f"---\n{HEAD}title: A\nanh: a.svg\nanh_mo_ta: x\n---\n", "a.md:5: lỗi: `anh` “a.svg” không dùng được"),
        (f"---\n{HEAD}title: A\nthu_tuc:\n- 1.001193\n- 1.0011\n---\n", "a.md:7: lỗi: “1.0011” không phải mã"),
        (
            f"---\n{HEAD}title: A\ncategories:\n- Tuyên truyền\n---\n",
            "a.md:6: lỗi: không có chuyên mục “Tuyên truyền”; có phải “Tuyên truyền pháp luật”?",
        ),
        (f"---\ndate: 2026-11-20\ntitle: A\ndescription: {'dài ' * 60}\n---\n", "a.md:4: lỗi: tóm tắt dài 239"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        read_post("a.md", text.encode())
    assert any(str(each).startswith(told) for each in refused.value.problems), refused.value


def test_bytes_that_are_no_utf8_are_told() -> None:
    with pytest.raises(Refused, match="tệp không phải UTF-8"):
        read_post("a.md", b"---\ndate: 2026-11-20\n---\n# Ti\xea\xecng Vi\xea\xf2t")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("# A\n\n<script>alert(1)</script>", ":7: lỗi: có thẻ <script>"),
        ("# A\n\nchữ\n\n<iframe src=x></iframe>", ":9: lỗi: có thẻ <iframe>"),
        ("# A\n\n[xem](javascript:alert(1))", ":7: lỗi: địa chỉ “javascript:alert(1)” có thể chạy mã"),
        ("# A\n\n[xem](java&#115;cript:alert(1))", ":7: lỗi: địa chỉ “javascript:alert(1)”"),
        ("# A\n\n[xem][x]\n\n[x]: vbscript:x", ":9: lỗi: địa chỉ “vbscript:x” có thể chạy mã"),
        ("# A\n\n[xem](a.md){onclick='x'}", ":7: lỗi: có thuộc tính onclick=…"),
        ("# A\n\n<p style='color: red'>x</p>", ":7: lỗi: có thuộc tính style=…"),
        ("# A\n\n![Chợ](https://anh.example/a.png)", ":7: lỗi: ảnh “https://anh.example/a.png” nằm ở trang"),
        ("# A\n\n" + "- " * 2000 + "x", "lỗi: các phần lồng nhau quá sâu"),
    ],
)  # fmt: skip
def test_what_a_text_may_not_hold_is_told_and_the_post_stays_out(
    tmp_path: Path, body: str, told: str
) -> None:
    posts = loaded(tmp_path, **post(body=body))
    assert posts.all == ()
    assert any(told in str(each) for each in posts.problems), posts.problems


@pytest.mark.parametrize(
    "body",
    [
        "`<script>` là một thẻ.\n\n```\n<script>\n```",
        "|a|b|\n|:-:|--:|\n|1|2|",
        "[gọi](tel:0234000000), [thư](mailto:a@example.vn), [web](https://example.vn)",
        "<table><tr><td colspan=2>a</td></tr></table>",
        "Chú thích[^1].\n\n[^1]: Có.",
        "!!! note\n\n    Nhớ.",
    ],
)
def test_ordinary_writing_passes(tmp_path: Path, body: str) -> None:
    posts = loaded(tmp_path, **post(body=f"# Tên\n\n{body}"))
    assert (posts.problems, posts.reminders) == ((), ())


@pytest.mark.parametrize(
    ("head", "body", "told"),
    [
        ("", "# A\n\n## B\n\n#### C", ":9: nhắc: đề mục “C” sâu quá một bậc; dùng ### thay cho ####"),
        ("", "# A\n\n# B", ":7: nhắc: “B”: chỉ tên bài có một dấu #"),
        ("thutuc: [1.001193]\n", "# A", ":4: nhắc: không có mục `thutuc`, trang bỏ qua mục này; có phải `thu_tuc`?"),
    ],
)  # fmt: skip
def test_what_should_be_mended_does_not_keep_a_post_out(
    tmp_path: Path, head: str, body: str, told: str
) -> None:
    posts = loaded(tmp_path, **post(head, body))
    assert len(posts.all) == 1
    assert [told in str(each) for each in posts.reminders] == [True]


def test_a_draft_is_only_reminded_of_what_it_lacks(tmp_path: Path) -> None:
    text = "---\ndate: 2026-11-20\ndraft: true\n---\n# Tên\n\n<script>"
    posts = loaded(tmp_path, a=text)
    assert posts.problems == ()
    assert [str(each).partition(": ")[2][:24] for each in posts.reminders] == [
        "nhắc: bài chưa có tóm tắ",
        "nhắc: có thẻ <script>; b",
    ]
    assert posts.all[0].draft


def test_a_picture_must_be_there_and_within_the_docs(tmp_path: Path) -> None:
    (tmp_path / "mat.jpg").write_bytes(b"x")
    for name in ("khong-co.jpg", "../../../../mat.jpg"):
        head = f"anh: {name}\nanh_mo_ta: x\n"
        told = loaded(tmp_path, **post(head)).problems
        start = f"docs/tin-tuc/posts/a.md:4: lỗi: không có tệp ảnh “{name}”; đặt ảnh cạnh"
        assert [str(each).startswith(start) for each in told] == [True]
    (tmp_path / FOLDER / "khong-co.jpg").write_bytes(b"x")
    assert loaded(tmp_path, **post("anh: khong-co.jpg\nanh_mo_ta: x\n")).problems == ()


def test_two_posts_of_one_month_and_name_would_hide_each_other(tmp_path: Path) -> None:
    posts = loaded(tmp_path, **post(name="a"), **post(name="b"))
    assert [each.path for each in posts.all] == ["tin-tuc/posts/a.md"]
    told = "trùng tên và tháng với docs/tin-tuc/posts/a.md"
    assert told in str(posts.problems[0])


def test_a_bad_post_does_not_hide_a_good_one(tmp_path: Path) -> None:
    posts = loaded(tmp_path, b=GOOD, a="# Tên")
    assert [each.path for each in posts.all] == ["tin-tuc/posts/b.md"]
    assert [each.path for each in posts.problems] == ["docs/tin-tuc/posts/a.md"]


def test_a_folder_named_like_a_post_is_told(tmp_path: Path) -> None:
    written(tmp_path, b=GOOD)
    (tmp_path / FOLDER / "a.md").mkdir()
    assert "không đọc được" in str(load_posts(tmp_path).problems[0])


def test_categories_are_those_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "extra:\n  ward:\n    ten_goi: [{tu_ngay: 2025-07-01, ten: P}]\n    noi_tiep_nhan: []\n"
        "    co_quan: {tu_ngay: 2025-07-01, ten: UBND}\n    chuyen_muc_tin: [Chợ phiên]\n",
        encoding="utf-8",
    )
    posts = loaded(tmp_path, **post("categories: [chợ phiên]\n"), b=GOOD)
    assert posts.all[0].categories == ("Chợ phiên",)
    assert "Chọn trong: Chợ phiên" in str(posts.problems[0])


def test_a_post_is_shown_from_its_day_on_and_holds_to_its_last(tmp_path: Path) -> None:
    (found,) = loaded(tmp_path, **post("het_han: 2026-11-30\n")).all
    days = [dt.date(2026, 11, day) for day in (19, 20, 30)]
    assert [found.shown_on(day) for day in days] == [False, True, True]
    assert found.holds_on(days[-1])
    assert not found.holds_on(dt.date(2026, 12, 1))
    assert found.shown_on(dt.date(2026, 12, 1))


def test_drafts_are_not_shown_and_the_newest_stands_first(tmp_path: Path) -> None:
    dates = {"a": "2026-01-01", "b": "2026-02-01", "c": "2026-03-01\ndraft: true"}
    texts = {n: f"---\ndate: {d}\ndescription: x\n---\n# {n}" for n, d in dates.items()}
    shown = loaded(tmp_path, **texts).shown_on(dt.date(2026, 11, 24))
    assert [each.title for each in shown] == ["b", "a"]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("../../lien-he/index.md", ""),
        ("../../thu-tuc/ho-tich/1.001193.md#phi", ""),
        ("b.md", "trỏ tới tệp không có"),
        ("anh.png", "trỏ tới tệp không có"),
        ("../../lien-he/", "là thư mục; viết đến tệp"),
        ("/lien-he/", "bắt đầu bằng dấu /"),
        ("../../../mkdocs.yml", "ra ngoài thư mục docs/"),
    ],
)
def test_links_that_lead_nowhere_are_told(tmp_path: Path, link: str, told: str) -> None:
    contact = tmp_path / "docs/lien-he/index.md"
    contact.parent.mkdir(parents=True)
    contact.write_text("# Liên hệ", encoding="utf-8")
    written(tmp_path, **post(body=f"# Tên\n\n[xem]({link})"))
    found = [str(each) for each in check_posts(tmp_path)]
    start = f"docs/tin-tuc/posts/a.md:7: nhắc: “{link}” {told}"
    assert [each.startswith(start) for each in found] == ([True] if told else [])


def test_a_picture_too_heavy_for_a_telephone_is_told(tmp_path: Path) -> None:
    written(tmp_path, **post(body="# Tên\n\n![Chợ](cho.jpg)"))
    (tmp_path / FOLDER / "cho.jpg").write_bytes(b"x" * 1_100_000)
    (told,) = check_posts(tmp_path)
    assert str(told).startswith("docs/tin-tuc/posts/a.md:7: nhắc: “cho.jpg” nặng hơn 1 MB")


def test_a_picture_without_words_is_told(tmp_path: Path) -> None:
    written(tmp_path, **post(body="# Tên\n\n![](cho.jpg)"))
    (tmp_path / FOLDER / "cho.jpg").write_bytes(b"x")
    (told,) = check_posts(tmp_path)
    start = "docs/tin-tuc/posts/a.md:7: nhắc: ảnh “cho.jpg” chưa có mô tả; viết ![trong ảnh có gì]"
    assert str(told).startswith(start)
