"""A list beside the last accepted one of its source."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.changes.lists.snapshot_guards import refusal
from cchc.changes.lists.snapshot_sources import snapshot_of
from cchc.province import national_list, province_sheet, services_tsv
from cchc.province.content import Format, Listing, Row
from tests.changes import samples
from tests.real_data import SERVICES, WARD_SHEET, national_lists, needs_real_data

LAST = dt.date(2026, 10, 3)


def rows(count: int, start: int = 0, /, **parts: Any) -> list[Row]:  # noqa: ANN401 - any part of a row
    return [samples.row(f"1.{n:06}", **parts) for n in range(start, start + count)]


def told(now: Listing, before: Listing) -> str | None:
    return refusal(now, snapshot_of(before, LAST))


def without(listing: Listing, count: int) -> Listing:
    return dataclasses.replace(listing, rows=listing.rows[: len(listing.rows) - count])


TWENTY = samples.listing(*rows(20))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (20, None),
        (16, None),
        (15, "danh sách có 15 thủ tục, lần được nhận gần nhất (03/10/2026) có 20: chỉ còn 75 %"),
        (1, "chỉ còn 5 % (tối thiểu 80 %), có vẻ bị cắt hoặc lọc"),
        (40, None),
        (41, "bằng 205 % (tối đa 200 %), có vẻ là danh sách khác hoặc gộp nhiều danh sách"),
    ],
)
def test_a_list_neither_shrinks_nor_grows_beyond_belief(count: int, said: str | None) -> None:
    found = told(samples.listing(*rows(count)), TWENTY)
    assert found is None if said is None else said in (found or "")


def test_two_services_of_a_procedure_count_once() -> None:
    services = [samples.service_row("1.001193", service_code=f"1.001193.0{n}") for n in range(5)]
    whole = samples.own_list(*services, samples.service_row("1.000656"))
    assert told(samples.own_list(*services[:1], samples.service_row("1.000656")), whole) is None


def test_another_heading() -> None:
    other = samples.listing(*rows(20), columns=frozenset({"ma", "ten", "ban_hanh", "cap"}))
    assert told(other, TWENTY) == (
        "tiêu đề của bảng đã đổi (mất cột “cơ quan thực hiện”, “lĩnh vực”; thêm cột “cấp thực hiện”);"
        " xem lại cách xuất danh sách"
    )


@pytest.mark.parametrize(
    ("part", "some", "other", "said"),
    [
        ("issuer", "Bộ Tư pháp", "Bộ Công an", "cơ quan ban hành “Bộ Công an”"),
        ("levels", "Cấp tỉnh", "Cấp xã, Cấp Bộ", "cấp “Cấp Bộ”, “Cấp xã”"),
        ("field", "Hộ tịch", "Chứng thực", "lĩnh vực “Chứng thực”"),
    ],
)
def test_a_whole_group_is_missing(part: str, some: str, other: str, said: str) -> None:
    whole = samples.listing(*rows(18, **{part: some}), *rows(2, 18, **{part: other}))
    found = told(without(whole, 2), whole)
    assert found == (
        "danh sách có 18 thủ tục, lần được nhận gần nhất (03/10/2026) có 20 và mất hẳn"
        f" {said}: có vẻ bộ lọc đã đổi"
    )


def test_the_only_procedure_of_a_group_may_go() -> None:
    stray = {"field": "Chứng thực", "issuer": "Bộ Công an", "levels": "Cấp xã"}
    whole = samples.listing(*rows(19), *rows(1, 19, **stray))
    assert told(without(whole, 1), whole) is None


def test_one_of_two_may_go() -> None:
    rest = {"field": "Chứng thực", "issuer": "Bộ Công an", "levels": "Cấp xã"}
    whole = samples.listing(*rows(18), *rows(2, 18, **rest))
    assert told(without(whole, 1), whole) is None


def test_a_field_with_a_new_name_is_not_missing() -> None:
    whole = samples.listing(*rows(10), *rows(10, 10, field="Chứng thực"))
    renamed = samples.listing(*rows(10), *rows(9, 10, field="Chứng thực, công chứng"))
    assert told(renamed, whole) is None


def test_another_group_in_a_list_that_did_not_shrink() -> None:
    police = samples.listing(*rows(10), *rows(10, 30, issuer="Bộ Công an"))
    assert told(police, samples.listing(*rows(10), *rows(10, 10, issuer="Bộ Y tế"))) is None


def portal_list(count: int, **parts: object) -> Listing:
    return samples.listing(*rows(count), format=Format.PORTAL_LIST, **parts)


@pytest.mark.parametrize(
    ("now", "refused"),
    [
        (portal_list(50), True),
        (portal_list(200), True),
        (portal_list(1000), True),
        (portal_list(51), False),
        (portal_list(50, declared=50), False),
        (samples.listing(*rows(50)), False),
    ],
)
def test_a_full_last_page_without_a_total(now: Listing, *, refused: bool) -> None:
    assert ("trang cuối đầy" in (refusal(now, None) or "")) is refused


def test_a_full_page_once_accepted_is_believed_again_and_only_that() -> None:
    assert told(portal_list(50), portal_list(50)) is None
    assert "trang cuối đầy" in (told(portal_list(50), portal_list(60)) or "")


def test_more_internal_procedures_than_before() -> None:
    new = [samples.row("5.003909"), samples.row("6.003494")]
    found = told(samples.listing(*rows(20), *new), samples.listing(*rows(20), new[1]))
    assert found == (
        "danh sách có 2 thủ tục nội bộ (mã đầu 5, 6), lần trước có 1; mới thấy “5.003909”: xem lại bộ"
        " lọc, danh sách công khai không có thủ tục nội bộ"
    )
    assert told(TWENTY, samples.listing(*rows(20), *new)) is None


def test_nothing_to_compare_with() -> None:
    internal = samples.row("5.003909")
    assert refusal(samples.listing(samples.row(), internal), None) is None


ROWS = st.lists(
    st.builds(
        samples.row,
        st.from_regex(r"[1-6]\.00000[0-9]", fullmatch=True),
        st.sampled_from(["A", "B", "Thủ tục A"]),
        field=st.sampled_from(["", "Hộ tịch", "Hòa giải", "Hoà giải"]),
        issuer=st.sampled_from(["", "Bộ Tư pháp", "Bộ Công an"]),
        levels=st.sampled_from(["", "Cấp xã", "Cấp xã, Cấp tỉnh"]),
        agencies=st.sampled_from([(), samples.COMMUNE, ("Sở Tư pháp; Sở Y tế",)]),
        decision=st.sampled_from(["", "163/QĐ-BTP"]),
    ),
    max_size=60,
)
LISTINGS = st.builds(
    lambda rows, kind: samples.listing(*rows, format=kind), ROWS, st.sampled_from(Format)
)


@settings(deadline=None)
@given(LISTINGS)
def test_the_same_list_is_never_refused(listing: Listing) -> None:
    assert told(listing, listing) is None


@settings(deadline=None)
@given(
    LISTINGS.filter(lambda each: len({row.code for row in each.rows}) >= 10), st.randoms()
)  # fmt: skip
def test_half_of_a_list_is_always_refused(listing: Listing, chance: random.Random) -> None:
    codes = sorted({row.code for row in listing.rows})
    chance.shuffle(codes)
    kept = set(codes[: len(codes) // 2])
    half = dataclasses.replace(listing, rows=tuple(r for r in listing.rows if r.code in kept))
    assert told(half, listing) is not None


@needs_real_data
def test_the_real_lists_beside_themselves_and_their_halves() -> None:
    listings = [national_list.read(path) for path in national_lists()]
    listings += [province_sheet.read(WARD_SHEET), services_tsv.read(SERVICES)]
    for listing in listings:
        assert refusal(listing, None) is None
        assert told(listing, listing) is None
        assert "có vẻ bị cắt" in (told(without(listing, len(listing.rows) // 2 + 1), listing) or "")
