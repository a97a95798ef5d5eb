"""The last scheduled run in `cchc status`, and `--max-age` for a monitor.

What reads a run is loaded only by the commands that show one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

MAX_AGE = """\
chỉ xem lần chạy theo lịch gần nhất, cho chương trình giám sát (ví dụ 36h): mã kết thúc 0 tốt,
1 có điều phải xem, 2 im lặng quá lâu; đặt trên 25h, vì lần chạy lại trong ngày mà không có gì
mới thì không ghi gì"""


def add_max_age(status: argparse.ArgumentParser) -> None:
    """Add the option to `cchc status`."""
    status.add_argument("--max-age", type=_age, metavar="TUỔI", help=MAX_AGE)


def _age(text: str) -> dt.timedelta:
    from cchc.publish.nightly.pulse import parse_age  # noqa: PLC0415

    try:
        return parse_age(text)
    except ValueError:
        message = f"“{text}” không phải khoảng thời gian; viết như 36h, 2d, 90m"
        raise argparse.ArgumentTypeError(message) from None


def run_pulse(root: Path, options: argparse.Namespace) -> int:
    """Print one line and give the code that a monitor acts on."""
    from cchc.publish.nightly.pulse import pulse  # noqa: PLC0415

    found = pulse(root, dt.datetime.now(dt.UTC), options.max_age)
    print(found.text)
    return found.code


def last_run_text(root: Path) -> str:
    """Write the last run; that there was none is nothing to say."""
    from cchc.publish.nightly.message import run_text  # noqa: PLC0415
    from cchc.publish.nightly.run_files import last_run  # noqa: PLC0415

    run = last_run(root)
    return run_text(run) if run else ""


def with_last_run(root: Path, text: str) -> str:
    """Add the last run's record to the status as JSON, under `lan_chay` (null: none)."""
    from cchc.publish.nightly.record import record_json  # noqa: PLC0415
    from cchc.publish.nightly.run_files import last_run  # noqa: PLC0415

    run = last_run(root)
    data = json.loads(text) | {"lan_chay": json.loads(record_json(run)) if run else None}
    return json.dumps(data, ensure_ascii=False, indent=2)
