"""A decision that corrects another, and two decisions in one file."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.description import Entry
from tests.province.decision.facts import SIGNING, articles
from tests.province.decision.make import make
from tests.province.decision.small import read_back, said, small

BIRTH = Entry("bai_bo", "1.001193", "Đăng ký khai sinh", ("xa",))
CORRECTED = "Quyết định số 901/QĐ-UBND ngày 02/3/2026"


@pytest.mark.parametrize(("title", "first"), [
    (f"Về việc đính chính {CORRECTED} công bố Danh mục thủ tục hành chính bị bãi bỏ", "Điều 1. Sửa lại mã."),
    (f"Đính chính Danh mục thủ tục hành chính ban hành kèm theo {CORRECTED}", "Điều 1. Như phụ lục."),
    ("Về một số nội dung", f"Điều 1. Đính chính phụ lục {CORRECTED} công bố thủ tục hành chính."),
])  # fmt: skip
def test_a_correction_publishes_nothing(tmp_path: Path, title: str, first: str) -> None:
    data = read_back(tmp_path, small(BIRTH, trich_yeu=title, articles=(first, SIGNING)))

    assert data["loai_van_ban"] == "khac"
    assert "đính chính" in said(data)


def test_the_corrected_decision_is_named(tmp_path: Path) -> None:
    title = f"Về việc đính chính {CORRECTED} công bố thủ tục hành chính bị bãi bỏ"

    data = read_back(tmp_path, small(BIRTH, trich_yeu=title, before=("NỘI DUNG ĐÍNH CHÍNH",)))

    assert "901/QĐ-UBND" in said(data)
    assert data["muc"][0]["loai"] is None


@pytest.mark.parametrize("title", [
    "Về việc công bố Danh mục thủ tục hành chính đính chính giấy chứng nhận quyền sử dụng đất",
    "Về việc công bố thủ tục hành chính về đính chính giấy chứng nhận đã cấp theo quyết định giao đất",
])  # fmt: skip
def test_procedures_that_correct_papers_are_published(tmp_path: Path, title: str) -> None:
    data = read_back(tmp_path, small(BIRTH, trich_yeu=title, articles=articles("mới", SIGNING)))

    assert data["loai_van_ban"] == "cong_bo"
    assert "đính chính" not in said(data)


def test_two_decisions_in_one_file_are_doubted(tmp_path: Path) -> None:
    (tmp_path / "2").mkdir()
    first = make(tmp_path, small(BIRTH), "docx")
    second = make(tmp_path / "2", small(BIRTH, so="78/QĐ-UBND"), "docx")
    both = docx.Document(first.as_posix())
    for element in docx.Document(second.as_posix()).element.body:
        both.element.body.append(element)
    both.save((tmp_path / "hai.docx").as_posix())

    data = as_json(read_decision(tmp_path / "hai.docx"))

    assert data["so"] == "77/QĐ-UBND"
    assert "tệp có 2 quyết định (77/QĐ-UBND và 78/QĐ-UBND)" in said(data)
