"""Publishing to a branch of a git repository that is served as it is: GitHub and GitLab Pages.

Promise: the branch turns from the old commit to the new one in one step, or not at all; the host
then serves one commit, whole. Only files that the repository does not have travel. Nothing is ever
forced: where somebody else has moved the branch, the next attempt builds upon theirs. All releases
stay, as the branch's history.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.publish.git_trees import BranchWork
from cchc.publish.published import Published, published
from cchc.publish.remote import LOCK, kept_here
from cchc.publish.targets import Branch
from cchc.publish.turn import my_turn

SHOWN = 12
ATTEMPTS = 3
MOVED = "nhánh vừa có người khác đổi; chạy lại"
EMPTY = "nhánh này chưa có bản nào; xuất bản trước đã"
NO_OLDER = "không còn bản nào cũ hơn bản đang dùng"
NOT_THERE = "nhánh này không có bản {0}; xem các bản: git log trên nhánh"
BACK = "Trở lại bản "

# Of (work, the branch's commit or nothing): the tree to show, and the commit's words.
Make = Callable[[BranchWork, str], tuple[str, str]]


def publish_branch(root: Path, site: Path, place: Branch) -> Published:
    """Make the site the branch's next commit. Raise OSError, `Refused`."""
    return _attempt(root, place, lambda work, tip: (work.tree_of(site, tip), "Xuất bản trang"), 1)


def rollback_branch(root: Path, place: Branch, asked: str) -> Published:
    """Make an older commit's site the next commit; the history stays. Raise as above."""

    def older(work: BranchWork, tip: str) -> tuple[str, str]:
        if not tip:
            raise Refused([Problem(place.branch, 0, EMPTY)])
        commit = work.commit_of(asked, tip) if asked else _before(work, tip)
        if not commit:
            told = NOT_THERE.format(asked) if asked else NO_OLDER
            raise Refused([Problem(place.branch, 0, told)])
        return work.tree(commit), f"{BACK}{commit[:SHOWN]}"

    return _attempt(root, place, older, 0)


def releases_of(root: Path, place: Branch) -> tuple[tuple[str, bool], ...]:
    """List the branch's commits, newest first, the one that is served marked. Raise as above."""
    here = kept_here(root, f"{place.remote}#{place.branch}")
    with my_turn(here / LOCK) as lock:
        work = BranchWork(here / "kho.git", root, place.remote, place.branch, lock)
        tip = work.fetched(0)
        history = work.history(tip) if tip else []
        return tuple((commit[:SHOWN], commit == tip) for commit, _ in history)


def _attempt(root: Path, place: Branch, make: Make, depth: int) -> Published:
    here = kept_here(root, f"{place.remote}#{place.branch}")
    with my_turn(here / LOCK) as lock:
        work = BranchWork(here / "kho.git", root, place.remote, place.branch, lock)
        for _ in range(ATTEMPTS):
            tip = work.fetched(depth)
            tree, words = make(work, tip)
            done = work.difference(tip, tree)
            if tip and work.tree(tip) == tree:
                return published(tip[:SHOWN], done)
            commit = work.committed(tree, tip, words)
            if work.pushed(commit):
                return published(commit[:SHOWN], done)
        raise Refused([Problem(place.branch, 0, MOVED)])


def _before(work: BranchWork, tip: str) -> str:
    """Find the release before the one shown; going back twice goes back two."""
    words = work.words(tip)
    now = work.commit_of(words.removeprefix(BACK), tip) if words.startswith(BACK) else tip
    shown = work.tree(now or tip)
    return next((each for each, tree in work.history(now or tip) if tree != shown), "")
