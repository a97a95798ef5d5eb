"""A post's Markdown as what is read: blocks, tables as sentences, no pictures, no footnotes."""

from __future__ import annotations

import pytest

from cchc.news.broadcast.blocks import blocks_of


def texts(markdown: str) -> list[str]:
    return [each.text for each in blocks_of(markdown)[0]]


def test_headings_paragraphs_lists_and_quotes_come_in_order() -> None:
    found, left_out = blocks_of("# Tên\n\nMột\ndòng.\n\n## Phần\n\n- a\n    - b\n- c\n\n> Trích.")
    assert [(each.text, each.heading) for each in found] == [
        ("Một dòng.", False), ("Phần", True), ("a", False), ("b", False), ("c", False),
        ("Trích.", False),
    ]  # fmt: skip
    assert left_out == {}


def test_items_of_a_numbered_list_say_their_place() -> None:
    assert texts("<ol start=3><li>nộp</li><li>nhận</li></ol>") == ["Thứ 3: nộp", "Thứ 4: nhận"]


def test_links_give_their_words_and_emphasis_none() -> None:
    assert texts("Xem [trang *này*](https://a.vn) **ngay**.") == ["Xem trang này ngay."]


def test_pictures_and_footnotes_are_left_out_and_counted() -> None:
    found, left_out = blocks_of("Lời[^1] này.\n\n![Ảnh](a.jpg)\n\n[^1]: Chú thích.")
    assert [each.text for each in found] == ["Lời này."]
    assert left_out == {"chú thích cuối trang": 1, "ảnh": 1}


def test_script_style_and_comments_are_not_read() -> None:
    assert texts("A.\n\n<!-- more -->\n\n<script>x()</script>\n\n<style>b{}</style>\n\nB.") == [
        "A.",
        "B.",
    ]


def test_line_break_of_its_own_stays() -> None:
    assert texts("Giờ: 8h<br>Nơi: nhà văn hóa") == ["Giờ: 8h\nNơi: nhà văn hóa"]


def test_row_of_a_table_is_a_sentence_without_its_count() -> None:
    table = "| STT | Thủ tục | Thời hạn | Phí |\n|---|---|---|---|\n| 1 | Khai sinh | 1 ngày | |\n"
    assert texts(table) == ["Khai sinh: thời hạn 1 ngày."]


def test_merged_cells_are_said_once_in_each_row() -> None:
    table = (
        "<table><tr><th rowspan=2>Tổ</th><th colspan=2>Kết quả</th></tr><tr><th>Đạt</th><th>Chưa đạt"
        "</th></tr><tr><td>Tổ 1</td><td>5</td><td>1</td></tr><tr><td colspan=3>Cộng dồn</td></tr>"
        "<tr><td rowspan=2>Tổ 2</td><td>3</td><td>0</td></tr><tr><td>4</td><td>2</td></tr></table>"
    )
    assert texts(table) == [
        "Tổ 1: kết quả đạt 5; kết quả chưa đạt 1.",
        "Cộng dồn.",
        "Tổ 2: kết quả đạt 3; kết quả chưa đạt 0.",
        "Tổ 2: kết quả đạt 4; kết quả chưa đạt 2.",
    ]


def test_table_without_headings_is_read_cell_by_cell() -> None:
    assert texts("<table><tr><td>Sáng</td><td>7h30</td></tr></table>") == ["Sáng: 7h30."]


@pytest.mark.parametrize(
    "hostile",
    [
        "<table><tr><td colspan=999999999 rowspan=999999999>a</td></tr></table>",
        "<table><tr></tr></table>", "<ol start='x'><li>a</li></ol>", "<div>" * 300 + "a", "&#0;&nbsp;",
        "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>", "[^1]", "", "\x00", "> " * 60,
    ],
)  # fmt: skip
def test_odd_markup_does_no_harm(hostile: str) -> None:
    assert len(texts(hostile)) < 60
