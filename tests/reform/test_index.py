"""The index of a year: its shape, its sums, where points were lost, how far the target is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.base.ward import load_ward
from cchc.reform.index import Index
from cchc.reform.index_aims import Aim, aim
from cchc.reform.index_faults import INDEX
from cchc.reform.index_making import SAMPLE, sample_structure, without_points
from cchc.reform.index_sums import by_field, lost_points, of_criterion, total
from cchc.reform.kinds import check_reform, load_reform
from cchc.reform.plan import Scope
from cchc.reform.plan_faults import PLAN
from cchc.reform.scores import NotAScoreError, kept, read_score, shown
from cchc.reform.store import canonical_sheet, read_sheet
from tests.reform.samples import SAMPLE as FIXTURES
from tests.reform.samples import add_sample

PATH = "docs/cai-cach/chi-so/2026.yml"
RIGHT = """\
bang_tieu_chi:
  ten: Quyết định số 12/QĐ-UBND ngày 02/02/2026
ngay_tu_cham: "2026-11-20"
ngay_tham_dinh: "2026-12-15"
xep_hang:
- pham_vi: thanh_pho
  hang: 4
  tong: 40
  chi_so: "90"
  van_ban:
    ten: Quyết định số 40/QĐ-UBND
  ngay: "2027-01-20"
tong:
  toi_da: "10"
tieu_chi:
- so: "1"
  ten: Kế hoạch
  toi_da: "6"
  linh_vuc: Chỉ đạo
  thanh_phan:
  - so: "1.1"
    ten: Ban hành kế hoạch
    toi_da: "2.5"
    tu_cham: "2.5"
    tham_dinh: "2.5"
    minh_chung:
    - ten: Kế hoạch số 05/KH-UBND
  - so: "1.2"
    ten: Làm theo kế hoạch
    toi_da: "3.5"
    tu_cham: "3"
    tham_dinh: "2.5"
    minh_chung:
    - ten: Báo cáo số 90/BC-UBND
    giai_trinh: Một việc xong muộn.
- so: "2"
  ten: Hài lòng
  toi_da: "4"
  tu_cham: "4"
  tham_dinh: "4"
  minh_chung:
  - ten: Kết quả khảo sát
  linh_vuc: Tác động
"""


def index(text: str = RIGHT) -> Index:
    return read_sheet(INDEX, PATH, text.encode())


def put(portal: Path, text: str, name: str = "2026") -> Path:
    path = portal / INDEX.path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(portal: Path) -> list[str]:
    return [str(each) for each in check_reform(portal) if each.path == PATH]


def test_points_sum_to_the_last_digit() -> None:
    found = total(index())
    assert (found.most, found.self_score, found.verified) == (
        Decimal(10),
        Decimal("9.5"),
        Decimal(9),
    )
    assert (found.score, found.lost, found.percent) == (Decimal(9), Decimal(1), Decimal(90))
    assert (found.count, found.self_count, found.verified_count) == (3, 3, 3)


def test_of_a_table_half_scored_there_is_no_whole_sum() -> None:
    half = RIGHT.replace('    tu_cham: "3"\n', "")
    found = total(index(half))
    assert (found.self_score, found.self_known, found.self_count) == (None, Decimal("6.5"), 2)


def test_points_of_a_criterion_as_a_whole_count_where_its_parts_have_none() -> None:
    text = RIGHT.replace('    tu_cham: "2.5"\n', "").replace('    tu_cham: "3"\n', "")
    whole = text.replace('  toi_da: "6"\n', '  toi_da: "6"\n  tu_cham: "5"\n')
    assert of_criterion(index(whole).criteria[0]).self_score == 5
    assert total(index(whole)).self_score == 9


def test_lost_points_stand_by_their_size_and_the_verified_ones_count() -> None:
    (lost,) = lost_points(index())
    assert (lost.leaf.item.number, lost.points) == ("1.2", Decimal(1))
    assert lost.leaf.location == ("tieu_chi", 0, "thanh_phan", 1)


def test_what_nobody_scored_is_not_lost() -> None:
    assert lost_points(sample_structure()) == ()


FAULTS = [
    ('so: "1.2"', 'so: "1.1"', 28, "số 1.1 đã có ở trên"),
    ('so: "2"', 'so: "1"', 36, "số 1 đã có ở trên"),
    ('so: "1.2"', 'so: "2.2"', 28, "số 2.2 không thuộc tiêu chí 1"),
    ('so: "1.2"', 'so: "một"', 28, "“một” không dùng làm số thứ tự được"),
    ('tu_cham: "3"', 'tu_cham: "4"', 31, "điểm tự chấm 4 lớn hơn điểm tối đa 3,5"),
    ('tham_dinh: "4"', 'tham_dinh: "5"', 40, "điểm thẩm định 5 lớn hơn điểm tối đa 4"),
    ('  toi_da: "6"', '  toi_da: "7"', 18, "điểm tối đa của tiêu chí 1 ghi 7, cộng các phần được 6"),
    ('  toi_da: "6"\n', '  toi_da: "6"\n  tu_cham: "4"\n', 19, "điểm tự chấm của tiêu chí 1 ghi 4, cộng các phần được 5,5"),
    ('  toi_da: "10"', '  toi_da: "100"', 14, "điểm tối đa của cả bảng ghi 100, cộng các phần được 10"),
    ('toi_da: "2.5"', 'toi_da: "1.000"', 23, "“1.000” có thể hiểu hai cách"),
    ('toi_da: "2.5"', "toi_da: -1", 23, "“-1” không phải số điểm"),
    ('toi_da: "2.5"', "toi_da: [2]", 23, "phải là một số điểm"),
    ('toi_da: "2.5"', "toi_da: true", 23, "phải là một số điểm"),
    ("hang: 4", "hang: 41", 7, "hạng 41 lớn hơn tổng số 40 đơn vị"),
    ("hang: 4", "hang: 0", 7, "số 0 không hợp lý"),
    ('chi_so: "90"', 'chi_so: "101,5"', 9, "101,5% quá 100%"),
    ('chi_so: "90"', 'chi_so: "91"', 9, "chỉ số công bố 91% khác điểm thẩm định trong bảng (90%)"),
    ('ngay: "2027-01-20"', 'ngay: "2029-01-20"', 12, "ngày 20/01/2029 ngoài kỳ"),
    ('ngay_tu_cham: "2026-11-20"', 'ngay_tu_cham: "2025-11-20"', 3, "ngày 20/11/2025 ngoài kỳ"),
    ('ngay_tham_dinh: "2026-12-15"', 'ngay_tham_dinh: "2026-10-15"', 4, "ngày thẩm định trước ngày tự chấm"),
    ("    giai_trinh: Một việc xong muộn.\n", "", 28, "tiêu chí 1.2 mất 1 điểm mà chưa có `giai_trinh`"),
    ("  minh_chung:\n  - ten: Kết quả khảo sát\n", "", 39, "tiêu chí 2 tự chấm 4 điểm mà chưa có `minh_chung`"),
    ("  - ten: Kết quả khảo sát\n", "  - ten: Kết quả khảo sát\n    lien_ket: khong-co.md\n", 43, "không có tệp docs/khong-co.md"),
    ("pham_vi: thanh_pho", "pham_vi: huyen", 6, "“huyen” không dùng được; chọn một trong"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in RIGHT
    put(portal, RIGHT.replace(right, wrong, 1))
    found = [each for each in check_reform(portal) if each.path == PATH]
    assert any(message in each.message for each in found), found
    assert line in {each.line for each in found if message in each.message}


def test_a_right_file_is_told_nothing(portal: Path) -> None:
    put(portal, RIGHT)
    assert told(portal) == []
    assert canonical_sheet(index()) == RIGHT


def test_evidence_is_only_reminded_of_until_the_points_are_given(portal: Path) -> None:
    bare = RIGHT.replace("  minh_chung:\n  - ten: Kết quả khảo sát\n", "")
    put(portal, bare)
    assert any("lỗi: tiêu chí 2 tự chấm" in each for each in told(portal))
    put(portal, bare.replace('ngay_tu_cham: "2026-11-20"\n', ""))
    assert any("nhắc: tiêu chí 2 tự chấm" in each for each in told(portal))


def test_a_rank_is_told_once_for_each_scope(portal: Path) -> None:
    second = "- pham_vi: thanh_pho\n  hang: 5\n  tong: 40\n  van_ban:\n    ten: Quyết định\ntong:\n"
    put(portal, RIGHT.replace("tong:\n", second, 1))
    assert any(":13: lỗi: hạng trong thành phố đã có ở trên" in each for each in told(portal))


def test_points_written_with_a_comma_or_as_numbers_are_the_same(portal: Path) -> None:
    other = RIGHT.replace('toi_da: "2.5"', "toi_da: 2,5").replace('toi_da: "4"', "toi_da: 4")
    assert canonical_sheet(index(other)) == RIGHT
    put(portal, other)
    assert told(portal) == [f"{PATH}:1: nhắc: chưa ở dạng chuẩn; chạy `cchc fmt` để sửa"]


@pytest.mark.parametrize(
    ("written", "value"),
    [("4", 4), (" 4,50 ", Decimal("4.5")), ("82.375", Decimal("82.375")), ("0", 0), ("1000", 1000)],
)
def test_points(written: str, value: Decimal) -> None:
    assert read_score(written) == value
    assert read_score(shown(value := Decimal(value))) == read_score(kept(value)) == value


@pytest.mark.parametrize(
    "written", ["", "bốn", "-1", "1001", "4/5", "1.500", "1e3", "4,55555", "٤"]
)
def test_no_points(written: str) -> None:
    with pytest.raises(NotAScoreError):
        read_score(written)


def test_the_sample_structure_says_so_and_comes_out_even() -> None:
    made = sample_structure()
    assert made.sample
    assert total(made).most == made.stated.most == 100
    assert canonical_sheet(made) == SAMPLE.read_text(encoding="utf-8")
    assert len(dict(by_field(made))) == 8


def test_the_sample_year_is_right_and_marked(portal: Path) -> None:
    add_sample(portal)
    found = load_reform(portal)
    assert [each for each in check_reform(portal) if "/chi-so/" in each.path] == []
    assert all(each.sample for each in found.of(INDEX).values())
    assert list(found.of(INDEX)) == sorted(
        path.stem for path in (FIXTURES / "chi-so").glob("*.yml")
    )


def test_the_shipped_site_invents_no_points(portal: Path) -> None:
    assert load_reform(portal).of(INDEX) == {}


def test_a_new_year_takes_the_criteria_alone() -> None:
    made = without_points(index())
    assert [each.number for each in made.criteria] == ["1", "2"]
    assert total(made).self_known is None
    assert (made.ranks, made.self_day, made.criteria[0].components[1].explanation) == ((), None, "")
    assert made.criteria[1].evidence == ()


def test_a_target_holds_until_the_next_plan_and_under_the_same_superior(portal: Path) -> None:
    plans = load_reform(portal).of(PLAN)
    names = load_ward(portal).names
    assert aim(Scope.CITY, "2022", plans, names) == Aim(3, "2022")
    assert aim(Scope.PROVINCE, "2024", plans, names) == Aim(10, "2022")
    assert aim(Scope.CITY, "2021", plans, names) is None
    assert aim(Scope.CITY, "2025", plans, names) is None, "under another superior since 1/7/2025"


def test_how_far_the_target_is() -> None:
    (rank,) = index().ranks
    assert (Aim(3, "2026").gap(rank), Aim(10, "2026").gap(rank)) == (1, 0)


def test_points_are_no_tuple_of_anything_else() -> None:
    with pytest.raises(Refused, match="thiếu mục này"):
        index('tieu_chi:\n- so: "1"\n  ten: A\n')
