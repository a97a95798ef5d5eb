"""`cchc publish`, `cchc rollback`, `cchc backup`, `cchc restore` as the clerk types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.cli.main import main
from cchc.publish.targets import Branch, Folder, Remote, parse_target
from tests.portals import make_portal
from tests.publish.samples import FIRST, SECOND, contents, make_site


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a portal."""
    monkeypatch.chdir(make_portal(tmp_path / "trang"))
    return tmp_path


def test_publish_and_back_without_naming_the_place_again(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = str(here / "www")
    make_site(here / "trang" / "site", FIRST)
    assert main(["publish", www]) == 0
    told = capsys.readouterr().out
    assert "Đã xuất bản bản 000001-" in told
    assert "10 tệp mới, 0 tệp đổi, 0 tệp bỏ." in told
    make_site(here / "khac", SECOND)
    assert main(["publish", www, "--site", str(here / "khac"), "--keep", "2"]) == 0
    assert contents(here / "www" / "current") == contents(here / "khac")
    assert main(["rollback"]) == 0
    assert "sửa điều sai, dựng lại trước đã" in capsys.readouterr().out
    assert contents(here / "www" / "current") == contents(here / "trang" / "site")
    assert main(["rollback", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].endswith("đang dùng")
    assert lines[2] == "2 bản."


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["publish", "www"], "chạy cchc build rồi chạy lại"),
        (["publish", "https://vi-du.vn/www"], "không hiểu nơi xuất bản"),
        (["publish", "git:khong-co-nhanh"], "không hiểu nơi xuất bản"),
        (["rollback"], "viết thêm --target"),
        (["rollback", "--target", "chua-co"], "không còn bản nào cũ hơn"),
        (["backup", "sao.rar"], "kết thúc bằng .zip"),
        (["restore", "mkdocs.yml", "moi"], "không phải bản sao lưu"),
        (["restore", "khong-co.zip", "moi"], "không có tệp hay thư mục này"),
        (["restore", "khong-co.zip"], "thư mục không trống"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_way_out(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    if arguments[1:] != ["www"]:
        make_site(here / "trang" / "site", FIRST)
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


def test_keeping_no_release_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["publish", str(here / "www"), "--keep", "0"])
    assert "--keep: “0” phải là số từ 1 trở lên" in capsys.readouterr().err


def test_backup_here_and_restore_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(here / "sao.zip")]) == 0
    assert "Đã sao lưu" in capsys.readouterr().out
    assert main(["restore", str(here / "sao.zip"), str(here / "moi")]) == 0
    assert "cchc check, rồi cchc build" in capsys.readouterr().out
    assert contents(here / "moi" / "procedures") == contents(here / "trang" / "procedures")


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("/srv/www", Folder(Path("/srv/www"))),
        (r"D:\www", Folder(Path(r"D:\www"))),
        ("rclone:kho:phuong/trang", Remote("kho:phuong/trang")),
        ("rclone::s3,provider=Minio:phuong", Remote(":s3,provider=Minio:phuong")),
        ("git:origin#gh-pages", Branch("origin", "gh-pages")),
        (
            "git:https://git.vi-du.vn/a.git#trang/moi",
            Branch("https://git.vi-du.vn/a.git", "trang/moi"),
        ),
    ],
)
def test_the_three_kinds_of_places(words: str, target: object) -> None:
    assert parse_target(words) == target


@pytest.mark.parametrize(
    "words", ["", "rclone:kho", "rclone:-x:y", "git:-x#y", "git:x#-f", "ftp://x"]
)
def test_words_that_are_no_place(words: str) -> None:
    with pytest.raises(Refused, match="không hiểu nơi xuất bản"):
        parse_target(words)


def test_a_place_with_a_password_is_not_written_down(here: Path) -> None:
    make_site(here / "trang" / "site", FIRST)
    noted = here / "trang" / ".cchc" / "noi-xuat-ban.json"
    assert main(["publish", str(here / "www")]) == 0
    assert noted.is_file()
    assert main(["publish", f"rclone::local:{here}/kho"]) == 0
    assert not noted.exists()
