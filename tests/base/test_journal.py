"""Several files written as one: killed at any write, the next run finds the old state or finishes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.base.journal import FILE, finish, write_together
from cchc.base.problems import Refused

OLD = {"a.yml": "cũ a\n", "b/c.yml": "cũ c\n"}
NEW = {"a.yml": "mới a\n", "b/c.yml": "mới c\n", "b/d.yml": "mới d\n"}

# The n-th time that a file is put in its place, the process is killed: before it or after it.
KILLED = """
import os, signal, sys
from pathlib import Path
number, after = int(sys.argv[2]), sys.argv[3] == "after"
real, seen = os.replace, [0]
def replace(*arguments, **options):
    seen[0] += 1
    if seen[0] == number and not after:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments, **options)
    if seen[0] == number:
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace
from cchc.base.journal import write_together
write_together(Path(sys.argv[1]), {new})
"""


def portal(folder: Path) -> Path:
    for path, text in OLD.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*.yml")
        if not path.name.startswith(".")
    }


def test_writes_all_and_leaves_no_journal(tmp_path: Path) -> None:
    root = portal(tmp_path)
    assert set(write_together(root, NEW)) == set(NEW)
    assert texts(root) == NEW
    assert not (root / FILE).exists()
    assert write_together(root, NEW) == ()


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_killed_at_each_write_gives_the_old_or_the_new_state(
    tmp_path: Path, number: int, when: str
) -> None:
    root = portal(tmp_path)
    code = KILLED.replace("{new}", repr(NEW))
    words = [sys.executable, "-c", code, str(root), str(number), when]
    killed = subprocess.run(words, env=os.environ, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    finish(root)
    assert texts(root) == (OLD if (number, when) == (1, "before") else NEW)
    assert finish(root) == ()


def test_disk_full_while_replacing_is_finished_later(tmp_path: Path) -> None:
    root = portal(tmp_path)
    (root / "b/d.yml").mkdir()  # a folder where a file should go: the write fails
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        write_together(root, NEW)
    (root / "b/d.yml").rmdir()
    assert set(finish(root)) == set(NEW)
    assert texts(root) == NEW


def test_spoilt_journal_is_told_and_nothing_written(tmp_path: Path) -> None:
    root = portal(tmp_path)
    (root / FILE).parent.mkdir()
    (root / FILE).write_text("{")
    with pytest.raises(Refused, match="không đọc được"):
        finish(root)
    assert texts(root) == OLD


def test_path_outside_the_portal_is_refused(tmp_path: Path) -> None:
    root = portal(tmp_path / "ward")
    (root / FILE).parent.mkdir()
    (root / FILE).write_text(json.dumps({"../ngoai.yml": "x"}))
    with pytest.raises(Refused, match="nằm ngoài trang"):
        finish(root)
    assert not (tmp_path / "ngoai.yml").exists()
