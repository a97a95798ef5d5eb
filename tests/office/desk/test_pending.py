"""What is not out yet: seen, told, discarded to a kept copy, taken back; with git and without."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.clock import VIETNAM
from cchc.base.problems import Refused
from cchc.office.desk.baseline import Baseline, InCopy, InGit, baseline_of
from cchc.office.desk.changed import Change, Kind
from cchc.office.desk.discarding import kept_aside
from cchc.office.desk.pending import discard, pending, take_back
from tests.office.desk.conftest import committed, git
from tests.portals import make_portal

NOW = dt.datetime(2026, 11, 24, 9, 30, tzinfo=VIETNAM)
FILE = "procedures/ho-tich/1.001193.yml"
NEW = "docs/tin-tuc/posts/2026-11-24-moi.md"
POST = """---
date: 2026-11-24
description: Bài thử.
categories:
- Thông báo
---
# Bài mới

Chữ.
"""


@pytest.fixture(params=["git", "không git"])
def baseline(request: pytest.FixtureRequest, portal: Path) -> Baseline:
    """Give what keeps the portal's last state: git, or a copy."""
    if request.param == "git":
        found = baseline_of(committed(portal))
        assert isinstance(found, InGit)
    else:
        found = baseline_of(portal)
        assert isinstance(found, InCopy)
    return found


def changed(portal: Path) -> tuple[bytes, bytes]:
    """Make a change of every kind; give the bytes of the changed and of the removed file."""
    file, gone = portal / FILE, portal / "docs" / "gioi-thieu" / "index.md"
    before = file.read_bytes(), gone.read_bytes()
    file.write_bytes(before[0].replace("Thủ tục".encode(), "Thủ  tục".encode()) + b"tom_tat: Moi\n")
    gone.unlink()
    (portal / NEW).write_text(POST, encoding="utf-8")
    picture = portal / NEW.replace(".md", "/anh-1.jpg")
    picture.parent.mkdir()
    picture.write_bytes(b"\xff\xd8\0")
    return before


def test_nothing_changed_means_nothing_is_waiting(portal: Path, baseline: Baseline) -> None:
    assert pending(portal, baseline).told == ()


def test_every_kind_of_change_is_seen_and_told(portal: Path, baseline: Baseline) -> None:
    changed(portal)
    found = pending(portal, baseline)
    assert found.changes == (
        Change("docs/gioi-thieu/index.md", Kind.REMOVED),
        Change(NEW, Kind.ADDED),
        Change(NEW.replace(".md", "/anh-1.jpg"), Kind.ADDED),
        Change(FILE, Kind.CHANGED),
    )
    told = [str(each) for each in found.told]
    assert "Thêm bài “Bài mới”" in told
    assert [len(pictures) for _, pictures in found.grouped] == [0, 1, 0]
    lines = dict(zip(found.told, found.lines, strict=True))
    (procedure,) = (each for each in found.told if each.change.path == FILE)
    assert any(each.sign == "+" and "tom_tat" in each.text for each in lines[procedure])


def test_what_is_discarded_is_as_before_and_kept(portal: Path, baseline: Baseline) -> None:
    before = changed(portal)
    kept = discard(portal, baseline, {FILE, NEW, "docs/gioi-thieu/index.md"}, "Cán bộ", NOW)
    assert (portal / FILE).read_bytes() == before[0]
    assert (portal / "docs/gioi-thieu/index.md").read_bytes() == before[1]
    assert not (portal / NEW).exists()
    assert not (portal / NEW.replace(".md", "/anh-1.jpg")).exists()
    assert pending(portal, baseline).told == ()
    copy = portal / ".cchc/da-bo/2026-11-24-093000/tep" / NEW
    assert copy.read_text(encoding="utf-8") == POST
    assert [each.id for each in kept_aside(portal)] == [kept.id]


def test_what_was_discarded_comes_back_byte_for_byte(portal: Path, baseline: Baseline) -> None:
    changed(portal)
    now = {path: path.read_bytes() for path in (portal / FILE, portal / NEW)}
    kept = discard(portal, baseline, {FILE, NEW, "docs/gioi-thieu/index.md"}, "Cán bộ", NOW)
    back, aside = take_back(portal, baseline, kept.id, "Cán bộ", NOW)
    assert back == kept
    assert aside is None
    assert {path: path.read_bytes() for path in now} == now
    assert not (portal / "docs/gioi-thieu/index.md").exists()


def test_taking_back_keeps_what_was_written_since(portal: Path, baseline: Baseline) -> None:
    (portal / NEW).write_text(POST, encoding="utf-8")
    kept = discard(portal, baseline, {NEW}, "Cán bộ", NOW)
    (portal / NEW).write_text(POST.replace("Chữ.", "Viết lại."), encoding="utf-8")
    _, aside = take_back(portal, baseline, kept.id, "Cán bộ", NOW)
    assert (portal / NEW).read_text(encoding="utf-8") == POST
    assert aside is not None
    rewritten = portal / ".cchc/da-bo" / aside.id / "tep" / NEW
    assert "Viết lại." in rewritten.read_text(encoding="utf-8")


def test_two_discards_of_one_second_are_two(portal: Path, baseline: Baseline) -> None:
    for name in ("a", "b"):
        (portal / f"docs/{name}.md").write_text("# A\n", encoding="utf-8")
        discard(portal, baseline, {f"docs/{name}.md"}, "", NOW)
    assert len({each.id for each in kept_aside(portal)}) == 2


def test_nothing_chosen_is_said(portal: Path, baseline: Baseline) -> None:
    with pytest.raises(Refused, match="chưa chọn"):
        discard(portal, baseline, set(), "", NOW)


def test_what_is_kept_becomes_the_state_before(portal: Path, baseline: Baseline) -> None:
    changed(portal)
    found = pending(portal, baseline)
    baseline.keep(found.changes, "Thử", "Văn thư")
    assert pending(portal, baseline).told == ()
    (portal / NEW).unlink()
    (again,) = (str(e) for e in pending(portal, baseline).told if e.change.path == NEW)
    assert again == "Xóa bài “Bài mới”"


def test_the_sign_of_what_was_seen_follows_the_content(portal: Path, baseline: Baseline) -> None:
    (portal / NEW).write_text(POST, encoding="utf-8")
    first = pending(portal, baseline).seen
    assert pending(portal, baseline).seen == first
    (portal / NEW).write_text(POST + "Thêm.\n", encoding="utf-8")
    assert pending(portal, baseline).seen != first


def test_the_commit_is_the_officers_and_holds_nothing_else(in_git: Path) -> None:
    (in_git / "ghi-chu-rieng.txt").write_text("riêng", encoding="utf-8")
    (in_git / "scripts").mkdir()
    (in_git / "scripts/x.py").write_text("x = 1\n", encoding="utf-8")
    git(in_git, "add", "scripts/x.py")
    (in_git / NEW).write_text(POST, encoding="utf-8")
    baseline = baseline_of(in_git)
    commit = baseline.keep(pending(in_git, baseline).changes, "Thêm 1 bài\n\n- Bài", "Văn thư")
    assert git(in_git, "log", "-1", "--format=%an|%cn|%s").strip() == "Văn thư|Văn thư|Thêm 1 bài"
    assert git(in_git, "show", "--name-only", "--format=", commit).split() == [NEW]
    assert "A  scripts/x.py" in git(in_git, "status", "--porcelain")


def test_a_repository_without_any_commit_will_do(portal: Path) -> None:
    git(portal, "init", "--quiet")
    baseline = baseline_of(portal)
    found = pending(portal, baseline)
    assert {each.kind for each in found.changes} == {Kind.ADDED}
    assert baseline.keep(found.changes, "Bản đầu", "Văn thư")
    assert pending(portal, baseline).told == ()


def test_a_portal_inside_another_repository_is_not_committed_there(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    portal = make_portal(tmp_path / "nha" / "trang")
    assert isinstance(baseline_of(portal), InCopy)
