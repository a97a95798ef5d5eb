"""What the check refuses in a survey: counts that cannot be, things twice, people recognisable."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.reform.kinds import check_reform
from cchc.reform.store import canonical_sheet, read_sheet
from cchc.reform.survey.faults import SURVEY
from tests.reform.samples import SAMPLE, add_sample

PATH = "docs/cai-cach/khao-sat/2026-Q3.yml"
RIGHT = """\
cach_lam:
- phat_phieu
tu_ngay: "2026-09-01"
den_ngay: "2026-09-18"
phat_ra: 150
thu_ve: 132
cau_hoi:
- ma: C1
  cau: Hướng dẫn rõ ràng
  tra_loi:
  - muc: rat_hai_long
    so: 60
  - muc: binh_thuong
    so: 20
- ma: C2
  cau: Nhìn chung có hài lòng không
  chung: true
  tra_loi:
  - muc: rat_hai_long
    so: 70
  - muc: hai_long
    so: 40
  - muc: khong_hai_long
    so: 20
  theo_linh_vuc:
  - linh_vuc: Hộ tịch
    tra_loi: 60
    hai_long: 50
  - linh_vuc: Chứng thực
    tra_loi: 50
    hai_long: 42
"""

FAULTS = [
    ("thu_ve: 132", "thu_ve: 151", 6, "thu về 151 phiếu mà chỉ phát ra 150: quá 100%"),
    ("thu_ve: 132", "thu_ve: 79", 10, "câu C1 có 80 câu trả lời, nhiều hơn 79 phiếu thu về"),
    ("thu_ve: 132\n", "", 6, "có câu trả lời mà chưa có `thu_ve`"),
    ('tu_ngay: "2026-09-01"', 'tu_ngay: "2026-06-01"', 3, "ngày 01/06/2026 ngoài quý III năm 2026"),
    ('den_ngay: "2026-09-18"', 'den_ngay: "2026-08-18"', 4, "`den_ngay` trước `tu_ngay`"),
    ("ma: C2", "ma: C1", 15, "câu hỏi C1 đã có ở trên"),
    ("Nhìn chung có hài lòng không", "Huong dan ro rang", 16, "câu hỏi này đã có ở trên"),
    ("  chung: true\n", "", 7, "chưa câu nào ghi `chung: true`"),
    ("cau: Hướng dẫn rõ ràng", "cau: Hướng dẫn\n  chung: true", 18, "đã có câu khác ghi `chung: true`"),
    ("muc: khong_hai_long", "muc: te", 23, "không có mức “te”; chọn một trong: rat_hai_long"),
    ("muc: khong_hai_long", "muc: hai_long", 23, "mức hai_long của câu này đã ghi ở trên"),
    ("so: 20\n- ma", "so: 20,5\n- ma", 14, "phải là số nguyên"),
    ("so: 20\n- ma", "so: -1\n- ma", 14, "số -1 không hợp lý"),
    ("hai_long: 50", "hai_long: 61", 28, "hài lòng 61 trên 60 phiếu là quá 100%"),
    ("tra_loi: 60\n    hai_long: 50", "tra_loi: 90\n    hai_long: 50", 25, "cộng các lĩnh vực được 140 phiếu"),
    ("tra_loi: 60\n    hai_long: 50", "tra_loi: 72\n    hai_long: 71", 25, "được 113 phiếu hài lòng, cả câu chỉ có 110"),
    ("tra_loi: 60\n    hai_long: 50", "tra_loi: 65\n    hai_long: 50", 25, "được 23 phiếu không hài lòng, cả câu chỉ có 20"),
    ("linh_vuc: Chứng thực", "linh_vuc: Hộ tịch", 29, "lĩnh vực “Hộ tịch” đã có ở câu này"),
    ("linh_vuc: Chứng thực", "linh_vuc: Chung thuc", 29, "không có lĩnh vực “Chung thuc”"),
    ("tra_loi: 50\n    hai_long: 42", "tra_loi: 4\n    hai_long: 3", 29, "“Chứng thực” dưới 5 phiếu"),
    ("tra_loi: 50\n    hai_long: 42", "che: true", 26, "che thêm “Hộ tịch”: lấy tổng trừ"),
    ("hai_long: 42", "hai_long: 42\n    che: true", 29, "đã `che: true` thì xóa"),
    ("    hai_long: 42\n", "", 29, "phải có cả `tra_loi` và `hai_long`"),
    ("so: 60\n  - muc: binh_thuong\n    so: 20", "so: 4", 10, "dưới 5 phiếu trả lời câu C1"),
    ("cach_lam:\n- phat_phieu", "cach_lam:\n- phat_to", 2, "“phat_to” không dùng được; chọn một trong"),
    ("cau_hoi:", "muc:\n- ma: a\n  ten: A\n- ma: a\n  ten: B\ncau_hoi:", 10, "mức a đã có ở trên"),
    ("cau_hoi:", "muc:\n- ma: a\n  ten: A\ncau_hoi:", 7, "chưa mức nào ghi `hai_long: true`"),
]  # fmt: skip


def told(portal: Path, text: str) -> list[tuple[int, str]]:
    path = portal / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [(each.line, each.message) for each in check_reform(portal) if each.path == PATH]


def test_a_right_survey_is_told_nothing(portal: Path) -> None:
    assert told(portal, RIGHT) == []
    assert canonical_sheet(read_sheet(SURVEY, PATH, RIGHT.encode())) == RIGHT


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in RIGHT
    found = told(portal, RIGHT.replace(right, wrong, 1))
    assert any(message in words for _, words in found), found
    assert line in {number for number, words in found if message in words}, found


def test_own_levels_count_as_they_say(portal: Path) -> None:
    levels = (
        "muc:\n- ma: rat_hai_long\n  ten: Tốt\n  hai_long: true\n- ma: binh_thuong\n  ten: Kém\n"
    )
    text = RIGHT.partition("- ma: C2")[0].replace("rõ ràng", "rõ\n  chung: true")
    text = text.replace("cau_hoi:\n", f"{levels}cau_hoi:\n")
    assert told(portal, text) == []
    sheet = read_sheet(SURVEY, PATH, text.encode())
    assert (sheet.satisfied(sheet.questions[0]), sheet.questions[0].answered) == (60, 80)


def test_a_period_s_name_is_the_file_s(portal: Path) -> None:
    told(portal, RIGHT)
    (portal / PATH).rename(portal / "docs/cai-cach/khao-sat/quy-3.yml")
    (found,) = [each for each in check_reform(portal) if "quy-3" in each.path]
    assert found.message.endswith("đặt tên như docs/cai-cach/khao-sat/2026-Q3.yml")


def test_the_sample_year_is_right(portal: Path) -> None:
    add_sample(portal)
    names = {f"docs/cai-cach/khao-sat/{path.name}" for path in (SAMPLE / "khao-sat").iterdir()}
    assert [each for each in check_reform(portal) if each.path in names] == []
    assert len(names) == 3
