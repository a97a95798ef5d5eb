"""Publishing a built site, and going back to a release before: one door for every kind of target.

Nothing is raised for what can happen to a disk, a network or a person's typing: it comes back as
problems, and what visitors see is what the kind of target promises (folder.py, remote.py,
branch.py).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from cchc.base.faults import told
from cchc.base.problems import Problem, Refused
from cchc.publish import branch, folder, remote
from cchc.publish.published import KEEP, Published, failed
from cchc.publish.releases import Releases
from cchc.publish.targets import Branch, Folder, Remote, parse_target, remember
from cchc.site.serving.server_files import FILES

__all__ = ["KEEP", "Published", "known_releases", "publish", "rollback"]

HOME = "index.html"
UNBUILT = "chưa có trang dựng xong ở đây; chạy cchc build rồi chạy lại"


def publish(root: Path, site: Path, target: str, *, keep: int = KEEP) -> Published:
    """Publish the built site in the folder `site` of the portal at `root`.

    `target` is a folder (from the portal on, or absolute), `rclone:REMOTE:PATH` or
    `git:REMOTE#BRANCH`. `keep` releases stay for a
    rollback (a branch keeps all). The same site again changes nothing, and repairs what is damaged.
    """

    def act() -> Published:
        _whole(site)
        place = parse_target(target, root)
        match place:
            case Folder(path):
                return folder.publish_folder(site, path, keep)
            case Remote(address):
                return remote.publish_remote(root, site, address, keep)
            case Branch():
                return branch.publish_branch(root, site, place)

    done = _guarded(act)
    if not done.problems:
        # The site is out: that its place could not be noted is no failure of publishing.
        with contextlib.suppress(OSError):
            remember(root, target)
    return done


def rollback(root: Path, target: str, release: str = "") -> Published:
    """Show visitors a release published before; without one, the one before the current."""

    def act() -> Published:
        place = parse_target(target, root)
        match place:
            case Folder(path):
                return folder.rollback_folder(path, release)
            case Remote(address):
                return remote.rollback_remote(root, address, release)
            case Branch():
                return branch.rollback_branch(root, place, release)

    return _guarded(act)


def known_releases(root: Path, target: str) -> tuple[tuple[str, bool], ...]:
    """List the releases to go back to, newest first, and whether visitors see each.

    Raise OSError, `Refused`.
    """
    place = parse_target(target, root)
    match place:
        case Branch():
            return branch.releases_of(root, place)
        case Folder(path):
            kept = Releases(path)
        case Remote(address):
            kept = Releases(remote.kept_here(root, address))
    return tuple((each, each == kept.current) for each in reversed(kept.ids))


def _guarded(act: Callable[[], Published]) -> Published:
    try:
        return act()
    except Refused as refused:
        return failed(*refused.problems)
    except OSError as error:
        return failed(Problem("xuất bản", 0, told(error)))


def _whole(site: Path) -> None:
    """Refuse a site whose build has not come to its end: these files are its last."""
    missing = [name for name in (HOME, *FILES) if not (site / name).is_file()]
    if missing or not (site / HOME).stat().st_size:
        raise Refused([Problem(site.name, 0, f"{UNBUILT} (thiếu {', '.join(missing) or HOME})")])
