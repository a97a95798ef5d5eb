"""The pages that people write in docs/: readable, before MkDocs stumbles over one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.base.encoding import decode
from cchc.base.files import relative
from cchc.base.problems import Problem

FOLDER = "docs"


def check_docs(root: Path) -> Iterator[Problem]:
    """Find the pages that cannot be read: not UTF-8, a folder or a dead link named .md."""
    for path in sorted((root / FOLDER).rglob("*.md")):
        name = relative(path, root)
        try:
            decoded = decode(name, path.read_bytes())
        except OSError:
            yield Problem(name, 1, "không đọc được (là thư mục, hoặc liên kết hỏng); xóa hoặc thay")
            continue
        if decoded.text is None:
            yield from decoded.problems
