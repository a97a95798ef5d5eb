"""Which earlier decisions an Điều ends, and whether only a part of one."""

from __future__ import annotations

import pytest

from cchc.province.decision.head.effect import superseded_in

START = "Điều 1. Công bố Danh mục. Điều 2. Quyết định này có hiệu lực kể từ ngày ký. "
OTHER = "Quyết định số 555/QĐ-UBND ngày 02/3/2024 của Chủ tịch UBND tỉnh."


@pytest.mark.parametrize(
    ("clause", "partly"),
    [
        (f"Bãi bỏ thủ tục số 5 Mục I Phụ lục kèm theo {OTHER}", True),
        (f"Bãi bỏ Mục II Phụ lục I ban hành kèm theo {OTHER}", True),
        (f"Thay thế nội dung số thứ tự 3 của {OTHER}", True),
        (f"Bãi bỏ các TTHC có số thứ tự 1, 2 tại {OTHER}", True),
        (f"Quyết định này thay thế một phần {OTHER}", True),
        (f"Quyết định này thay thế {OTHER}", False),
        (f"Bãi bỏ {OTHER}", False),
        (f"Hủy bỏ toàn bộ {OTHER}", False),
    ],
)
def test_part_of_a_decision_is_told_from_the_whole(clause: str, partly: bool) -> None:  # noqa: FBT001 - a case of the table
    found = superseded_in(START + clause, "993/QĐ-UBND")
    assert (found.numbers, found.partly) == (("555/QĐ-UBND",), partly)
