"""Pandoc, the reader of Word files: the machine's own, else the one that comes with pypandoc."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cchc.news.word.container import BROKEN, refused

# A post takes a quarter of a second; one that takes longer than this is a trap.
LONGEST = 60
UNKNOWN_OPTION = 6
# In a sandbox pandoc reads its input only; in half a gigabyte of memory it cannot take the machine.
OPTIONS = ("+RTS", "-M512m", "-RTS", "--from=docx", "--to=json", "--sandbox",
           "--track-changes=accept")  # fmt: skip
MISSING = (
    "máy này chưa có pandoc (từ bản 2.15) để đọc tệp Word; chạy lại `make setup`, hoặc cài pandoc"
    " (Debian, Ubuntu: sudo apt install pandoc; Windows: winget install JohnMacFarlane.Pandoc)"
)


def programs() -> tuple[str, ...]:
    """List the pandocs of this machine: the system's, then the one inside pypandoc's package."""
    spec = find_spec("pypandoc")
    places = spec.submodule_search_locations if spec else None
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    inside = (Path(place) / "files" / name for place in places or ())
    found = (shutil.which("pandoc"), *(str(path) for path in inside if path.is_file()))
    return tuple(filter(None, found))


def read_tree(path: Path, raw: bytes) -> dict[str, Any]:
    """Read a Word file's bytes into pandoc's tree; `path` is for messages.

    Raise `Refused` where there is no pandoc or it cannot read the file.
    """
    for pandoc in programs():
        done = _run(path, pandoc, raw)
        # One of before 2.15 has no sandbox: the next may.
        if done.returncode == UNKNOWN_OPTION:
            continue
        if done.returncode:
            raise refused(path, BROKEN)
        tree: dict[str, Any] = json.loads(done.stdout)
        return tree
    raise refused(path, MISSING)


def _run(path: Path, pandoc: str, raw: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - fixed words, the file by its bytes
            [pandoc, *OPTIONS], input=raw, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        raise refused(path, f"đọc tệp quá {LONGEST} giây; tách bài ra rồi nhập từng phần") from None
    except OSError as error:
        raise refused(path, f"không chạy được pandoc ({error.strerror}); {MISSING}") from None
