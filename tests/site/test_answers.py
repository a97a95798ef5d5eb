from __future__ import annotations

from typing import Any

import pytest

from cchc.site.procedure.answers import Answer, answers
from tests.site.samples import procedure

IN_PERSON, ONLINE = {"hinh_thuc": "truc_tiep"}, {"hinh_thuc": "truc_tuyen"}


def asked(question: str, **data: Any) -> Answer:  # noqa: ANN401
    found = answers(procedure(**data), None, "Trung tâm phường")
    return next(each for each in found if each.question == question)


def days(count: int, words: str = "") -> dict[str, Any]:
    return {"gia_tri": count, "don_vi": "ngay_lam_viec", "loi": words}


def test_five_questions_in_a_fixed_order() -> None:
    questions = [each.question for each in answers(procedure(), None, "")]
    assert questions == [
        "Bao lâu có kết quả",
        "Tốn bao nhiêu",
        "Nộp ở đâu",
        "Trực tuyến mức nào",
        "Nhận được gì",
    ]


def test_what_is_not_known_is_said_with_a_way_out() -> None:
    for each in answers(procedure(), None, ""):
        assert (each.lines, each.detail, each.known) == (
            ("Chưa có thông tin",), "Hỏi nơi nộp hồ sơ", False,
        )  # fmt: skip


def test_one_limit_for_every_way_is_said_once() -> None:
    ways = [{**IN_PERSON, "thoi_han": days(7)}, {**ONLINE, "thoi_han": days(7)}]
    answer = asked("Bao lâu có kết quả", cach_nop=ways)
    assert (answer.lines, answer.detail) == (("07 ngày làm việc",), "")


def test_limits_that_differ_are_said_by_way() -> None:
    ways = [{**IN_PERSON, "thoi_han": days(7)}, {**ONLINE, "thoi_han": days(5, "có khi lâu hơn")}]
    answer = asked("Bao lâu có kết quả", cach_nop=ways)
    assert answer.lines == ("Trực tiếp: 07 ngày làm việc", "Trực tuyến: 05 ngày làm việc")
    assert answer.detail == "có khi lâu hơn"


def test_several_conditions_are_left_to_the_part_below() -> None:
    ways = [{**IN_PERSON, "thoi_han": days(7, "a")}, {**ONLINE, "thoi_han": days(7, "b")}]
    answer = asked("Bao lâu có kết quả", cach_nop=ways)
    assert answer.lines == ("07 ngày làm việc",)
    assert answer.detail == "Có trường hợp khác: xem bên dưới"


@pytest.mark.parametrize(
    ("fees", "lines", "detail"),
    [
        ([{"so_tien": 8000}], ("8.000 đồng",), ""),
        (
            [{"so_tien": 8000, "loi": "miễn cho hộ nghèo"}],
            ("8.000 đồng",),
            "miễn cho hộ nghèo",
        ),
        (
            [{"so_tien": 8000}, {"so_tien": 5000}],
            ("Từ 5.000 đồng đến 8.000 đồng",),
            "Có mức khác hoặc miễn, giảm: xem bên dưới",
        ),
        ([{"loi": "2.000 đồng/trang"}], ("2.000 đồng/trang",), ""),
        ([{"loi": "a"}, {"loi": "b"}], ("Tùy trường hợp",), "Xem mức thu bên dưới"),
        ([{"so_tien": 0, "loi": "Không thu"}], ("Không thu",), ""),
        ([], ("Chưa có thông tin",), "Hỏi nơi nộp hồ sơ"),
    ],
)
def test_what_it_costs(fees: list[dict[str, Any]], lines: tuple[str, ...], detail: str) -> None:
    answer = asked("Tốn bao nhiêu", cach_nop=[{**IN_PERSON, "phi": fees}])
    assert (answer.lines, answer.detail) == (lines, detail)


def test_online_level_and_outcome() -> None:
    level = asked("Trực tuyến mức nào", muc_do="toan_trinh")
    assert (level.lines, level.detail) == (("Toàn trình",), "Làm được mọi bước qua mạng")
    outcome = asked("Nhận được gì", ket_qua=[{"ten": "Giấy khai sinh"}, {"ten": "Bản sao"}])
    assert (outcome.lines, outcome.detail) == (("Giấy khai sinh",), "và 01 kết quả khác")


def test_the_place_is_the_counters_name() -> None:
    assert asked("Nộp ở đâu").lines == ("Trung tâm phường",)
