"""extra.ward.truyen_thanh: what a person writes there, and what is said where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.base.ward import load_ward

SHIPPED = (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8")


def settings(root: Path, written: str) -> Path:
    """Write the ward's settings with a line in place of `viet_tat: {}`."""
    assert "      viet_tat: {}" in SHIPPED
    text = SHIPPED.replace("      viet_tat: {}", f"      {written}")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("viet_tat:", {}),
        ("viet_tat: {}", {}),
        ("viet_tat: {TTVH: Trung tâm Văn hóa}", {"TTVH": "Trung tâm Văn hóa"}),
    ],
)
def test_abbreviations_are_pairs_or_none(
    tmp_path: Path, written: str, held: dict[str, str]
) -> None:
    assert load_ward(settings(tmp_path, written)).loudspeaker.abbreviations == held


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("viet_tat: [UBND]", "mỗi dòng một cặp"),
        ("viet_tat: {A: 3}", "phải là chữ"),
        ('viet_tat: {A: ""}', "để trống"),
        ("doc_cham: 10", "không hợp lý"),
        ("doc_nhanh: nhanh", "phải là số nguyên"),
        ("loi_chaoo: Xin chào", "không có mục nào tên như vậy"),
    ],
)
def test_fault_is_told_in_vietnamese_with_its_line(tmp_path: Path, written: str, told: str) -> None:
    line = SHIPPED[: SHIPPED.index("      viet_tat: {}")].count("\n") + 1
    with pytest.raises(Refused, match=told) as refused:
        load_ward(settings(tmp_path, written))
    assert refused.value.problems[0].line == line
