"""Killed, full, read-only, cut off: what visitors see then, and what the next run makes of it.

`make faults` kills 50 times instead of a few; the points are drawn anew each time and told on failure.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.publish.publishing import Published, publish
from tests.publish.samples import contents, many_pages
from tests.publish.servers import Cutting, configure, rclone, serving

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("CCHC_FAULTS", "6"))


class Stage:
    """An old and a new site that differ in every page, and a portal to publish them."""

    def __init__(self, folder: Path, pages: int) -> None:
        self.folder, self.portal = folder, folder / "trang"
        self.portal.mkdir()
        self.old = many_pages(folder / "cu", "Bản cũ", pages)
        self.new = many_pages(folder / "moi", "Bản mới", pages + 10)

    def start(self, site: Path, target: str, at: int) -> subprocess.Popen[str]:
        """Start publishing in a process, and a group, of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "tests.publish.killed", self.portal, site, target, str(at)],
            cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def steps(self, site: Path, target: str) -> int:
        """Publish to the end; give how many points there are to be killed at."""
        told, _ = self.start(site, target, 0).communicate()
        return int(told.split()[-1])


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, 120)


@pytest.fixture
def small(tmp_path: Path) -> Stage:
    """Give fewer pages: a store takes each by itself."""
    return Stage(tmp_path, 30)


def in_time(stage: Stage, site: Path, target: str) -> Published:
    """Publish again; a killed publisher's rclone may still hold the place for a moment."""
    for _ in range(100):
        done = publish(stage.portal, site, target)
        if not any("đang có lần xuất bản khác" in each.message for each in done.problems):
            return done
        time.sleep(0.2)
    return done


def test_killed_at_any_point_a_folder_shows_one_site_whole(stage: Stage) -> None:
    whole = [contents(stage.old), contents(stage.new)]
    www = stage.folder / "www"
    publish(stage.portal, stage.old, str(www))
    steps = stage.steps(stage.new, str(www))
    for at in random.sample(range(1, steps), KILLS):
        turn = whole.index(contents(www / "current"))
        site = (stage.new, stage.old)[turn]
        process = stage.start(site, str(www), at)
        process.communicate()
        assert process.returncode in {-signal.SIGKILL, 0}, at
        assert contents(www / "current") in whole, at
        assert publish(stage.portal, site, str(www)).problems == (), at
        assert contents(www / "current") == contents(site), at
        left = {path.name for path in (www / "releases").iterdir() if path.name.startswith(".")}
        assert left == set(), at


def test_visitors_during_a_run_meet_one_site_whole(stage: Stage) -> None:
    whole = [contents(stage.old), contents(stage.new)]
    www = stage.folder / "www"
    publish(stage.portal, stage.old, str(www))
    process = stage.start(stage.new, str(www), 0)
    looks = 0
    while process.poll() is None:
        assert contents((www / "current").resolve()) in whole
        looks += 1
    process.communicate()
    assert process.returncode == 0
    assert looks
    assert contents(www / "current") == whole[1]


def seen(folder: Path) -> dict[str, bytes]:
    """Read what visitors can reach: not the store's own book, nor files on their way."""
    return {name: each for name, each in contents(folder).items()
            if not name.startswith(".cchc/") and not name.endswith(".partial")}  # fmt: skip


def holes(folder: Path, before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """Find what a store must never show, however far a run has come."""
    now = seen(folder)
    told = [f"nửa tệp: {name}" for name, each in now.items()
            if each not in (before.get(name), after.get(name))]  # fmt: skip
    told += [f"mất tệp chung: {name}" for name in before.keys() & after.keys() - now.keys()]
    home = now.get("index.html") == after["index.html"] != before["index.html"]
    if home:  # it leads to every new page
        told += [
            f"chưa có trang mới: {name}" for name in after if "/index" in name and name not in now
        ]
    elif now.get("thu-tuc/x.json") == before["thu-tuc/x.json"]:
        told += [f"mất trang cũ: {name}" for name in before if name not in now]
    return told


@pytest.mark.parametrize(
    ("kind", "group"), [("s3", False), ("sftp", True)], ids=["s3, chỉ cchc", "sftp, cả rclone"]
)
def test_killed_at_any_moment_a_store_has_no_hole(
    small: Stage, monkeypatch: pytest.MonkeyPatch, kind: str, *, group: bool
) -> None:
    sites = (small.old, small.new)
    folder = small.folder / "kho" / "phuong" / "trang"
    monkeypatch.setenv("RCLONE_CONFIG", str(small.folder / "rclone.conf"))
    with serving(kind, small.folder / "kho") as port:
        target = configure(small.folder / "rclone.conf", kind, port)
        publish(small.portal, small.old, target)
        for turn in range(max(2, KILLS // 4)):
            before, site = sites[turn % 2], sites[(turn + 1) % 2]
            process = small.start(site, target, 0)
            assert process.stdout
            process.stdout.readline()
            wait = random.uniform(0.1, 4)  # noqa: S311 - a moment, no secret
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(wait)
            with contextlib.suppress(ProcessLookupError):
                (os.killpg if group else os.kill)(process.pid, signal.SIGKILL)
            process.wait()
            process.stdout.close()
            assert holes(folder, contents(before), contents(site)) == [], wait
            done = in_time(small, site, target)
            assert done.problems == (), wait
            assert seen(folder) == contents(site), wait


def test_killed_at_any_moment_a_branch_shows_one_site_whole(small: Stage) -> None:
    bare = small.folder / "kho.git"
    subprocess.run(["git", "init", "--quiet", "--bare", bare], check=True)
    target = f"git:{bare}#trang"
    sites = (small.old, small.new)
    assert publish(small.portal, small.old, target).problems == ()
    trees = [tree(bare)]
    for turn in range(max(3, KILLS // 2)):
        before, site = tree(bare), sites[(turn + 1) % 2]
        process = small.start(site, target, 0)
        assert process.stdout
        process.stdout.readline()
        wait = random.uniform(0, 0.5)  # noqa: S311 - a moment, no secret
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(wait)
        process.kill()  # its git may live on, and hold the place until it has ended
        process.wait()
        process.stdout.close()
        after = tree(bare)
        assert in_time(small, site, target).problems == (), wait
        assert after in {before, tree(bare)}, wait
        trees.append(tree(bare))
    assert len(set(trees)) == 2


def tree(bare: Path) -> str:
    """Name what the host serves."""
    return subprocess.run(["git", "-C", bare, "rev-parse", "trang^{tree}"], check=True,
                          capture_output=True, text=True).stdout  # fmt: skip


def test_a_cut_network_is_told_and_the_next_run_ends_the_work(
    small: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving("webdav", small.folder / "kho") as port:
        config = small.folder / "rclone.conf"
        monkeypatch.setenv("RCLONE_CONFIG", str(config))
        target = configure(config, "webdav", port)
        assert publish(small.portal, small.old, target).problems == ()
        monkeypatch.setenv("RCLONE_LOW_LEVEL_RETRIES", "1")
        proxy = Cutting(port, 40_000)
        configure(config, "webdav", proxy.port)
        done = publish(small.portal, small.new, target)
        proxy.close()
        assert proxy.cut
        assert "mạng đứt hoặc máy chủ không trả lời" in done.problems[0].message
        configure(config, "webdav", port)
        done = publish(small.portal, small.new, target)
        assert done.problems == ()
    assert seen(small.folder / "kho" / "phuong" / "trang") == contents(small.new)


@contextlib.contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    """Mount a disk of a few hundred kilobytes, where this user may."""
    at.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", at],
                          capture_output=True, check=False)  # fmt: skip
    if made.returncode:
        pytest.skip("không được gắn tmpfs ở đây (cần quyền quản trị)")
    try:
        yield at
    finally:
        subprocess.run(["umount", at], check=True)


def test_a_full_disk_leaves_the_old_site_and_no_crumbs(stage: Stage) -> None:
    with small_disk(stage.folder / "dia", "900k") as disk:
        www = disk / "www"
        assert publish(stage.portal, stage.old, str(www)).problems == ()
        crumbs = contents(www)
        (disk / "day").write_bytes(bytes(200_000))
        done = publish(stage.portal, stage.new, str(www))
        assert "đĩa đầy" in done.problems[0].message
        assert contents(www) == crumbs
        assert contents(www / "current") == contents(stage.old)
        (disk / "day").unlink()
    with small_disk(stage.folder / "dia2", "4m") as disk:
        publish(stage.portal, stage.old, str(disk / "www"))
        filler = disk / "day"
        with contextlib.suppress(OSError):
            filler.write_bytes(bytes(4_000_000))
        assert publish(stage.portal, stage.new, str(disk / "www")).problems
        filler.unlink()
        assert publish(stage.portal, stage.new, str(disk / "www")).problems == ()
        assert contents(disk / "www" / "current") == contents(stage.new)


def test_a_read_only_disk_is_told(stage: Stage) -> None:
    with small_disk(stage.folder / "dia", "4m") as disk:
        publish(stage.portal, stage.old, str(disk / "www"))
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = publish(stage.portal, stage.new, str(disk / "www"))
        assert "chỉ cho đọc" in done.problems[0].message
        assert contents(disk / "www" / "current") == contents(stage.old)


def test_a_store_without_room_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    rclone()
    config = stage.folder / "rclone.conf"
    config.write_text("[dia]\ntype = local\n")
    monkeypatch.setenv("RCLONE_CONFIG", str(config))
    with small_disk(stage.folder / "dia", "300k") as disk:
        done = publish(stage.portal, stage.new, f"rclone:dia:{disk}/trang")
        assert "nơi nhận hết chỗ" in done.problems[0].message
