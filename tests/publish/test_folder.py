"""Publishing into a folder: a release, a switch, a way back."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from cchc.publish.publishing import Published, known_releases, publish, rollback
from tests.publish.samples import FIRST, SECOND, contents, make_site


@pytest.fixture
def www(tmp_path: Path) -> Path:
    (tmp_path / "trang").mkdir()
    return tmp_path / "www"


def put(www: Path, files: dict[str, str], keep: int = 10) -> Published:
    site = make_site(www.parent / "site", files)
    return publish(www.parent / "trang", site, str(www), keep=keep)


def test_visitors_see_the_site_and_the_counts_are_told(www: Path) -> None:
    done = put(www, FIRST)
    assert (done.added, done.changed, done.removed, done.problems) == (10, 0, 0, ())
    assert contents(www / "current") == contents(www.parent / "site")
    done = put(www, SECOND)
    assert (done.added, done.changed, done.removed) == (1, 3, 1)
    assert contents(www / "current") == contents(www.parent / "site")


def test_unchanged_files_are_shared_and_keep_their_time(www: Path) -> None:
    put(www, FIRST)
    before = (www / "current" / "404.html").stat()
    put(www, SECOND)
    after = (www / "current" / "404.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_the_same_site_again_writes_nothing(www: Path) -> None:
    first = put(www, FIRST)
    before = {path: path.lstat().st_mtime_ns for path in www.rglob("*") if path.name != ".khoa"}
    again = put(www, FIRST)
    assert again == Published(first.release)
    assert {path: path.lstat().st_mtime_ns for path in before} == before


def test_a_web_server_of_another_user_can_read_it(www: Path) -> None:
    before = os.umask(0o077)
    try:
        put(www, FIRST)
    finally:
        os.umask(before)
    below = [path for path in (www / "current").resolve().rglob("*")]  # noqa: C416
    wanted = {True: 0o755, False: 0o644}
    assert all(stat.S_IMODE(path.stat().st_mode) == wanted[path.is_dir()] for path in below)


def test_going_back_one_and_forth_by_number(www: Path) -> None:
    first = put(www, FIRST)
    old = contents(www / "current")
    second = put(www, SECOND)
    root = www.parent / "trang"
    assert rollback(root, str(www)).release == first.release
    assert contents(www / "current") == old
    assert rollback(root, str(www), "2").release == second.release
    assert known_releases(root, str(www)) == ((second.release, True), (first.release, False))


def test_no_release_to_go_back_to_is_told(www: Path) -> None:
    put(www, FIRST)
    root = www.parent / "trang"
    assert "không còn bản nào cũ hơn" in rollback(root, str(www)).problems[0].message
    assert "không có bản 7" in rollback(root, str(www), "7").problems[0].message


def test_a_damaged_release_is_not_gone_back_to(www: Path) -> None:
    first = put(www, FIRST)
    second = put(www, SECOND)
    (www / "releases" / first.release / "thu-tuc" / "2" / "index.html").write_text("hỏng")
    told = rollback(www.parent / "trang", str(www)).problems[0]
    assert "hỏng" in told.message
    assert (www / "current").resolve().name == second.release


def test_a_damaged_site_is_mended_by_the_next_run(www: Path) -> None:
    put(www, FIRST)
    (www / "current" / "404.html").write_text("ai đó sửa")
    done = put(www, FIRST)
    assert (done.changed, done.problems) == (1, ())
    assert contents(www / "current") == contents(www.parent / "site")


def test_old_releases_go_and_the_one_shown_stays(www: Path) -> None:
    for number in range(5):
        put(www, {**FIRST, "index.html": f"bản {number}"}, keep=3)
    root = www.parent / "trang"
    assert known_releases(root, str(www))[0][0].startswith("000005-")
    assert len(known_releases(root, str(www))) == 3
    oldest = rollback(root, str(www), "3").release
    put(www, {**FIRST, "index.html": "bản 3x"}, keep=1)
    assert not (www / "releases" / oldest).exists()
    assert contents(www / "current") == contents(www.parent / "site")


@pytest.mark.parametrize("missing", ["index.html", "may-chu/Caddyfile"])
def test_a_site_half_built_is_refused(www: Path, missing: str) -> None:
    put(www, FIRST)
    site = make_site(www.parent / "site", SECOND)
    (site / missing).unlink()
    done = publish(www.parent / "trang", site, str(www))
    assert f"cchc build rồi chạy lại (thiếu {missing})" in done.problems[0].message
    assert (www / "current" / "thu-tuc" / "2" / "index.html").is_file()


def test_a_link_in_the_site_is_refused(www: Path) -> None:
    site = make_site(www.parent / "site", FIRST)
    (site / "bi-mat.html").symlink_to("/etc/hostname")
    done = publish(www.parent / "trang", site, str(www))
    assert (done.problems[0].path, done.release) == ("bi-mat.html", "")
    assert not (www / "current").exists()


def test_a_folder_that_holds_a_site_already_is_not_touched(www: Path) -> None:
    (www / "current").mkdir(parents=True)
    (www / "current" / "cu.html").write_text("trang cũ")
    assert "đổi tên rồi chạy lại" in put(www, FIRST).problems[0].message
    assert sorted(contents(www)) == ["current/cu.html"]


def test_the_site_is_not_published_into_itself(www: Path) -> None:
    site = make_site(www.parent / "site", FIRST)
    before = contents(site)
    for target in (site, site / "www", www.parent):
        assert "nằm trong nhau" in publish(www, site, str(target)).problems[0].message
    assert contents(site) == before


def test_two_at_once_one_is_sent_away(www: Path) -> None:
    from cchc.publish.turn import my_turn  # noqa: PLC0415

    put(www, FIRST)
    with my_turn(www / ".khoa"):
        assert "đang có lần xuất bản khác" in put(www, SECOND).problems[0].message
    assert put(www, SECOND).problems == ()
