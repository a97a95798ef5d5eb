"""Reading, planning and writing on real files in a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.problems import Refused, errors
from cchc.changes.imports.decide import Choice
from cchc.changes.imports.importing import carry_out, plan_import
from cchc.procedures.check import check_catalogue
from cchc.procedures.formatting import format_files
from cchc.procedures.store import load
from tests.changes import samples
from tests.province import sheets
from tests.real_data import PAGES, SERVICES, WARD_SHEET, national_lists, needs_real_data

TOMORROW = Choice(samples.TODAY + dt.timedelta(days=1))


def imported(root: Path, *paths: Path, choice: Choice = samples.CHOICE) -> tuple[str, ...]:
    return carry_out(root, plan_import(root, paths, choice))


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "procedures").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_a_list_becomes_files_that_the_check_accepts(tmp_path: Path) -> None:
    root = samples.portal(tmp_path)
    rows = [sheets.BIRTH, sheets.NOTARY, (*sheets.DEATH[:4], "Một lĩnh vực mới")]
    changed = imported(root, sheets.national_list(tmp_path / "a.xlsx", rows))
    assert changed == (
        "procedures/linh-vuc.yml",
        "procedures/mot-linh-vuc-moi/1.000656.yml",
        "procedures/ho-tich/1.001193.yml",
    )
    assert not errors(check_catalogue(load(root)))
    assert format_files(root).written == ()


def test_a_second_run_on_another_day_writes_nothing(tmp_path: Path) -> None:
    root = samples.portal(tmp_path, samples.procedure("1.000656", "Khai tử"))
    path = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH, sheets.DEATH])
    imported(root, path)
    before = tree(root)
    assert imported(root, path, choice=TOMORROW) == ()
    assert tree(root) == before


def test_a_procedure_moves_to_its_field_and_leaves_nothing_behind(tmp_path: Path) -> None:
    root = samples.portal(tmp_path, samples.procedure())
    imported(root, sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH]))
    assert sorted(tree(root)) == ["procedures/ho-tich/1.001193.yml", "procedures/linh-vuc.yml"]


def test_a_move_that_was_interrupted_is_finished_by_the_next_run(tmp_path: Path) -> None:
    root = samples.portal(tmp_path, samples.procedure())
    path = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH])
    old = root / "procedures/chua-ro-linh-vuc/1.001193.yml"
    content = old.read_bytes()
    imported(root, path)
    old.write_bytes(content)  # the machine stopped before the old file was removed
    imported(root, path)
    assert not old.exists()
    assert not errors(check_catalogue(load(root)))


def test_one_bad_file_and_nothing_is_written(tmp_path: Path) -> None:
    root = samples.portal(tmp_path)
    good = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH])
    bad = tmp_path / "b.xlsx"
    bad.write_bytes(b"")
    twice = sheets.national_list(tmp_path / "c.xlsx", [sheets.BIRTH, sheets.BIRTH])
    before = tree(root)
    for broken in (bad, twice, tmp_path / "khong-co.xlsx"):
        with pytest.raises(Refused):
            imported(root, good, broken)
    assert tree(root) == before


def test_a_file_that_cannot_be_read_is_not_taken_for_missing(tmp_path: Path) -> None:
    root = samples.portal(tmp_path, samples.procedure(linh_vuc="Hộ tịch"))
    (root / "procedures/ho-tich/1.001193.yml").write_text("ma: [", encoding="utf-8")
    before = tree(root)
    with pytest.raises(Refused, match=r"ho-tich/1\.001193\.yml"):
        imported(root, sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH]))
    assert tree(root) == before


@needs_real_data
def test_the_starter_content_out_of_the_real_files(tmp_path: Path) -> None:
    root = samples.portal(tmp_path)
    imported(root, WARD_SHEET, SERVICES)
    imported(root, *national_lists(), choice=Choice(samples.TODAY, fill_only=True))
    imported(root, PAGES, choice=Choice(samples.TODAY, create=frozenset({"1.004222"})))
    catalogue = load(root)
    assert len(catalogue.versions) == 358
    assert not errors([*check_catalogue(catalogue)])
    assert format_files(root).written == ()
    ours = catalogue.in_force(samples.TODAY)
    assert sum(bool(each.portal_id) for each in ours.values()) == 183
    assert sum(not each.field_of_service for each in ours.values()) == 153
    assert all(each.services for code, each in ours.items() if code != "1.004222")
    assert ours["1.004222"].received_at == "cong_an"
    before = tree(root)
    again = Choice(TOMORROW.day, create=frozenset({"1.004222"}))
    assert imported(root, WARD_SHEET, SERVICES, PAGES, choice=again) == ()
    assert tree(root) == before


@needs_real_data
def test_the_seven_lists_alone(tmp_path: Path) -> None:
    root = samples.portal(tmp_path)
    plan = plan_import(root, national_lists(), samples.CHOICE)
    assert sum(report.rows for report in plan.reports) == 2642
    carry_out(root, plan)
    assert not errors(check_catalogue(load(root)))
    assert imported(root, *national_lists(), choice=TOMORROW) == ()
