"""`cchc backup`, `cchc restore`: the portal's content to one file and back, byte by byte."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from cchc.base.files import MARK, write_atomically
from cchc.base.problems import Problem, Refused
from cchc.publish.archive import FOLDERS, Content, content_of, packed
from cchc.publish.unpack import unpacked

SUFFIX = ".zip"
NOT_ZIP = f"tên bản sao phải kết thúc bằng {SUFFIX}"
INSIDE = "bản sao không được nằm trong phần được sao lưu; chọn chỗ khác, tốt nhất là ổ đĩa khác"
NO_FOLDER = "không có thư mục này; tạo thư mục rồi chạy lại"
NOT_EMPTY = "thư mục không trống; chỉ khôi phục vào thư mục mới hoặc trống"
# Not a portal before its last file: MARK goes into its place after all others.
COMING = ".dang-khoi-phuc"


def back_up(root: Path, file: Path) -> Content:
    """Write the backup whole, or leave the one before; give what it holds.

    Raise `Refused` for links and for a place that cannot be, OSError for the disk.
    """
    if file.suffix.lower() != SUFFIX:
        raise Refused([Problem(file.name, 0, NOT_ZIP)])
    where = file.resolve()
    if any(where.is_relative_to((root / folder).resolve()) for folder in FOLDERS):
        raise Refused([Problem(file.name, 0, INSIDE)])
    if not where.parent.is_dir():
        raise Refused([Problem(str(file.parent), 0, NO_FOLDER)])
    content = content_of(root)
    raw = packed(content.files)
    unpacked(file.name, raw)  # what could not be restored is no backup
    write_atomically(where, raw)
    return content


def restore(file: Path, folder: Path) -> int:
    """Put a backup's files into a new or empty folder; give how many.

    Everything is checked before anything is written. Raise `Refused`, OSError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused([Problem(str(folder), 0, NOT_EMPTY)])
    files = unpacked(file.name, file.read_bytes())
    new = not folder.exists()
    try:
        _place(folder, files)
    except BaseException:
        _clear(folder)
        if new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return len(files)


def _place(folder: Path, files: Mapping[str, bytes]) -> None:
    coming = folder / COMING
    for name, content in files.items():
        path = coming / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    tops = {name.split("/")[0] for name in files}
    for top in sorted(tops, key=lambda name: (name == MARK, name)):
        (coming / top).rename(folder / top)
    coming.rmdir()


def _clear(folder: Path) -> None:
    """Take away what a failed restore wrote: the folder was empty."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
