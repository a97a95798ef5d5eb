"""One run at a time, and what a killed one leaves."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.publish.nightly.running import NOTE, BusyError, only_run

BEGAN = dt.datetime(2026, 11, 23, 18, 30, tzinfo=dt.UTC)
# A run that holds the lock until it is told to end.
HOLD = """
import datetime as dt, sys
from pathlib import Path
from cchc.publish.nightly.running import only_run
with only_run(Path(sys.argv[1]), dt.datetime(2026, 11, 23, 18, 30, tzinfo=dt.UTC)) as running:
    running.at("Dựng trang")
    print("giữ", flush=True)
    sys.stdin.read()
"""


def hold(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(root)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")
    assert process.stdout is not None
    assert process.stdout.readline() == "giữ\n"
    return process


def test_a_second_run_says_who_holds_it_and_since_when(tmp_path: Path) -> None:
    with hold(tmp_path) as process:
        with pytest.raises(BusyError) as caught, only_run(tmp_path, BEGAN):
            pass
        process.communicate()
    message = str(caught.value)
    assert f"tiến trình {process.pid} trên máy" in message
    assert "từ 01:30 ngày 24/11/2026, đang ở bước “Dựng trang”" in message
    with only_run(tmp_path, BEGAN) as running:
        assert running.interrupted == ""


def test_a_killed_run_lets_go_and_is_told(tmp_path: Path) -> None:
    with hold(tmp_path) as process:
        process.kill()
    with only_run(tmp_path, BEGAN) as running:
        assert f"bị dừng giữa chừng: tiến trình {process.pid} trên máy" in running.interrupted
        assert "đang ở bước “Dựng trang”" in running.interrupted
    assert not (tmp_path / NOTE).exists()


@pytest.mark.parametrize("note", ["", "{", "[1]", '{"tien_trinh": "x"}'])
def test_a_broken_note_keeps_nobody_from_running(tmp_path: Path, note: str) -> None:
    (tmp_path / ".cchc").mkdir()
    (tmp_path / NOTE).write_text(note, encoding="utf-8")
    with only_run(tmp_path, BEGAN) as running:
        assert "chưa rõ" in running.interrupted
