"""Several files written as one: after a crash the portal is as before, or finished by the next run.

What will be written goes first, whole, into one journal; then each file is replaced; then the
journal goes. A crash before the journal stands leaves everything old; after it, `finish` (which
every command and build calls first) writes the rest again: the same bytes, however often.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused

FILE = ".cchc/dang-ghi.json"
BROKEN = (
    "nhật ký ghi dở không đọc được; xem `git status`, khôi phục tệp nào đang sửa dở, rồi xóa tệp"
    " này"
)


def write_together(root: Path, contents: Mapping[str, str | bytes]) -> tuple[str, ...]:
    """Write texts, or pictures as bytes, by path (relative to the portal, with `/`).

    Give the paths that changed.
    """
    whole = {path: _bytes(content) for path, content in contents.items()}
    changed = {path: raw for path, raw in whole.items() if _differs(root / path, raw)}
    if not changed:
        return ()
    journal = root / FILE
    noted = {path: _noted(raw) for path, raw in changed.items()}
    write_atomically(journal, json.dumps(noted, ensure_ascii=False, indent=1).encode())
    _replace(root, changed)
    journal.unlink()
    return tuple(changed)


def finish(root: Path) -> tuple[str, ...]:
    """Finish what a crash left half done; give the paths written. Raise `Refused` if it cannot."""
    journal = root / FILE
    if not journal.is_file():
        return ()
    try:
        noted = dict(json.loads(journal.read_bytes()))
        contents = {path: _read_back(each) for path, each in noted.items()}
    except (ValueError, TypeError, KeyError):
        raise Refused([Problem(FILE, 1, BROKEN)]) from None
    _replace(root, contents)
    journal.unlink()
    return tuple(contents)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _noted(raw: bytes) -> str | dict[str, str]:
    """Give what the journal writes: a text as itself, anything else as letters."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return {"base64": b64encode(raw).decode()}


def _read_back(noted: str | dict[str, str]) -> bytes:
    return noted.encode() if isinstance(noted, str) else b64decode(noted["base64"], validate=True)


def _replace(root: Path, contents: Mapping[str, bytes]) -> None:
    for path, raw in contents.items():
        inside = (root / path).resolve()
        if not inside.is_relative_to(root.resolve()):
            raise Refused([Problem(FILE, 1, f"“{path}” nằm ngoài trang; không ghi")])
        write_atomically(root / path, raw)


def _differs(path: Path, raw: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != raw
