"""The head of a decision: number, date, issuer, title; a decision or a list."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from cchc.province.decision.files.blocks import Paragraph, Row
from cchc.province.decision.head.head_checks import NO_NUMBER
from cchc.province.decision.head.heading import looks_like_decision, read_heading
from cchc.province.decision.read import read_decision, read_if_decision
from cchc.province.decision.report import as_json
from tests.province import sheets
from tests.province.decision.description import Entry
from tests.province.decision.facts import articles
from tests.province.decision.make import make
from tests.province.decision.make_xlsx import write_annex_alone
from tests.province.decision.small import read_back, small
from tests.province.sheets import BIRTH

LINES = (
    "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "TỈNH QUẢNG BÌNH | Độc lập - Tự do - Hạnh phúc",
    "Số: 3218/QĐ-UBND | Quảng Bình, ngày 18 tháng 11 năm 2024",
    "QUYẾT ĐỊNH",
    "Về việc công bố Danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của",
    "UBND cấp huyện",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG BÌNH",
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010;",
    "Điều 1. Công bố.",
)


def paragraphs(*lines: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line) for line in lines)


def test_a_head_in_lines() -> None:
    heading = read_heading(paragraphs(*LINES))

    assert heading.number == "3218/QĐ-UBND"
    assert heading.signed == dt.date(2024, 11, 18)
    assert heading.issuer == "UBND tỉnh Quảng Bình"
    assert heading.title.endswith("giải quyết của UBND cấp huyện")


@pytest.mark.parametrize("written", [
    "Số: 3218/QĐ-UBND", "Số:3218 /QĐ - UBND", "Số 3218/QÐ-UBND".replace("Ð", "Đ"), "Số: 3218/QĐ-UВND", "số: 3218/QĐ–UBND",
])  # fmt: skip
def test_writings_of_one_number(written: str) -> None:
    assert read_heading(paragraphs(written)).number == "3218/QĐ-UBND"


@pytest.mark.parametrize(("line", "issuer"), [
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", "UBND thành phố Huế"),
    ("CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH KON TUM", "UBND tỉnh Kon Tum"),
    ("Chủ tịch Ủy ban nhân dân thành phố Hải Phòng", "UBND thành phố Hải Phòng"),
    ("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", "UBND tỉnh Quảng Trị"),
])  # fmt: skip
def test_who_issued_it(line: str, issuer: str) -> None:
    assert (
        read_heading(
            paragraphs("Số: 1/QĐ-UBND", "QUYẾT ĐỊNH", "Về việc công bố", line, "Điều 1. Công bố.")
        ).issuer
        == issuer
    )


def test_an_annex_that_names_another_decision_is_doubted(tmp_path: Path) -> None:
    decision = small(
        Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",)),
        title_lines=("PHỤ LỤC", "(Kèm theo Quyết định số 99/QĐ-UBND ngày 02/3/2026)"),
    )

    doubts = read_decision(make(tmp_path, decision, "docx")).doubts

    assert any("99/QĐ-UBND" in doubt.message for doubt in doubts)


def test_a_draft_without_number_is_read_and_says_so(tmp_path: Path) -> None:
    decision = small(Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",)), so="     /QĐ-UBND")

    read = read_decision(make(tmp_path, decision, "docx").rename(tmp_path / "du-thao.docx"))

    assert (read.number, as_json(read)["so"]) == (NO_NUMBER, None)
    assert any("số của quyết định" in doubt.message for doubt in read.doubts)


def test_a_number_may_come_from_the_files_name(tmp_path: Path) -> None:
    decision = small(Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",)), so="     /QĐ-UBND")

    read = read_decision(make(tmp_path, decision, "docx").rename(tmp_path / "77-QD-UBND.docx"))

    assert read.number == "77/QĐ-UBND"
    assert any("theo tên tệp" in doubt.message for doubt in read.doubts)


def test_a_decision_is_told_from_a_list(tmp_path: Path) -> None:
    decision = small(Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",)))

    assert looks_like_decision(paragraphs(*LINES))
    assert not looks_like_decision(
        (Paragraph("DANH SÁCH THỦ TỤC HÀNH CHÍNH"), Row(("Mã số", "Tên", "QĐ công bố 12/QĐ-UBND")))
    )
    assert read_if_decision(sheets.national_list(tmp_path / "danh-sach.xlsx", [BIRTH])) is None
    for form in ("docx", "xlsx", "pdf", "html", "txt"):
        assert read_if_decision(make(tmp_path, decision, form)) is not None
    assert read_if_decision(write_annex_alone(tmp_path / "phu-luc.xlsx", decision)) is not None


@pytest.mark.parametrize(
    "content", ['{"ma": "1.001193"}', "[1]", "ma\tten\n1.001193\tĐăng ký khai sinh\n"]
)
def test_records_and_tables_of_services_are_no_decisions(tmp_path: Path, content: str) -> None:
    path = tmp_path / "tep"
    path.write_text(content, encoding="utf-8")

    assert read_if_decision(path) is None


def dated(line: str, *, title: str = "Về việc công bố") -> tuple[Paragraph, ...]:
    return paragraphs("Số: 1/QĐ-UBND", line, "QUYẾT ĐỊNH", title, "Điều 1. Công bố.")


def test_a_day_left_blank_is_not_taken_from_the_title() -> None:
    title = "Về việc công bố danh mục theo Nghị định của Chính phủ, ngày 09 tháng 6 năm 2025"

    assert read_heading(dated("Huế, ngày     tháng 3 năm 2026", title=title)).signed is None
    assert read_heading(dated("Huế, ngày 02 tháng 3 năm 2026", title=title)).signed == dt.date(
        2026, 3, 2
    )


@pytest.mark.parametrize(("changes", "doubt"), [
    ({"ngay_ky": "2062-03-02"}, "không hợp lý"),
    ({"articles": articles("mới", "Điều 3. Quyết định này có hiệu lực từ ngày 02/3/2025.")}, "trước ngày ký"),
    ({"title_lines": ("PHỤ LỤC", "(Kèm theo Quyết định số 77/QĐ-UBND ngày 05/3/2026)")}, "05/03/2026, khác ngày"),
])  # fmt: skip
def test_days_that_cannot_be_are_doubted(
    tmp_path: Path, changes: dict[str, Any], doubt: str
) -> None:
    data = read_back(
        tmp_path, small(Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",)), **changes)
    )

    assert [doubt in problem["noi_dung"] for problem in data["van_de"]] == [True]
