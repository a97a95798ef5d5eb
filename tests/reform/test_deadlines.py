"""What `cchc status` says of the plans: what is late, what is soon, in which file, what to do."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from cchc.base.ward import load_ward
from cchc.cli.main import main
from cchc.reform.deadlines import as_data, deadlines, told
from cchc.reform.kinds import load_reform
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 24)


def waiting(portal: Path, day: dt.date = DAY) -> list[tuple[str, str, bool, int]]:
    found = deadlines(load_reform(portal), load_ward(portal), day)
    return [
        (e.due.task.key, e.due.period.name if e.due.period else "", e.late, e.days) for e in found
    ]


def test_late_ones_first_then_those_within_fifteen_days(portal: Path) -> None:
    assert waiting(add_sample(portal)) == [
        ("VP6", "", True, 25),
        ("TP2", "2026-T10", True, 24),
        ("TP2", "2026-T11", False, 6),
        ("VP5", "2026", False, 11),
    ]


@pytest.mark.parametrize(
    ("day", "told_as", "days"),
    [("2026-11-19", "", 0), ("2026-11-20", "sắp đến", 15), ("2026-12-05", "sắp đến", 0),
     ("2026-12-06", "quá hạn", 1)],
)  # fmt: skip
def test_from_fifteen_days_before_until_it_is_done(
    portal: Path, day: str, told_as: str, days: int
) -> None:
    found = [each for each in waiting(add_sample(portal), dt.date.fromisoformat(day))
             if each[0] == "VP5"]  # fmt: skip
    assert found == ([("VP5", "2026", told_as == "quá hạn", days)] if told_as else [])


def test_of_a_plan_nobody_keeps_nothing_is_told(portal: Path) -> None:
    assert waiting(portal) == []


def test_a_person_reads_unit_task_day_file_and_what_to_do(portal: Path) -> None:
    add_sample(portal)
    lines = [a + b for a, b in told(deadlines(load_reform(portal), load_ward(portal), DAY))]
    assert lines[0] == "  KẾ HOẠCH QUÁ HẠN (2)"
    assert lines[1] == (
        "    Văn phòng – Thống kê: VP6 Công bố lại hệ thống quản lý chất lượng;"
        " hạn 30/10/2026, quá 25 ngày"
    )
    assert "docs/cai-cach/ke-hoach/2026.yml" in lines[-1]
    assert "`da_lam`" in lines[-1]


def test_the_command_tells_them_and_gives_them_to_programs(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(add_sample(portal))
    monkeypatch.setenv("CCHC_AS_OF", DAY.isoformat())
    assert main(["status"]) == 0
    assert "KẾ HOẠCH QUÁ HẠN (2)" in capsys.readouterr().out
    assert main(["status", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)["ke_hoach"]
    assert data == as_data(deadlines(load_reform(portal), load_ward(portal), DAY))
    assert data["qua_han"][0] == {
        "tep": "docs/cai-cach/ke-hoach/2026.yml", "don_vi": "Văn phòng – Thống kê", "ma": "VP6",
        "viec": "Công bố lại hệ thống quản lý chất lượng", "ky": "", "han": "2026-10-30",
        "so_ngay": 25,
    }  # fmt: skip
