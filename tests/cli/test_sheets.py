"""`cchc sheets` as a clerk runs it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from cchc.cli.main import main


@pytest.fixture(autouse=True)
def _here(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(portal)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")


def pages(path: str) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def test_sheets_of_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets", "1.001193", "2.000815.000.00.00.H17", "-o", "to.pdf"]) == 0
    told = capsys.readouterr().out
    assert "Đã viết to.pdf: 2 tờ niêm yết" in told
    assert f"{pages('to.pdf')} trang" in told


def test_the_index(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets", "--index", "-o", "danh-muc.pdf"]) == 0
    assert "danh mục" in capsys.readouterr().out
    assert pages("danh-muc.pdf") >= 1


def test_nothing_changed_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets", "--changed-since", "24/11/2026", "-o", "to.pdf"]) == 0
    assert "không viết tệp" in capsys.readouterr().out
    assert not Path("to.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["1.001193"], "thiếu: -o"),
        (["1.001193", "-o", "mkdocs.yml"], "không phải tên tệp PDF"),
        (["khai sinh", "-o", "a.pdf"], "không phải mã thủ tục"),
        (["--changed-since", "hôm qua", "-o", "a.pdf"], "không phải ngày"),
        (["--field", "Hộ tịch", "1.001193", "-o", "a.pdf"], "không dùng chung"),
    ],
)
def test_a_wrong_word_is_told(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["sheets", *arguments])
    assert told in capsys.readouterr().err


def test_no_such_code_and_a_bad_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets", "9.999999", "-o", "a.pdf"]) == 2
    assert "xem lại mã" in capsys.readouterr().err
    settings = Path("mkdocs.yml").read_text(encoding="utf-8")
    Path("mkdocs.yml").write_text(settings.replace('site_url: ""', "site_url: cchc"), "utf-8")
    assert main(["sheets", "-o", "a.pdf"]) == 2
    assert "site_url" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    # The kernel's own folder takes no file, not even the administrator's.
    assert main(["sheets", "1.001193", "-o", "/sys/to.pdf"]) == 2
    assert "đóng tệp nếu đang mở" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_made_and_one_in_the_files_place_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["sheets", "1.001193", "-o", "moi/to.pdf"]) == 0
    assert pages("moi/to.pdf") >= 1
    Path("cho.pdf").mkdir()
    assert main(["sheets", "1.001193", "-o", "cho.pdf"]) == 2
    assert "là thư mục, không phải tệp" in capsys.readouterr().err
