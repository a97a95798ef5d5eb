"""A numbered part of a title changes only what it says itself; the rest of the title holds on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.province.decision.description import Entry, Section
from tests.province.decision.small import read_back, said, small

TITLE = "DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG CẤP XÃ"
BIRTH = Entry("sua_doi", "1.001193", "Đăng ký khai sinh")
DEATH = Entry("bai_bo", "1.000656", "Đăng ký khai tử")


@pytest.mark.parametrize("form", ["docx", "pdf", "txt"])
def test_a_part_that_names_the_kind_again_keeps_the_level(tmp_path: Path, form: str) -> None:
    rows = (
        Section("THỦ TỤC HÀNH CHÍNH SỬA ĐỔI", "I"), BIRTH,
        Section("THỦ TỤC HÀNH CHÍNH BÃI BỎ", "II"), DEATH,
    )  # fmt: skip

    data = read_back(tmp_path, small(*rows, before=(TITLE,)), form)

    assert [(item["loai"], item["cap"]) for item in data["muc"]] == [
        ("sua_doi", ["xa"]), ("bai_bo", ["xa"]),
    ]  # fmt: skip


def test_a_titles_count_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    rows = (
        Section("THỦ TỤC HÀNH CHÍNH SỬA ĐỔI", "I"), BIRTH,
        Section("THỦ TỤC HÀNH CHÍNH BÃI BỎ", "II"), DEATH,
    )  # fmt: skip

    right = read_back(tmp_path, small(*rows, before=(f"{TITLE} (02 TTHC)",)))
    wrong = read_back(tmp_path, small(*rows, before=(f"{TITLE} (03 TTHC)",)))

    assert right["van_de"] == []
    assert "ghi 3 thủ tục nhưng đọc được 2 dòng" in said(wrong)


def test_a_part_does_not_inherit_from_the_part_before(tmp_path: Path) -> None:
    rows = (
        Section("THỦ TỤC HÀNH CHÍNH SỬA ĐỔI CẤP XÃ", "A"), BIRTH,
        Section("THỦ TỤC HÀNH CHÍNH BÃI BỎ", "B"), DEATH,
    )  # fmt: skip

    data = read_back(tmp_path, small(*rows, before=()))

    assert [item["cap"] for item in data["muc"]] == [["xa"], []]
