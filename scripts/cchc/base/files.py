"""Files at the edge: where the portal is, and writing that is whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from cchc.base.problems import Problem, Refused

MARK = "mkdocs.yml"


def find_portal(start: Path) -> Path:
    """Give the nearest folder, from `start` upwards, that holds mkdocs.yml.

    Raise `Refused` where there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / MARK).is_file():
            return folder
    message = f"không thấy {MARK} ở đây hay ở thư mục trên; hãy vào thư mục của trang rồi chạy lại"
    raise Refused([Problem(str(start), 0, message)])


def relative(path: Path, root: Path) -> str:
    """Name a path as messages do: relative to the portal where inside it, with `/`."""
    with contextlib.suppress(ValueError):
        return path.absolute().relative_to(root.absolute()).as_posix()
    with contextlib.suppress(ValueError, OSError, RuntimeError):
        return path.resolve().relative_to(root.resolve()).as_posix()
    return path.as_posix()


def write_atomically(path: Path, content: bytes) -> bool:
    """Write the whole file or leave the old one; tell whether anything changed.

    A file that holds the same bytes already is not touched, so that its time stays true.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
