from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cchc.base.ward import Ward
from cchc.changes.decisions.decision_flags import flag_decision
from cchc.changes.findings import DecisionFlags
from cchc.procedures.decision import Decision
from cchc.procedures.model import Procedure
from cchc.province.levels import ward_level

WARD = Ward.model_validate(
    {
        "ten_goi": [
            {"tu_ngay": "2025-07-01", "ten": "phường Hương An", "cap_tren": "thành phố Huế"}
        ],
        "co_quan": {"tu_ngay": "2025-07-01", "ten": "UBND phường Hương An"},
        "noi_tiep_nhan": [],
        "tu_chi_cap": {"cap_xa": ["cap xa", "ubnd xa"]},
    }
)
BIRTH = Procedure(code="1.001193", name="Thủ tục đăng ký khai sinh")
OURS = {"1.001193": BIRTH, "2.001023": Procedure(code="2.001023", name="Liên thông khai sinh")}


def flagged(*items: dict[str, Any], **rest: object) -> DecisionFlags:
    data = {
        "so": "3582/QĐ-UBND",
        "ngay_ky": "2026-09-08",
        "hieu_luc": "2027-03-01",
        "loai_van_ban": "cong_bo",
        "muc": [{"ten": "Đăng ký khai sinh", **item} for item in items],
    }
    decision = Decision.model_validate(data | rest)
    return flag_decision(decision, OURS, ward_level(WARD), dt.date(2026, 9, 15))


@pytest.mark.parametrize(
    ("item", "why", "meaning"),
    [
        ({"loai": "moi", "ma": "1.999999", "cap": ["xa"]}, "phường giải quyết",
         "thêm vào danh mục và niêm yết từ 01/03/2027"),
        ({"loai": "sua_doi", "ma": "1.001193", "cap": ["xa"]}, "phường giải quyết",
         "sửa trang và bản niêm yết từ 01/03/2027"),
        ({"loai": "bai_bo", "ma": "1.001193"}, "phường đang niêm yết",
         "gỡ niêm yết từ 01/03/2027"),
        ({"loai": "moi", "ma": "1.999999", "cap": ["tinh"],
          "noi_tiep_nhan": "Trung tâm Phục vụ hành chính công cấp xã"}, "phường tiếp nhận",
         "thêm vào danh mục và niêm yết từ 01/03/2027"),
        ({"loai": "thay_the", "ma": "3.000722", "thay_cho": ["2.001023", "2.000986"]},
         "phường đang niêm yết",
         "thêm vào danh mục và niêm yết từ 01/03/2027; gỡ niêm yết 2.001023 từ 01/03/2027; thay cho 2.000986 (phường không có)"),
    ],
)  # fmt: skip
def test_what_an_item_means_for_the_ward(item: dict[str, Any], why: str, meaning: str) -> None:
    (flag,) = flagged(item).items
    assert flag.concerns_ward
    assert (flag.why, flag.meaning) == (why, meaning)


def test_what_the_ward_neither_decides_nor_receives_is_listed_apart() -> None:
    found = flagged({"loai": "bai_bo", "ma": "1.999999", "cap": ["tinh"]})
    assert [(f.concerns_ward, f.why) for f in found.items] == [(False, "không thuộc phường")]
    assert found.questions == ()


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"loai": "sua_doi", "ma": "1.999999", "cap": ["xa"]}, "sua_doi_chua_co"),
        ({"loai": "chuan_hoa", "ma": "1.999999", "cap": ["xa"]}, "sua_doi_chua_co"),
        ({"loai": "bai_bo", "ma": "1.999999", "cap": ["xa"]}, "bai_bo_chua_co"),
        ({"loai": "moi", "ma": "1.001193", "cap": ["xa"]}, "da_co"),
        ({"loai": "sua_doi", "ma": "1.001193", "ten": "Đăng ký lại khai sinh"}, "ten_khac"),
        ({"loai": "sua_doi", "cap": ["xa"]}, "khong_ma"),
        ({"loai": None, "ma": "1.001193"}, "khong_ro_loai"),
    ],
)
def test_what_only_a_person_can_answer(item: dict[str, Any], kind: str) -> None:
    (question,) = flagged(item).questions
    assert question.kind == kind
    assert question.decision == "3582/QĐ-UBND"


def test_a_name_in_the_other_tone_style_raises_nothing() -> None:
    assert (
        flagged({"loai": "sua_doi", "ma": "1.001193", "ten": "ĐĂNG KÝ KHAI SINH."}).questions == ()
    )


def test_without_a_code_our_procedures_of_that_name_are_offered_not_taken() -> None:
    (question,) = flagged({"loai": "sua_doi", "cap": ["xa"]}).questions
    assert "tên giống 1.001193" in question.text


def test_no_date_of_effect_is_asked_once() -> None:
    item = {"loai": "sua_doi", "ma": "1.001193"}
    found = flagged(item, hieu_luc=None, can_hoi=True)
    assert [each.kind for each in found.questions] == ["ngay_hieu_luc"]
    assert found.items[0].meaning == "sửa trang và bản niêm yết khi có ngày hiệu lực"


def test_doubts_and_unplaced_items_are_one_question_each() -> None:
    items = [{"loai": "moi", "ma": f"1.99999{n}"} for n in range(3)]
    found = flagged(*items, van_de=[{"noi_dung": "dòng lạ"}, {"noi_dung": "dòng lạ nữa"}])
    assert [each.kind for each in found.questions] == ["doc_chua_chac", "khong_ro_cap"]
    assert "3 thủ tục" in found.questions[1].text


def test_items_of_no_known_level_are_asked_beside_items_of_the_ward_too() -> None:
    found = flagged({"loai": "sua_doi", "ma": "1.001193"}, {"loai": "moi", "ma": "1.999999"})
    assert [(f.concerns_ward, f.why) for f in found.items] == [
        (True, "phường đang niêm yết"),
        (False, "chưa rõ cấp, cần xem"),
    ]
    assert [each.kind for each in found.questions] == ["khong_ro_cap"]
    assert "1 thủ tục" in found.questions[0].text


def test_without_code_and_level_our_name_is_reason_to_ask() -> None:
    found = flagged({"loai": "bai_bo"})
    assert [(f.concerns_ward, f.why) for f in found.items] == [
        (True, "trùng tên thủ tục phường đang niêm yết")
    ]
    assert "tên giống 1.001193" in found.questions[0].text


def test_an_internal_workflow_flags_nothing() -> None:
    item = {"loai": "sua_doi", "ma": "1.001193", "cap": ["xa"]}
    found = flagged(item, loai_van_ban="quy_trinh_noi_bo")
    assert (found.items, found.questions) == ((), ())


def test_what_the_ward_has_abolished_already_is_neither_missing_nor_asked_about() -> None:
    stone = BIRTH.model_validate(
        {
            "ma": "1.001193",
            "ten": "Thủ tục đăng ký khai sinh",
            "bai_bo": {"ngay": "2026-12-01", "quyet_dinh": {"so": "3582/QĐ-UBND"}},
        }
    )
    decision = flagged({"loai": "bai_bo", "ma": "1.001193"}).decision
    found = flag_decision(decision, {}, ward_level(WARD), None, {"1.001193": stone})
    assert (
        found.items[0].meaning == "trang đã ghi bãi bỏ từ 01/12/2026 theo Quyết định 3582/QĐ-UBND"
    )
    assert found.questions == ()


@pytest.mark.parametrize(
    ("issuer", "kinds"),
    [("UBND thành phố Hải Phòng", ["noi_khac"]), ("UBND thành phố Huế", []), ("", [])],
)
def test_decision_of_another_province_is_asked_about(issuer: str, kinds: list[str]) -> None:
    found = flagged({"loai": "sua_doi", "ma": "1.001193", "cap": ["xa"]}, co_quan=issuer)
    assert [each.kind for each in found.questions if each.kind == "noi_khac"] == kinds
