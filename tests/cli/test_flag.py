from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.cli.main import main
from tests.changes import samples
from tests.province import sheets

BIRTH = samples.procedure(linh_vuc="Hộ tịch", co_quan={"thuc_hien": list(samples.COMMUNE)})


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    samples.portal(tmp_path, BIRTH)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    return tmp_path


def flag(root: Path, *rows: tuple[str, ...], options: tuple[str, ...] = ()) -> int:
    return main(["flag", str(sheets.national_list(root / "a.xlsx", rows)), *options])


def test_nothing_flagged(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert flag(root, sheets.BIRTH, sheets.NOTARY) == 0
    assert capsys.readouterr().out == (
        "Đã xem 2 thủ tục trong danh sách: 0 mới, 0 khác, 0 câu hỏi."
        " Bỏ qua: 1 không thuộc phường.\n"
    )


def test_something_flagged(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert flag(root, sheets.BIRTH, sheets.DEATH) == 1
    out = capsys.readouterr().out
    assert "MỚI (1): " in out
    assert "  1.000656  Thủ tục đăng ký khai tử" in out


def test_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert flag(root, sheets.BIRTH, sheets.DEATH, options=("--json",)) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["tu_choi"] is None
    assert [(each["loai"], each["ma"]) for each in data["muc"]] == [("moi", "1.000656")]
    assert data["cau_hoi"] == []


def test_refused_with_the_reason_in_both_forms(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert flag(root, sheets.BIRTH, sheets.BIRTH) == 2
    assert "Bị từ chối, chưa so sánh: a.xlsx: có 1 mã bị lặp" in (capsys.readouterr().out)
    assert flag(root, sheets.BIRTH, sheets.BIRTH, options=("--json",)) == 2
    data = json.loads(capsys.readouterr().out)
    assert "1.001193" in data["tu_choi"]
    assert (data["muc"], data["cau_hoi"]) == ([], [])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"chu thuong"])
def test_a_broken_file_is_refused_as_json_too(
    root: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "a.xlsx").write_bytes(content)
    assert main(["flag", "a.xlsx", "--json"]) == 2
    assert "a.xlsx: " in json.loads(capsys.readouterr().out)["tu_choi"]


def test_the_day_decides_which_version_is_compared(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = root / "procedures/ho-tich/1.001193.yml"
    text = old.read_text(encoding="utf-8").replace("Đăng ký khai sinh", "Tên từ năm sau")
    (old.parent / "1.001193@2027-03-01.yml").write_text(text, encoding="utf-8")
    assert flag(root, sheets.BIRTH) == 0
    monkeypatch.setenv("CCHC_AS_OF", "2027-03-01")
    assert flag(root, sheets.BIRTH) == 1


def test_json_is_printed_when_the_settings_are_broken_too(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert flag(root, sheets.BIRTH, options=("--json",)) == 2
    assert "extra.ward" in json.loads(capsys.readouterr().out)["tu_choi"]


def test_one_bad_row_does_not_sink_a_list(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = ("1.000894", "Kết hôn <script>", *sheets.BIRTH[2:])
    good = [(f"1.90{n:04}", f"Thủ tục {n}", *sheets.BIRTH[2:]) for n in range(9)]
    assert flag(root, sheets.BIRTH, bad, *good, options=("--json",)) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["tu_choi"] is None
    assert len(data["muc"]) == 9
