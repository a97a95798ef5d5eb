"""The desk's pure parts: searching, links, messages, changes in words, names of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base.problems import Problem, Severity
from cchc.news.planning import Plan
from cchc.office.desk import links
from cchc.office.desk.changed import Change, Kind, difference
from cchc.office.desk.drafting import filled_in, pictures_in, preview_html
from cchc.office.desk.finding import find
from cchc.office.desk.git import signature
from cchc.office.desk.incoming import safe_name
from cchc.office.desk.keys import FILE, free_port, keep_keys, kept_keys, new_keys
from cchc.office.desk.places import is_content
from cchc.office.desk.plain import in_plain_words, shown
from cchc.office.desk.telling import message, subject, tell
from cchc.procedures.store import load

POST = "docs/tin-tuc/posts/2026-11-24-bai.md"
PROCEDURE = "procedures/ho-tich/1.001193.yml"


@pytest.mark.parametrize("asked", ["khai sinh", "KHAI SINH", "khai sịnh", "đăng ký khai sinh",
                                   "dang ki khai sinh", "1.001193", "001193"])  # fmt: skip
def test_a_procedure_is_found_with_or_without_accents_and_by_its_code(
    portal: Path, asked: str
) -> None:
    assert "1.001193" in [each.code for each in find(load(portal), asked)]


@pytest.mark.parametrize("asked", ["", "   ", "không có thủ tục nào như thế", "%_*"])
def test_nothing_is_found_where_nothing_fits(portal: Path, asked: str) -> None:
    assert find(load(portal), asked) == ()


def test_a_form_is_named_by_the_files_place() -> None:
    assert links.form_of(POST).endswith("/entries/2026-11-24-bai")
    assert links.form_of(PROCEDURE).endswith("/entries/ho-tich/1.001193")
    assert links.form_of("procedures/ho-tich/1.001193@2027-03-01.yml").endswith("@2027-03-01")
    assert links.form_of("mkdocs.yml") == ""
    assert links.form_of("procedures/questions.yml") == "/cau-hoi"
    assert links.form_of("procedures/decisions/2026/3582-qd-ubnd.yml") == "/quyet-dinh"


def test_an_error_leads_to_its_form_and_names_its_line() -> None:
    found = shown(Problem(PROCEDURE, 7, "thiếu mục này; thêm vào"))
    assert (found.words, found.is_error) == ("Thiếu mục này; thêm vào", True)
    assert found.place == f"{PROCEDURE}, dòng 7"
    assert found.form == links.form_of(PROCEDURE)


@pytest.mark.parametrize("severity", Severity)
def test_no_command_of_a_terminal_is_told_to_an_officer(severity: Severity) -> None:
    told = (
        "đã có bài này; sửa thẳng bài ấy, hoặc xóa nó rồi chạy lại, hoặc chọn ngày khác bằng --date",
        "chưa ở dạng chuẩn; chạy `cchc fmt` để sửa",
        "2 câu hỏi chưa trả lời; xem `cchc question list`",
        "extra.ward.dia_chi: chưa có địa chỉ",
        "chuyên mục do máy đoán; xem lại, hoặc nhập lại với --category",
        "chưa rõ ngày hiệu lực; hỏi cơ quan ban hành rồi thêm --effect NGÀY (như 01/12/2026)",
        'chưa ghi; --by để trống; ghi họ tên hoặc chức danh người xác nhận: --by "…"',
    )
    for words in told:
        said = shown(Problem("x", 0, words, severity)).words
        assert "--" not in said
        assert "`" not in said
        assert "chạy lại" not in said
        assert "ward" not in said


def test_where_a_file_was_kept_is_nobodys_business() -> None:
    kept = "/nha/trang/.cchc/nhan/0123/Kế hoạch.docx"
    assert shown(Problem(kept, 0, f"“{kept}” hỏng")).place == "Kế hoạch.docx"
    assert ".cchc" not in in_plain_words(f"{kept}: không đọc được")


def test_a_corrected_fee_is_told_as_the_part_that_changed(portal: Path) -> None:
    before = (portal / PROCEDURE).read_bytes()
    after = before.replace(b"so_tien: 8000", b"so_tien: 5000")
    told = tell(Change(PROCEDURE, Kind.CHANGED), before, after)
    assert str(told) == "Sửa thủ tục 1.001193 Thủ tục đăng ký khai sinh: Cách thức thực hiện"
    assert subject([told]) == "Sửa 1 thủ tục"


def test_a_broken_file_is_told_by_its_name() -> None:
    told = tell(Change(PROCEDURE, Kind.CHANGED), b"ma: x\n", b"ma: [\n")
    assert str(told) == f"Sửa {PROCEDURE} (tệp có lỗi)"


def test_a_message_of_the_history_has_a_line_a_change() -> None:
    told = [tell(Change(f"docs/{name}.md", Kind.ADDED), None, b"# A") for name in "ab"]
    assert message(told) == "Thêm 2 mục khác\n\n- Thêm docs/a.md\n- Thêm docs/b.md\n"


def test_a_picture_has_no_lines() -> None:
    assert difference(None, b"\xff\xd8\0") == ()
    assert difference(b"\xff\xfe", None) == ()


def test_lines_around_a_change_are_shown_the_far_ones_not() -> None:
    before = "\n".join(map(str, range(40)))
    found = difference(before.encode(), before.replace("20", "hai mươi").encode())
    assert [(each.sign, each.text) for each in found] == [
        ("…", ""), (" ", "18"), (" ", "19"), ("-", "20"), ("+", "hai mươi"), (" ", "21"), (" ", "22"),
    ]  # fmt: skip


def test_a_very_long_difference_is_cut_and_says_so() -> None:
    found = difference(None, b"a\n" * 5000)
    assert len(found) < 500
    assert found[-1].text.startswith("còn ")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Kế hoạch (bản cuối).docx", "Kế hoạch (bản cuối).docx"),
        ("C:\\Users\\x\\bài.docx", "bài.docx"),
        ("../../etc/passwd", "passwd"),
        ("CON.docx", "tep CON.docx"),
        ("...", "tep"),
        ('a<b>:"|?*.docx', "a b.docx"),
        ("", "tep"),
    ],
)
def test_a_files_name_keeps_its_letters_and_loses_its_path(said: str, kept: str) -> None:
    assert safe_name(said) == kept


@pytest.mark.parametrize("path", ["mkdocs.yml", "docs/index.md", POST, PROCEDURE])
def test_content_is_content(path: str) -> None:
    assert is_content(path)


@pytest.mark.parametrize("path", ["", ".", "docs", "scripts/x.py", "docs/../x", "docs/.git/x",
                                  "/docs/x", "docs\\x", "docs/a.tmp", "docs/Thumbs.db"])  # fmt: skip
def test_the_rest_is_not(path: str) -> None:
    assert not is_content(path)


def test_an_authors_name_is_one_plain_line() -> None:
    assert signature("  Văn thư <a@b>\nphường. ") == "Văn thư a@b phường"
    assert signature(" <> ") == ""
    assert len(signature("x" * 500)) == 80


TEXT = """---
date: 2026-11-24
draft: true
categories:
- Thông báo
description: Máy đề nghị.
anh: 2026-11-24-bai/anh-1.jpg
---

# Bài

![](2026-11-24-bai/anh-1.jpg){ width="9" }

![Có \\[sẵn\\]](2026-11-24-bai/anh-2.jpg)
"""
PLAN = Plan(POST, {POST: TEXT, "docs/tin-tuc/posts/2026-11-24-bai/anh-1.jpg": b"\xff\xd8"})


def test_pictures_are_listed_with_the_words_they_have() -> None:
    assert [(each.address[-9:], each.alt) for each in pictures_in(PLAN)] == [
        ("anh-1.jpg", ""), ("anh-2.jpg", "Có [sẵn]"),
    ]  # fmt: skip


def test_what_the_officer_filled_in_stands_in_head_and_text() -> None:
    plan = filled_in(PLAN, "  Tóm tắt\nmới. ", {"1": "Cán bộ [xã]", "9": "không có", "x": "y"})
    text = str(plan.files[POST])
    assert "description: Tóm tắt mới.\n" in text
    assert "anh_mo_ta: Cán bộ [xã]\n" in text
    assert "![Cán bộ \\[xã\\]](2026-11-24-bai/anh-1.jpg){ width" in text
    assert "![Có \\[sẵn\\]](2026-11-24-bai/anh-2.jpg)" in text
    assert "draft: true\n" in text
    assert [each.alt for each in pictures_in(plan)] == ["Cán bộ [xã]", "Có [sẵn]"]


def test_an_empty_summary_keeps_the_proposed_one() -> None:
    assert "description: Máy đề nghị.\n" in str(filled_in(PLAN, " ", {}).files[POST])


def test_the_preview_asks_the_desk_for_its_pictures() -> None:
    assert 'src="/nhap/x/anh/2026-11-24-bai/anh-1.jpg"' in preview_html(PLAN, "/nhap/x/anh/")


def test_a_bookmark_keeps_working_a_start_address_does_not(tmp_path: Path) -> None:
    first = new_keys(tmp_path)
    keep_keys(tmp_path, first)
    second = new_keys(tmp_path)
    assert (second.address, second.cookie) == (first.address, first.cookie)
    assert second.token != first.token
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"ma": "", "phien": "", "cong": 1}', b"\xff"])
def test_keys_that_are_none_are_made_anew(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / ".cchc").mkdir()
    (tmp_path / FILE).write_bytes(raw)
    assert kept_keys(tmp_path) is None
    assert len(new_keys(tmp_path).token) > 40


def test_a_port_that_is_taken_is_left_to_who_has_it() -> None:
    one = free_port(0)
    assert free_port(one) == one
    assert free_port(one, but=one) != one


def test_a_page_of_the_preview_is_asked_for_by_its_address() -> None:
    assert links.preview() == "/xem-truoc"
    assert links.preview("tin-tuc/2026/11/bài/") == "/xem-truoc?trang=tin-tuc/2026/11/b%C3%A0i/"
