"""`cchc backup`, `cchc restore`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    command = commands.add_parser("backup", help="sao lưu nội dung trang vào một tệp .zip")
    command.add_argument("tep", metavar="TỆP", type=Path, help="ví dụ ban-sao.zip, ở ổ đĩa khác")
    command.set_defaults(run=run_backup, writes=True)
    command = commands.add_parser("restore", help="khôi phục nội dung trang từ bản sao")
    command.add_argument("tep", metavar="TỆP", type=Path, help="bản sao do cchc backup làm ra")
    command.add_argument("thu_muc", metavar="THƯ_MỤC", type=Path, nargs="?", default=Path(),
                         help="thư mục mới hoặc trống; không ghi: thư mục này")  # fmt: skip
    command.set_defaults(run=run_restore, anywhere=True)


def run_backup(root: Path, options: argparse.Namespace) -> int:
    """Write the backup; say what was left out of it."""
    from cchc.publish.backup import back_up  # noqa: PLC0415 - zip and hashes, only here

    done = back_up(root, options.tep)
    for note in done.notes:
        print(note)
    print(f"Đã sao lưu {len(done.files)} tệp vào {options.tep}.")
    return 0


def run_restore(_here: Path, options: argparse.Namespace) -> int:
    """Restore into an empty folder; refuse any other."""
    from cchc.publish.backup import restore  # noqa: PLC0415 - as above

    number = restore(options.tep, options.thu_muc)
    print(f"Đã khôi phục {number} tệp vào {options.thu_muc.resolve()}.")
    print("Việc tiếp theo, trong thư mục ấy: cchc check, rồi cchc build.")
    return 0
