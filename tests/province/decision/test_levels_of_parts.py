"""Who decides: a part that says so otherwise than by a level ends the level before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.province.decision.description import Column, Entry, Section
from tests.province.decision.facts import CODE, NAME, NUMBER
from tests.province.decision.small import read_back, said, small

NEW = "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"
BIRTH = Entry("moi", "1.001193", "Đăng ký khai sinh")
OTHER = Entry("moi", "1.013226", "Cấp phép xây dựng")


@pytest.mark.parametrize(("line", "levels"), [
    ("THUỘC THẨM QUYỀN GIẢI QUYẾT CỦA BAN QUẢN LÝ KHU KINH TẾ, CÔNG NGHIỆP", ["tinh"]),
    ("THUỘC THẨM QUYỀN GIẢI QUYẾT CỦA CÔNG AN THÀNH PHỐ", ["tinh"]),
    ("DO SỞ TƯ PHÁP GIẢI QUYẾT", ["tinh"]),
    ("CẤP PHƯỜNG", ["xa"]),
    ("THỰC HIỆN TẠI CẤP TỈNH", []),
    ("THUỘC THẨM QUYỀN GIẢI QUYẾT CỦA NGÀNH XÂY DỰNG VÀ CÁC ĐƠN VỊ TRỰC THUỘC NGÀNH XÂY DỰNG", []),
])  # fmt: skip
def test_a_part_after_the_wards(tmp_path: Path, line: str, levels: list[str]) -> None:
    rows = (
        Section("THỦ TỤC HÀNH CHÍNH CẤP XÃ", "A"), BIRTH,
        Section(f"THỦ TỤC HÀNH CHÍNH {line}", "B"), OTHER,
    )  # fmt: skip

    data = read_back(tmp_path, small(*rows, before=(NEW,)))

    assert [item["cap"] for item in data["muc"]] == [["xa"], levels]
    assert [item["linh_vuc"] for item in data["muc"]] == [None, None]
    assert ("không rõ cấp nào giải quyết 1 dòng" in said(data)) is (not levels)


def test_who_only_helps_does_not_decide(tmp_path: Path) -> None:
    agency = Column("co_quan", "Cơ quan thực hiện")
    row = Entry(
        "moi", "1.001193", "Cấp phiếu", shown={"co_quan": "Sở Tư pháp; phối hợp UBND cấp xã"}
    )

    data = read_back(tmp_path, small(row, columns=(NUMBER, CODE, NAME, agency), before=(NEW,)))

    assert [item["cap"] for item in data["muc"]] == [["tinh"]]
