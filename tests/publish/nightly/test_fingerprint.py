"""Whether anything changed: by size and time, then by content."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from cchc.base.journal import FILE as JOURNAL
from cchc.publish.nightly.fingerprint import FILE, LastGood, last_good_json, look, nothing_new
from cchc.publish.nightly.running import NOTE

DAY, TARGET = "2026-11-24", "public"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("mkdocs.yml", "docs/index.md", "procedures/a/1.yml", "inbox/4201.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
    remember(tmp_path)
    return tmp_path


def remember(root: Path, *, web: bool = False) -> None:
    seen = look(root, ("inbox",), time.time_ns(), None)
    (root / ".cchc").mkdir(exist_ok=True)
    last = LastGood(DAY, TARGET, web, ("inbox",), seen)
    (root / FILE).write_bytes(last_good_json(last))


def test_nothing_new(root: Path) -> None:
    assert nothing_new(root, DAY, TARGET)


def test_another_day_or_target_is_new(root: Path) -> None:
    assert not nothing_new(root, "2026-11-25", TARGET)
    assert not nothing_new(root, DAY, "khac")


@pytest.mark.parametrize("name", ["docs/moi.md", "inbox/4202.docx", "procedures/b/2.yml"])
def test_a_file_that_came_is_new(root: Path, name: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("x", encoding="utf-8")
    assert not nothing_new(root, DAY, TARGET)


def test_a_file_that_went_is_new(root: Path) -> None:
    (root / "docs/index.md").unlink()
    assert not nothing_new(root, DAY, TARGET)


def test_other_bytes_of_the_same_length_are_new(root: Path) -> None:
    (root / "mkdocs.yml").write_text("mkdocs.YML", encoding="utf-8")
    assert not nothing_new(root, DAY, TARGET)


def test_a_file_only_touched_is_not_new(root: Path) -> None:
    (root / "mkdocs.yml").touch()
    assert nothing_new(root, DAY, TARGET)


def test_a_file_written_in_the_same_moment_is_looked_at_by_content(root: Path) -> None:
    page = root / "docs/index.md"
    page.write_text("hai", encoding="utf-8")
    facts = page.stat()
    remember(root)
    page.write_text("tai", encoding="utf-8")
    os.utime(page, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert not nothing_new(root, DAY, TARGET)


def test_a_source_on_the_web_has_to_be_asked(root: Path) -> None:
    remember(root, web=True)
    assert not nothing_new(root, DAY, TARGET)


@pytest.mark.parametrize("name", [NOTE, JOURNAL])
def test_what_a_crash_left_is_to_be_finished(root: Path, name: str) -> None:
    (root / name).write_text("{}", encoding="utf-8")
    assert not nothing_new(root, DAY, TARGET)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"tep": 1}', '{"ngay": "2026-11-24"}'])
def test_a_broken_memory_means_a_whole_run(root: Path, text: str) -> None:
    (root / FILE).write_text(text, encoding="utf-8")
    assert not nothing_new(root, DAY, TARGET)
