"""Feedback: what the check refuses, how it is counted, and that no personal data gets through."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.workdays import Calendar
from cchc.reform.answering import Answer, count, standings
from cchc.reform.feedback import FeedbackYear
from cchc.reform.feedback_faults import FEEDBACK
from cchc.reform.kinds import check_reform, load_reform
from cchc.reform.store import canonical_sheet, read_sheet

# Nobody's, and in no file of the repository as a whole: the check of the repository looks for such.
CARD = "046.090.012345".replace(".", "")
ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "tests/fixtures/cai-cach/phan-anh/2026.yml").read_text(encoding="utf-8")
PATH = "docs/cai-cach/phan-anh/2026.yml"
DAY = dt.date(2026, 11, 24)


def sheet(text: str = SAMPLE) -> FeedbackYear:
    return read_sheet(FEEDBACK, PATH, text.encode())


def left(portal: Path, text: str) -> list[str]:
    path = portal / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [str(each) for each in check_reform(portal) if each.path == PATH]


def test_each_stands_where_it_is_on_the_day() -> None:
    found = {
        each.feedback.key: (each.state, each.days) for each in standings(sheet(), DAY, Calendar())
    }
    assert found == {
        "PA1": (Answer.IN_TIME, 4),
        "PA2": (Answer.TOO_LATE, 27),
        "PA3": (Answer.IN_TIME, 9),
        "PA4": (Answer.IN_TIME, 27),
        "PA5": (Answer.LATE, 22),
        "PA6": (Answer.WAITING, 7),
    }


def test_the_overdue_stand_first_then_what_waits_then_the_latest_answers() -> None:
    keys = [each.feedback.key for each in standings(sheet(), DAY, Calendar())]
    assert keys == ["PA5", "PA6", "PA4", "PA3", "PA2", "PA1"]


def test_counts_agree() -> None:
    counted = count(standings(sheet(), DAY, Calendar()))
    assert (counted.all, counted.answered, counted.late, counted.waiting) == (6, 4, 1, 1)
    assert (counted.in_time, counted.judged, counted.days) == (3, 5, 18)


def test_what_comes_tomorrow_is_not_there_today() -> None:
    before = standings(sheet(), dt.date(2026, 3, 20), Calendar())
    assert {each.feedback.key: each.state for each in before} == {
        "PA1": Answer.IN_TIME,
        "PA2": Answer.WAITING,
    }


def test_where_nobody_gave_a_limit_nothing_is_late_or_in_time() -> None:
    counted = count(standings(sheet(SAMPLE.replace("han_tra_loi: 15\n", "")), DAY, Calendar()))
    assert (counted.late, counted.judged, counted.in_time) == (0, 1, 1)


def test_a_holiday_counts_for_nobody() -> None:
    # 30/4 and 1/5 are off for all.
    text = SAMPLE.replace('nhan: "2026-05-18"', 'nhan: "2026-04-29"').replace(
        'tra_loi: "2026-05-29"', 'tra_loi: "2026-05-04"'
    )
    days = {each.feedback.key: each.days for each in standings(sheet(text), DAY, Calendar())}
    assert days["PA3"] == 1


FAULTS = [
    ("ma: PA2", "ma: PA1", 19, "mã PA1 đã có ở trên"),
    ("ma: PA2", "ma: phản ánh", 19, "không dùng làm mã được"),
    ('nhan: "2026-03-12"', 'nhan: "2025-03-12"', 25, "ngày nhận 12/03/2025 ngoài năm 2026"),
    ('tra_loi: "2026-04-20"', 'tra_loi: "2026-02-20"', 26, "trước ngày nhận 12/03/2026"),
    ('  tra_loi: "2026-04-20"\n', "", 28, "chưa có ngày `tra_loi`"),
    ('"1.001193"', '"9.999999"', 9, "không có thủ tục 9.999999"),
    ("don_vi: van-hoa", "don_vi: moi-truong", 37, "không có bộ phận “moi-truong”"),
    ("  chuyen_den: Đơn vị thu gom rác\n", "", 42, "`ket_qua: chuyen` đi cùng `chuyen_den`"),
    ("Chờ chứng thực", "Tôi là 0905 123 456, chờ", 28, "có số điện thoại (“0905 1…”); thay bằng"),
    ("Chờ chứng thực", "Bà Lan chờ chứng thực", 28, "có tên người (“Lan”); thay bằng “người dân”"),
    ("Rác tồn đọng", "Tôi ở số nhà 12. Rác", 38, "dòng 1 của mục này: có địa chỉ của một nhà"),
    ("Đề nghị thu gom", f"CCCD {CARD}, đề nghị", 38, "dòng 2 của mục này: có số giấy tờ"),
    ("Công văn mẫu", "Gửi a@b.vn, công văn", 18, "có thư điện tử (“a@b.vn”)"),
    ("Đơn vị thu gom rác", "anh Hùng", 43, "có tên người (“Hùng”)"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in SAMPLE
    told = left(portal, SAMPLE.replace(right, wrong, 1))
    assert any(each.startswith(f"{PATH}:{line}: lỗi: ") and message in each for each in told), told


def test_the_sample_is_right_and_canonical(portal: Path) -> None:
    assert left(portal, SAMPLE) == []
    assert canonical_sheet(sheet()) == SAMPLE


def test_a_file_with_personal_data_is_never_loaded(portal: Path) -> None:
    left(portal, SAMPLE.replace("Chờ chứng thực", "Gọi 0905 123 456, chờ"))
    found = load_reform(portal)
    assert dict(found.of(FEEDBACK)) == {}
    assert [each.path for each in found.problems] == [PATH]


def test_the_ward_s_own_hotline_may_stand_in_an_answer(portal: Path) -> None:
    settings = portal / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('duong_day_nong: ""', 'duong_day_nong: "0234 3 123 456"', 1), encoding="utf-8"
    )
    assert left(portal, SAMPLE.replace("đúng lịch.", "đúng lịch. Gọi 0234.3123.456")) == []
