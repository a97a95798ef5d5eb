"""Steps of a workflow that stand beside a list are no procedures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.province.decision.description import Column, Entry, Listing, Stray
from tests.province.decision.facts import NAME, NUMBER, TIME
from tests.province.decision.small import NEW, PLAIN, read_back, small

BIRTH = Entry("moi", "1.001193", "Đăng ký khai sinh")
LIST = Listing(PLAIN, (BIRTH,), (NEW,))
STEPS = (Stray({"stt": "1", "ten": "Tiếp nhận"}), Stray({"stt": "2", "ten": "Thẩm định"}))


def names(folder: Path, beside: Listing, form: str = "docx") -> list[str]:
    data = read_back(folder, small(listings=(LIST, beside)), form)
    return [item["ten"] for item in data["muc"]]


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
@pytest.mark.parametrize(
    "heading", ["Nội dung công việc", "Trách nhiệm", "Các bước", "Bước thực hiện"]
)
def test_a_table_of_steps(tmp_path: Path, heading: str, form: str) -> None:
    columns = (NUMBER, NAME, TIME, Column("ghi_chu", heading))

    assert names(tmp_path, Listing(columns, STEPS), form) == ["Đăng ký khai sinh"]


def test_a_workflows_annex_that_names_a_kind(tmp_path: Path) -> None:
    title = "QUY TRÌNH NỘI BỘ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG CẤP XÃ"

    found = names(tmp_path, Listing((NUMBER, NAME, TIME), STEPS, ("PHỤ LỤC II", title)))

    assert found == ["Đăng ký khai sinh"]
