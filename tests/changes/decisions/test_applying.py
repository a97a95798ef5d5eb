"""What confirmed decisions make of procedures/: new, amended, replaced, abolished, taken back."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import Any

import pytest

from cchc.base.problems import Refused
from cchc.changes.decisions.reverting import plan_revert
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue
from tests.changes.decisions.made import PATH, SINCE, WHO, applied, as_planned, decision
from tests.changes.samples import CONFIRMED, FIELDS, TODAY, catalogue, procedure, version

BEFORE = SINCE - dt.timedelta(days=1)
AT_COUNTER = {"hinh_thuc": "truc_tiep", "thoi_han": {"gia_tri": 5, "don_vi": "ngay_lam_viec"}}
BIRTH = procedure(linh_vuc="Hộ tịch", cach_nop=[AT_COUNTER], trinh_tu=["Nộp hồ sơ"],
                  nguon=[{"ten": "Cổng Dịch vụ công quốc gia"}])  # fmt: skip
WARD = catalogue(BIRTH)


def after(ward: Catalogue, *items: dict[str, Any]) -> Catalogue:
    return as_planned(ward, applied(ward, decision(*items)))


def test_new_procedure_holds_what_the_decision_says_and_begins_on_its_day() -> None:
    ward = after(WARD, {"loai": "moi", "ma": "1.999999", "ten": "Cấp thẻ", "linh_vuc": "Việc mới",
                        "thoi_han": "03 ngày", "can_cu": "Nghị định số 68/2026/NĐ-CP"})  # fmt: skip
    assert "1.999999" not in ward.in_force(BEFORE)
    new = ward.in_force(SINCE)["1.999999"]
    assert (new.name, new.confirmed, new.steps) == ("Cấp thẻ", None, ())
    assert new.decision is not None
    assert new.decision.number == "3582/QĐ-UBND"
    assert [each.number for each in new.legal_basis] == ["68/2026/NĐ-CP"]
    assert "03 ngày" in new.cautions[0], "không có cách nộp để ghi vào: phải nói ra"
    assert ward.fields.named("Việc mới") is not None


def test_amended_procedure_changes_only_what_the_row_says() -> None:
    row = {"loai": "sua_doi", "ma": "1.001193", "thoi_han": "3 ngày làm việc", "phi": "Không"}
    ward = after(WARD, row)
    assert ward.in_force(BEFORE)["1.001193"] == BIRTH
    new = ward.in_force(SINCE)["1.001193"]
    limit = new.methods[0].time_limit
    assert limit is not None
    assert limit.value == 3
    assert [fee.words for fee in new.methods[0].fees] == ["Không"]
    assert (new.steps, new.name) == (BIRTH.steps, BIRTH.name)
    assert new.history[-1].parts == ("cach_nop",)
    assert new.history[-1].effective == SINCE


@pytest.mark.parametrize("changed", ["Sửa thành phần hồ sơ", None])
def test_amendment_that_cannot_be_placed_is_said_on_the_page(changed: str | None) -> None:
    ward = after(WARD, {"loai": "sua_doi", "ma": "1.001193", "noi_dung_sua_doi": changed})
    new = ward.in_force(SINCE)["1.001193"]
    assert "chưa soát lại" in new.cautions[-1]
    assert (changed or "") in new.cautions[-1]
    assert not ward.in_force(BEFORE)["1.001193"].cautions


def test_abolished_procedure_is_a_tombstone_from_its_day_without_old_steps() -> None:
    ward = after(WARD, {"loai": "bai_bo", "ma": "1.001193"})
    assert ward.in_force(BEFORE)["1.001193"].steps
    assert "1.001193" not in ward.in_force(SINCE)
    stone = ward.abolished(SINCE)["1.001193"]
    assert (stone.name, stone.steps, stone.methods) == (BIRTH.name, (), ())
    assert stone.abolished is not None
    assert stone.abolished.since == SINCE


def test_three_old_codes_replaced_by_one_point_to_it() -> None:
    old = [procedure(f"2.00000{n}", f"Liên thông {n}", linh_vuc="Hộ tịch") for n in (1, 2, 3)]
    ward = after(catalogue(*old), {"loai": "thay_the", "ma": "3.000722",
                                   "thay_cho": [each.code for each in old]})  # fmt: skip
    assert list(ward.in_force(SINCE)) == ["3.000722"]
    ends = [stone.abolished for stone in ward.abolished(SINCE).values()]
    assert [end.replaced_by for end in ends if end] == [("3.000722",)] * 3
    assert len(ward.in_force(BEFORE)) == 3


def test_abolition_of_what_the_ward_never_had_is_told_and_changes_nothing() -> None:
    plan = applied(WARD, decision({"loai": "bai_bo", "ma": "1.999998"}))
    assert plan.steps == ()
    assert "1.999998" in plan.notes[0].message
    assert plan.decisions[0].applied == TODAY


def test_confirmed_text_stays_confirmed_and_takes_over() -> None:
    ours = BIRTH.model_copy(update={"confirmed": procedure(xac_nhan=CONFIRMED).confirmed})
    ward = after(catalogue(ours), {"loai": "sua_doi", "ma": "1.001193", "phi": "8.000 đồng"})
    new = ward.in_force(SINCE)["1.001193"]
    assert new.confirmed is not None
    assert new.confirmed.by == WHO
    assert new.methods != ours.methods


def test_unconfirmed_text_is_not_confirmed_by_a_decision_about_one_part() -> None:
    ward = after(WARD, {"loai": "sua_doi", "ma": "1.001193", "phi": "8.000 đồng"})
    assert ward.in_force(SINCE)["1.001193"].confirmed is None


def test_decisions_go_in_the_order_of_their_effect() -> None:
    later = decision({"loai": "sua_doi", "ma": "1.001193", "thoi_han": "1 ngày"})
    sooner = decision({"loai": "sua_doi", "ma": "1.001193", "phi": "5.000 đồng"},
                      so="1/QĐ-UBND", hieu_luc="2026-12-01")  # fmt: skip
    ward = as_planned(WARD, applied(WARD, later, sooner))
    both = ward.in_force(SINCE)["1.001193"]
    assert [each.decision.number for each in both.history] == ["1/QĐ-UBND", "3582/QĐ-UBND"]
    assert [fee.words for fee in both.methods[0].fees] == ["5.000 đồng"]


def test_version_written_before_for_a_later_day_is_told() -> None:
    ours = (version(BIRTH), version(BIRTH, effective=dt.date(2027, 6, 1)))
    ward = Catalogue(FIELDS, MappingProxyType({"1.001193": ours}))
    plan = applied(ward, decision({"loai": "sua_doi", "ma": "1.001193", "phi": "1"}))
    assert "2027-06-01" in plan.notes[0].path


def reverted(ward: Catalogue) -> Catalogue:
    plan = applied(ward, decision({"loai": "bai_bo", "ma": "1.001193"}))
    ward = as_planned(ward, plan)
    back = plan_revert(ward, plan.decisions[0], "nhầm mã", WHO, TODAY, PATH)
    taken = {v.path: p for v, p in back.versions}
    versions = {
        code: tuple(version(taken.get(e.path, e.procedure), effective=e.effective) for e in every)
        for code, every in ward.versions.items()
    }
    return Catalogue(ward.fields, MappingProxyType(versions))


def test_reverted_decision_gives_back_what_was_and_keeps_its_versions() -> None:
    ward = reverted(WARD)
    assert ward.in_force(SINCE) == WARD.in_force(SINCE)
    assert ward.abolished(SINCE) == {}
    assert ward.upcoming(TODAY) == ()
    stone = ward.versions["1.001193"][-1].procedure
    assert stone.withdrawn is not None
    assert stone.withdrawn.because == "nhầm mã"


def test_applied_again_after_a_revert_brings_the_same_version_back_with_its_edits() -> None:
    ward = reverted(WARD)
    first, stone = ward.versions["1.001193"]
    edited = stone.procedure.model_copy(update={"summary": "Đã sửa tay."})
    both = (first, version(edited, effective=SINCE))
    ward = after(Catalogue(ward.fields, MappingProxyType({"1.001193": both})),
                 {"loai": "bai_bo", "ma": "1.001193"})  # fmt: skip
    assert ward.abolished(SINCE)["1.001193"].summary == "Đã sửa tay."


def test_version_that_another_decision_changed_too_is_not_taken_back() -> None:
    one = decision({"loai": "sua_doi", "ma": "1.001193", "phi": "5.000 đồng"}, so="1/QĐ-UBND")
    two = decision({"loai": "sua_doi", "ma": "1.001193", "thoi_han": "1 ngày"}, so="2/QĐ-UBND")
    plan = applied(WARD, one, two)
    ward = as_planned(WARD, plan)
    with pytest.raises(Refused, match="quyết định khác"):
        plan_revert(ward, plan.decisions[0], "nhầm", WHO, TODAY, PATH)


def test_decision_that_nobody_confirmed_has_nothing_to_take_back() -> None:
    with pytest.raises(Refused, match="chưa được xác nhận"):
        plan_revert(WARD, decision(), "nhầm", WHO, TODAY, PATH)


def test_written_text_of_each_version_reads_back_the_same() -> None:
    plan = applied(WARD, decision({"loai": "bai_bo", "ma": "1.001193", "can_cu": "Thông tư 1"}))
    made: Procedure = plan.steps[0].after.procedure
    assert version(made, effective=SINCE).procedure == made
