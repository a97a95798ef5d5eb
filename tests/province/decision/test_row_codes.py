"""Every code of a row is its own, one that it ends, or named in a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.province.decision.annex.cell_codes import old_codes
from cchc.province.decision.annex.name_codes import code_in_name
from tests.province.decision.description import Column, Entry
from tests.province.decision.facts import CODE, NAME, NUMBER
from tests.province.decision.small import PLAIN, read_back, said, small

REMARKS = (NUMBER, CODE, NAME, Column("chu", "Ghi chú"))


@pytest.mark.parametrize(("text", "codes"), [
    ("Thay thế TTHC 1.000893", ("1.000893",)),
    ("Thay thế TTHC 1.000893, 1.001022", ("1.000893", "1.001022")),
    ("Thay thế TTHC 1.000893; 1.001022; mã 1.001193", ("1.000893", "1.001022", "1.001193")),
    ("Thay thế các thủ tục: Việc A (1.000893); Việc B (1.001022)", ("1.000893", "1.001022")),
    ("Thay thế TTHC 1.000893; dùng chung với TTHC 1.001022", ("1.000893",)),
    ("Thay thế TTHC 1.000893, thực hiện cùng TTHC 1.001022", ("1.000893",)),
    ("Thay thế TTHC 1.000893. Xem TTHC 1.001022.", ("1.000893",)),
    ("Không thay thế TTHC 1.000656", ()),
    ("Thay thế một phần TTHC 1.000893", ()),
])  # fmt: skip
def test_what_a_remark_says_is_replaced(text: str, codes: tuple[str, ...]) -> None:
    assert old_codes(text) == codes


@pytest.mark.parametrize(("written", "code", "name"), [
    ("1.001193 - Đăng ký khai sinh", "1.001193", "Đăng ký khai sinh"),
    ("Đăng ký khai sinh (1.001193)", "1.001193", "Đăng ký khai sinh"),
    ("Đăng ký khai sinh (mã TTHC: 1.001193.000.00.00.H57)", "1.001193", "Đăng ký khai sinh"),
    ("Đăng ký khai sinh (1.001193) lưu động", "1.001193", "Đăng ký khai sinh lưu động"),
    ("Đăng ký khai sinh - mã số 1.001193", "1.001193", "Đăng ký khai sinh"),
])  # fmt: skip
def test_the_own_code_in_a_name(written: str, code: str, name: str) -> None:
    assert code_in_name(written) == (code, name)


@pytest.mark.parametrize("name", [
    "Hỗ trợ chi phí mai táng (thay thế thủ tục mã 1.001193)",
    "Cấp giấy A (theo quy trình của thủ tục 1.000894)",
    "Cấp giấy B, hợp nhất từ TTHC 1.000656",
    "Cấp giấy C theo mã 1.000656 và giấy D",
])  # fmt: skip
def test_another_ones_code_in_a_name(name: str) -> None:
    assert code_in_name(name) == (None, name)


@pytest.mark.parametrize(("note", "old", "doubted"), [
    ("Không thay thế TTHC 1.000656", [], "1.000656"),
    ("Thay thế một phần TTHC 1.000656", [], "1.000656"),
    ("Thay thế TTHC 1.000893; dùng chung với TTHC 1.000656", ["1.000893"], "1.000656"),
])  # fmt: skip
def test_a_code_that_the_row_only_mentions_is_doubted(
    tmp_path: Path, note: str, old: list[str], doubted: str
) -> None:
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown={"chu": note})

    data = read_back(tmp_path, small(row, columns=REMARKS))

    assert (data["muc"][0]["ma"], data["muc"][0]["thay_cho"]) == ("1.001193", old)
    assert f"còn nhắc mã {doubted};" in said(data)


def test_the_name_with_another_ones_code_stays_whole(tmp_path: Path) -> None:
    name = "Hỗ trợ chi phí mai táng (thay thế thủ tục mã 1.001193)"

    data = read_back(tmp_path, small(Entry("moi", None, name, ("xa",))))

    (item,) = data["muc"]
    assert (item["ma"], item["ten"], item["thay_cho"]) == (None, name, ["1.001193"])


@pytest.mark.parametrize(("cell", "left"), [
    ("1.001193; 1.00089", "1.00089"), ("1.001193 (một phần)", "một phần"),
])  # fmt: skip
def test_what_a_cell_holds_besides_its_code_is_doubted(
    tmp_path: Path, cell: str, left: str
) -> None:
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown={"ma": cell})

    data = read_back(tmp_path, small(row))

    assert data["muc"][0]["ma"] == "1.001193"
    assert left in said(data)


@pytest.mark.parametrize("cell", [
    "1.001193", "Mã: 1.001193", "1.001193.\n000.00.00.\nH57", "1.001193 (mới)", "1.001193\n1.001193",
])  # fmt: skip
def test_a_cell_of_one_code_is_no_problem(tmp_path: Path, cell: str) -> None:
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown={"ma": cell})

    data = read_back(tmp_path, small(row))

    assert [item["ma"] for item in data["muc"]] == ["1.001193"]
    assert data["van_de"] == []


def test_two_columns_of_names_are_doubted(tmp_path: Path) -> None:
    columns = (*PLAIN, Column("sau", "Tên thủ tục hành chính sau sửa đổi"))
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown={"sau": "Khai sinh"})

    data = read_back(tmp_path, small(row, columns=columns))

    assert "hai cột “Tên thủ tục”" in said(data)


def test_two_columns_of_codes_are_doubted_and_no_code_is_lost(tmp_path: Path) -> None:
    columns = (
        NUMBER,
        Column("ma", "Mã TTHC hiện hành"),
        NAME,
        Column("ma_moi", "Mã TTHC thay thế"),
        Column("ten_moi", "Tên TTHC thay thế"),
    )
    shown = {"ma_moi": "1.019999", "ten_moi": "Khai sinh"}
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown=shown)

    data = read_back(tmp_path, small(row, columns=columns))

    assert "hai cột" in said(data)
    assert "1.019999" in said(data)
