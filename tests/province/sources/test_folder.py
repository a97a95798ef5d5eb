"""Files dropped into a folder: each read once by its content, oddities left or told."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.province.sources.brought import Brought, sha256_of
from cchc.province.sources.folder import bring_folder
from cchc.province.sources.ledger import (
    READ,
    Entry,
    Ledger,
    load_ledger,
    save_ledger,
)
from cchc.province.sources.settings import DEFAULT

INBOX = DEFAULT.all[0]
LATER = 4_000_000_000.0
DAY = dt.date(2026, 11, 24)
NOBODY = 65534


def drop(root: Path, name: str, text: str = "x") -> Path:
    path = root / "inbox" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def bring(root: Path, *entries: Entry, now: float = LATER) -> Brought:
    return bring_folder(root, INBOX, Ledger(entries), now)


def names(brought: Brought) -> list[str]:
    return [each.name for each in brought.files]


def test_new_files_are_brought_also_from_folders_inside(tmp_path: Path) -> None:
    drop(tmp_path, "a.docx", "a")
    drop(tmp_path, "2026/b.pdf", "b")
    assert sorted(names(bring(tmp_path))) == ["a.docx", "b.pdf"]


def test_no_folder_is_no_fault(tmp_path: Path) -> None:
    assert bring(tmp_path) == Brought(INBOX)


def test_content_read_before_is_not_read_again_under_another_name(tmp_path: Path) -> None:
    drop(tmp_path, "a (1).docx", "a")
    entry = Entry(INBOX.key, sha256_of(b"a"), READ, DAY, "a.docx")
    assert names(bring(tmp_path, entry)) == []


def test_two_copies_are_one(tmp_path: Path) -> None:
    drop(tmp_path, "a.docx", "a")
    drop(tmp_path, "b.docx", "a")
    assert names(bring(tmp_path)) == ["a.docx"]


@pytest.mark.parametrize("name", ["~$a.docx", ".hidden", "Thumbs.db", "desktop.ini", ".x/a.pdf"])
def test_what_is_no_document_is_left(tmp_path: Path, name: str) -> None:
    drop(tmp_path, name)
    assert bring(tmp_path) == Brought(INBOX)


def test_file_being_copied_waits(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.docx")
    brought = bring(tmp_path, now=path.stat().st_mtime + 1)
    assert brought.files == ()
    assert "đang được chép" in brought.problems[0].message


@pytest.mark.parametrize("name", ["a.docx.crdownload", "a.pdf.part"])
def test_download_that_goes_on_waits(tmp_path: Path, name: str) -> None:
    drop(tmp_path, name)
    brought = bring(tmp_path)
    assert (brought.files, brought.failed) == ((), False)
    assert "đang được chép" in brought.problems[0].message


def test_shared_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    source = INBOX.model_copy(update={"path": (tmp_path / "o-mang").as_posix()})
    brought = bring_folder(tmp_path, source, Ledger())
    assert brought.failed
    assert "ổ mạng" in brought.problems[0].message


def test_link_to_itself_is_no_file(tmp_path: Path) -> None:
    drop(tmp_path, "a.docx", "a")
    (tmp_path / "inbox" / "vong").symlink_to(tmp_path / "inbox" / "vong")
    assert names(bring(tmp_path)) == ["a.docx"]


def test_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "ngoai.txt"
    secret.write_text("x")
    drop(tmp_path, "a.docx", "a")
    (tmp_path / "inbox" / "b.txt").symlink_to(secret)
    assert names(bring(tmp_path)) == ["a.docx"]


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """Be a user who may not read everything: root may."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if before == 0:
            os.seteuid(0)


def test_unreadable_file_is_told_and_hides_no_other() -> None:
    # Not pytest's own folder: that one only its maker may enter.
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        drop(root, "a.docx").chmod(0)
        drop(root, "b.docx", "b")
        with nobody():
            brought = bring(root)
    assert names(brought) == ["b.docx"]
    assert "không mở được" in brought.problems[0].message


def test_ledger_reads_back_and_keeps_one_order(tmp_path: Path) -> None:
    entries = [
        Entry("b", "2" * 64, READ, DAY, "tên dài"),
        Entry("a", "1" * 64, READ, DAY, "x", "h"),
    ]
    one, other = Ledger().with_entries(entries), Ledger().with_entries(reversed(entries))
    assert one == other
    save_ledger(tmp_path, one)
    assert load_ledger(tmp_path) == one
    assert not save_ledger(tmp_path, one)


def test_broken_line_of_the_ledger_is_told_with_its_number(tmp_path: Path) -> None:
    save_ledger(tmp_path, Ledger((Entry("a", "1" * 64, READ, DAY, "x"),)))
    path = tmp_path / "procedures" / "da-doc.tsv"
    path.write_text(path.read_text() + "hỏng\n")
    with pytest.raises(Refused) as told:
        load_ledger(tmp_path)
    assert told.value.problems[0].line == 3
