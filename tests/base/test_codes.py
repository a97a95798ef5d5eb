from __future__ import annotations

import pytest

from cchc.base.codes import bare_code, codes_in, is_code, is_internal


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.001193", "1.001193"),
        (" 2.000205.000.00.00.H17 ", "2.000205"),
        ("1.013226.H17", "1.013226"),
        ("1.001193.01", "1.001193"),
        ("Mã 1.001193 (cũ)", "1.001193"),
        ("1.001193 và 1.001193", "1.001193"),
        ("1.001193; 2.000815", None),
        ("1.500.000 đồng", None),
        ("1.0011934", None),
        ("１.００１１９３", "1.001193"),
        ("１．００１１９３．０１", "1.001193"),
        ("١.٠٠١١٩٣", None),
        ("", None),
    ],
)
def test_the_code_is_the_first_eight_characters(cell: str, code: str | None) -> None:
    assert bare_code(cell) == code


def test_several_codes_in_one_row_keep_their_order() -> None:
    assert codes_in("2.001023, 2.002621,\n2.000986 (2.001023)") == (
        "2.001023",
        "2.002621",
        "2.000986",
    )


def test_a_code_with_a_suffix_is_no_bare_code() -> None:
    assert is_code("1.001193")
    assert not is_code("1.001193.01")


def test_five_and_six_are_internal() -> None:
    assert is_internal("5.000001")
    assert is_internal("6.000001")
    assert not is_internal("3.000182")
