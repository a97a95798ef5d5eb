from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base.ward import load_ward
from cchc.province.levels import agency_key, ward_level

LEVEL = ward_level(load_ward(Path(__file__).parents[2]))


@pytest.mark.parametrize(
    "agency",
    [
        "Ủy ban nhân dân cấp xã", "Uỷ ban Nhân dân xã,\u00a0phường, thị trấn.", "UBND cấp xã",
        "Chủ tịch Ủy ban nhân dân xã", "Chủ tịch UBND cấp xã", "Công an cấp Xã",
        "Công an xã, phường, thị trấn", "Cơ quan quản lý đất đai cấp xã", "UBND phường",
        "Cơ quan chuyên môn về Nông nghiệp và Môi trường thuộc UBND cấp xã",
        "Ban chỉ huy quân sự cấp Xã", "UBND phường Hương An", "Phường Hương An",
        "Ủy ban nhân dân cấp xã thuộc thành phố Huế", "UBND xã/phường",
        "Trung tâm Phục vụ hành chính công phường Hương An, thành phố Huế",
    ],
)  # fmt: skip
def test_agencies_of_the_ward(agency: str) -> None:
    assert LEVEL.names_ward(agency)


@pytest.mark.parametrize(
    "agency",
    [
        "UBND cấp xã - tỉnh Quảng Trị", "UBND phường Thuận Hóa", "Công an xã Hòa Bắc", "Sở Tư pháp",
        "Ủy ban nhân dân cấp tỉnh", "Thuế cơ sở", "Bảo hiểm xã hội tỉnh", "Liên hiệp hợp tác xã",
        "Ủy ban nhân dân cấp xã, thành phố Hà Nội", "Công an tỉnh", "Phòng Tư Pháp", "",
        "Tòa án nhân dân cấp huyện, quận, thị xã, thành phố thuộc tỉnh và tương đương",
    ],
)  # fmt: skip
def test_agencies_that_are_not_the_ward(agency: str) -> None:
    assert not LEVEL.names_ward(agency)


@pytest.mark.parametrize(
    ("agency", "elsewhere"),
    [
        ("Sở Tư pháp Thành phố Hà Nội", True),
        ("Sở Giao thông công chánh - TP.HCM", True),
        ("Phòng Cảnh sát phòng cháy TP HCM", True),
        ("Sở Tư pháp thành phố Huế", False),
        ("Sở Tư pháp TP. Huế", False),
        ("Thuế tỉnh, thành phố", False),
        ("Bảo hiểm xã hội cấp Tỉnh", False),
        ("ỦY BAN NHÂN DÂN TỈNH, THÀNH PHỐ", False),
        ("Ủy ban nhân dân tỉnh và thành phố trực thuộc Trung ương", False),
    ],
)
def test_agencies_of_other_places(agency: str, *, elsewhere: bool) -> None:
    assert LEVEL.is_elsewhere(agency) is elsewhere


@pytest.mark.parametrize(
    ("agencies", "counter"),
    [
        (("Công an cấp Xã",), "cong_an"),
        (("Công an tỉnh", "Cục cảnh sát giao thông", "Công an cấp Xã"), "cong_an"),
        (("Công an cấp Xã", "Ủy ban nhân dân cấp xã"), ""),
        (("Ủy ban nhân dân cấp xã",), ""),
        (("Công an tỉnh",), ""),
        ((), ""),
    ],
)
def test_who_receives(agencies: tuple[str, ...], counter: str) -> None:
    assert LEVEL.counter(agencies) == counter


def test_one_agency_in_many_writings() -> None:
    writings = (
        "Ủy ban nhân dân cấp xã", "Uỷ ban Nhân dân xã, phường, thị trấn.", "UBND cấp xã",
        "UBND xã, phường, đặc khu", "Ủy ban nhân dân phường",
    )  # fmt: skip
    assert {agency_key(each) for each in writings} == {"ubnd cap xa"}
    assert agency_key("Chủ tịch UBND cấp xã") != agency_key("UBND cấp xã")
