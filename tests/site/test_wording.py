from __future__ import annotations

from typing import Any

import pytest

from cchc.procedures.parts import Fee, LegalBasis, Paper, PublishingDecision, TimeLimit
from cchc.site import wording
from tests.site.samples import procedure


@pytest.mark.parametrize(
    ("dong", "said"),
    [(500, "500 đồng"), (8000, "8.000 đồng"), (1_250_000, "1.250.000 đồng")],
)
def test_money(dong: int, said: str) -> None:
    assert wording.money(dong) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"gia_tri": 7, "don_vi": "ngay_lam_viec"}, "07 ngày làm việc"),
        ({"gia_tri": 10, "don_vi": "ngay"}, "10 ngày"),
        ({"gia_tri": 8, "don_vi": "gio"}, "08 giờ"),
        ({"gia_tri": 1, "don_vi": "thang", "loi": "kể từ ngày nhận"}, "01 tháng"),
        ({"loi": "Trong ngày"}, "Trong ngày"),
    ],
)
def test_time_limit(data: dict[str, Any], said: str) -> None:
    assert wording.time_limit(TimeLimit.model_validate(data, by_alias=True)) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"loai": "le_phi", "so_tien": 8000}, "Lệ phí: 8.000 đồng"),
        ({"loai": "phi", "so_tien": 2000, "loi": "2.000 đồng/trang"}, "Phí: 2.000 đồng"),
        ({"so_tien": 0, "loi": "Không thu với trẻ em"}, "Lệ phí: Không thu với trẻ em"),
        ({"loai": "khac", "loi": "Theo quy định"}, "Khoản khác: Theo quy định"),
    ],
)
def test_a_fee_is_a_sum_or_the_words_and_never_a_bare_zero(data: dict[str, Any], said: str) -> None:
    assert wording.fee(Fee.model_validate(data, by_alias=True)) == said


@pytest.mark.parametrize(
    ("originals", "copies", "said"),
    [
        (1, 0, "01 bản chính"),
        (1, 2, "01 bản chính, 02 bản sao"),
        (None, 12, "12 bản sao"),
        (0, 0, "Nguồn ghi 0 bản chính, 0 bản sao"),
        (0, None, "Nguồn ghi 0 bản chính, 0 bản sao"),
        (None, None, "Số bản: chưa có thông tin"),
    ],
)
def test_copies(originals: int | None, copies: int | None, said: str) -> None:
    assert wording.copies(Paper(name="Tờ khai", originals=originals, copies=copies)) == said


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        ("thủ tục: cấp lại sổ.", "Cấp lại sổ"),
        ("ĐĂNG KÝ THƯỜNG TRÚ", "Đăng ký thường trú"),
        ("THỦ TỤC CẤP LẠI THẺ", "Cấp lại thẻ"),
        ("Xóa đăng ký thường trú", "Xóa đăng ký thường trú"),
        ("Thủ tục", "Thủ tục"),
        ("cấp GCN", "Cấp GCN"),
    ],
)
def test_a_name_as_a_heading(name: str, heading: str) -> None:
    assert wording.title(name) == heading


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {
                "so": "60/2014/QH13",
                "ten": "Luật Hộ tịch",
                "ngay": "2014-11-20",
                "co_quan": "Quốc hội",
            },
            ("60/2014/QH13", "20/11/2014", "Quốc hội"),
        ),
        ({"so": "123/2015/NĐ-CP"}, ()),
        (
            {"so": "28/2012/NĐ-CP", "ten": "28/2012/NĐ-CP về người khuyết tật"},
            (),
        ),
    ],
)
def test_what_stands_beside_a_legal_document(data: dict[str, Any], said: tuple[str, ...]) -> None:
    document = LegalBasis.model_validate(data, by_alias=True)
    assert wording.legal_facts(document) == said


def test_a_decision_is_named_as_far_as_it_is_known() -> None:
    known = {"so": "163/QĐ-BTP", "ngay": "2026-02-05", "co_quan": "Bộ Tư pháp"}
    whole = PublishingDecision.model_validate(known, by_alias=True)
    assert wording.decision(whole) == "Quyết định số 163/QĐ-BTP ngày 05/02/2026 của Bộ Tư pháp"
    assert wording.decision(PublishingDecision(number="1681")) == "Quyết định số 1681"


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Tờ khai", 60, "Tờ khai"),
        ("Tờ khai theo mẫu, kèm ảnh", 18, "Tờ khai theo mẫu…"),
        ("một\nhai   ba", 60, "một hai ba"),
    ],
)
def test_cut_to_whole_words(text: str, most: int, cut: str) -> None:
    assert wording.short(text, most) == cut


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ([{"ten": "Cổng", "ngay": "2026-10-03"}, {"ten": "Danh mục"}], "Cổng, 03/10/2026"),
        ([{"ten": "Cổng", "ghi_chu": "Nội dung lấy tháng 6/2026."}], "Cổng, tháng 6/2026"),
        ([{"ten": "Cổng"}, {"ten": "Danh mục", "ngay": "2026-10-03"}], "Cổng"),
        ([], ""),
    ],
)
def test_the_first_source_is_named_with_its_day(sources: list[dict[str, str]], said: str) -> None:
    assert wording.source_and_day(procedure(nguon=sources)) == said


def test_a_step_does_not_count_itself_again() -> None:
    assert wording.step("Bước 2: nộp hồ sơ") == "Nộp hồ sơ"
    assert wording.step("Nộp hồ sơ ở bước 2") == "Nộp hồ sơ ở bước 2"
