"""Writing and removing for the editor: whole or not at all, never over what somebody else wrote.

What is refused for a conflict, and what is removed, is kept under .cchc/da-bo/<time>/.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from cchc.base.clock import VIETNAM
from cchc.base.files import write_atomically
from cchc.base.lock import only_writer
from cchc.base.posts import news_categories
from cchc.base.problems import Problem, Refused
from cchc.office.folder.forms import kept
from cchc.office.folder.places import Kind
from cchc.office.folder.reading import place, version

ASIDE = ".cchc/da-bo"
LIST, FILES = "da-bo.json", "tep"
BY = "trình soạn thảo"
OUTSIDE = "đường dẫn này là liên kết ra ngoài thư mục của trang; không đọc, không ghi"
CHANGED = (
    "tệp đã bị sửa ở nơi khác sau khi mở, nên chưa ghi; bản vừa viết được giữ ở {aside}. Tải lại"
    " trang này để thấy bản mới, rồi sửa lại"
)
THERE = "đã có tệp này, không ghi đè; đổi tên bài hoặc tên ảnh. Bản vừa viết được giữ ở {aside}"
GONE = "tệp không còn trên máy, có người đã xóa; bản vừa viết được giữ ở {aside}"


class ConflictError(Refused):
    """The file on disk is another than the one that was read."""


def write(root: Path, kind: Kind, address: str, raw: bytes, known: str | None) -> bytes:
    """Write a file; give the bytes it holds now. `known`: the version read, None: a new file.

    Raise `ConflictError` where the disk holds another version, `Refused` for every other fault.
    """
    path = _path(root, address)
    with only_writer(root):
        before = path.read_bytes() if path.is_file() else None
        _same(root, address, raw, before, known)
        content = kept(kind, address, raw, before, news_categories(root))
        write_atomically(path, content)
    return content


def remove(root: Path, address: str) -> str:
    """Move a file to its kept copy; give the copy's address. Raise `Refused`."""
    path = _path(root, address)
    with only_writer(root):
        aside = _keep(root, address, path.read_bytes())
        path.unlink()
    return aside


def _path(root: Path, address: str) -> Path:
    path = place(root, address)
    if path is None:
        raise Refused([Problem(address, 0, OUTSIDE)])
    return path


def _same(root: Path, address: str, raw: bytes, before: bytes | None, known: str | None) -> None:
    if before is None and known is None:
        return
    if before is not None and known is not None and version(before) == known:
        return
    message = (THERE if known is None else CHANGED) if before is not None else GONE
    aside = _keep(root, address, raw)
    raise ConflictError([Problem(address, 0, message.format(aside=aside))])


def _keep(root: Path, address: str, raw: bytes) -> str:
    """Put a copy aside as the desk does with discarded changes, beside what is there before."""
    now = dt.datetime.now(VIETNAM)
    folder = f"{ASIDE}/{now:%Y-%m-%d-%H%M%S-%f}"
    write_atomically(root / folder / FILES / address, raw)
    said = {
        "luc": now.isoformat(timespec="seconds"),
        "nguoi": BY,
        "thay_doi": [{"tep": address, "viec": "mới"}],
        "loi": [],
    }
    write_atomically(root / folder / LIST, json.dumps(said, ensure_ascii=False, indent=1).encode())
    return f"{folder}/{FILES}/{address}"
