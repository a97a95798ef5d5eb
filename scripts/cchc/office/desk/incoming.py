"""Files that a browser brings: kept below .cchc/, each in a folder of its own, named safely."""

from __future__ import annotations

import re
import secrets
import shutil
import time
from pathlib import Path

from werkzeug.datastructures import FileStorage

from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line

FOLDER = ".cchc/nhan"
DAYS_KEPT = 7
LONGEST = 80
# What Windows refuses in a name, and what is a folder's.
UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
NO_FILE = "chưa chọn tệp nào; bấm “Chọn tệp” hoặc kéo tệp thả vào ô"
EMPTY = "tệp “{0}” trống; mở bằng Word xem lại rồi lưu"


def safe_name(said: str) -> str:
    """Make a file's name of what a browser said: its letters stay, no path, nothing reserved."""
    last = one_line(said.replace("\\", "/").rpartition("/")[2])
    plain = UNSAFE.sub(" ", last).strip(" .") or "tep"
    stem, dot, ending = plain.rpartition(".")
    name = f"{stem[:LONGEST].strip()}.{ending[:10]}" if dot and stem else plain[:LONGEST]
    return f"tep {name}" if RESERVED.fullmatch(name) else name


def receive(root: Path, files: list[FileStorage], endings: tuple[str, ...]) -> tuple[Path, ...]:
    """Keep what was brought; give the paths. Raise `Refused` where a file is of no use here."""
    brought = [each for each in files if each.filename]
    if not brought:
        raise Refused([Problem("", 0, NO_FILE)])
    names = [safe_name(each.filename or "") for each in brought]
    for name in names:
        if not name.lower().endswith(endings):
            kinds = ", ".join(endings)
            raise Refused([Problem(name, 0, f"không nhận tệp này; chỉ nhận {kinds}")])
    _forget_old(root)
    return tuple(_kept(root, each, name) for each, name in zip(brought, names, strict=True))


def _kept(root: Path, file: FileStorage, name: str) -> Path:
    path = root / FOLDER / secrets.token_hex(8) / name
    path.parent.mkdir(parents=True)
    file.save(path)
    if not path.stat().st_size:
        raise Refused([Problem(name, 0, EMPTY.format(name))])
    return path


def _forget_old(root: Path) -> None:
    """Let go of what was brought days ago: copies, read long since."""
    for folder in (root / FOLDER).glob("*"):
        if folder.stat().st_mtime < time.time() - DAYS_KEPT * 24 * 3600:
            shutil.rmtree(folder, ignore_errors=True)
