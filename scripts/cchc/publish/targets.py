"""Where to publish: a folder, `rclone:REMOTE:PATH`, `git:REMOTE#BRANCH`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused

LAST = ".cchc/noi-xuat-ban.json"
FORMS = (
    "viết một thư mục, rclone:TÊN:ĐƯỜNG_DẪN (TÊN có trong `rclone listremotes`), hoặc git:KHO#NHÁNH"
)
NEVER = "chưa biết nơi xuất bản; viết thêm --target NƠI"
GIT = re.compile(r"git:(?P<remote>[^#]+)#(?P<branch>[\w./-]+)")
# One letter before the colon is a drive of Windows, not a kind of target.
KIND = re.compile(r"[A-Za-z][A-Za-z0-9+]+:")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine."""

    path: Path


@dataclass(frozen=True, slots=True)
class Remote:
    """A place that rclone knows, in rclone's own words: `name:path`."""

    address: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a git repository that is served as it is (GitHub Pages, GitLab Pages)."""

    remote: str
    branch: str


Target = Folder | Remote | Branch


def parse_target(text: str, base: Path | None = None) -> Target:
    """Read a target; a folder is meant from `base`. Raise `Refused` for what is none."""
    words = text.strip()
    git = GIT.fullmatch(words)
    # A dash at the front would be an option to the program that gets it.
    if git and not git["remote"].startswith("-") and not git["branch"].startswith("-"):
        return Branch(git["remote"], git["branch"])
    remote = words.removeprefix("rclone:")
    if remote != words and ":" in remote and not remote.startswith("-"):
        return Remote(remote)
    if not words or KIND.match(words):
        raise Refused([Problem("NƠI", 0, f"không hiểu nơi xuất bản; {FORMS}")])
    return Folder((base or Path()) / Path(words).expanduser())


def remember(root: Path, target: str) -> None:
    """Note the target for `cchc rollback`, unless a password may be written in it."""
    if "@" in target or target.startswith("rclone::") or "," in target:
        (root / LAST).unlink(missing_ok=True)
    else:
        place = parse_target(target, root)
        whole = str(place.path.absolute()) if isinstance(place, Folder) else target
        write_atomically(root / LAST, json.dumps({"noi": whole}, ensure_ascii=False).encode())


def remembered(root: Path) -> str:
    """Give the target published to last. Raise `Refused` where none is noted."""
    try:
        return str(json.loads((root / LAST).read_bytes())["noi"])
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused([Problem("--target", 0, NEVER)]) from None
