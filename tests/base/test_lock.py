"""One writer at a time; who was killed lets go."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.base.journal import FILE as JOURNAL
from cchc.base.lock import only_writer, recover
from cchc.base.problems import Refused

HOLD = """
import sys, time
from pathlib import Path
from cchc.base.lock import only_writer
with only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_second_writer_waits_and_then_is_told(tmp_path: Path) -> None:
    words = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Refused, match="đang có lệnh khác ghi"), only_writer(tmp_path, 0.2):
            pass
        other.send_signal(signal.SIGKILL)
    with only_writer(tmp_path, 2):
        pass


def test_nothing_to_recover_makes_no_file(tmp_path: Path) -> None:
    assert recover(tmp_path) == ()
    assert not list(tmp_path.iterdir())


def test_what_was_left_is_finished(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).parent.mkdir()
    (tmp_path / JOURNAL).write_text('{"a.yml": "mới\\n"}', encoding="utf-8")
    assert recover(tmp_path) == ("a.yml",)
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "mới\n"
