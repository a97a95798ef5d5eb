"""Lists that must not be believed; real ones that must."""

from __future__ import annotations

import pytest

from cchc.base.problems import Problem
from cchc.changes.lists.coverage import Coverage, coverage_of
from cchc.changes.lists.guards import contradicts, cut_short, faults_of, not_ours
from cchc.procedures.model import Procedure
from cchc.province.content import Format
from tests.changes import samples


def test_a_sound_list_has_no_faults() -> None:
    assert faults_of(samples.listing(samples.row(), samples.row("1.000656"))) is None


def test_an_empty_list() -> None:
    assert "không có dòng thủ tục nào" in (faults_of(samples.listing()) or "")


def test_a_code_that_comes_twice() -> None:
    twice = samples.listing(samples.row(), samples.row(name="Khác"), samples.row("1.000656"))
    assert faults_of(twice) == (
        "có 1 mã bị lặp (1.001193); xuất lại, hoặc xóa dòng lặp sau khi xem kỹ"
    )


def test_another_service_or_suffix_is_no_repetition() -> None:
    services = [samples.service_row("1.001193", service_code=f"1.001193.0{n}") for n in (1, 2)]
    assert faults_of(samples.own_list(*services)) is None
    copies = [samples.row(full_code=code) for code in ("1.001193", "1.001193.000.00.00.H57")]
    assert faults_of(samples.listing(*copies)) is None


def test_the_same_service_twice() -> None:
    row = samples.service_row("1.001193")
    assert "bị lặp" in (faults_of(samples.own_list(row, row)) or "")


def test_no_row_with_an_agency() -> None:
    rows = [samples.row(agencies=()), samples.row("1.000656", agencies=())]
    assert "không dòng nào ghi cơ quan" in (faults_of(samples.listing(*rows)) or "")
    by_level = samples.listing(samples.row(agencies=(), levels="Cấp Xã"))
    assert faults_of(by_level) is None


def test_fewer_rows_than_the_list_says() -> None:
    cut = samples.listing(samples.row(), declared=2)
    assert "ghi tổng số 2 nhưng chỉ có 1" in (faults_of(cut) or "")
    assert faults_of(samples.listing(samples.row(), declared=1)) is None


def test_too_many_broken_rows() -> None:
    broken = samples.listing(samples.row(), problems=(Problem("a.xlsx", 9, "hỏng"),))
    assert "ví dụ dòng 9: hỏng" in (faults_of(broken) or "")


def test_two_files_that_contradict_each_other() -> None:
    one, same = (samples.listing(samples.row(), source=name) for name in ("a.xlsx", "b.xlsx"))
    other = samples.listing(samples.row(name="Khác"), source="c.xlsx")
    assert contradicts([one, same]) is None
    assert "a.xlsx và c.xlsx" in (contradicts([one, other]) or "")


def test_another_wards_list() -> None:
    other = samples.own_list(samples.service_row("1.001193", agency_code="H57.113"))
    assert "H57.113" in (not_ours(other, "H57.112") or "")
    assert not_ours(samples.own_list(samples.service_row("1.001193")), "H57.112") is None


def ward(count: int, **parts: object) -> dict[str, Procedure]:
    codes = [f"1.{number:06}" for number in range(count)]
    return {code: samples.procedure(code, **parts) for code in codes}


BY_DECISION = Coverage(own_list=False, issuers={"BTP": "Bộ Tư pháp"}, fields={})


@pytest.mark.parametrize(("named", "refused"), [(20, False), (16, False), (15, True), (0, True)])
def test_a_list_that_lacks_a_fifth_of_what_it_should_name(named: int, *, refused: bool) -> None:
    ours = ward(20, quyet_dinh={"so": "163/QĐ-BTP"})
    reason = cut_short(ours, BY_DECISION, frozenset(list(ours)[:named]))
    assert (reason is not None) is refused


def test_a_handful_of_procedures_proves_nothing() -> None:
    assert cut_short(ward(9, quyet_dinh={"so": "163/QĐ-BTP"}), BY_DECISION, frozenset()) is None


@pytest.mark.parametrize(
    ("parts", "whose"),
    [
        ({"quyet_dinh": {"so": "163/QĐ-BTP"}}, "Bộ Tư pháp"),
        ({"quyet_dinh": {"so": "9354/QĐ-BCA-C06"}}, ""),
        ({"quyet_dinh": {"so": "2537/QĐ-UBND"}, "linh_vuc": "Hộ tịch"}, ""),
        ({"quyet_dinh": {"so": "QĐ2338-BTP"}, "linh_vuc": "Hộ tịch"}, "Bộ Tư pháp"),
        ({"linh_vuc": "Hộ tịch"}, "Bộ Tư pháp"),
        ({"linh_vuc": "Đất đai"}, ""),
        ({}, ""),
    ],
)
def test_what_a_ministrys_list_could_name(parts: dict[str, object], whose: str) -> None:
    listing = samples.listing(samples.row())
    items = samples.source(listing).items
    coverage = coverage_of([listing], items, frozenset())
    assert coverage.whose(samples.procedure(**parts)) == whose


def test_a_ministry_without_a_row_for_the_ward_says_nothing_of_it() -> None:
    listing = samples.listing(samples.row(agencies=("Sở Tư pháp",)))
    coverage = coverage_of([listing], samples.source(listing).items, frozenset())
    assert coverage.whose(samples.procedure(linh_vuc="Hộ tịch")) == ""


def test_the_wards_own_list_says_nothing_of_the_police() -> None:
    listing = samples.own_list(samples.service_row("1.001193"))
    coverage = coverage_of([listing], samples.source(listing).items, frozenset())
    service = {"dich_vu": [{"ma": "1.001193.01"}]}
    assert coverage.whose(samples.procedure(**service)) == "danh mục của phường"
    assert coverage.whose(samples.procedure(noi_tiep_nhan="cong_an", **service)) == ""
    assert coverage.whose(samples.procedure()) == "", "chưa bao giờ có trong danh mục đó"
    assert listing.format is Format.PROVINCE_SHEET
