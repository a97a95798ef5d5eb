"""The quality system: what is refused, the reminder of a review, its page and figure."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.procedures.store import load
from cchc.publish.checking import check_portal
from cchc.reform.kinds import check_reform
from cchc.reform.quality import QUALITY
from cchc.reform.store import canonical_sheet, read_sheet

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "tests/fixtures/cai-cach/iso/2026.yml").read_text(encoding="utf-8")
PATH = "docs/cai-cach/iso/2026.yml"


def left(portal: Path, text: str) -> list[str]:
    (portal / PATH).parent.mkdir(parents=True, exist_ok=True)
    (portal / PATH).write_text(text, encoding="utf-8")
    return [str(each) for each in check_reform(portal) if each.path == PATH]


FAULTS = [
    ('- "2.000815"', '- "2.999999"', 23, "không có thủ tục 2.999999"),
    ("ma: QT-CT-01", "ma: QT-01", 20, "mã QT-01 đã có ở trên"),
    ('soat_xet_tiep: "2026-11-15"', 'soat_xet_tiep: "2026-05-01"', 25, "phải sau ngày 15/05/2026"),
    ('ngay: "2026-02-16"\ncong_bo', 'ngay: "2024-02-16"\ncong_bo', 3, "ngoài năm 2026"),
    (
        "  ten: Kiểm soát tài liệu",
        "  ten: Kiểm soát\n  tep: iso/a.pdf",
        12,
        "không có tệp docs/iso/",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in SAMPLE
    told = left(portal, SAMPLE.replace(right, wrong, 1))
    assert any(each.startswith(f"{PATH}:{line}: lỗi: ") and message in each for each in told), told


def test_the_sample_is_right_and_canonical(portal: Path) -> None:
    assert left(portal, SAMPLE) == []
    assert canonical_sheet(read_sheet(QUALITY, PATH, SAMPLE.encode())) == SAMPLE


@pytest.mark.parametrize(("day", "count"), [("2026-11-15", 0), ("2026-11-16", 1)])
def test_a_review_whose_day_is_past_is_reminded_of(portal: Path, day: str, count: int) -> None:
    left(portal, SAMPLE)
    told = check_portal(portal, load(portal), dt.date.fromisoformat(day))
    found = [str(each) for each in told if each.path == PATH]
    assert len(found) == count
    assert all("nhắc: đã quá ngày soát xét" in each for each in found)
