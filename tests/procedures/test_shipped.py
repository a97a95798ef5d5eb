"""The catalogue that the ward starts with: how much of it is complete, how it hangs together."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from cchc.procedures.completeness import missing_parts, unstated_parts
from cchc.procedures.model import Procedure
from cchc.procedures.store import load

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 24)
# What people of a ward come for; each with all parts that Điều 8 names.
NEEDED = (
    "1.001193 2.000815 1.000894 1.000656 1.004873 1.004859 1.004884 1.004746 1.005461 1.004837"
    " 1.001022 1.004772 1.000689 2.001019 2.001016 2.001406 2.001035 2.000942 2.000913 2.001263"
    " 1.012812 1.013967"
)
POLICE = "1.004222 1.004194 1.010039 1.010041 1.003197 2.001159 1.014061 1.014062 1.014063 1.014064"


@pytest.fixture(scope="module")
def catalogue() -> dict[str, Procedure]:
    return dict(load(ROOT).in_force(DAY))


@pytest.fixture(scope="module")
def complete(catalogue: dict[str, Procedure]) -> dict[str, Procedure]:
    return {code: each for code, each in catalogue.items() if not missing_parts(each)}


def test_ninety_procedures_of_twelve_fields_are_complete(complete: dict[str, Procedure]) -> None:
    assert len(complete) >= 90
    assert len({each.field_of_service for each in complete.values()}) >= 12


@pytest.mark.parametrize("code", f"{NEEDED} {POLICE}".split())
def test_what_people_come_for_is_complete(complete: dict[str, Procedure], code: str) -> None:
    assert code in complete


def test_a_complete_procedure_can_be_read_in_a_minute(complete: dict[str, Procedure]) -> None:
    for code, each in complete.items():
        assert 2 <= len(each.steps) <= 6, code
        assert each.summary, code
        assert each.plain_names, code
        assert each.sources, code


def test_related_procedures_are_linked_both_ways(catalogue: dict[str, Procedure]) -> None:
    one_way = [
        (code, other)
        for code, each in catalogue.items()
        for other in each.related
        if other in catalogue and code not in catalogue[other].related
    ]
    assert one_way == []


def test_nobody_has_confirmed_what_nobody_has_seen(catalogue: dict[str, Procedure]) -> None:
    assert [code for code, each in catalogue.items() if each.confirmed] == []


def test_the_readme_gives_the_true_figures(
    catalogue: dict[str, Procedure], complete: dict[str, Procedure]
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    unstated = sum(1 for each in complete.values() if unstated_parts(each))
    said = re.search(r"- (\d+) thủ tục đủ các phần.*?trong đó (\d+) thủ tục.*?; (\d+) thủ tục ghi",
                     readme, re.DOTALL)  # fmt: skip
    assert said is not None
    counts = [len(complete), unstated, len(catalogue) - len(complete)]
    assert [int(each) for each in said.groups()] == counts
    fields = {each.field_of_service for each in catalogue.values()} - {None, ""}
    unsorted = sum(1 for each in catalogue.values() if not each.field_of_service)
    said = re.search(r"- (\d+) thủ tục \(.*?\), (\d+) lĩnh vực; (\d+) thủ tục nguồn", readme)
    assert said is not None
    assert [int(each) for each in said.groups()] == [len(catalogue), len(fields), unsorted]
