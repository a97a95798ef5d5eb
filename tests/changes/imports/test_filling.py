from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cchc.changes.imports.filling import filled, overlaid
from cchc.changes.lists.differences import differences, gaps
from cchc.procedures.model import Procedure
from tests.changes import samples
from tests.strategies import PROCEDURES


def test_only_empty_parts_are_filled() -> None:
    ours = samples.procedure(linh_vuc="Hộ tịch", co_quan={"thuc_hien": ["UBND phường"]})
    facts = samples.procedure(
        "1.001193", "Tên khác", linh_vuc="Khác", doi_tuong=["Công dân Việt Nam"],
        co_quan={"thuc_hien": ["Khác"], "tham_quyen": ["Chủ tịch UBND cấp xã"]},
    )  # fmt: skip
    after = filled(ours, facts)
    assert (after.name, after.field_of_service) == ("Đăng ký khai sinh", "Hộ tịch")
    assert after.audience == ("Công dân Việt Nam",)
    assert after.agencies.executing == ("UBND phường",)
    assert after.agencies.deciding == ("Chủ tịch UBND cấp xã",)


def test_addresses_come_to_the_services_by_their_codes() -> None:
    ours = samples.procedure(dich_vu=[{"ma": "1.001193.02", "muc_do": "toan_trinh"}])
    facts = samples.procedure(
        dich_vu=[
            {"ma": "1.001193.02", "muc_do": "mot_phan", "dia_chi": "https://a.vn"},
            {"ma": "1.001193.03"},
        ]
    )
    (service,) = filled(ours, facts).services
    assert (service.level, service.address) == ("toan_trinh", "https://a.vn")


def test_the_same_decision_and_documents_are_completed() -> None:
    ours = samples.procedure(
        quyet_dinh={"so": "858/QĐ-BTP"}, can_cu=[{"so": "23/2015/NĐ-CP"}, {"ten": "Bộ luật"}]
    )
    facts = samples.procedure(
        quyet_dinh={"so": "858/QĐ-BTP", "ngay": "2026-03-27"},
        can_cu=[{"so": "23/2015/NĐ-CP", "ten": "Về chứng thực"}, {"so": "01/2020/TT-BTP"}],
    )
    after = filled(ours, facts)
    assert after.decision == facts.decision
    assert [each.title for each in after.legal_basis] == ["Về chứng thực", "Bộ luật"]
    other = samples.procedure(quyet_dinh={"so": "1/QĐ-BTP", "ngay": "2026-03-27"})
    assert filled(ours, other) is ours


def test_a_part_that_has_a_source_now_is_no_longer_unstated() -> None:
    ours = samples.procedure(nguon_khong_ghi=["ket_qua", "trinh_tu"])
    after = filled(ours, samples.procedure(ket_qua=[{"ten": "Giấy khai sinh"}]))
    assert after.unstated == ("trinh_tu",)


@given(PROCEDURES, PROCEDURES)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_filling_twice_changes_nothing_and_loses_nothing(ours: Procedure, facts: Procedure) -> None:
    after = filled(ours, facts)
    assert filled(after, facts) is after
    for name in ("name", "steps", "cases", "methods", "decision", "confirmed"):
        if getattr(ours, name):
            assert getattr(after, name) == getattr(ours, name)


def test_overlaying_takes_the_sources_facts_and_asks_for_a_new_confirmation() -> None:
    ours = samples.procedure(trinh_tu=["Cũ"], linh_vuc="Hộ tịch", xac_nhan=samples.CONFIRMED)
    after = overlaid(ours, samples.procedure("1.001193", "Mới", trinh_tu=["Mới"]))
    assert (after.name, after.steps, after.field_of_service) == ("Mới", ("Mới",), "Hộ tịch")
    assert after.confirmed is None


def told(ours: Procedure, **theirs: object) -> list[str]:
    (item,) = samples.source(samples.record(**theirs), ours.code).items
    return [each.key for each in differences(ours, item)]


@pytest.mark.parametrize(
    "name",
    [
        "Thủ tục đăng ký khai sinh",
        "ĐĂNG KÝ KHAI SINH.",
        "1.\tĐăng ký  khai sinh",
        "Đăng kí khai sinh",
    ],
)
def test_a_name_differs_by_its_words_only(name: str) -> None:
    same = name != "Đăng kí khai sinh"
    assert told(samples.procedure(), name=name) == ([] if same else ["ten"])


def test_one_word_makes_another_procedure() -> None:
    ours = samples.procedure("1.001193", "Cấp phép bán lẻ thuốc lá")
    assert told(ours, name="Cấp phép sản xuất thuốc lá") == ["ten"]


@pytest.mark.parametrize(
    ("ours", "theirs", "keys"),
    [
        ({"linh_vuc": "Hoà giải ở cơ sở"}, {"linh_vuc": "Hòa giải ở cơ sở"}, []),
        ({"linh_vuc": "Hộ tịch"}, {"linh_vuc": "Chứng thực"}, ["linh_vuc"]),
        ({"linh_vuc": ""}, {"linh_vuc": "Chứng thực"}, []),
        ({"co_quan": {"thuc_hien": ["UBND cấp xã"]}},
         {"co_quan": {"thuc_hien": ["Uỷ ban Nhân dân xã, phường, thị trấn."]}}, []),
        ({"co_quan": {"thuc_hien": ["UBND cấp xã"]}},
         {"co_quan": {"thuc_hien": ["UBND cấp xã", "Sở Tư pháp"]}}, ["co_quan"]),
        ({"quyet_dinh": {"so": "163/QĐ-BTP"}}, {"quyet_dinh": {"so": "163/QĐ - BTP"}}, []),
        ({"quyet_dinh": {"so": "163/QĐ-BTP"}}, {"quyet_dinh": {"so": "858/QĐ-BTP"}},
         ["quyet_dinh"]),
        ({"muc_do": "toan_trinh"}, {"muc_do": "mot_phan"}, ["muc_do"]),
        ({"doi_tuong": ["Tổ chức (không bao gồm HTX)"]},
         {"doi_tuong": ["Tổ chức (không bao gồm hợp tác xã)"]}, []),
        ({"doi_tuong": ["Công dân"]}, {"doi_tuong": ["Công dân", "Người nước ngoài"]},
         ["doi_tuong"]),
        ({"dich_vu": [{"ma": "1.001193.01"}]}, {"dich_vu": [{"ma": "1.001193.02"}]}, ["dich_vu"]),
        ({"can_cu": [{"so": "85/2019/TT-BTC"}]},
         {"can_cu": [{"so": "85/2019/TT-BTC"}, {"so": "123/2015/NĐ-CP"}]}, ["can_cu"]),
        ({"trinh_tu": ["Nộp hồ sơ."]}, {"trinh_tu": ["Nộp  hồ sơ."]}, []),
        ({"trinh_tu": ["Nộp hồ sơ."]}, {"trinh_tu": ["Nhận kết quả."]}, ["trinh_tu"]),
    ],
)  # fmt: skip
def test_what_differs(ours: dict[str, Any], theirs: dict[str, Any], keys: list[str]) -> None:
    assert told(samples.procedure(**ours), **theirs) == keys


def test_gaps_are_what_a_source_could_fill() -> None:
    ours = samples.procedure(linh_vuc="Hộ tịch")
    after = filled(ours, samples.procedure(doi_tuong=["Công dân Việt Nam"]))
    assert [each.key for each in gaps(ours, after)] == ["doi_tuong"]
