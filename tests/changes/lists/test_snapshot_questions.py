"""What changed in a source since its last accepted list, asked about the ward's procedures."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.changes.findings import Question
from cchc.changes.lists.snapshot_questions import each_once, questions_since
from cchc.changes.lists.snapshot_sources import snapshot_of
from cchc.procedures.model import Procedure
from cchc.province import national_list
from cchc.province.content import Format, Listing, Row
from tests.changes import samples
from tests.real_data import national_lists, needs_real_data

LAST = dt.date(2026, 10, 3)
BIRTH = samples.procedure("1.001193", "Đăng ký khai sinh")
DEATH = samples.procedure("1.000656", "Đăng ký khai tử")


def asked(before: Listing, now: Listing, *ward: Procedure) -> tuple[Question, ...]:
    ours = {each.code: each for each in ward or (BIRTH, DEATH)}
    return questions_since(ours, now, snapshot_of(before, LAST))


def changed(before: Row, now: Row, *ward: Procedure) -> list[tuple[str, str]]:
    found = asked(samples.listing(before), samples.listing(now), *ward)
    return [(each.kind, each.about) for each in found]


def test_gone_from_the_list_is_a_question_that_says_when_it_was_last_there() -> None:
    before = samples.listing(samples.row(), samples.row("1.000656", "Đăng ký khai tử"))
    now = samples.listing(samples.row(), source="thang-11.xlsx")
    (question,) = asked(before, now)
    assert (question.kind, question.code, question.name) == (
        "vang_mat", "1.000656", "Đăng ký khai tử",
    )  # fmt: skip
    assert question.source == "thang-11.xlsx"
    assert "(03/10/2026) còn có mã này, danh sách mới thì không" in question.text
    assert "không có nghĩa là bãi bỏ" in question.text


def test_only_the_wards_procedures_are_asked_about() -> None:
    before = samples.listing(samples.row(), samples.row("2.000789", "Văn phòng công chứng"))
    assert asked(before, samples.listing(samples.row())) == ()


@pytest.mark.parametrize(
    ("was", "new", "about"),
    [
        ({"decision_id": "123376"}, {"decision_id": "130001"}, "QDCBID 130001"),
        ({"decision": "163/QĐ-BTP"}, {"decision": "858/QĐ-BTP"}, "858/QĐ-BTP"),
        ({"decision": "163/QĐ-BTP"}, {"decision": "163/QĐ -btp"}, None),
        ({"decision": "163/QĐ-BTP"}, {}, None),
        ({}, {"decision": "163/QĐ-BTP"}, None),
    ],
)
def test_another_publishing_decision(
    was: dict[str, str], new: dict[str, str], about: str | None
) -> None:
    found = changed(samples.row(**was), samples.row(**new))
    assert found == ([] if about is None else [("quyet_dinh_moi", about)])


def test_the_question_names_both_decisions() -> None:
    one, two = (samples.listing(samples.row(decision_id=each)) for each in ("123376", "130001"))
    (question,) = asked(one, two)
    assert question.text.startswith(
        "đã có quyết định mới: trước QDCBID 123376, nay QDCBID 130001; tìm quyết định này"
    )


def test_a_decision_that_our_file_names_already_is_no_question() -> None:
    ours = samples.procedure("1.001193", quyet_dinh={"so": "858/QĐ-BTP"})
    was, new = samples.row(decision="163/QĐ-BTP"), samples.row(decision="858/QĐ-BTP")
    assert changed(was, new, ours) == []


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("Đăng ký lại khai sinh", True),
        ("1.\tĐĂNG KÝ  KHAI SINH.", False),
        ("Đăng ký khai sinh", False),
    ],
)
def test_another_name(name: str, *, asks: bool) -> None:
    found = changed(samples.row(name="Thủ tục đăng ký khai sinh"), samples.row(name=name))
    assert found == ([("ten_khac", name)] if asks else [])


def test_a_name_that_our_file_has_already_is_no_question() -> None:
    was, new = samples.row(name="Cấp phép bán lẻ"), samples.row(name="Đăng ký khai sinh")
    assert changed(was, new) == []
    assert changed(new, was) == [("ten_khac", "Cấp phép bán lẻ")]


def test_a_table_of_services_says_nothing_of_names() -> None:
    kind = {"format": Format.SERVICES, "columns": frozenset({"ma", "ma_dvc"})}
    before, now = (
        samples.listing(samples.service_row("1.001193", name), **kind) for name in ("A", "B")
    )
    assert asked(before, now) == ()


def test_nothing_is_asked_of_the_first_list_or_of_the_same() -> None:
    listing = samples.listing(samples.row(decision="163/QĐ-BTP"))
    assert questions_since({BIRTH.code: BIRTH}, listing, None) == ()
    assert asked(listing, listing) == ()


def test_two_ways_of_finding_one_absence_are_one_question() -> None:
    one = Question("vang_mat", "1.000656", "Khai tử", "lần cuối 03/10/2026", "a.xlsx")
    other = dataclasses.replace(one, text="không có mã này")
    assert each_once([one, other, dataclasses.replace(one, kind="ten_khac")]) == (
        one, dataclasses.replace(one, kind="ten_khac"),
    )  # fmt: skip


ROWS = st.lists(
    st.builds(
        samples.row,
        st.sampled_from(["1.001193", "1.000656", "2.000789"]),
        st.sampled_from(["A", "B", "Thủ tục A"]),
        decision=st.sampled_from(["", "163/QĐ-BTP", "858/QĐ-BTP"]),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(ROWS, ROWS)
def test_never_two_questions_of_a_kind_for_one_code(before: list[Row], now: list[Row]) -> None:
    found = asked(samples.listing(*before), samples.listing(*now))
    assert len({(each.kind, each.code) for each in found}) == len(found)
    assert {each.code for each in found} <= {BIRTH.code, DEATH.code}


@needs_real_data
def test_the_real_lists_ask_only_about_what_changed_in_them() -> None:
    for path in national_lists():
        listing = national_list.read(path)
        first, *rest = (
            dataclasses.replace(row, decision_id=str(100 + n)) for n, row in enumerate(listing.rows)
        )
        ward = [samples.procedure(row.code, row.name) for row in listing.rows if row.code < "5"]
        before = dataclasses.replace(listing, rows=(first, *rest))
        assert asked(before, before, *ward) == ()
        moved = dataclasses.replace(first, decision_id="999999")
        (question,) = asked(before, dataclasses.replace(listing, rows=(moved, *rest)), *ward)
        assert (question.kind, question.code) == ("quyet_dinh_moi", first.code)
