"""Which procedures get a sheet, and what is said to a clerk who asked for something else."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.base.problems import Refused
from cchc.site.portal import Portal
from cchc.site.sheets.choosing import Wanted, choose
from tests.site.samples import portal_of, procedure, version

END = {"ngay": "2026-11-20", "quyet_dinh": {"so": "3582/QĐ-UBND"}}


@pytest.fixture
def portal() -> Portal:
    return portal_of(
        procedure(),
        procedure("2.000815", "Chứng thực bản sao", linh_vuc="Chứng thực"),
        version(procedure("2.000815", "Chứng thực bản sao", linh_vuc="Chứng thực"), "2026-11-01"),
        version(procedure("1.004222", "Đăng ký thường trú"), "2027-01-01"),
        version(procedure("3.000323", "Thủ tục cũ", bai_bo=END), "2026-11-20"),
    )


def codes(portal: Portal, wanted: Wanted) -> tuple[list[str], list[str]]:
    chosen = choose(wanted, portal)
    return tuple(
        [each.procedure.code for each in every] for every in (chosen.entries, chosen.ended)
    )  # type: ignore[return-value]


def test_nothing_asked_is_everything_by_field(portal: Portal) -> None:
    assert codes(portal, Wanted()) == (["2.000815", "1.001193"], ["3.000323"])


def test_codes_come_as_asked_each_once(portal: Portal) -> None:
    asked = Wanted(("1.001193", "3.000323", "2.000815", "1.001193"))
    assert codes(portal, asked) == (["1.001193", "2.000815"], ["3.000323"])


@pytest.mark.parametrize("name", ["Hộ tịch", "ho tich", "ho-tich", "khai sinh", "tịch"])
def test_a_field_is_found_by_any_of_its_names(portal: Portal, name: str) -> None:
    assert codes(portal, Wanted(field=name)) == (["1.001193"], ["3.000323"])


def test_since_a_day_what_took_over_and_what_ended(portal: Portal) -> None:
    assert codes(portal, Wanted(since=dt.date(2026, 11, 1))) == (["2.000815"], ["3.000323"])
    assert codes(portal, Wanted(since=dt.date(2026, 11, 21))) == ([], [])


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted(("9.999999",)), "không có thủ tục 9.999999"),
        (
            Wanted(("1.004222",)),
            "có hiệu lực từ 01/01/2027; muốn in trước thì thêm --as-of 2027-01-01",
        ),
        (Wanted(field="Hộ tịhc"), "chọn một: “Hộ tịch”"),
        (Wanted(field="zzz"), "linh-vuc.yml"),
        (Wanted(field="h"), "nhiều lĩnh vực"),
        (Wanted(field="  "), "linh-vuc.yml"),
    ],
)
def test_what_there_is_not_is_told_with_a_way_out(
    portal: Portal, wanted: Wanted, told: str
) -> None:
    with pytest.raises(Refused, match=told):
        choose(wanted, portal)
