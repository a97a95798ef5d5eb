from __future__ import annotations

import datetime as dt
from typing import Any

from cchc.procedures.decision import Decision, DecisionState
from cchc.procedures.parts import PublishingDecision
from cchc.site.history.changes_page import changes_page, latest
from cchc.site.history.events import badge, events, marks
from cchc.site.search.search_rows import plain_text
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
    kinds = {(each.entry.procedure.code, each.day): each.kind for each in events(PORTAL)}
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


NUMBER = "3582/QĐ-UBND"
RECORD = {"ngay": "2026-11-20", "quyet_dinh": {"so": NUMBER, "ngay": "2026-11-10"}}
END = {"ngay": "2026-11-20", "quyet_dinh": {"so": NUMBER}, "thay_bang": ["3.000722"]}
DECISION = Decision.model_validate(
    {"so": NUMBER, "ngay_ky": "2026-11-10", "hieu_luc": "2026-11-20", "trang_thai": "da_xac_nhan",
     "trich_yeu": "Về việc công bố Danh mục", "nguon": {"dia_chi": "https://hue.gov.vn/3582.pdf"}}
)  # fmt: skip
REPLACED = portal_of(
    procedure("2.000001", "Cũ"),
    version(procedure("2.000001", "Cũ", bai_bo=END, lich_su=[RECORD | {"loai": "thay_the"}]),
            "2026-11-20"),
    version(procedure("3.000722", "Mới", lich_su=[RECORD | {"loai": "thay_the"}]), "2026-11-20"),
    decisions=[DECISION],
)  # fmt: skip


def test_decision_stands_once_with_its_link_and_all_it_changes() -> None:
    html = changes_page(REPLACED).html
    assert html.count("https://hue.gov.vn/3582.pdf") == 1
    said = plain_text(html)
    assert "Về việc công bố Danh mục" in said
    assert "Bị thay thế Cũ 2.000001 thay bằng 3.000722" in said
    assert "Thay thế Mới 3.000722" in said


def test_proposal_that_nobody_confirmed_gives_no_link_and_no_title() -> None:
    proposed = DECISION.model_copy(update={"state": DecisionState.PROPOSED})
    portal = portal_of(*REPLACED.catalogue.versions["3.000722"], decisions=[proposed])
    assert "hue.gov.vn" not in changes_page(portal).html


def test_version_taken_back_is_no_event() -> None:
    back = {"ngay": "2026-11-21", "vi_sao": "nhầm"}
    portal = portal_of(procedure(), version(procedure(thu_hoi=back), "2026-11-20"))
    assert events(portal) == ()


def test_badges_go_after_the_days_of_the_setting() -> None:
    amended = version(procedure(lich_su=[RECORD | {"loai": "sua_doi"}]), "2026-11-20")
    for day, expected in (("2026-11-19", ""), ("2026-11-20", "amended"), ("2026-12-20", "")):
        portal = portal_of(procedure(), amended, day=dt.date.fromisoformat(day))
        assert badge(portal.entries["1.001193"], portal) == expected
    assert badge(REPLACED.entries["3.000722"], REPLACED) == "new"
    assert badge(REPLACED.ended["2.000001"], REPLACED) == "ended"


def test_old_years_are_one_closed_list_each() -> None:
    old = version(procedure("1.000001", "Xưa"), "2024-05-01")
    page = changes_page(portal_of(old, version(procedure(), "2026-10-15")))
    assert "Năm 2024: 1 thay đổi" in page.html
    assert "Tháng 05/2024" not in page.html


def test_number_that_comes_again_another_year_is_another_decision() -> None:
    link = {"source": DECISION.source.model_copy(update={"address": "https://hue.gov.vn/2025.pdf"})}
    older = DECISION.model_copy(update={"signed": dt.date(2025, 11, 10), **link})
    portal = portal_of(*REPLACED.catalogue.versions["3.000722"], decisions=[DECISION, older])
    html = changes_page(portal).html
    assert "https://hue.gov.vn/3582.pdf" in html
    assert "2025.pdf" not in html


def test_decision_cited_without_a_date_that_might_be_two_gives_no_link() -> None:
    older = DECISION.model_copy(update={"signed": dt.date(2025, 11, 10)})
    cited = PublishingDecision(number=NUMBER)
    assert portal_of(procedure(), decisions=[DECISION]).decision_of(cited) == DECISION
    assert portal_of(procedure(), decisions=[DECISION, older]).decision_of(cited) is None


def test_decision_on_many_procedures_is_a_closed_list_with_the_count_of_each_kind() -> None:
    new = [version(procedure(f"1.0000{n:02}", lich_su=[RECORD | {"loai": "moi"}]), "2026-11-20")
           for n in range(9)]  # fmt: skip
    said = plain_text(changes_page(portal_of(*new)).html)
    assert "Xem 9 thủ tục (mới ban hành: 9)" in said
    assert "Xem 8 thủ tục" not in plain_text(changes_page(portal_of(*new[:8])).html)


def test_list_marks_what_is_new_and_what_is_to_come_with_its_day() -> None:
    amended = version(procedure(lich_su=[RECORD | {"loai": "sua_doi"}]), "2026-11-20")
    later = version(procedure(bai_bo=END | {"ngay": "2027-01-01"}), "2027-01-01")
    portal = portal_of(procedure(), amended, later)
    assert marks(portal.entries["1.001193"], portal) == (
        ("amended", "Sửa đổi"),
        ("coming", "Sắp bị bãi bỏ từ 01/01/2027"),
    )
    awaited = portal_of(version(procedure(), "2027-03-01"))
    assert marks(awaited.awaited["1.001193"], awaited) == (
        ("coming", "Sắp có hiệu lực từ 01/03/2027"),
    )
