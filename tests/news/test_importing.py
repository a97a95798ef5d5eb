"""Bringing in by command: nothing is written over, nothing is left half."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base import journal
from cchc.cli.main import main
from cchc.news.word import pandoc
from tests.news.word_files import save

FOLDER = "docs/tin-tuc/posts"
POST = "2026-11-24-mot-ngay-o-trung-tam-phuc-vu-hanh-chinh-cong"


@pytest.fixture
def root(portal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(portal)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    return portal


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / FOLDER).rglob("*") if path.is_file()}


def test_import_writes_post_and_pictures_and_says_what_to_look_at(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["post", "import", save(root.parent, "feature").as_posix()]) == 0
    told = capsys.readouterr().out
    assert f"{FOLDER}/{POST}.md:32: nhắc: ảnh chưa có mô tả" in told
    assert f"Đã nhập {FOLDER}/{POST}.md, 5 ảnh (bản nháp" in told
    assert sorted(path.name for path in (root / FOLDER / POST).iterdir()) == [
        "anh-1.jpg", "anh-2.png", "anh-3.jpg", "anh-4.jpg", "anh-5.jpg",
    ]  # fmt: skip
    line = (root / FOLDER / f"{POST}.md").read_text(encoding="utf-8").split("\n")[31]
    assert line.startswith("![]")


def test_a_post_that_is_there_is_not_written_over(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save(root.parent, "feature").as_posix()
    main(["post", "import", path])
    (root / FOLDER / f"{POST}.md").write_text("bài của tôi", encoding="utf-8")
    before = files(root)
    assert main(["post", "import", path]) == 2
    assert "không ghi đè" in capsys.readouterr().err
    assert files(root) == before
    assert main(["post", "import", path, "--date", "25/12/2026"]) == 0


def test_two_posts_of_one_address_are_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save(root.parent, "report").as_posix()
    assert main(["post", "import", path, "--date", "2026-11-24"]) == 0
    assert main(["post", "import", path, "--date", "2026-11-25"]) == 2
    assert "trùng địa chỉ" in capsys.readouterr().err
    assert main(["post", "import", path, "--date", "2026-11-25", "--title", "Bản sửa"]) == 0
    assert (root / FOLDER / "2026-11-25-ban-sua.md").is_file()


def test_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    assert main(["post", "import", save(root.parent, "report").as_posix(), "--dry-run"]) == 0
    assert "# Báo cáo kết quả" in capsys.readouterr().out
    assert files(root) == before


def test_a_run_cut_off_after_its_journal_is_finished_by_the_next_command(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save(root.parent, "feature").as_posix()
    before = files(root)

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(journal, "_replace", cut)
        assert main(["post", "import", path]) == 130
    assert files(root) == before

    main(["question", "list"])
    assert "nay đã ghi xong" in capsys.readouterr().err
    finished = files(root)
    assert main(["post", "import", path, "--date", "2026-12-24"]) == 0
    assert len(finished) == len(before) + 6
    assert finished["anh-1.jpg"].startswith(b"\xff\xd8")
    assert (root / FOLDER / POST / "anh-1.jpg").read_bytes() == (
        root / FOLDER / POST.replace("-11-", "-12-") / "anh-1.jpg"
    ).read_bytes()


def test_a_run_cut_off_before_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device", "dang-ghi.json")

    before = files(root)
    monkeypatch.setattr(journal, "write_atomically", full)
    assert main(["post", "import", save(root.parent, "feature").as_posix()]) == 2
    assert files(root) == before


def test_without_pandoc_it_is_told_how_to_get_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pandoc, "programs", tuple)
    assert main(["post", "import", save(root.parent, "report").as_posix()]) == 2
    assert "chưa có pandoc" in capsys.readouterr().err


def test_a_pandoc_too_old_is_passed_over(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = root.parent / "cu" / "pandoc"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho 'Unknown option --sandbox.' >&2\nexit 6\n", encoding="utf-8")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", old.parent.as_posix(), prepend=":")
    assert pandoc.programs()[0] == old.as_posix()
    assert main(["post", "import", save(root.parent, "report").as_posix()]) == 0


@pytest.mark.parametrize(("words", "said"), [
    (["post", "import", "khong-co.docx"], "không có tệp"),
    (["post", "new", "  "], "tên bài trống"),
    (["post", "new", "Bài", "--category", "Thể thao"], "không có chuyên mục “Thể thao”; chọn một trong: Tin hoạt động"),
    (["post", "new", "Bài", "--date", "31/2/2026"], "không phải ngày"),
])  # fmt: skip
def test_what_is_asked_wrongly_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    before = files(root)
    try:
        code = main(words)
    except SystemExit as stopped:
        code = int(str(stopped.code))
    assert code == 2
    assert said in capsys.readouterr().err
    assert files(root) == before


def test_new_makes_a_draft_to_fill_in(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["post", "new", "Họp tổ dân phố số 4", "--category", "thong bao", "--date", "1/12/2026"]
    assert main(words) == 0
    assert "Đã tạo" in capsys.readouterr().out
    assert (
        (root / FOLDER / "2026-12-01-hop-to-dan-pho-so-4.md").read_text(encoding="utf-8")
        == """---
date: 2026-12-01
draft: true
description: ""
categories:
- Thông báo
tac_gia: UBND phường Hương An
---

# Họp tổ dân phố số 4

<!-- Đoạn mở đầu: chuyện gì, ai làm, ở đâu, khi nào. Xóa dòng này. -->

<!-- more -->

<!-- Phần còn lại của bài. Xóa dòng này. -->
"""
    )
    assert main(words) == 2
