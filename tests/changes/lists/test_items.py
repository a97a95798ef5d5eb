from __future__ import annotations

import pytest

from cchc.changes.lists.items import Standing
from cchc.changes.lists.rows_to_facts import common_name, with_scheme
from cchc.procedures.terms import Level, OnlineLevel
from cchc.province.content import Format, Records, Row
from tests.changes import samples


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (samples.row(), Standing.WARD),
        (samples.row(agencies=("Sở Tư pháp",)), Standing.NOT_WARD),
        (samples.row(agencies=("Ủy ban nhân dân cấp tỉnh", "UBND cấp xã")), Standing.WARD),
        (samples.row(agencies=("UBND cấp xã - tỉnh Quảng Trị",)), Standing.NOT_WARD),
        (samples.row(agencies=()), Standing.NO_AGENCY),
        (samples.row(agencies=(), levels="Cấp Tỉnh, Cấp Xã"), Standing.WARD),
        (samples.row(agencies=(), levels="Cấp Tỉnh"), Standing.NOT_WARD),
        (samples.row("6.003494"), Standing.INTERNAL),
    ],
)
def test_what_a_row_is_to_the_ward(row: Row, standing: Standing) -> None:
    (item,) = samples.source(samples.listing(row)).items
    assert item.standing is standing


def test_facts_are_made_only_where_somebody_asks_for_them() -> None:
    row = samples.row(agencies=("Sở Tư pháp",))
    (unknown,) = samples.source(samples.listing(row)).items
    (known,) = samples.source(samples.listing(row), "1.001193").items
    assert unknown.facts is None
    assert known.facts is not None


def test_a_row_becomes_facts() -> None:
    row = samples.row(
        agencies=("Công an cấp Xã", "Sở Tư pháp Thành phố Hà Nội"),
        decision="1681",
        levels="Cấp Xã",
        audience=("Công dân Việt Nam",),
    )
    (item,) = samples.source(samples.listing(row)).items
    facts = item.facts
    assert facts is not None
    assert facts.agencies.executing == ("Công an cấp Xã",)
    assert facts.received_at == "cong_an"
    assert facts.levels == (Level.WARD,)
    assert facts.decision is not None
    assert "1681" in facts.cautions[0]


def test_two_services_of_one_procedure_are_one_item() -> None:
    name = "Đăng ký đất đai, lần đầu"
    rows = [
        samples.service_row("1.116307", f"{name} (đối với A)", address="hue.gov.vn/a"),
        samples.service_row("1.116307", f"{name} (đối với B)", service_code="1.116307.02"),
    ]
    (item,) = samples.source(samples.own_list(*rows)).items
    facts = item.facts
    assert item.rows == 2
    assert facts is not None
    assert facts.name == name
    assert [each.code for each in facts.services] == ["1.116307.01", "1.116307.02"]
    assert facts.services[0].name == f"{name} (đối với A)"
    assert facts.services[0].address == "https://hue.gov.vn/a"
    assert facts.online_level is OnlineLevel.FULL
    assert facts.agencies.executing == (), "cột cơ quan của bảng này chỉ nói bảng của ai"


def test_services_of_two_levels_leave_the_procedures_level_open() -> None:
    rows = [
        samples.service_row("1.116307"),
        samples.service_row("1.116307", service_code="1.116307.02", online_level="Một phần"),
    ]
    (item,) = samples.source(samples.own_list(*rows)).items
    assert item.facts is not None
    assert item.facts.online_level is None


def test_another_wards_rows_are_not_ours() -> None:
    rows = [samples.service_row("1.001193"), samples.service_row("1.000656", agency_code="H57.113")]
    standings = [item.standing for item in samples.source(samples.own_list(*rows)).items]
    assert standings == [Standing.WARD, Standing.NOT_WARD]


def test_a_record_is_the_wards_by_its_level_or_its_agencies() -> None:
    by_level = samples.source(samples.record(cap_thuc_hien=["xa"]))
    by_agency = samples.source(samples.record(co_quan={"thuc_hien": ["Công an cấp Xã"]}))
    elsewhere = samples.source(samples.record(co_quan={"thuc_hien": ["Sở Tư pháp"]}))
    unknown = samples.source(samples.record())
    sources = (by_level, by_agency, elsewhere, unknown)
    assert [each.items[0].standing for each in sources] == [
        Standing.WARD, Standing.WARD, Standing.NOT_WARD, Standing.NO_AGENCY,
    ]  # fmt: skip
    assert by_agency.items[0].facts is not None
    assert by_agency.items[0].facts.received_at == "cong_an"


def test_internal_codes_of_a_dump_are_counted() -> None:
    dump = Records("a.jsonl", Format.PORTAL_PAGES, (samples.record(),), ("6.003494",))
    assert [item.standing for item in samples.source(dump).items] == [
        Standing.NO_AGENCY, Standing.INTERNAL,
    ]  # fmt: skip


def test_names_and_addresses() -> None:
    assert common_name(["A (x)", "A (y)"]) == "A"
    assert common_name(["A (x)", "B (y)"]) == "A (x)"
    assert common_name(["Thủ tục A.", "a"]) == "Thủ tục A."
    assert with_scheme("dvc.gov.vn/a?b") == "https://dvc.gov.vn/a?b"
    assert with_scheme("http://a.vn") == "http://a.vn"
    assert with_scheme("") == ""
