from __future__ import annotations

from typing import Any

import pytest

from cchc.procedures.terms import FeeKind, Level, OnlineLevel, TimeUnit
from cchc.province import numbers, phrases
from cchc.province.steps import split_steps


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("7 Ngày làm việc", {"gia_tri": 7, "don_vi": TimeUnit.WORKING_DAY}),
        ("03 Ngày", {"gia_tri": 3, "don_vi": TimeUnit.DAY}),
        ("02 Giờ", {"gia_tri": 2, "don_vi": TimeUnit.HOUR}),
        ("0.5 Giờ", {"loi": "0.5 Giờ"}),
        ("Không quy định", {"loi": "Không quy định"}),
        ("Chậm nhất 01 giờ", {"loi": "Chậm nhất 01 giờ"}),
        ("0 Giờ", None),
        ("", None),
        ("Không có thông tin", None),
    ],
)
def test_time_limits(text: str, limit: dict[str, Any] | None) -> None:
    assert phrases.time_limit(text) == limit


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("Phí : 0 Đồng", []),
        ("Phí : Không Đồng", []),
        ("Lệ phí :  Đồng", []),
        ("", []),
        ("Lệ phí : 1.5 USD", [(FeeKind.CHARGE, None, "1.5 USD")]),
        ("Phí : 50.000 Đồng (120.000 đồng (hai môn))",
         [(FeeKind.FEE, 50_000, "120.000 đồng (hai môn)")]),
        ("Phí :  Đồng (Theo quy định)\nFile đính kèm: 62-btc.pdf\nLệ phí : 8,000 Việt Nam Đồng",
         [(FeeKind.FEE, None, "Theo quy định"), (FeeKind.CHARGE, 8000, "")]),
        ("Phí : Miễn phí (do HĐND quy định)", [(FeeKind.FEE, None, "do HĐND quy định")]),
    ],
)  # fmt: skip
def test_fees(text: str, fees: list[tuple[FeeKind, int | None, str]]) -> None:
    found = [(fee["loai"], fee["so_tien"], fee["loi"]) for fee in phrases.fees(text)]
    assert found == fees


def test_names_with_commas_of_their_own() -> None:
    audience = "Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Hợp tác xã"
    assert phrases.split_names(audience) == (
        "Cán bộ, công chức, viên chức", "Tổ chức (không bao gồm doanh nghiệp, HTX)", "Hợp tác xã",
    )  # fmt: skip
    agencies = "Bộ Văn hóa, Thể thao và Du lịch, Thuế tỉnh, thành phố, Thuế cơ sở; Công an xã"
    assert phrases.split_agencies(agencies) == (
        "Bộ Văn hóa, Thể thao và Du lịch", "Thuế tỉnh, thành phố", "Thuế cơ sở", "Công an xã",
    )  # fmt: skip
    assert phrases.split_names("Không có thông tin") == ()


def test_levels_and_online_levels() -> None:
    assert phrases.levels("Cấp Bộ, Cấp Tỉnh, Cấp Xã, Cơ quan khác, Gì đó") == tuple(Level)
    assert phrases.levels("Xã") == (Level.WARD,)
    assert phrases.online_level("Toàn trình") is OnlineLevel.FULL
    assert phrases.online_level("Dịch vụ công trực tuyến một phần") is OnlineLevel.PART
    assert phrases.online_level("Mức 3") is None


def test_counts() -> None:
    assert phrases.counts("Bản chính: 3\nBản sao: 0") == {"ban_chinh": 3, "ban_sao": 0}
    assert phrases.counts("") == {"ban_chinh": None, "ban_sao": None}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Quyết định số 3717/QĐ-BQP", "3717/QĐ-BQP"),
        ("163/Q\u00d0 -BTP ", "163/QĐ-BTP"),
        ("151/2025/TT-BT\u0421", "151/2025/TT-BTC"),
        ("01/2012/TTLT – BQP", "01/2012/TTLT-BQP"),
        ("Luật 47/2014/QH13", "47/2014/QH13"),
        ("BỘ LUẬT  HÀNG HẢI", "BỘ LUẬT HÀNG HẢI"),
        ("1681", "1681"),
    ],
)
def test_document_numbers(text: str, number: str) -> None:
    assert numbers.document_number(text) == number


def test_issuers() -> None:
    assert numbers.decision_issuer("9354/QĐ-BCA-C06") == "BCA"
    assert numbers.decision_issuer("QĐ2338-BTP") == ""
    assert numbers.initials("Bộ Nông nghiệp và Môi trường") == "BNNMT"
    assert numbers.initials("Bộ xây dựng (Giao thông vận tải cũ)") == "BXD"
    assert numbers.caution("858/QĐ-BTP") == ""
    assert numbers.caution("2537/QĐ-UBND", "UBND thành phố Huế") == ""
    assert "không ghi của tỉnh nào" in numbers.caution("2537/QĐ-UBND")
    assert "1681" in numbers.caution("1681")


def test_steps() -> None:
    assert split_steps("Bước 1: A Bước 2: B\n- ý\nBước 3. C") == [
        "Bước 1: A", "Bước 2: B\n- ý", "Bước 3. C",
    ]  # fmt: skip
    assert split_steps("Nộp tại nơi tiếp nhận theo bước 2.") == [
        "Nộp tại nơi tiếp nhận theo bước 2."
    ]
    assert split_steps("") == []
