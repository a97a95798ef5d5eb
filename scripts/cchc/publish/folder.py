"""Publishing into a folder of this machine, or one mounted here.

Promise: visitors see the old site or the new one, whole, whatever stops the run (a kill, a full
disk, a loss of power): `current` is turned only to a release that has been read back. A request
begun before the switch may read its file from the old release: none is taken away while it is among
the kept ones. The next run clears what a stopped one left.
"""

from __future__ import annotations

from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.publish.manifest import Manifest, difference, manifest_of
from cchc.publish.published import Published, published
from cchc.publish.releases import DAMAGED, Releases
from cchc.publish.switching import NAME
from cchc.publish.turn import my_turn

LOCK = ".khoa"
NESTED = "thư mục đích và thư mục trang nằm trong nhau; chọn thư mục đích ở ngoài trang"
TAKEN = f"{NAME} ở đây là thư mục hay tệp có sẵn, không phải liên kết; đổi tên rồi chạy lại"
NO_RELEASE = "không có bản {0}; xem các bản: cchc rollback --list"
NO_OLDER = "không còn bản nào cũ hơn bản đang dùng"


def publish_folder(site: Path, folder: Path, keep: int) -> Published:
    """Copy what changed to a new release and switch to it. Raise OSError, `Refused`."""
    _apart(site, folder)
    releases = Releases(folder)
    with my_turn(folder / LOCK):
        releases.sweep()
        after = manifest_of(site)
        before = releases.on_disk(releases.current)
        release = releases.current
        if before != after or releases.recorded(release) != after:
            release = releases.make(site, after)
            releases.switch(release)
        releases.keep(keep)
        return published(release, difference(before, after))


def rollback_folder(folder: Path, asked: str) -> Published:
    """Switch to the release asked for, or to the one before the current. Raise as above."""
    releases = Releases(folder)
    with my_turn(folder / LOCK):
        releases.sweep()
        before = releases.on_disk(releases.current)
        release = chosen(releases, asked)
        after = releases.recorded(release) or Manifest()
        releases.switch(release)
        return published(release, difference(before, after))


def chosen(releases: Releases, asked: str) -> str:
    """Find the release meant: its name, its number, or none for the one before the current."""
    if asked:
        release = next((each for each in releases.ids if _means(each, asked)), "")
        told = NO_RELEASE.format(asked)
    else:
        now = releases.current
        release = next((each for each in reversed(releases.ids) if each < now), "")
        told = NO_OLDER
    if not release:
        raise Refused([Problem(asked or NAME, 0, told)])
    if not releases.sound(release):
        raise Refused([Problem(release, 0, DAMAGED)])
    return release


def _means(release: str, asked: str) -> bool:
    return release == asked or release.split("-", 1)[0].lstrip("0") == asked.lstrip("0")


def _apart(site: Path, folder: Path) -> None:
    inner, outer = site.resolve(), folder.resolve()
    if inner.is_relative_to(outer) or outer.is_relative_to(inner):
        raise Refused([Problem(folder.name, 0, NESTED)])
    current = folder / NAME
    if current.exists() and not (current.is_symlink() or _is_junction(current)):
        raise Refused([Problem(NAME, 0, TAKEN)])


def _is_junction(path: Path) -> bool:
    # A junction is no symbolic link to Python 3.11, but it leads elsewhere.
    return path.resolve() != path.parent.resolve() / path.name
