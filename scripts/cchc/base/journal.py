"""Several files written as one: after a crash the portal is as before, or finished by the next run.

What will be written goes first, whole, into one journal; then each file is replaced; then the
journal goes. A crash before the journal stands leaves everything old; after it, `finish` (which
every command and build calls first) writes the rest again: the same bytes, however often.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused

FILE = ".cchc/dang-ghi.json"
BROKEN = (
    "nhật ký ghi dở không đọc được; xem `git status`, khôi phục tệp nào đang sửa dở, rồi xóa tệp"
    " này"
)


def write_together(root: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Write texts by path (relative to the portal, with `/`); give the paths that changed."""
    changed = {path: text for path, text in texts.items() if _differs(root / path, text)}
    if not changed:
        return ()
    journal = root / FILE
    write_atomically(journal, json.dumps(changed, ensure_ascii=False, indent=1).encode())
    _replace(root, changed)
    journal.unlink()
    return tuple(changed)


def finish(root: Path) -> tuple[str, ...]:
    """Finish what a crash left half done; give the paths written. Raise `Refused` if it cannot."""
    journal = root / FILE
    if not journal.is_file():
        return ()
    try:
        texts = dict(json.loads(journal.read_bytes()))
    except (ValueError, TypeError):
        raise Refused([Problem(FILE, 1, BROKEN)]) from None
    _replace(root, texts)
    journal.unlink()
    return tuple(texts)


def _replace(root: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        inside = (root / path).resolve()
        if not inside.is_relative_to(root.resolve()):
            raise Refused([Problem(FILE, 1, f"“{path}” nằm ngoài trang; không ghi")])
        write_atomically(root / path, text.encode())


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()
