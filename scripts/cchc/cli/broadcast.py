"""`cchc post broadcast`, `cchc broadcast changes`: a script for the loudspeaker.

It is made of a post, or of what the province has changed.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from cchc.base.clock import NotADateError, parse_date

LONGEST = 240


def add_broadcast(of: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add the command to `cchc post`."""
    command = of.add_parser("broadcast", help="làm bản đọc cho đài truyền thanh từ một bài")
    command.add_argument("bai", metavar="BÀI", help="tệp bài, hoặc một phần tên tệp")
    _add_output(command)
    command.set_defaults(run=run_broadcast, since=None)


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add `cchc broadcast changes`: no post, but what the province changed."""
    room = commands.add_parser("broadcast", help="bản tin cho đài truyền thanh")
    of_room = room.add_subparsers(
        title="Lệnh", metavar="LỆNH", required=True, prog="cchc broadcast"
    )
    command = of_room.add_parser("changes", help="bản tin thay đổi về thủ tục từ một ngày")
    told = "thay đổi có hiệu lực từ ngày này"
    command.add_argument("--since", type=_day, metavar="NGÀY", required=True, help=told)
    _add_output(command)
    command.set_defaults(run=run_broadcast, bai="")


def _add_output(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("-o", "--output", type=Path, metavar="TỆP", help="ghi ra .docx hoặc .txt; không ghi: in")
    add("--minutes", type=_minutes, metavar="PHÚT", help="rút cho vừa số phút, nói rõ đã bỏ gì")
    add("--audio", type=Path, metavar="TỆP", help="ghi tiếng đọc ra .mp3 hoặc .wav (espeak-ng)")


def _day(text: str) -> dt.date:
    try:
        return parse_date(text)
    except NotADateError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _minutes(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = 0
    if not 0 < value <= LONGEST:
        message = f"“{text}” không phải số phút; viết số từ 0,5 đến {LONGEST}"
        raise argparse.ArgumentTypeError(message)
    return value


def run_broadcast(root: Path, options: argparse.Namespace) -> int:
    """Print or write the script; 1 where it does not fit the minutes, 2 where it cannot be made."""
    # Markdown, Word and the tables of words take a seventh of a second: no other command waits.
    from cchc.cli.broadcast_run import broadcast  # noqa: PLC0415

    return broadcast(root, options)
