"""Plans: what the check refuses, how far a plan is on a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.reform.kinds import check_reform, load_reform, schemas
from cchc.reform.periods import NotAPeriodError, period
from cchc.reform.plan import Plan
from cchc.reform.plan_faults import PLAN
from cchc.reform.progress import State, dues, tally
from cchc.reform.store import canonical_sheet, read_sheet

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 24)
PATH = "docs/cai-cach/ke-hoach/2026.yml"


def plan(text: str) -> Plan:
    return read_sheet(PLAN, PATH, text.encode())


TRACKED = """\
theo_doi: true
nhiem_vu:
- ma: VP5
  ten: Báo cáo quý
  don_vi: van-phong
  nhip: hang_quy
  sau_ky: 5
  da_lam:
  - ngay: "2026-04-03"
    ky: 2026-Q1
    minh_chung:
    - ten: Báo cáo số 12/BC-UBND ngày 03/4/2026
  - ngay: "2026-07-20"
    ky: 2026-Q2
    minh_chung:
    - ten: Báo cáo số 40/BC-UBND ngày 20/7/2026
- ma: VP3
  ten: Lập kế hoạch
  don_vi: van-phong
  han: "2026-12-05"
- ma: VP1
  ten: Công khai thủ tục
  don_vi: van-phong
  nhip: thuong_xuyen
- ma: TC1
  ten: Công khai tài chính
  don_vi: tai-chinh
  han: "2026-06-30"
  thoi: chuyen_nam_sau
"""


def test_each_due_time_stands_where_it_is_on_the_day() -> None:
    found = [(each.task.key, each.period.name if each.period else "", each.state)
             for each in dues(plan(TRACKED), 2026, DAY)]  # fmt: skip
    assert found == [
        ("VP5", "2026-Q3", State.LATE),
        ("VP5", "2026-Q1", State.DONE),
        ("TC1", "", State.HALTED),
        ("VP5", "2026-Q2", State.DONE_LATE),
        ("VP3", "", State.SOON),
        ("VP5", "2026-Q4", State.OPEN),
    ]


def test_days_after_the_period_are_the_plan_s_to_give() -> None:
    (first,) = [each for each in dues(plan(TRACKED), 2026, DAY)
                if each.period and each.period.name == "2026-Q1"]  # fmt: skip
    assert first.day == dt.date(2026, 4, 5)


def test_counts_agree() -> None:
    counted = tally(dues(plan(TRACKED), 2026, DAY))
    assert (counted.all, counted.done, counted.in_time, counted.late, counted.to_come) == (
        5,
        2,
        1,
        1,
        2,
    )
    assert counted.fell_due == 3


def test_what_is_done_tomorrow_is_not_done_today() -> None:
    early = {each.state for each in dues(plan(TRACKED), 2026, dt.date(2026, 4, 2))}
    assert State.DONE not in early


def test_of_a_plan_nobody_kept_the_progress_of_nothing_is_late() -> None:
    unknown = plan(TRACKED.replace("theo_doi: true\n", ""))
    assert {each.state for each in dues(unknown, 2026, DAY)} == {
        State.UNKNOWN, State.DONE, State.DONE_LATE,
    }  # fmt: skip
    assert tally(dues(unknown, 2026, DAY)).late == 0


FAULTS = [
    ("ma: VP3", "ma: VP5", 17, "mã VP5 đã có ở trên"),
    ("ma: VP3", "ma: vp-3", 17, "“vp-3” không dùng làm mã được"),
    ("don_vi: tai-chinh", "don_vi: tai chinh", 27, "không có bộ phận “tai chinh”"),
    ('han: "2026-12-05"', 'han: "2027-12-05"', 20, "hạn 05/12/2027 ngoài năm 2026"),
    ('han: "2026-12-05"', "san_pham: x", 17, "việc một lần phải có `han`"),
    ("ky: 2026-Q2", "ky: 2026-Q1", 14, "kỳ này đã ghi xong ở trên"),
    ("ky: 2026-Q2", "ky: 2026-T06", 14, "không khớp nhịp của việc này; viết một trong: 2026-Q1"),
    ("ky: 2026-Q2", "ky: quý hai", 14, "“quý hai” không phải kỳ"),
    ('ngay: "2026-07-20"', 'ngay: "2020-07-20"', 13, "ngày 20/07/2020 ngoài kỳ"),
    ("theo_doi: true", "theo_doi: co", 1, "chỉ nhận true (có) hoặc false (không)"),
    ("nhip: hang_quy", "nhip: hang_tuan", 6, "“hang_tuan” không dùng được; chọn một trong"),
]


def portal_with(portal: Path, text: str, name: str = "2026") -> Path:
    path = portal / f"docs/cai-cach/ke-hoach/{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return portal


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in TRACKED
    portal_with(portal, TRACKED.replace(right, wrong, 1))
    told = [each for each in check_reform(portal) if each.path == PATH]
    assert any(message in each.message for each in told), told
    assert line in {each.line for each in told if message in each.message}


def test_a_right_plan_is_told_nothing(portal: Path) -> None:
    portal_with(portal, TRACKED)
    assert [each for each in check_reform(portal) if each.path == PATH] == []
    assert canonical_sheet(plan(TRACKED)) == TRACKED


def test_evidence_that_is_not_there_or_not_given_is_told(portal: Path) -> None:
    there = TRACKED.replace(
        "ngày 03/4/2026", "ngày 03/4/2026\n      lien_ket: tin-tuc/posts/khong-co.md"
    )
    without = there.replace(
        "    ky: 2026-Q2\n    minh_chung:\n    - ten: Báo cáo số 40/BC-UBND ngày 20/7/2026\n",
        "    ky: 2026-Q2\n",
    )
    portal_with(portal, without)
    told = [str(each) for each in check_reform(portal) if each.path == PATH]
    assert (
        f"{PATH}:13: lỗi: không có tệp docs/tin-tuc/posts/khong-co.md; sửa đường dẫn hoặc thêm tệp"
        in told
    )
    assert any("ghi đã xong mà chưa có `minh_chung`" in each for each in told)


def test_a_file_of_another_name_or_place_is_told(portal: Path) -> None:
    portal_with(portal, TRACKED, "nam-2026")
    (portal / "docs/cai-cach/la.yml").write_text("a: 1\n", encoding="utf-8")
    told = {each.path: each.message for each in check_reform(portal)}
    assert "tên tệp không đúng kỳ" in told["docs/cai-cach/ke-hoach/nam-2026.yml"]
    assert "không thuộc thư mục nào" in told["docs/cai-cach/la.yml"]


def test_a_broken_file_loses_no_other(portal: Path) -> None:
    portal_with(portal, TRACKED)
    portal_with(portal, "nhiem_vu: [\n", "2025")
    found = load_reform(portal)
    assert list(found.of(PLAN)) == ["2022", "2026"]
    assert [each.path for each in found.problems] == ["docs/cai-cach/ke-hoach/2025.yml"]


def test_the_schemas_of_the_repository_are_the_models() -> None:
    for path, text in schemas().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "first", "last", "label"),
    [
        ("2026", "2026-01-01", "2026-12-31", "năm 2026"),
        ("2026-6T", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"),
        ("2026-Q3", "2026-07-01", "2026-09-30", "quý III năm 2026"),
        ("2024-T02", "2024-02-01", "2024-02-29", "tháng 2 năm 2024"),
    ],
)
def test_periods(name: str, first: str, last: str, label: str) -> None:
    found = period(name)
    assert (found.first.isoformat(), found.last.isoformat(), found.label) == (first, last, label)


@pytest.mark.parametrize("name", ["2026-Q5", "2026-T13", "1999", "2026-3T", "26", ""])
def test_no_periods(name: str) -> None:
    with pytest.raises(NotAPeriodError, match="không phải kỳ"):
        period(name)
