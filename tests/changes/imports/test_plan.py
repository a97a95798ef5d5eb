from __future__ import annotations

import dataclasses
import datetime as dt
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.base.problems import Problem, Refused
from cchc.changes.holding import held_on
from cchc.changes.imports.decide import Choice, Outcome
from cchc.changes.imports.importing import named_twice
from cchc.changes.imports.plan import Plan, make_plan
from cchc.changes.lists.items import source_of
from cchc.procedures.fields import Fields
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue
from cchc.procedures.terms import Level
from cchc.province.content import Content, Format, Record, Row
from tests.changes import samples
from tests.strategies import PROCEDURES

DATED = {"so": "858/QĐ-BTP", "ngay": "2027-03-01"}


def plan(contents: list[Content], *procedures: Procedure, choice: Choice = samples.CHOICE) -> Plan:
    return plan_on(samples.catalogue(*procedures), contents, choice)


def plan_on(catalogue: Catalogue, contents: list[Content], choice: Choice) -> Plan:
    held = held_on(catalogue, choice.day)
    known = samples.view(*held, *choice.create, *named_twice(contents))
    sources = [source_of(each, known) for each in contents]
    return make_plan(catalogue, held, sources, choice)


def outcomes(made: Plan) -> dict[str, int]:
    return {
        outcome.value: count
        for report in made.reports
        for outcome, count in report.counts.items()
        if count
    }


def test_what_concerns_the_ward_is_created_and_the_rest_is_counted() -> None:
    rows = [
        samples.row(),
        samples.row("2.000789", agencies=("Sở Tư pháp",)),
        samples.row("2.000790", agencies=()),
        samples.row("6.003494"),
    ]
    made = plan([samples.listing(*rows)])
    assert [write.procedure.code for write in made.writes] == ["1.001193"]
    assert outcomes(made) == {
        "tao_moi": 1, "khong_thuoc_phuong": 1, "khong_ro_co_quan": 1, "noi_bo": 1,
    }  # fmt: skip
    assert made.reports[0].rows == 4
    assert not made.needs_person


def test_a_created_procedure_says_where_its_facts_come_from() -> None:
    choice = dataclasses.replace(samples.CHOICE, source_name="Cổng quốc gia", note="tháng 6")
    (write,) = plan([samples.listing(samples.row())], choice=choice).writes
    (source,) = write.procedure.sources
    assert (source.name, source.date, source.note) == ("Cổng quốc gia", samples.TODAY, "tháng 6")
    assert write.procedure.confirmed is None


@pytest.mark.parametrize(
    ("choice", "date"),
    [
        (Choice(samples.TODAY), dt.date(2026, 6, 9)),
        (Choice(samples.TODAY, source_date=dt.date(2026, 10, 3), own_date=False),
         dt.date(2026, 10, 3)),
        (Choice(samples.TODAY, own_date=False), None),
    ],
)  # fmt: skip
def test_the_files_own_date_unless_a_person_says_another(
    choice: Choice, date: dt.date | None
) -> None:
    listing = samples.listing(samples.row(), dated=dt.date(2026, 6, 9))
    (write,) = plan([listing], choice=choice).writes
    assert write.procedure.sources[0].date == date


def test_a_known_procedure_is_filled_and_keeps_its_name() -> None:
    ours = samples.procedure()
    made = plan([samples.listing(samples.row())], ours)
    (write,) = made.writes
    assert outcomes(made) == {"dien_them": 1}
    assert write.procedure.name == "Đăng ký khai sinh"
    assert write.procedure.field_of_service == "Hộ tịch"
    assert write.leaves == "procedures/chua-ro-linh-vuc/1.001193.yml"


def test_a_list_fills_what_the_ward_has_even_where_it_names_no_agency() -> None:
    row = samples.row(agencies=())
    assert outcomes(plan([samples.listing(row)], samples.procedure())) == {"dien_them": 1}


def test_a_difference_is_told_and_nothing_is_overwritten() -> None:
    ours = samples.procedure("1.001193", "Đăng ký khai sinh lưu động", linh_vuc="Hộ tịch",
                             co_quan={"thuc_hien": list(samples.COMMUNE)})  # fmt: skip
    made = plan([samples.listing(samples.row())], ours)
    assert made.writes == ()
    assert outcomes(made) == {"khac": 1}
    (code, _, (difference,)) = made.reports[0].differing[0]
    assert (code, difference.key) == ("1.001193", "ten")
    assert made.needs_person


def test_what_a_person_confirmed_is_never_touched() -> None:
    ours = samples.procedure(linh_vuc="Hộ tịch", xac_nhan=samples.CONFIRMED)
    made = plan([samples.listing(samples.row())], ours)
    assert made.writes == ()
    assert [each.key for each in made.reports[0].differing[0][2]] == ["co_quan"]


def test_a_decision_to_come_makes_a_version_beside_what_was_confirmed() -> None:
    ours = samples.procedure(linh_vuc="Hộ tịch", trinh_tu=["Cũ"], xac_nhan=samples.CONFIRMED)
    theirs = samples.record(linh_vuc="Hộ tịch", trinh_tu=["Mới"], quyet_dinh=DATED)
    made = plan([theirs], ours)
    (write,) = made.writes
    assert (write.effective, write.procedure.steps) == (dt.date(2027, 3, 1), ("Mới",))
    assert write.procedure.confirmed is None
    assert write.leaves == ""
    assert outcomes(made) == {"phien_ban": 1}
    assert made.needs_person


def test_a_decision_of_the_past_changes_nothing_by_itself() -> None:
    ours = samples.procedure(linh_vuc="Hộ tịch", trinh_tu=["Cũ"], xac_nhan=samples.CONFIRMED)
    past = DATED | {"ngay": "2026-03-27"}
    made = plan([samples.record(trinh_tu=["Mới"], quyet_dinh=past)], ours)
    assert made.writes == ()
    assert outcomes(made) == {"khac": 1}


def test_a_version_that_is_there_already_is_not_made_again() -> None:
    ours = samples.procedure(linh_vuc="Hộ tịch", trinh_tu=["Cũ"], xac_nhan=samples.CONFIRMED)
    later = samples.procedure(linh_vuc="Hộ tịch", trinh_tu=["Mới"], quyet_dinh=DATED)
    versions = (
        samples.version(ours),
        samples.version(later, effective=dt.date(2027, 3, 1)),
    )
    catalogue = Catalogue(samples.FIELDS, MappingProxyType({"1.001193": versions}))
    theirs = samples.record(trinh_tu=["Mới"], quyet_dinh=DATED)
    made = plan_on(catalogue, [theirs], samples.CHOICE)
    assert (made.writes, outcomes(made)) == ((), {"khong_doi": 1})


def test_pages_of_the_portal_only_fill_unless_a_code_is_asked_for() -> None:
    ward = {"cap_thuc_hien": ["xa"], "linh_vuc": "Hộ tịch"}
    dump: list[Content] = [
        samples.record(Format.PORTAL_PAGES, code="1.001193", **ward),
        samples.record(Format.PORTAL_PAGES, code="1.004222", **ward),
        samples.record(Format.PORTAL_PAGES, code="1.000656", **ward),
    ]
    choice = dataclasses.replace(samples.CHOICE, create=frozenset({"1.004222"}))
    made = plan(dump, samples.procedure(), choice=choice)
    assert [write.procedure.code for write in made.writes] == ["1.001193", "1.004222"]
    assert [outcomes(plan([each], choice=choice)) for each in dump] == [
        {"khong_lay": 1}, {"tao_moi": 1}, {"khong_lay": 1},
    ]  # fmt: skip


def test_fill_only_and_only() -> None:
    rows = [samples.row(), samples.row("1.000656", "Thủ tục đăng ký khai tử")]
    fill_only = dataclasses.replace(samples.CHOICE, fill_only=True)
    one = dataclasses.replace(samples.CHOICE, only=frozenset({"1.000656"}))
    assert outcomes(plan([samples.listing(*rows)], choice=fill_only)) == {"khong_lay": 2}
    assert outcomes(plan([samples.listing(*rows)], choice=one)) == {"khong_lay": 1, "tao_moi": 1}


def test_the_police_receive_their_own_procedures() -> None:
    row = samples.row("1.004222", "Đăng ký thường trú", agencies=("Công an cấp Xã",))
    (write,) = plan([samples.listing(row)]).writes
    assert write.procedure.received_at == "cong_an"


def test_a_new_field_is_added_once_whatever_its_writing() -> None:
    rows = [
        samples.row(field="Hoà giải ở cơ sở"),
        samples.row("1.000656", field="Hòa giải ở cơ sở"),
    ]
    made = plan([samples.listing(*rows)])
    assert [each.name for each in made.fields.all] == ["Hộ tịch", "Hoà giải ở cơ sở"]
    assert {write.procedure.field_of_service for write in made.writes} == {"Hoà giải ở cơ sở"}


def test_several_files_add_up() -> None:
    older = samples.record(doi_tuong=["Công dân Việt Nam"], cap_thuc_hien=["xa"])
    made = plan([samples.listing(samples.row()), older])
    (write,) = made.writes
    assert (write.procedure.audience, write.procedure.field_of_service) == (
        ("Công dân Việt Nam",), "Hộ tịch",
    )  # fmt: skip
    assert [outcomes(dataclasses.replace(made, reports=(r,))) for r in made.reports] == [
        {"tao_moi": 1}, {"dien_them": 1},
    ]  # fmt: skip


def again(made: Plan, choice: Choice, contents: list[Content]) -> Plan:
    """Plan the same import once more, on what the first one wrote."""
    versions: dict[str, Any] = {}
    for write in made.writes:
        each = samples.version(write.procedure, made.fields, write.effective)
        versions.setdefault(write.procedure.code, []).append(each)
    frozen = {code: tuple(every) for code, every in versions.items()}
    catalogue = Catalogue(made.fields, MappingProxyType(frozen))
    return plan_on(catalogue, contents, choice)


def test_what_an_earlier_file_knows_of_a_procedure_a_later_one_makes_is_not_lost() -> None:
    words = Procedure(code="1.001193", name="A", keywords=("giấy khai sinh",))
    makes = Procedure(code="1.001193", name="A", levels=(Level.WARD,))
    contents: list[Content] = [Record("a", Format.PORTAL_RECORD, words),
                               Record("b", Format.PORTAL_RECORD, makes)]  # fmt: skip
    made = plan_on(Catalogue(Fields(), MappingProxyType({})), contents, samples.CHOICE)
    (write,) = made.writes
    assert write.procedure.keywords == ("giấy khai sinh",)
    assert again(made, samples.CHOICE, contents).writes == ()


# Whole procedures take their time to make.
SOME = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.sampled_from(["Hộ tịch", "Chứng thực", ""])
ROWS = st.lists(
    st.builds(
        samples.row,
        st.sampled_from(["1.001193", "1.000656", "2.000789"]),
        st.sampled_from(["Thủ tục A", "B (x)", "B (y)"]),
        field=TEXTS,
        agencies=st.sampled_from([samples.COMMUNE, ("Công an cấp Xã",), ("Sở Tư pháp",), ()]),
        decision=st.sampled_from(["", "163/QĐ-BTP", "1681"]),
        service_code=st.sampled_from(["", "1.01", "1.02"]),
    ),
    max_size=5,
)


@given(ROWS, st.lists(PROCEDURES, max_size=3))
@SOME
def test_a_second_run_changes_nothing_even_on_another_day(
    rows: list[Row], records: list[Procedure]
) -> None:
    contents: list[Content] = [samples.listing(*rows)]
    contents += [Record("a.json", Format.PORTAL_RECORD, each) for each in records]
    first = plan_on(Catalogue(Fields(), MappingProxyType({})), contents, samples.CHOICE)
    tomorrow = dataclasses.replace(samples.CHOICE, day=samples.TODAY + dt.timedelta(days=1))
    second = again(first, tomorrow, contents)
    assert second.writes == ()
    assert second.fields == first.fields


@given(ROWS, st.lists(PROCEDURES, max_size=3))
@SOME
def test_every_row_is_counted_once(rows: list[Row], records: list[Procedure]) -> None:
    listing = samples.listing(*rows)
    pages = Record("a.json", Format.PORTAL_PAGES, records[0]) if records else None
    made = plan([listing, *([pages] if pages else [])], *{r.code: r for r in records}.values())
    assert made.reports[0].rows == len(rows)
    assert all(report.rows == 1 for report in made.reports[1:])


def test_a_catalogue_that_cannot_be_read_whole_is_refused() -> None:
    lost = Problem("procedures/ho-tich/1.000656.yml", 3, "YAML viết sai")
    broken = dataclasses.replace(samples.catalogue(samples.procedure()), problems=(lost,))
    with pytest.raises(Refused, match="sửa các tệp này trước"):
        held_on(broken, samples.TODAY)


def test_a_file_in_the_wrong_folder_or_twice_is_refused() -> None:
    sorted_ = samples.version(samples.procedure(linh_vuc="Hộ tịch"))
    moved = dataclasses.replace(sorted_, path="procedures/chung-thuc/1.001193.yml")
    twice = dataclasses.replace(sorted_, path="procedures/ho-tich/1.001193 (1).yml")
    for versions in ((moved,), (sorted_, twice)):
        catalogue = Catalogue(samples.FIELDS, MappingProxyType({"1.001193": versions}))
        with pytest.raises(Refused):
            held_on(catalogue, samples.TODAY)


def test_what_an_interrupted_move_left_behind_is_cleared() -> None:
    sorted_ = samples.version(samples.procedure(linh_vuc="Hộ tịch", doi_tuong=["Công dân"]))
    leftover = samples.version(samples.procedure())
    catalogue = Catalogue(samples.FIELDS, MappingProxyType({"1.001193": (leftover, sorted_)}))
    held = held_on(catalogue, samples.TODAY)["1.001193"]
    assert (held.path, held.leftover) == (sorted_.path, leftover.path)
    assert make_plan(catalogue, {"1.001193": held}, [], samples.CHOICE).clears == (leftover.path,)


def test_a_leftover_that_knows_more_is_for_a_person() -> None:
    sorted_ = samples.version(samples.procedure(linh_vuc="Hộ tịch"))
    leftover = samples.version(samples.procedure(doi_tuong=["Công dân"]))
    catalogue = Catalogue(samples.FIELDS, MappingProxyType({"1.001193": (leftover, sorted_)}))
    with pytest.raises(Refused):
        held_on(catalogue, samples.TODAY)


def test_outcomes_have_a_place_in_the_table() -> None:
    assert all(outcome.label for outcome in Outcome)
