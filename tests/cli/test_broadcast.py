"""`cchc post broadcast` as the officer types it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from cchc.cli.main import main
from tests.news.broadcast.samples import post_in


@pytest.fixture
def desk(portal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal with a post to read; the officer stands in it."""
    post_in(portal)
    monkeypatch.chdir(portal)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    return portal


@pytest.mark.usefixtures("desk")
def test_script_comes_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["post", "broadcast", "bao-cao"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Đây là Đài Truyền thanh phường Hương An.")
    assert "Phần dưới không đọc" in shown


def test_script_is_written_as_word_and_text(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["post", "broadcast", "bao-cao", "-o", "ban-doc.docx"]) == 0
    assert "Đã ghi bản đọc: ban-doc.docx" in capsys.readouterr().out
    assert docx.Document(str(desk / "ban-doc.docx")).paragraphs[0].text.startswith("Đây là Đài")
    assert main(["post", "broadcast", "bao-cao", "-o", "ban-doc.txt", "--minutes", "0,9"]) == 0
    assert "đã bỏ" in capsys.readouterr().out
    assert "đã bỏ" in (desk / "ban-doc.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("desk")
def test_minutes_that_are_too_few_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["post", "broadcast", "bao-cao", "--minutes", "0.1"]) == 1
    assert "đã dài hơn 0,1 phút" in " ".join(capsys.readouterr().out.split())


@pytest.mark.usefixtures("desk")
def test_changes_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["broadcast", "changes", "--since", "2026-11-01"]) == 0
    assert "Bản tin thay đổi về thủ tục hành chính." in capsys.readouterr().out


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("khong-co",), "không có bài nào “khong-co”; ghi rõ một trong: 2026-11-24-bao-cao-quy"),
        (("bao-cao", "-o", "a.pdf"), "-o nhận tên tệp .docx hoặc .txt"),
        (("bao-cao", "--audio", "a.ogg"), "--audio nhận tên tệp .mp3 hoặc .wav"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_way_out(
    words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["post", "broadcast", *words]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_changes_of_days_to_come_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["broadcast", "changes", "--since", "2027-01-01"]) == 2
    assert "còn chưa tới" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("minutes", ["0", "-1", "x", "nan", "999"])
def test_minutes_must_be_a_number_that_makes_sense(
    minutes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["post", "broadcast", "bao-cao", f"--minutes={minutes}"])
    assert "không phải số phút" in capsys.readouterr().err


def test_bad_post_is_told_with_its_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post_in(desk, "---\ndate: hôm qua\n---\n# Tên\n", "2026-11-25-hong.md")
    assert main(["post", "broadcast", "hong"]) == 2
    assert "docs/tin-tuc/posts/2026-11-25-hong.md:2: lỗi: ngày của bài" in capsys.readouterr().err


DECISION = """\
so: 3582/QĐ-UBND
ngay_ky: "2026-11-16"
hieu_luc: "2026-12-01"
co_quan: UBND thành phố Huế
loai_van_ban: cong_bo
muc:
- loai: sua_doi
  ma: "1.001193"
  ten: Thủ tục đăng ký khai sinh
  cap: [xa]
  thoi_han: 3 ngày làm việc
"""


def test_decision_is_read_once_it_is_confirmed_and_applied(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk / "procedures" / "decisions" / "2026" / "3582-qd-ubnd.yml"
    path.parent.mkdir(parents=True)
    path.write_text(DECISION, encoding="utf-8")
    monkeypatch.setenv("CCHC_AS_OF", "2026-12-05")
    bulletin = ["broadcast", "changes", "--since", "2026-12-01"]
    assert main(bulletin) == 0
    waiting = " ".join(capsys.readouterr().out.split())
    assert "không có thay đổi nào" in waiting
    assert "1 quyết định chờ xác nhận, chưa đọc: 3582/QĐ-UBND" in waiting
    assert main(["decision", "confirm", "3582", "--by", "Công chức VP"]) == 0
    assert main(["apply"]) in {0, 1}
    capsys.readouterr()
    assert main(bulletin) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "có một thủ tục được sửa đổi, bổ sung" in told
    assert "Quyết định số ba nghìn năm trăm tám mươi hai ngày mười sáu tháng mười một" in told
    assert "của Ủy ban nhân dân thành phố Huế" in told
    assert "Thủ tục đăng ký khai sinh" in told
    assert "3582/QĐ-UBND" not in told
