"""The last scheduled run in `cchc status`, and `--max-age` for a monitor."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

from cchc.publish.nightly.message import run_text
from cchc.publish.nightly.pulse import parse_age, pulse
from cchc.publish.nightly.record import record_json
from cchc.publish.nightly.run_files import last_run

MAX_AGE = """\
chỉ xem lần chạy theo lịch gần nhất, cho chương trình giám sát (ví dụ 36h): mã kết thúc 0 tốt,
1 có điều phải xem, 2 im lặng quá lâu; đặt trên 25h, vì lần chạy lại trong ngày mà không có gì
mới thì không ghi gì"""


def add_max_age(status: argparse.ArgumentParser) -> None:
    """Add the option to `cchc status`."""
    status.add_argument("--max-age", type=_age, metavar="TUỔI", help=MAX_AGE)


def _age(text: str) -> dt.timedelta:
    try:
        return parse_age(text)
    except ValueError:
        message = f"“{text}” không phải khoảng thời gian; viết như 36h, 2d, 90m"
        raise argparse.ArgumentTypeError(message) from None


def run_pulse(root: Path, options: argparse.Namespace) -> int:
    """Print one line and give the code that a monitor acts on."""
    found = pulse(root, dt.datetime.now(dt.UTC), options.max_age)
    print(found.text)
    return found.code


def last_run_text(root: Path) -> str:
    """Write the last run; that there was none is nothing to say."""
    run = last_run(root)
    return run_text(run) if run else ""


def with_last_run(root: Path, text: str) -> str:
    """Add the last run's record to the status as JSON, under `lan_chay` (null: none)."""
    run = last_run(root)
    data = json.loads(text) | {"lan_chay": json.loads(record_json(run)) if run else None}
    return json.dumps(data, ensure_ascii=False, indent=2)
