from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cchc.cli.main import main

ROOT = Path(__file__).parents[2]
GOOD = 'ma: "1.001193"\nten: Đăng ký khai sinh\nlinh_vuc: Hộ tịch\n'


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    folder = tmp_path / "procedures" / "ho-tich"
    folder.mkdir(parents=True)
    fields = "linh_vuc:\n- ten: Hộ tịch\n  thu_muc: ho-tich\n"
    (folder.parent / "linh-vuc.yml").write_text(fields, encoding="utf-8")
    (folder / "1.001193.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    return tmp_path


def test_reminders_do_not_fail_the_check(portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "procedures/ho-tich/1.001193.yml:1: nhắc: chưa đủ phần" in told
    assert "mkdocs.yml:" in told
    assert "Còn thiếu phần: 1." in told
    assert "Lỗi: 0;" in told
    assert portal.is_dir()


def contents(portal: Path) -> dict[Path, bytes]:
    """Give the bytes of every file but the cache."""
    files = (path for path in portal.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path: path.read_bytes() for path in files}


def test_an_error_fails_the_check_with_path_and_line(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = portal / "procedures" / "ho-tich" / "2.000815.yml"
    bad.write_text("ma: 2.000815.H57\nten: x\n", encoding="utf-8")
    before = contents(portal)
    assert main(["check", "--summary"]) == 1
    told = capsys.readouterr().out
    assert "procedures/ho-tich/2.000815.yml:1: lỗi:" in told
    assert "viết “2.000815”" in told
    assert "nhắc: chưa đủ phần" not in told
    assert contents(portal) == before


def test_only_the_files_asked_for_are_told(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(portal / "procedures" / "ho-tich" / "1.001193.yml")])
    told = capsys.readouterr().out
    assert "1.001193.yml" in told
    assert "mkdocs.yml" not in told


def test_fmt_says_what_it_rewrote_and_then_nothing(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fmt"]) == 0
    assert "đã viết lại: procedures/ho-tich/1.001193.yml" in capsys.readouterr().out
    assert main(["fmt"]) == 0
    assert "Viết lại 0 tệp" in capsys.readouterr().out
    assert (portal / "procedures" / "ho-tich" / "1.001193.yml").read_text().startswith("# yaml")


def test_the_command_works_from_a_folder_inside_the_portal(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(portal / "procedures" / "ho-tich")
    assert main(["check", "1.001193.yml"]) == 0
    assert "procedures/ho-tich/1.001193.yml:1" in capsys.readouterr().out


def test_outside_a_portal_the_way_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "không thấy mkdocs.yml" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "thiếu: LỆNH"),
        (["chek"], "không có lệnh"),
        (["check", "--la"], "không hiểu: --la"),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


def test_a_day_that_is_none_is_told(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CCHC_AS_OF", "hôm qua")
    assert main(["check"]) == 2
    assert "CCHC_AS_OF" in capsys.readouterr().err
    assert portal.is_dir()


def test_broken_settings_are_an_error_with_a_line(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = portal / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("han_niem_yet: 5", "han_niem_yet: năm")
    settings.write_text(text, encoding="utf-8")
    line = text[: text.index("han_niem_yet:")].count("\n") + 1
    assert main(["check"]) == 1
    assert (
        f"mkdocs.yml:{line}: lỗi: mục “han_niem_yet”: phải là số nguyên" in capsys.readouterr().out
    )


def test_help_is_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert told.startswith("Cách dùng: cchc")
    for english in ("usage", "options", "positional", "show this"):
        assert english not in told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("noi_tiep_nhan: khong_co\n", ":4: lỗi: nơi tiếp nhận “khong_co” không có"),
        ("ho_so:\n- giay_to:\n  - ten: x\n    tep: ../../x\n", ":7: lỗi: tệp mẫu phải nằm trong"),
    ],
)
def test_places_that_do_not_exist_are_errors(
    portal: Path, capsys: pytest.CaptureFixture[str], lines: str, told: str
) -> None:
    path = portal / "procedures" / "ho-tich" / "1.001193.yml"
    path.write_text(GOOD + lines, encoding="utf-8")
    assert main(["check"]) == 1
    assert told in capsys.readouterr().out


def test_broken_sources_are_told_before_the_nightly_run_meets_them(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (portal / "procedures" / "sources.yml").write_text("nguon:\n- ma: X\n", encoding="utf-8")
    assert main(["check", "--summary"]) == 1
    assert "procedures/sources.yml:2: lỗi:" in capsys.readouterr().out


def test_decision_edited_by_hand_is_put_in_form_and_nothing_of_it_lost(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = portal / "procedures" / "decisions" / "2026" / "9-qd-ubnd.yml"
    path.parent.mkdir(parents=True)
    path.write_text('muc: [{ten: "Khai sinh", ma: "1.001193"}]\nso: 9/QĐ-UBND\n'
                    'ngay_ky: 2026-11-01\n', encoding="utf-8")  # fmt: skip
    assert main(["fmt"]) == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("so: 9/QĐ-UBND\n")
    assert "Khai sinh" in text
    assert main(["fmt"]) == 0
    assert "Viết lại 0 tệp" in capsys.readouterr().out


def test_sources_written_by_hand_are_put_in_form(portal: Path) -> None:
    path = portal / "procedures" / "sources.yml"
    path.write_text("nguon: [{ten: Hộp thư, loai: thu_muc, ma: hop-thu, duong_dan: inbox}]\n",
                    encoding="utf-8")  # fmt: skip
    assert main(["fmt"]) == 0
    once = path.read_text(encoding="utf-8")
    assert once.startswith("nguon:\n- ma: hop-thu\n  ten: Hộp thư\n")
    assert main(["fmt"]) == 0
    assert path.read_text(encoding="utf-8") == once


@pytest.mark.usefixtures("portal")
def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "procedures/ho-tich/1.001194.yml"]) == 1
    assert "procedures/ho-tich/1.001194.yml:1: lỗi: không có tệp này" in capsys.readouterr().out
