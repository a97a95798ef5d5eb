"""From when a decision holds: one day, or a question."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.province.decision.head.effect import effect_in, superseded_in

SIGNED = dt.date(2026, 9, 1)


def body(clause: str) -> str:
    return (
        "Căn cứ Nghị định số 12/2026/NĐ-CP có hiệu lực từ ngày 01/01/2026;\n"
        "Điều 1. Công bố Danh mục thủ tục hành chính kèm theo Quyết định này.\n"
        f"Điều 2. {clause}\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này."
    )


@pytest.mark.parametrize(("clause", "day"), [
    ("Quyết định này có hiệu lực thi hành kể từ ngày ký.", "2026-09-01"),
    ("Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.", "2026-09-01"),
    ("Quyết định này có hiệu lực kể\ntừ ngày\nký.", "2026-09-01"),
    ("Quyết định này có hiệu lực từ ngày 01/3/2027.", "2027-03-01"),
    ("Quyết định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2027.", "2027-03-01"),
    ("Quyết định này có hiệu lực từ ngày 01.03.2027.", "2027-03-01"),
    ("Các thủ tục hành chính công bố tại Quyết định này có hiệu lực kể từ ngày 15 tháng 9 năm 2026.", "2026-09-15"),
    ("Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 26/QĐ-UBND ngày 01/8/2025.", "2026-09-01"),
    ("Quyết định này thay thế Quyết định số 26/QĐ-UBND ngày 01 tháng 8 năm 2025 và có hiệu lực từ ngày 01/10/2026.", "2026-10-01"),
    ("Quyết định này có hiệu lực kể từ ngày ký và được công khai trên Cổng dịch vụ công.", "2026-09-01"),
    ("Quyết định này có hiệu lực từ ngày ký. Hồ sơ nhận trước khi Quyết định này có hiệu lực giải quyết tiếp.", "2026-09-01"),
    ("Quyết định này có hiệu lực từ ngày ký, thay thế Quyết định số 26/QĐ-UBND ngày 01/8/2025 về việc công bố thủ tục thực hiện khi sắp xếp.", "2026-09-01"),
    ("Quyết định này có hiệu lực từ ngày ký. Quyết định số 26/QĐ-UBND ngày 01/8/2025 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "2026-09-01"),
])  # fmt: skip
def test_one_day_is_the_day(clause: str, day: str) -> None:
    assert effect_in(body(clause), SIGNED).date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(("clause", "why"), [
    ("Các cơ quan liên quan thi hành.", "không có điều khoản"),
    ("Quyết định này có hiệu lực từ ngày ký; riêng các thủ tục tại mục II có hiệu lực từ ngày 01/3/2027.", "nhiều ngày"),
    ("Quyết định này có hiệu lực theo hiệu lực của Nghị định số 12/2026/NĐ-CP.", "không nêu ngày"),
    ("Quyết định này có hiệu lực từ ngày 31/02/2027.", "không nêu ngày"),
    ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", "thêm một số ngày"),
    ("Quyết định này có hiệu lực sau một tháng kể từ ngày ký.", "thêm một số ngày"),
    ("Quyết định này có hiệu lực sau 01 tháng kể từ ngày ký ban hành.", "thêm một số ngày"),
    ("Quyết định này có hiệu lực thi hành sau bảy ngày, kể từ ngày ký.", "thêm một số ngày"),
    ("Quyết định này có hiệu lực sau mười lăm (15) ngày kể từ ngày ký.", "thêm một số ngày"),
    ("Quyết định này có hiệu lực thi hành 10 ngày kể từ ngày ký.", "thêm một số ngày"),
    ("Quyết định này có hiệu lực từ ngày ký và các thủ tục áp dụng theo thời điểm có hiệu lực của Nghị định.", "điều kiện"),
    ("Quyết định này có hiệu lực từ ngày ký, trừ thủ tục số 2 thực hiện khi Nghị quyết được thông qua.", "ngoại lệ"),
    ("Quyết định này có hiệu lực kể từ ngày ký đến hết năm 2026.", "điều kiện"),
    ("Quyết định này có hiệu lực từ ngày 01/10/2026, riêng thủ tục số 2 chờ Nghị quyết.", "ngoại lệ"),
    ("Quyết định này có hiệu lực kể từ ngày ký ở các phường; các xã chờ hướng dẫn.", "không nêu ngày"),
    ("Quyết định này có hiệu lực từ ngày 01/01/2027 đến hết ngày 31/12/2027.", "nhiều ngày"),
])  # fmt: skip
def test_anything_else_is_a_question(clause: str, why: str) -> None:
    effect = effect_in(body(clause), SIGNED)

    assert effect.date is None
    assert why in effect.why


def test_signing_day_unknown_is_a_question_too() -> None:
    assert effect_in(body("Quyết định này có hiệu lực từ ngày ký."), None).date is None


@pytest.mark.parametrize(("clause", "numbers", "partly"), [
    ("Quyết định này thay thế Quyết định số 26/QĐ-UBND ngày 01/8/2025.", ("26/QĐ-UBND",), False),
    ("Thay thế một phần Quyết định số 2600/QĐ-UBND ngày 01/8/2025 và Quyết định số 93/QĐ-UBND ngày 08/01/2026.", ("2600/QĐ-UBND", "93/QĐ-UBND"), True),
    ("Bãi bỏ nội dung tại Quyết định số 1234/QĐ-UBND ngày 01/8/2025 của Chủ tịch UBND thành phố.", ("1234/QĐ-UBND",), True),
    ("Các Quyết định số 12/QĐ-UBND ngày 01/8/2025, số 13/QĐ-UВND ngày 02/8/2025 hết hiệu lực.", ("12/QĐ-UBND", "13/QĐ-UBND"), False),
    ("Quyết định này có hiệu lực từ ngày ký.", (), False),
])  # fmt: skip
def test_the_decisions_it_takes_the_place_of(
    clause: str,
    numbers: tuple[str, ...],
    partly: bool,  # noqa: FBT001 - a column of the table
) -> None:
    found = superseded_in(body(clause), "3501/QĐ-UBND")

    assert (found.numbers, found.partly) == (numbers, partly)
