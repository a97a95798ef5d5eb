"""What belongs to the portal's content: the only folders the desk looks into, keeps and commits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from cchc.base.files import MARK
from cchc.base.problems import Problem, Refused

PLACES = ("docs", "procedures", MARK)
OUTSIDE = "“{0}” không thuộc nội dung của trang; bàn làm việc không động đến"
# Half-written files of editors and of this program, and what systems strew about.
STREWN = (".tmp", "~", ".swp")
NAMED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def content_files(top: Path) -> Iterator[str]:
    """List the content's files below a folder, as paths with `/`; links and hidden ones are not."""
    for place in PLACES:
        path = top / place
        if path.is_file() and not path.is_symlink():
            yield place
        for folder, below, names in os.walk(path, followlinks=False):
            below[:] = sorted(each for each in below if not each.startswith("."))
            inside = Path(folder).relative_to(top)
            for name in sorted(names):
                if (
                    is_content(f"{inside.as_posix()}/{name}")
                    and not Path(folder, name).is_symlink()
                ):
                    yield f"{inside.as_posix()}/{name}"


def is_content(path: str) -> bool:
    """Tell whether a path (from the portal on, with `/`) names content."""
    parts = PurePosixPath(path).parts
    plain = all(part not in ("..", ".") and not part.startswith(".") for part in parts)
    name = parts[-1] if parts else ""
    known = path == MARK or (len(parts) > 1 and parts[0] in PLACES[:2])
    return known and plain and "\\" not in path and not name.endswith(STREWN) and name not in NAMED


def inside(root: Path, path: str) -> Path:
    """Give the file of a path that came from a browser. Raise `Refused` where it leads out.

    A link that leads out of the portal's folders is refused too.
    """
    if not is_content(path) or leads_out(root, path):
        raise Refused([Problem(path, 0, OUTSIDE.format(path))])
    return root / path


def leads_out(root: Path, path: str) -> bool:
    """Tell whether a link on the way takes a path out of the portal's folders."""
    whole = (root / path).resolve()
    return not any(whole.is_relative_to((root / place).resolve()) for place in PLACES)
