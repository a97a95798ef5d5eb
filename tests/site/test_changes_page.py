from __future__ import annotations

import datetime as dt
from typing import Any

from cchc.site.changes_page import changes, changes_page, latest
from cchc.site.search_rows import plain_text
from tests.site.samples import portal_of, procedure, version

BASIS: dict[str, Any] = {"quyet_dinh": {"so": "3501/QĐ-UBND", "ngay": "2026-09-01"}}
PORTAL = portal_of(
    procedure("1.001193"),
    version(procedure("1.001193", **BASIS), "2027-03-01"),
    version(procedure("1.001193"), "2026-10-15"),
    version(procedure("3.000722", "Bán lẻ thuốc"), "2027-01-10"),
    version(procedure("2.000815", "Chứng thực"), "2026-10-01"),
)


def test_what_comes_stands_first_then_what_happened_month_by_month() -> None:
    assert [each.words for each in changes_page(PORTAL).headings] == [
        "Thay đổi về thủ tục",
        "Sắp có hiệu lực",
        "Tháng 01/2027",
        "Tháng 03/2027",
        "Đã có hiệu lực",
        "Tháng 10/2026",
    ]


def test_kinds() -> None:
    kinds = {(each.entry.procedure.code, each.day): each.kind for each in changes(PORTAL)}
    assert kinds[("3.000722", dt.date(2027, 1, 10))] == "Thủ tục mới"
    assert kinds[("2.000815", dt.date(2026, 10, 1))] == "Thủ tục mới"
    assert kinds[("1.001193", dt.date(2026, 10, 15))] == "Nội dung mới"


def test_each_change_names_its_decision_or_says_that_none_is_known() -> None:
    said = plain_text(changes_page(PORTAL).html)
    assert "Quyết định số 3501/QĐ-UBND ngày 01/09/2026" in said
    assert "Quyết định công bố: Chưa có thông tin" in said


def test_the_next_ones_come_before_the_latest() -> None:
    days = [each.day.isoformat() for each in latest(PORTAL, 3)]
    assert days == ["2027-01-10", "2027-03-01", "2026-10-15"]


def test_nothing_changed_yet() -> None:
    said = plain_text(changes_page(portal_of(procedure())).html)
    assert "Chưa có thay đổi nào được ghi nhận." in said
