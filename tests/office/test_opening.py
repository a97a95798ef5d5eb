"""office.cmd, office.sh and the set-up behind them, as a person meets them the first time."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest

from tests.portals import ROOT, make_portal

SETUP = "scripts/setup/office.py"
LOCKED = (
    "six==1.17.0 --hash=sha256:4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274\n"
)
# Nothing listens there.
NOWHERE = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": os.devnull,
           "PIP_RETRIES": "0"}  # fmt: skip


@pytest.fixture(scope="module")
def setup() -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("setup_office", ROOT / SETUP)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a portal with its own set-up, as somebody has just unpacked it."""
    root = make_portal(tmp_path / "Trang của phường")
    (root / "scripts/setup").mkdir(parents=True)
    for name in ("office.sh", "office.cmd", SETUP, "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    (root / "requirements.txt").write_text(LOCKED, encoding="utf-8")
    return root


def opened(root: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Open the desk as a person does, by office.sh."""
    return subprocess.run(["sh", str(root / "office.sh"), "--no-browser", "--no-preview"],
                          env={**os.environ, **environ}, text=True, capture_output=True,
                          timeout=300, check=False)  # fmt: skip


def test_without_a_network_it_says_so_and_leaves_nothing_half(folder: Path) -> None:
    done = opened(folder, **NOWHERE)
    assert done.returncode == 1
    assert "không nối được mạng" in done.stdout
    assert "Lần đầu cần Internet" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    again = opened(folder, **NOWHERE)
    assert "Lần đầu mở" in again.stdout


def test_without_python_it_says_where_to_get_one(folder: Path) -> None:
    done = opened(folder, PYTHON="khong-co-python")
    assert done.returncode == 1
    assert "máy chưa có Python từ 3.11 trở lên" in done.stderr


def test_an_old_python_is_told(setup: types.ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        setup.check_python((3, 8))
    assert "Python 3.8 quá cũ, cần từ 3.11 trở lên" in capsys.readouterr().out
    setup.check_python((3, 11))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "ổ đĩa đã đầy"),
        ("[WinError 112] There is not enough space on the disk", "ổ đĩa đã đầy"),
        ("Failed to resolve 'x' ([Errno 11001] getaddrinfo failed)", "không nối được mạng"),
        ("npm error code ECONNREFUSED", "không nối được mạng"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "không khớp mã băm"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED]", "chứng chỉ"),
        ("[WinError 5] Access is denied", "không có quyền ghi"),
        ("something strange", "Gửi tệp này cho người phụ trách phần mềm"),
    ],
)
def test_what_programs_say_is_told_in_vietnamese(tmp_path: Path, said: str, told: str) -> None:
    log = tmp_path / ".cache/setup/office.log"
    log.parent.mkdir(parents=True)
    log.write_text(said, encoding="utf-8")
    # As the set-up calls it, in a process of its own: it ends there.
    words = f"import runpy; runpy.run_path(r'{ROOT / SETUP}')['explain']('cài không thành')"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", words], cwd=tmp_path,
                          capture_output=True, encoding="utf-8", check=False)  # fmt: skip
    assert done.returncode == 1
    assert told in done.stdout


def test_what_is_set_up_opens_at_once(folder: Path, setup: types.ModuleType) -> None:
    interpreter = setup.python_of(folder / ".venv")
    interpreter.parent.mkdir(parents=True)
    interpreter.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT}/scripts exec {sys.executable} "$@"\n',
                           encoding="utf-8")  # fmt: skip
    interpreter.chmod(0o755)
    made = folder / ".venv/.made-in"
    made.write_text(f"{folder}\n3.11\n", encoding="utf-8")
    (folder / ".venv/.installed").touch()
    command = ["sh", str(folder / "office.sh"), "--no-browser", "--no-preview"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        process.terminate()
    assert first.startswith("Bàn làm việc: http://127.0.0.1:")


def test_a_folder_that_was_moved_is_set_up_again(
    folder: Path, setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    interpreter = setup.python_of(folder / ".venv")
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    assert not setup.in_order()
    setup.MARK.write_text(setup.expected(), encoding="utf-8")
    assert setup.in_order()
    moved = folder.rename(folder.with_name("chỗ khác"))
    monkeypatch.chdir(moved)
    assert not setup.in_order()


def test_a_new_version_is_set_up_again(
    folder: Path, setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    interpreter = setup.python_of(folder / ".venv")
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    setup.MARK.write_text(setup.expected(), encoding="utf-8")
    (folder / "requirements.txt").write_text(f"{LOCKED}# mới\n", encoding="utf-8")
    assert not setup.in_order()


def test_the_windows_file_is_what_its_shell_reads() -> None:
    raw = (ROOT / "office.cmd").read_bytes()
    lines = raw.decode("utf-8").split("\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    # Before the code page is set, only plain letters.
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    assert SETUP.replace("/", "\\") in raw.decode()
    assert "powershell" not in raw.decode().lower()
    # A block ends at the first ) that is not quoted: echoed words in it may have none.
    assert not any(")" in line for line in lines if line.lstrip().startswith("echo "))
