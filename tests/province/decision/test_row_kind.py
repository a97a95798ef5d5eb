"""What a row's own cells may say of its kind, and what they may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.province.decision.description import Column, Entry
from tests.province.decision.facts import CODE, NAME, NUMBER
from tests.province.decision.small import read_back, said, small

AMENDED = "DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG CẤP XÃ"
NEW = "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH CẤP XÃ"
UNSAID = "DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP XÃ"
CHANGED = (NUMBER, CODE, NAME, Column("doi", "Nội dung sửa đổi, bổ sung"))
REMARKS = (NUMBER, CODE, NAME, Column("chu", "Ghi chú"))


def birth(**shown: str) -> Entry:
    return Entry(None, "1.001193", "Đăng ký khai sinh", ("xa",), shown=shown)


@pytest.mark.parametrize("cell", [
    "Bãi bỏ thành phần hồ sơ: bản sao sổ hộ khẩu", "Thay thế mẫu tờ khai số 01", "Bãi bỏ lệ phí",
])  # fmt: skip
def test_what_an_amendment_changes_is_not_its_kind(tmp_path: Path, cell: str) -> None:
    data = read_back(tmp_path, small(birth(doi=cell), columns=CHANGED, before=(AMENDED,)))

    assert data["muc"][0]["loai"] == "sua_doi"
    assert data["van_de"] == []


@pytest.mark.parametrize("cell", [
    "Bãi bỏ", "Đã bị bãi bỏ", "Thủ tục này bị bãi bỏ theo Luật Hộ tịch",
])  # fmt: skip
@pytest.mark.parametrize(("columns", "part"), [(CHANGED, "doi"), (REMARKS, "chu")])
def test_a_cell_against_its_section_is_doubted(
    tmp_path: Path, cell: str, columns: tuple[Column, ...], part: str
) -> None:
    row = birth(**{part: cell})

    data = read_back(tmp_path, small(row, columns=columns, before=(AMENDED,)))

    assert data["muc"][0]["loai"] == "sua_doi"
    assert "bãi bỏ" in said(data).casefold()


@pytest.mark.parametrize(("cell", "kind"), [
    ("Bãi bỏ", "bai_bo"), ("TTHC bị bãi bỏ", "bai_bo"), ("Sửa đổi, bổ sung.", "sua_doi"),
    ("Mới ban hành", "moi"), ("Bãi bỏ lệ phí", None), ("Không thay thế", None),
])  # fmt: skip
def test_a_remark_is_the_kind_where_it_is_nothing_else(
    tmp_path: Path, cell: str, kind: str | None
) -> None:
    data = read_back(tmp_path, small(birth(chu=cell), columns=REMARKS, before=(UNSAID,)))

    assert data["muc"][0]["loai"] == kind
    assert bool(data["van_de"]) is (kind is None)


def test_the_column_of_changes_never_decides(tmp_path: Path) -> None:
    data = read_back(tmp_path, small(birth(doi="Bãi bỏ"), columns=CHANGED, before=(UNSAID,)))

    assert data["muc"][0]["loai"] is None
    assert "không rõ loại thay đổi" in said(data)


def test_a_new_procedure_that_takes_an_old_ones_place_is_new(tmp_path: Path) -> None:
    row = birth(chu="Thay thế TTHC 1.000656")

    data = read_back(tmp_path, small(row, columns=REMARKS, before=(NEW,)))

    assert (data["muc"][0]["loai"], data["muc"][0]["thay_cho"]) == ("moi", ["1.000656"])
    assert data["van_de"] == []
