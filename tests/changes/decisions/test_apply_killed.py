"""`cchc apply` killed at each write, before it and after it: the old state, or the whole new one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.procedures.store import load
from tests.changes.decisions.made import SINCE, WHO, decision
from tests.changes.samples import TODAY, portal, procedure
from tests.kept import decision_on_file

WRITES = 6  # the journal, three procedures, the decision; the fields stay as they are
KILLED = """
import os, signal, sys
number, after = int(sys.argv[1]), sys.argv[2] == "after"
real, seen = os.replace, [0]
def replace(*arguments, **options):
    if ".cache" in str(arguments[1]):
        return real(*arguments, **options)
    seen[0] += 1
    if seen[0] == number and not after:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments, **options)
    if seen[0] == number:
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace
from cchc.cli.main import main
sys.exit(main(["apply"]))
"""


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"CCHC_AS_OF": TODAY.isoformat()}
    return subprocess.run([sys.executable, *words], cwd=root, env=environment, check=False,
                          capture_output=True, text=True)  # fmt: skip


@pytest.fixture(scope="module")
def confirmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward with a confirmed decision that ends one procedure, amends one and brings one."""
    root = portal(tmp_path_factory.mktemp("phuong"), procedure(linh_vuc="Hộ tịch"),
                  procedure("1.000656", "Đăng ký khai tử", linh_vuc="Hộ tịch"))  # fmt: skip
    decision_on_file(root, decision(
        {"loai": "sua_doi", "ma": "1.001193"}, {"loai": "bai_bo", "ma": "1.000656"},
        {"loai": "moi", "ma": "1.999999", "linh_vuc": "Hộ tịch"},
    ))  # fmt: skip
    done = run(root, "-m", "cchc.cli.main", "decision", "confirm", "3582", "--by", WHO)
    assert done.returncode == 0, done.stderr
    return root


def state(root: Path) -> dict[str, str]:
    files = (path for path in (root / "procedures").rglob("*") if path.is_file())
    return {path.name: path.read_text(encoding="utf-8") for path in files
            if not path.name.startswith(".")}  # fmt: skip


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", range(1, WRITES))
def test_killed_at_a_write(confirmed: Path, tmp_path: Path, number: int, when: str) -> None:
    whole, root = tmp_path / "ca", tmp_path / "do"
    shutil.copytree(confirmed, whole)
    shutil.copytree(confirmed, root)
    assert run(whole, "-m", "cchc.cli.main", "apply").returncode == 0
    killed = run(root, "-c", KILLED, str(number), when)
    assert killed.returncode == -signal.SIGKILL, killed.stdout + killed.stderr
    assert run(root, "-m", "cchc.cli.main", "status").returncode == 0
    assert state(root) in (state(confirmed), state(whole))
    assert run(root, "-m", "cchc.cli.main", "apply").returncode == 0
    assert state(root) == state(whole)
    assert set(load(root).abolished(SINCE)) == {"1.000656"}


def test_every_write_was_tried(confirmed: Path, tmp_path: Path) -> None:
    shutil.copytree(confirmed, tmp_path / "x")
    assert run(tmp_path / "x", "-c", KILLED, str(WRITES), "before").returncode == 0
