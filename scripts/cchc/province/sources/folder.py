"""Files that a person drops into a folder, or one file: read once by content, whatever its name."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from cchc.base.files import relative
from cchc.base.problems import Problem
from cchc.province.sources.brought import Brought, BroughtFile, sha256_of
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.settings import Source, SourceKind

# A file still being copied grows: one touched just now waits for the next run.
SETTLED_SECONDS = 3
MAX_BYTES = 50 * 1024 * 1024
NOT_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini", "readme.md", "doc-truoc.txt"})
# What browsers call a file that is not whole yet.
UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".tmp"})
COPYING = "tệp đang được chép vào; lần chạy sau sẽ đọc"


def bring_folder(root: Path, source: Source, ledger: Ledger, now: float | None = None) -> Brought:
    """Give the files that were never read; a folder that is not there yet is empty, not a fault."""
    place = root / source.path
    if missing := _missing(source, place):
        return Brought(source, problems=(Problem(source.path, 0, missing),), failed=True)
    moment = time.time() if now is None else now
    files: list[BroughtFile] = []
    problems: list[Problem] = []
    for path in _files(place):
        found = _look(path, root, moment)
        if isinstance(found, Problem):
            problems.append(found)
        elif not ledger.has(source.key, found.sha256):
            files.append(found)
    first = {each.sha256: each for each in reversed(files)}
    kept = tuple(each for each in files if first[each.sha256] is each)
    return Brought(source, kept, problems=tuple(problems))


def _missing(source: Source, place: Path) -> str:
    if source.kind is SourceKind.FILE and not place.is_file():
        return f"không có tệp {source.path}; sửa `duong_dan` trong procedures/sources.yml"
    # A folder of the portal may not be there yet; a shared one that is gone is a lost drive.
    if Path(source.path).is_absolute() and not place.exists():
        return f"không thấy thư mục {source.path} (ổ mạng chưa nối?); nối lại rồi chạy lại"
    return ""


def _files(place: Path) -> Iterator[Path]:
    """List documents below a folder; Word's lock files, hidden files and links out stay out."""
    if place.is_file():
        yield place
        return
    for path in sorted(place.rglob("*")) if place.is_dir() else ():
        inside = path.relative_to(place).parts
        hidden = any(part.startswith((".", "~$")) for part in inside)
        known = path.name.lower() in NOT_DOCUMENTS
        if not hidden and not known and _is_ours(path, place):
            yield path


def _is_ours(path: Path, place: Path) -> bool:
    try:
        return path.is_file() and path.resolve().is_relative_to(place.resolve())
    except (OSError, RuntimeError):  # no right to look, or a link to itself
        return not path.is_symlink()


def _look(path: Path, root: Path, now: float) -> BroughtFile | Problem:
    name = relative(path, root)
    try:
        facts = path.stat()
        if path.suffix.lower() in UNFINISHED:
            return Problem(name, 0, COPYING)
        if now - facts.st_mtime < SETTLED_SECONDS and now >= facts.st_mtime:
            return Problem(name, 0, COPYING)
        if facts.st_size > MAX_BYTES:
            return Problem(name, 0, "tệp lớn hơn 50 MB; không phải quyết định hay danh sách")
        return BroughtFile(path, path.name, sha256_of(path.read_bytes()))
    except OSError:
        return Problem(name, 0, "không mở được tệp (đang mở ở chương trình khác, không có quyền?)")
