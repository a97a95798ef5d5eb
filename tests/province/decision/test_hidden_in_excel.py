"""What a workbook hides is read, and a person is told to look."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.description import Entry
from tests.province.decision.make import make
from tests.province.decision.small import said, small

BIRTH = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",))


def test_hidden_rows_and_sheets_are_doubts(tmp_path: Path) -> None:
    path = make(tmp_path, small(BIRTH), "xlsx")
    assert as_json(read_decision(path))["van_de"] == []
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[-1]
    sheet.row_dimensions[sheet.max_row].hidden = True
    book.create_sheet("Nháp")["A1"] = "Ghi chú"
    book["Nháp"].sheet_state = "hidden"
    book.save(path)

    data = as_json(read_decision(path))

    assert "1 hàng ẩn" in said(data)
    assert "trang tính ẩn" in said(data)
    assert "“Nháp”" in said(data)
    assert [item["ma"] for item in data["muc"]] == ["1.001193"]
