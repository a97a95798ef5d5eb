from __future__ import annotations

import pytest

from cchc.site.lists.collation import first_letter, vietnamese_key


@pytest.mark.parametrize(
    "in_order",
    [
        ["An", "Ăn", "Ân"],
        ["ba", "bà", "bả", "bã", "bá", "bạ"],
        ["ca sĩ", "cá kho", "các"],
        ["Dân số", "Đất đai"],
        ["Dữ liệu", "Đăng ký"],
        ["e", "ê", "o", "ô", "ơ", "u", "ư"],
        ["2 bản", "10 bản", "Cấp"],
        ["Khai sinh", "khai tử"],
        ["Bảo trợ xã hội", "Biển và hải đảo", "Bồi thường nhà nước"],
    ],
)
def test_order_of_the_vietnamese_alphabet(in_order: list[str]) -> None:
    shuffled = [*in_order[1::2], *in_order[::2]]
    assert sorted(shuffled, key=vietnamese_key) == in_order


def test_composed_and_decomposed_letters_stand_together() -> None:
    assert vietnamese_key("Đa\u0306ng ky\u0301")[0] == vietnamese_key("Đăng ký")[0]


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Đăng ký", "Đ"), ("ấp", "Â"), ("Ẵm", "Ă"), ("“Cấp lại”", "C"), ("1 cửa", "#"), ("", "#")],
)
def test_first_letter(name: str, letter: str) -> None:
    assert first_letter(name) == letter
