"""Headings of lists in their many writings, and lines that are none."""

from __future__ import annotations

import pytest

from cchc.province.decision.annex.columns import columns_of, is_figures, is_heading, is_second_line
from cchc.province.decision.annex.headings import Part, part_of


@pytest.mark.parametrize(("text", "part"), [
    ("STT", Part.ORDER), ("Số TT", Part.ORDER), ("TT", Part.ORDER),
    ("Mã TTHC", Part.CODE), ("MÃ SỐ", Part.CODE), ("Mã thủ tục", Part.CODE), ("Số hồ sơ TTHC (1)", Part.CODE),
    ("Tên thủ tục hành chính", Part.NAME), ("Tên TTHC", Part.NAME), ("Thủ tục", Part.NAME), ("Tên thủ tục hành chính được sửa đổi, bổ sung", Part.NAME),
    ("Tên TTHC được thay thế", Part.OLD_NAME), ("Tên TTHC thay thế", Part.NAME), ("Mã TTHC bị thay thế", Part.OLD_CODE), ("Thay thế cho TTHC", Part.OLD_CODE),
    ("Thời hạn giải quyết", Part.TIME), ("Thời gian giải quyết sau cắt giảm", Part.TIME_CUT), ("Thời hạn giải quyết theo quy định", Part.TIME_RULED),
    ("Địa điểm thực hiện", Part.PLACE), ("Nơi tiếp nhận", Part.PLACE), ("Phí, lệ phí (nếu có)", Part.FEE),
    ("Căn cứ pháp lý", Part.BASIS), ("Tên VBQPPL quy định nội dung sửa đổi, bổ sung", Part.BASIS), ("Tên VBQPPL quy định việc bãi bỏ TTHC", Part.BASIS),
    ("Nội dung sửa đổi, bổ sung", Part.CHANGED), ("Lĩnh vực", Part.FIELD), ("Cơ quan thực hiện", Part.AGENCY), ("Ghi chú", Part.NOTE),
    ("Dịch vụ công trực tuyến", Part.ONLINE), ("DVC trực tuyến toàn trình", Part.FULL), ("Một phần", Part.PARTLY),
    ("Mức độ (toàn trình, một phần)", Part.ONLINE), ("Cấp xã", Part.OF_WARD),
    ("Đăng ký khai sinh", None), ("Phiếu đăng ký", None), ("Thủ tục đăng ký khai sinh", None),
])  # fmt: skip
def test_what_a_heading_names(text: str, part: Part | None) -> None:
    assert part_of(text) is part


@pytest.mark.parametrize(("text", "above", "part"), [
    ("Theo quy định", "Thời hạn giải quyết", Part.TIME_RULED),
    ("Sau cắt giảm", "Thời hạn giải quyết", Part.TIME_CUT),
    ("Mã", "Thủ tục hành chính được thay thế", Part.OLD_CODE),
    ("Tên TTHC", "Thủ tục hành chính bị thay thế", Part.OLD_NAME),
    ("Xã", "Cấp thực hiện", Part.OF_WARD),
    ("Cấp xã", "Địa điểm thực hiện", Part.PLACE),
    ("90 ngày", "Thời hạn giải quyết", None),
])  # fmt: skip
def test_a_heading_under_another(text: str, above: str, part: Part | None) -> None:
    assert part_of(text, above) is part


def test_a_heading_on_two_lines() -> None:
    first = ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn giải quyết", "", "Mức độ DVC", "")
    second = ("", "", "", "Theo quy định", "Sau cắt giảm", "Toàn trình", "Một phần")

    assert is_heading(first)
    assert is_second_line(second, first, frozenset())
    assert dict(columns_of(first, second).places) == {
        Part.ORDER: 0, Part.CODE: 1, Part.NAME: 2, Part.TIME_RULED: 3, Part.TIME_CUT: 4, Part.FULL: 5, Part.PARTLY: 6,
    }  # fmt: skip


@pytest.mark.parametrize("row", [
    ("1", "1.001193", "Đăng ký khai sinh", "Trong ngày"),
    ("", "", "Thủ tục đăng ký khai sinh", "Phí: 8.000 đồng"),
    ("STT", "Tên giấy tờ", "Bản chính", "Bản sao"),
    ("TT", "Trình tự thực hiện", "Trách nhiệm", "Thời gian"),
    ("Nơi nhận", "CHỦ TỊCH"),
    ("", "", "", ""),
])  # fmt: skip
def test_rows_that_are_no_heading(row: tuple[str, ...]) -> None:
    assert not is_heading(row)


@pytest.mark.parametrize(
    "row",
    [
        ("", "", "LĨNH VỰC HỘ TỊCH", ""),
        ("1", "", "Đăng ký", "90 ngày"),
        ("", "", "Hỗ trợ chi phí", "90 ngày"),
        ("(1)", "(2)", "(3)", "(4)"),
    ],
)
def test_rows_under_a_heading_that_are_no_second_line(row: tuple[str, ...]) -> None:
    assert not is_second_line(
        row, ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn giải quyết"), frozenset()
    )


def test_a_lone_code_column_belongs_to_the_name_after_it() -> None:
    old_first = columns_of(
        ("STT", "Số hồ sơ TTHC", "Tên TTHC được thay thế", "Tên TTHC thay thế", "Lĩnh vực")
    )
    new_first = columns_of(("STT", "Mã TTHC", "Tên TTHC thay thế", "Tên TTHC được thay thế"))

    assert old_first.places[Part.OLD_CODE] == 1
    assert Part.CODE not in old_first.places
    assert new_first.places[Part.CODE] == 1


def test_figures_under_a_heading_are_no_row() -> None:
    assert is_figures(("(1)", "(2)", "(3)", "(4) = (3) x 2"))
    assert not is_figures(("1", "1.001193", "Đăng ký khai sinh"))
