from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.changes.lists.snapshot_sources import snapshot_of, source_key, sources_of
from cchc.procedures.snapshots import load_snapshot
from cchc.province import national_list, province_sheet, services_tsv
from cchc.province.content import Format, Listing
from tests.changes import samples
from tests.kept import list_on_file
from tests.real_data import SERVICES, WARD_SHEET, national_lists, needs_real_data


def listing_of(*issuers: str, **parts: object) -> Listing:
    each = [samples.row(f"1.{n:06}", issuer=issuer) for n, issuer in enumerate(issuers)]
    return samples.listing(*each, **parts)


@pytest.mark.parametrize(
    ("listing", "key"),
    [
        (listing_of("Bộ Tư pháp"), "danh-sach-quoc-gia-bo-tu-phap"),
        (listing_of("Bộ Tư pháp", source="thang-11.xlsx"), "danh-sach-quoc-gia-bo-tu-phap"),
        (listing_of("Bộ Công an", "Bộ Tư pháp"), "danh-sach-quoc-gia"),
        (listing_of(*["Bộ Công an"] * 30, "Bộ Xây dựng"), "danh-sach-quoc-gia-bo-cong-an"),
        (listing_of("Bộ xây dựng (Giao thông vận tải cũ)", "Bộ Xây dựng"),
         "danh-sach-quoc-gia-bo-xay-dung"),
        (listing_of("Bộ Y tế", format=Format.SAVED_CATALOGUE), "danh-muc-luu-bo-y-te"),
        (listing_of("Bộ Y tế", format=Format.OLD_PORTAL_LIST), "danh-sach-cong-cu-bo-y-te"),
        (listing_of("Bộ Y tế", "Bộ Công an", format=Format.PORTAL_LIST), "danh-sach-cong"),
        (samples.own_list(samples.service_row("1.001193")), "dvc-h57-112"),
        (samples.own_list(samples.service_row("1.001193", agency_code="")), "dvc"),
        (samples.listing(), "danh-sach-quoc-gia"),
    ],
)  # fmt: skip
def test_a_source_is_its_format_and_its_one_issuer(listing: Listing, key: str) -> None:
    assert source_key(listing) == key


def test_the_files_of_one_source_are_one_list() -> None:
    one = samples.listing(samples.row(), source="a.xlsx", declared=1)
    two = samples.listing(samples.row("1.000656"), source="b.xlsx", declared=1)
    police = samples.listing(samples.row("1.004222", issuer="Bộ Công an"))
    found = sources_of([one, police, two])
    assert list(found) == ["danh-sach-quoc-gia-bo-tu-phap", "danh-sach-quoc-gia-bo-cong-an"]
    whole = found["danh-sach-quoc-gia-bo-tu-phap"]
    assert (whole.source, len(whole.rows), whole.declared) == ("a.xlsx, b.xlsx", 2, 2)


def test_a_row_in_two_files_counts_once_and_twice_in_one_file_stays_a_fault() -> None:
    birth, death = samples.row(), samples.row("1.000656")
    (whole,) = sources_of([samples.listing(birth, birth), samples.listing(birth, death)]).values()
    assert [row.code for row in whole.rows] == ["1.001193", "1.001193", "1.000656"]


def test_each_page_of_a_portal_tells_the_total_of_all() -> None:
    pages = [
        samples.listing(samples.row(code), format=Format.OLD_PORTAL_LIST, declared=2)
        for code in ("1.001193", "1.000656")
    ]
    (whole,) = sources_of(pages).values()
    assert whole.declared == 2


def test_a_snapshot_holds_each_code_once() -> None:
    services = [samples.service_row("1.001193", service_code=f"1.001193.0{n}") for n in (2, 1)]
    listing = samples.own_list(samples.service_row("1.004222"), *services)
    snapshot = snapshot_of(listing, samples.TODAY)
    assert [row.code for row in snapshot.rows] == ["1.001193", "1.004222"]
    assert (snapshot.source, snapshot.day) == ("dvc-h57-112", samples.TODAY)


def test_a_snapshot_keeps_the_decision_as_the_list_tells_it() -> None:
    listing = samples.listing(
        samples.row("1.000001", decision="163/QĐ-BTP", decision_id="9"),
        samples.row("1.000002", decision_id="123376"),
        samples.row("1.000003"),
    )
    said = [row.decision for row in snapshot_of(listing, samples.TODAY).rows]
    assert said == ["163/QĐ-BTP", "QDCBID 123376", ""]


def test_the_day_is_the_lists_own() -> None:
    dated = samples.listing(samples.row(), dated=dt.date(2026, 6, 9))
    assert snapshot_of(dated, samples.TODAY).day == dt.date(2026, 6, 9)


def test_the_same_list_keeps_the_reason_why_it_was_accepted() -> None:
    one, other = listing_of("Bộ Tư pháp"), listing_of("Bộ Tư pháp", "Bộ Tư pháp")
    accepted = snapshot_of(one, samples.TODAY, "Bộ đã xác nhận qua điện thoại")
    assert snapshot_of(one, samples.TODAY, previous=accepted) == accepted
    assert snapshot_of(other, samples.TODAY, previous=accepted).reason == ""


@needs_real_data
def test_the_real_lists_are_as_many_sources_and_come_back_whole(tmp_path: Path) -> None:
    listings = [national_list.read(path) for path in national_lists()]
    listings += [province_sheet.read(WARD_SHEET), services_tsv.read(SERVICES)]
    assert [source_key(each) for each in listings] == [
        "danh-sach-quoc-gia-bo-cong-an",
        "danh-sach-quoc-gia-bo-tai-chinh",
        "danh-sach-quoc-gia-bo-tu-phap",
        "danh-sach-quoc-gia-bo-xay-dung",
        "danh-sach-quoc-gia-ngan-hang-nha-nuoc-viet-nam",
        "danh-sach-quoc-gia-bo-nong-nghiep-va-moi-truong",
        "danh-sach-quoc-gia-toa-an-nhan-dan",
        "dvc-h57-112",
        "dich-vu",
    ]
    for listing in listings:
        snapshot = snapshot_of(listing, samples.TODAY)
        assert list_on_file(tmp_path, snapshot)
        assert load_snapshot(tmp_path, source_key(listing)) == snapshot
