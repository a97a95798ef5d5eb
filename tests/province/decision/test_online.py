"""How far a procedure goes online, in the words of the cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.province.decision.description import Column, Entry
from tests.province.decision.facts import CODE, NAME, NUMBER
from tests.province.decision.small import PLAIN, read_back, said, small


@pytest.mark.parametrize(("cell", "level", "doubted"), [
    ("Toàn trình", "toan_trinh", False),
    ("DVC trực tuyến toàn trình (không nộp bản giấy)", "toan_trinh", False),
    ("Toàn trình, không thu phí", "toan_trinh", False),
    ("Toàn trình: không; Một phần: có", "mot_phan", False),
    ("Không toàn trình", None, True),
    ("Chưa đủ điều kiện cung cấp toàn trình", None, True),
    ("Toàn trình: không", None, True),
    ("Không", None, False),
])  # fmt: skip
def test_what_is_denied_is_not_said(
    tmp_path: Path,
    cell: str,
    level: str | None,
    doubted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    columns = (NUMBER, CODE, NAME, Column("muc", "Mức độ DVC trực tuyến"))
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown={"muc": cell})

    data = read_back(tmp_path, small(row, columns=columns))

    assert data["muc"][0]["muc_do_truc_tuyen"] == level
    assert ("mức độ trực tuyến" in said(data)) is doubted


# Not in a PDF: the typeface that the tests print with has no such figures.
@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "txt"])
@pytest.mark.parametrize("cell", ["１.００１１９３", "１．００１１９３"])
def test_full_width_figures_are_figures(tmp_path: Path, form: str, cell: str) -> None:
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown={"ma": cell})

    data = read_back(tmp_path, small(row, columns=PLAIN), form)

    assert [item["ma"] for item in data["muc"]] == ["1.001193"]
