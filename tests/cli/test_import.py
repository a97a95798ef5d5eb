from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.cli.main import main
from tests.changes import samples
from tests.province import sheets
from tests.real_data import national_lists, needs_real_data


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    samples.portal(tmp_path, samples.procedure())
    inside = tmp_path / "procedures" / "ho-tich"
    inside.mkdir(exist_ok=True)
    monkeypatch.chdir(inside)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    return tmp_path


@pytest.fixture
def lists(root: Path) -> Path:
    rows = [sheets.BIRTH, sheets.DEATH, sheets.NOTARY]
    return sheets.national_list(root / "a.xlsx", rows)


def test_import_prints_a_table_and_writes(
    root: Path, lists: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(lists)]) == 0
    out = capsys.readouterr().out
    heading, counts = out.splitlines()[:2]
    assert heading.split() == ["Tệp", "Dòng", "Tạo", "mới", "Điền", "thêm", "Ngoài", "phường"]
    assert counts.split() == ["a.xlsx", "3", "1", "1", "1"]
    assert "Đã ghi 2 tệp" in out
    assert (root / "procedures/ho-tich/1.000656.yml").is_file()
    assert main(["import", str(lists)]) == 0
    assert "Không có gì phải ghi." in capsys.readouterr().out


def test_a_dry_run_writes_nothing(
    root: Path, lists: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(lists), "--dry-run"]) == 0
    assert "Sẽ ghi 2 tệp" in capsys.readouterr().out
    assert not (root / "procedures/ho-tich/1.000656.yml").exists()


@pytest.mark.parametrize(
    ("date", "said"),
    [("2026-10-03", 'ngay: "2026-10-03"'), ("3/10/2026", 'ngay: "2026-10-03"'),
     ("2026-06", "ghi_chu: lấy trong tháng 6/2026")],
)  # fmt: skip
def test_the_date_of_the_source(root: Path, lists: Path, date: str, said: str) -> None:
    assert main(["import", str(lists), "--date", date, "--source", "Một nguồn"]) == 0
    text = (root / "procedures/ho-tich/1.000656.yml").read_text(encoding="utf-8")
    assert "ten: Một nguồn" in text
    assert said in text


@pytest.mark.parametrize("date", ["hôm qua", "2026-13", "31/02/2026"])
def test_a_date_that_is_none(lists: Path, date: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(lists), "--date", date])
    assert stopped.value.code == 2
    assert "không phải ngày" in capsys.readouterr().err


def test_codes_are_checked(lists: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(lists), "--create", "khai-sinh"])
    assert stopped.value.code == 2
    assert "không phải mã thủ tục" in capsys.readouterr().err


def test_a_code_that_no_source_names_is_told(
    lists: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(lists), "--only", "1.001193", "1.004222"]) == 1
    assert "Không có trong nguồn: 1.004222" in capsys.readouterr().out


def test_a_difference_asks_for_a_person(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sheets.national_list(root / "a.xlsx", [("1.001193", "Tên khác", *sheets.BIRTH[2:])])
    assert main(["import", str(path)]) == 1
    out = capsys.readouterr().out
    assert "Tên thủ tục: ở phường “Đăng ký khai sinh”; nguồn ghi “Tên khác”" in out


def test_a_broken_file_is_refused_without_a_traceback(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "a.xlsx").write_bytes(b"PK\x03\x04hong")
    assert main(["import", str(root / "a.xlsx"), str(root / "khong-co.xlsx")]) == 2
    err = capsys.readouterr().err
    assert "a.xlsx:1: lỗi: tệp nén bị hỏng" in err
    assert "khong-co.xlsx:1: lỗi: không có tệp này" in err


@needs_real_data
def test_the_seven_real_lists_add_up(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(path) for path in national_lists()]
    assert main(["import", *paths, "--dry-run"]) == 0
    lines = capsys.readouterr().out.splitlines()[1:9]
    numbers = [[int(n) for n in re.findall(r"(?<=\s)\d+\b", line)] for line in lines]
    assert all(total == sum(parts) for total, *parts in numbers)
    assert numbers[-1][0] == 2642
    assert numbers[-1] == [sum(column) for column in zip(*numbers[:-1], strict=True)]
    assert list(root.glob("procedures/*/*.yml")) == [
        root / "procedures/chua-ro-linh-vuc/1.001193.yml"
    ]
