"""A title that announces procedures, and none of them is read: a person must look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.description import Column, Entry, Section
from tests.province.decision.facts import CODE, NAME, NUMBER
from tests.province.decision.make import make
from tests.province.decision.small import lost, read_back, said, small

BIRTH = Entry("moi", "1.001193", "Đăng ký khai sinh")
ABOLISHED = "DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ CẤP XÃ"
NOTE = Column("ghi_chu", "Ghi chú")
NONE_READ = "không đọc được dòng thủ tục nào"


def with_end(
    folder: Path, lines: tuple[str, ...], table: tuple[tuple[str, ...], ...] = ()
) -> dict[str, Any]:
    """Write a decision of one list, and under it lines and a table without a list's heading."""
    path = make(folder, small(BIRTH), "docx")
    document = docx.Document(path.as_posix())
    for line in lines:
        document.add_paragraph(line)
    if table:
        written = document.add_table(0, len(table[0]))
        for cells in table:
            for cell, text in zip(written.add_row().cells, cells, strict=True):
                cell.text = text
    document.save(path.as_posix())
    return as_json(read_decision(path))


def test_an_annex_of_paragraphs(tmp_path: Path) -> None:
    data = with_end(tmp_path, ("PHỤ LỤC II", ABOLISHED, "1. Đăng ký kết hôn lưu động (1.001193)"))

    assert NONE_READ in said(data)
    assert any("kết hôn lưu động (1.001193)" in words for words in lost(data))


@pytest.mark.parametrize("table", [
    (("STT", "Nội dung bãi bỏ"), ("1", "Đăng ký kết hôn lưu động"), ("2", "Đăng ký khai tử")),
    (("STT", "Nội dung", "Lý do"), ("1", "Đăng ký kết hôn lưu động", "Không còn phù hợp")),
])  # fmt: skip
def test_a_small_table_right_under_a_title(
    tmp_path: Path, table: tuple[tuple[str, ...], ...]
) -> None:
    data = with_end(tmp_path, ("PHỤ LỤC II", ABOLISHED), table)

    assert any("kết hôn lưu động" in words for words in lost(data))


def test_a_code_of_the_list_that_a_line_outside_calls_something_else(tmp_path: Path) -> None:
    data = with_end(tmp_path, ("Ghi chú: thủ tục 1.001193 bị bãi bỏ từ năm sau.",))

    assert "ngoài bảng ghi khác" in said(data)
    assert with_end(tmp_path, ("Ghi chú: 1.001193 là thủ tục mới ban hành.",))["van_de"] == []


def test_the_contents_of_the_procedures_are_no_list(tmp_path: Path) -> None:
    contents = (
        "PHẦN II. NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH",
        "I. THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH CẤP XÃ",
        "1. Đăng ký khai sinh",
        "a) Trình tự thực hiện: nộp hồ sơ.",
    )

    assert with_end(tmp_path, contents)["van_de"] == []


def test_rows_with_roman_numbers_are_no_fields(tmp_path: Path) -> None:
    rows = [
        Entry("moi", None, name, shown={"stt": number})
        for number, name in (("I", "Hỗ trợ chi phí mai táng"), ("II", "Cấp bản sao trích lục"))
    ]
    last = Entry("moi", "1.001193", "Đăng ký khai sinh", shown={"stt": "III", "ghi_chu": "Mới"})

    data = read_back(tmp_path, small(*rows, last, columns=(NUMBER, NAME, CODE, NOTE)))

    assert [item["linh_vuc"] for item in data["muc"]] == [None]
    assert [words for words in lost(data) if "trích lục" in words or "mai táng" in words] == [
        "Hỗ trợ chi phí mai táng",
        "Cấp bản sao trích lục",
    ]


def test_a_bare_field_over_its_rows_stays_a_field(tmp_path: Path) -> None:
    data = read_back(tmp_path, small(Section("HỘ TỊCH", "I"), BIRTH))

    assert [item["linh_vuc"] for item in data["muc"]] == ["Hộ tịch"]
    assert data["van_de"] == []


@pytest.mark.parametrize(("title", "right"), [
    ("công bố 01 thủ tục hành chính mới ban hành và 01 thủ tục hành chính bãi bỏ", False),
    ("công bố 01 thủ tục hành chính mới ban hành", True),
    ("công bố 02 thủ tục hành chính, trong đó 01 thủ tục mới ban hành, 01 thủ tục bãi bỏ", False),
    ("công bố 03 thủ tục hành chính mới ban hành", False),
])  # fmt: skip
def test_the_titles_numbers_kind_by_kind(tmp_path: Path, title: str, right: bool) -> None:  # noqa: FBT001 - a case's truth
    data = read_back(tmp_path, small(BIRTH, trich_yeu=f"Về việc {title}"))

    assert ("đếm lại" not in said(data)) is right
