"""The reception calendar: its rules worked out over a year, what is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.workdays import Calendar
from cchc.reform.kinds import check_reform, load_reform
from cchc.reform.meetings import meetings
from cchc.reform.reception import ReceptionYear
from cchc.reform.reception_faults import RECEPTION
from cchc.reform.store import canonical_sheet, read_sheet

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "tests/fixtures/cai-cach/tiep-cong-dan/2026.yml").read_text(encoding="utf-8")
PATH = "docs/cai-cach/tiep-cong-dan/2026.yml"


def sheet(text: str = SAMPLE) -> ReceptionYear:
    return read_sheet(RECEPTION, PATH, text.encode())


def test_a_day_of_the_month_on_a_day_off_moves_to_the_next_working_day() -> None:
    chairman = [each for each in meetings(sheet(), 2026, Calendar()) if "Chủ tịch" in each.role]
    assert len(chairman) == 24
    moved = {each.instead_of: each.day for each in chairman if each.instead_of}
    # 10/01/2026 was a Saturday.
    assert moved[dt.date(2026, 1, 10)] == dt.date(2026, 1, 12)


def test_a_weekday_on_a_holiday_is_skipped_where_the_rule_says_so() -> None:
    days = {each.day for each in meetings(sheet(), 2026, Calendar()) if "Công chức" in each.role}
    assert dt.date(2026, 4, 28) in days
    # 30/4/2026 was a Thursday, and a holiday.
    assert dt.date(2026, 4, 30) not in days


def test_a_saturday_that_a_rule_names_is_a_day_of_reception() -> None:
    text = "lich:\n- ai: Công chức\n  hang_tuan:\n  - 7\n  trung_ngay_nghi: nghi\n"
    days = [each.day for each in meetings(sheet(text), 2026, Calendar())]
    assert dt.date(2026, 11, 21) in days
    assert {each.weekday() for each in days} == {5}


def test_a_pause_takes_the_day_away() -> None:
    days = {each.day for each in meetings(sheet(), 2026, Calendar())}
    assert dt.date(2026, 12, 22) not in days
    assert dt.date(2026, 12, 24) in days


def left(portal: Path, text: str) -> list[str]:
    (portal / PATH).parent.mkdir(parents=True, exist_ok=True)
    (portal / PATH).write_text(text, encoding="utf-8")
    return [str(each) for each in check_reform(portal) if each.path == PATH]


FAULTS = [
    ("ai: Chủ tịch UBND phường", "ai: ông Nguyễn Văn Hoa, Chủ tịch", 7, "chỉ ghi chức danh"),
    ("  trung_ngay_nghi: chuyen\n", "", 7, "lịch lặp lại phải ghi `trung_ngay_nghi`"),
    ('tu: "07:30"', 'tu: "7h30"', 12, "“7h30” không phải giờ"),
    ('den: "11:30"', 'den: "07:00"', 7, "giờ kết thúc phải sau giờ bắt đầu"),
    ('- "2026-12-15"', '- "2025-12-15"', 23, "ngày 15/12/2025 ngoài năm 2026"),
    ('ngay: "2026-12-22"', 'ngay: "2026-12-23"', 27, "không có buổi tiếp nào"),
    ("  - 10\n", "  - 32\n", 9, "số 32 không hợp lý"),
    ("  - 3\n", "  - 1\n", 16, "số 1 không hợp lý"),
    ('  ngay:\n  - "2026-12-15"\n', "", 21, "chưa có ngày tiếp"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in SAMPLE
    told = left(portal, SAMPLE.replace(right, wrong, 1))
    assert any(each.startswith(f"{PATH}:{line}: lỗi: ") and message in each for each in told), told


def test_a_calendar_with_names_is_never_loaded(portal: Path) -> None:
    left(portal, SAMPLE.replace("ai: Chủ tịch", "ai: bà Lan, Chủ tịch"))
    assert dict(load_reform(portal).of(RECEPTION)) == {}


def test_the_sample_is_right_and_canonical(portal: Path) -> None:
    assert left(portal, SAMPLE) == []
    assert canonical_sheet(sheet()) == SAMPLE
