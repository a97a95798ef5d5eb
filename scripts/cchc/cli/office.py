"""`cchc office`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

HELP = """\
Mở bàn làm việc: trang trên máy này để viết tin, sửa thủ tục, nhập tệp Word, xem trước và đăng.
Chỉ máy này mở được. Chạy lần nữa khi đang mở: chỉ mở lại trình duyệt."""


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    command = commands.add_parser("office", help="mở bàn làm việc trên trình duyệt", epilog=HELP)
    add = command.add_argument
    add("--no-browser", action="store_true", help="không mở trình duyệt, chỉ in địa chỉ")
    add("--no-preview", action="store_true", help="không chạy trang xem trước")
    add("--port", type=_port, default=0, metavar="CỔNG", help="cổng; mặc định: cổng lần trước")
    command.set_defaults(run=run_office)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1024 <= int(text) < 65536:  # noqa: PLR2004 - what ports are
        message = f"“{text}” phải là số từ 1024 đến 65535"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def run_office(root: Path, options: argparse.Namespace) -> int:
    """Run the desk until it is ended."""
    # The pages need every room, and a web server: only this command waits for them.
    from cchc.office.desk.starting import Wanted, start  # noqa: PLC0415

    wanted = Wanted(not options.no_browser, not options.no_preview, options.port)
    start(root, wanted, lambda words: print(words, flush=True))
    return 0
