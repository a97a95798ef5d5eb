from __future__ import annotations

from typing import Any

from cchc.site.procedure.ways import by_fees, by_limit, joined
from tests.site.samples import procedure

FIVE = {"gia_tri": 5, "don_vi": "ngay"}
EIGHT = {"so_tien": 8000}


def way(method: str, **data: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"hinh_thuc": method, **data}


def test_ways_with_one_limit_are_told_together() -> None:
    made = procedure(
        cach_nop=[
            way("truc_tiep", thoi_han=FIVE),
            way("truc_tuyen", thoi_han={"loi": "Trong ngày"}),
            way("buu_chinh", thoi_han=FIVE),
        ]
    )
    said = [(ways, limit.words) for ways, limit in by_limit(made)]
    assert said == [("Trực tiếp, dịch vụ bưu chính", ""), ("Trực tuyến", "Trong ngày")]


def test_ways_with_the_same_fees_are_told_together() -> None:
    made = procedure(
        cach_nop=[
            way("truc_tiep", phi=[EIGHT]),
            way("truc_tuyen", phi=[EIGHT, {"so_tien": 5000}]),
            way("buu_chinh", phi=[EIGHT]),
            way("buu_chinh"),
        ]
    )
    said = [(ways, [fee.amount for fee in fees]) for ways, fees in by_fees(made)]
    assert said == [("Trực tiếp, dịch vụ bưu chính", [8000]), ("Trực tuyến", [8000, 5000])]


def test_a_way_is_named_once() -> None:
    assert joined(["Trực tiếp", "Trực tiếp", "Trực tuyến"]) == "Trực tiếp, trực tuyến"
