"""`cchc decision …`, `cchc apply`, `cchc status` as the clerk types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.cli.main import main
from tests.changes.samples import portal, procedure

BIRTH = """\
so: 3582/QĐ-UBND
ngay_ky: "2026-11-16"
hieu_luc: "2026-12-01"
loai_van_ban: cong_bo
trich_yeu: Về việc công bố “A & B < C” thủ tục
muc:
- loai: sua_doi
  ma: "1.001193"
  ten: Thủ tục đăng ký khai sinh
  cap: [xa]
  thoi_han: 3 ngày làm việc
  nguyen_van: 1 | 1.001193 | khai sinh
- loai: moi
  ma: "1.999999"
  ten: Thủ tục của sở
  cap: [tinh]
"""


@pytest.fixture
def filed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal with one decision on file, waiting; the clerk stands in it."""
    root = portal(tmp_path, procedure(linh_vuc="Hộ tịch"))
    write(root, "2026", BIRTH)
    monkeypatch.chdir(root)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    return root


def write(root: Path, year: str, text: str) -> None:
    path = root / "procedures" / "decisions" / year / "3582-qd-ubnd.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    code = main(list(words))
    told = capsys.readouterr()
    assert code == 0, told.err
    return told.out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 2
    return capsys.readouterr().err


@pytest.mark.usefixtures("filed")
def test_list_and_show_tell_what_waits(capsys: pytest.CaptureFixture[str]) -> None:
    assert "3582/QĐ-UBND  ký 16/11/2026" in said(capsys, "decision", "list")
    shown = said(capsys, "decision", "show", "3582")
    assert "1.001193" in shown
    assert "Không thuộc phường (1): 1.999999" in shown


def test_review_sheet_stands_alone_and_escapes_what_it_quotes(
    filed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = filed / "phieu.html"
    assert "1 thủ tục của phường" in said(capsys, "decision", "show", "3582", "--html", str(sheet))
    text = sheet.read_text(encoding="utf-8")
    assert "Phiếu rà soát Quyết định 3582/QĐ-UBND" in text
    assert "A &amp; B &lt; C" in text
    assert "3 ngày làm việc" in text
    assert "1 | 1.001193 | khai sinh" in text
    assert "src=" not in text
    assert "http" not in text.replace("</html>", "")


def test_confirm_apply_post_and_status(filed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "decision", "confirm", "3582", "--by", "Công chức VP")
    assert "+++ procedures/" in said(capsys, "apply", "--dry-run")
    assert not list(filed.rglob("1.001193@*"))
    assert "Đã ghi" in said(capsys, "apply")
    assert len(list(filed.rglob("1.001193@2026-12-01.yml"))) == 1
    assert "1.001193" in said(capsys, "status")
    assert "niêm yết ngày 20/11/2026" in said(
        capsys, "decision", "posted", "3582", "--on", "20/11/2026"
    )
    assert "đã ghi" in said(capsys, "decision", "list", "--all")
    assert "Không có quyết định nào chờ" in said(capsys, "apply")


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "9999"), "không có quyết định “9999”"),
        (("confirm", "3582", "--by", "x", "--effect", "32/13/2026"), "--effect"),
        (("confirm", "3582", "--by", "x", "--only", "1.000000"), "1.000000"),
        (("dismiss", "3582", "--because", " "), "--because"),
        (("revert", "3582", "--because", "x"), "chưa được xác nhận"),
        (("posted", "3582"), "chưa xác nhận"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_way_out(
    words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told in refused(capsys, "decision", *words)


def test_number_that_came_in_two_years_must_be_told_apart(
    filed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(filed, "2025", BIRTH.replace("2026-11-16", "2025-11-16"))
    assert "procedures/decisions/2025/3582-qd-ubnd" in refused(capsys, "decision", "show", "3582")
    one = "procedures/decisions/2025/3582-qd-ubnd.yml"
    assert "16/11/2025" in said(capsys, "decision", "show", one)


def test_broken_decision_stops_every_act(filed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(filed, "2024", "so: [1\n")
    for words in (("decision", "confirm", "3582", "--by", "x"), ("apply",), ("status",)):
        assert "decisions/2024/3582-qd-ubnd.yml:" in refused(capsys, *words)
