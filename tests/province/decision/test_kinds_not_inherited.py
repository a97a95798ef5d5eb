"""A kind holds for what stands under its title; what another title says ends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cchc.province.decision.read import read_decision
from tests.province.decision.description import Column, Entry, Listing, Section
from tests.province.decision.facts import CODE, NAME, NUMBER
from tests.province.decision.make import make
from tests.province.decision.small import PLAIN, read_back, said, small

AMENDED = "DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG CẤP XÃ"
BIRTH = Entry("sua_doi", "1.001193", "Đăng ký khai sinh")
DEATH = Entry(None, "1.000656", "Đăng ký khai tử")


def kinds(data: dict[str, Any]) -> list[str | None]:
    return [item["loai"] for item in data["muc"]]


@pytest.mark.parametrize(
    "words", ["HẾT HIỆU LỰC", "KHÔNG CÒN HIỆU LỰC", "BỊ LOẠI BỎ", "GIỮ NGUYÊN"]
)
def test_an_annex_whose_title_names_none_of_the_kinds(tmp_path: Path, words: str) -> None:
    other = Listing(PLAIN, (DEATH,), ("PHỤ LỤC II", f"DANH MỤC THỦ TỤC HÀNH CHÍNH {words} CẤP XÃ"))
    decision = small(
        trich_yeu="Về việc công bố Danh mục thủ tục hành chính được sửa đổi, bổ sung",
        listings=(Listing(PLAIN, (BIRTH,), (AMENDED,)), other),
    )

    data = read_back(tmp_path, decision)

    assert kinds(data) == ["sua_doi", None]
    assert "không rõ loại thay đổi" in said(data)
    assert [item["cap"] for item in data["muc"]] == [["xa"], ["xa"]]


def test_a_part_that_names_none_of_the_kinds(tmp_path: Path) -> None:
    rows = (
        Section("THỦ TỤC HÀNH CHÍNH SỬA ĐỔI", "I"), BIRTH,
        Section("THỦ TỤC HÀNH CHÍNH KHÔNG CÒN HIỆU LỰC", "II"), DEATH,
    )  # fmt: skip

    data = read_back(tmp_path, small(*rows, before=(AMENDED,)))

    assert kinds(data) == ["sua_doi", None]
    assert [item["linh_vuc"] for item in data["muc"]] == [None, None]


def test_the_next_numbered_part_without_a_kind(tmp_path: Path) -> None:
    decision = small(
        listings=(
            Listing(PLAIN, (BIRTH,), ("I. Danh mục thủ tục hành chính sửa đổi cấp xã",)),
            Listing(PLAIN, (DEATH,), ("II. Các thủ tục khác",)),
        )
    )

    assert kinds(read_back(tmp_path, decision)) == ["sua_doi", None]


def test_the_parts_of_a_title_that_names_the_kind_need_not_repeat_it(tmp_path: Path) -> None:
    rows = (
        Section("LĨNH VỰC HỘ TỊCH", "I"), BIRTH,
        Section("CÁC THỦ TỤC KHÁC", "II"), Entry("sua_doi", "1.000656", "Đăng ký khai tử"),
    )  # fmt: skip

    assert kinds(read_back(tmp_path, small(*rows, before=(AMENDED,)))) == ["sua_doi", "sua_doi"]


def test_a_sheet_without_a_title(tmp_path: Path) -> None:

    path = make(tmp_path, small(BIRTH, before=(AMENDED,)), "xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Khác")
    for row in (("STT", "Mã TTHC", "Tên thủ tục hành chính"), ("1", "1.000656", "Khai tử")):
        sheet.append(row)
    book.save(path)

    kinds_read = [item.kind for item in read_decision(path).items]
    assert kinds_read[1] is None


def test_a_row_whose_state_is_none_of_the_kinds(tmp_path: Path) -> None:
    state = Column("loai", "Trạng thái")
    rows = (
        Entry("sua_doi", "1.001193", "Đăng ký khai sinh", shown={"loai": "Sửa đổi"}),
        Entry(None, "1.000656", "Đăng ký khai tử", shown={"loai": "Hết hiệu lực"}),
    )

    decision = small(*rows, columns=(NUMBER, CODE, NAME, state), before=(AMENDED,))

    assert kinds(read_back(tmp_path, decision)) == ["sua_doi", None]


def test_a_title_that_amends_an_earlier_decision_names_no_kind(tmp_path: Path) -> None:
    title = (
        "Về việc sửa đổi, bổ sung Quyết định số 555/QĐ-UBND công bố danh mục thủ tục hành chính"
        " mới ban hành"
    )

    data = read_back(tmp_path, small(DEATH, before=("A. THỦ TỤC CẤP XÃ",), trich_yeu=title))

    assert kinds(data) == [None]
