"""What `cchc run` takes: read twice, first in a moment to see whether there is anything to do."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path

from cchc.base.clock import NotADateError, parse_date, today
from cchc.base.files import find_portal
from cchc.base.problems import Refused
from cchc.publish.nightly.fingerprint import nothing_new

TARGET = "CCHC_TARGET"
NOTHING_NEW = "Không có gì mới từ lần chạy tốt gần nhất hôm nay; trang giữ nguyên."


def add_run_options(command: argparse.ArgumentParser) -> None:
    """Add the options."""
    command.add_argument("--target", default="", metavar="NƠI", help="nơi xuất bản; mặc định: biến"
                         f" môi trường {TARGET}; không có cả hai thì chỉ dựng")  # fmt: skip
    command.add_argument(
        "--as-of", type=day_asked, metavar="NGÀY", help="chạy như vào ngày này, ví dụ 2027-03-01"
    )
    command.add_argument("--fewer", action="store_true", help="vẫn xuất bản dù trang mới ít hơn hẳn"
                         " trang đang hiện")  # fmt: skip


def day_asked(text: str) -> dt.date:
    """Read the day of an option."""
    try:
        return parse_date(text)
    except NotADateError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def target_of(options: argparse.Namespace, environ: Mapping[str, str] = os.environ) -> str:
    """Give where to publish: as asked, else as the environment says."""
    return str(options.target or environ.get(TARGET, "")).strip()


def quick(arguments: list[str]) -> int | None:
    """Run `cchc run` where nothing is new; None: the whole command has to be loaded.

    Anything unusual (`--help`, a fault) is left to the whole command, which says it better.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    add_run_options(parser)
    try:
        options, others = parser.parse_known_args(arguments)
        root = find_portal(Path.cwd())
        day = options.as_of or today()
    except (argparse.ArgumentError, Refused, OSError, SystemExit):
        return None
    if others or not nothing_new(root, day.isoformat(), target_of(options)):
        return None
    print(NOTHING_NEW)
    return 0
