"""Whether the runs still come: what a monitor asks by `cchc status --max-age 36h`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from cchc.publish.nightly.message import when
from cchc.publish.nightly.record import RESULT_WORDS, Result
from cchc.publish.nightly.run_files import last_beat, last_run
from cchc.publish.nightly.running import holder

ALIVE, FAULTY, SILENT = 0, 1, 2
AGE = re.compile(r"(\d{1,5})\s*(h|d|m)")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Pulse:
    """One line for a monitor and its exit code: 0 alive, 1 alive with faults, 2 silent."""

    code: int
    text: str


def parse_age(text: str) -> dt.timedelta:
    """Read `36h`, `2d`, `90m`. Raise ValueError for anything else."""
    found = AGE.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(text)
    return dt.timedelta(**{UNITS[found[2]]: int(found[1])})


def pulse(root: Path, now: dt.datetime, most: dt.timedelta) -> Pulse:
    """Tell whether a run came to its end within `most`, and how it ended."""
    beat = last_beat(root)
    if beat is None:
        return Pulse(SILENT, "IM LẶNG: chưa lần chạy nào kết thúc; xem lịch: cchc schedule install")
    if now - beat > most:
        cut = holder(root)
        why = f"; lần chạy dở dang: {cut}" if cut else "; xem máy có bật, lịch có chạy không"
        return Pulse(SILENT, f"IM LẶNG: lần chạy gần nhất kết thúc {when(beat)}{why}")
    run = last_run(root)
    if run is None or run.result is Result.GOOD:
        return Pulse(ALIVE, f"TỐT: lần chạy gần nhất kết thúc {when(beat)}")
    return Pulse(FAULTY, f"CÓ LỖI: lần chạy {when(beat)}: {RESULT_WORDS[run.result]}")
