"""`cchc publish`, `cchc rollback`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from cchc.cli.parser import BROKEN
from cchc.publish.published import KEEP, Published

PLACE = "thư mục, rclone:TÊN:ĐƯỜNG_DẪN, hoặc git:KHO#NHÁNH"
SITE = "site"


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    command = commands.add_parser("publish", help="đưa trang đã dựng đến nơi người dân xem")
    command.add_argument("noi", metavar="NƠI", help=PLACE)
    command.add_argument("--site", type=Path, metavar="THƯ_MỤC", help="trang đã dựng (site/)")
    command.add_argument("--keep", type=_number, default=KEEP, metavar="SỐ",
                         help=f"số bản giữ lại để trở lại được ({KEEP})")  # fmt: skip
    command.set_defaults(run=run_publish)
    command = commands.add_parser("rollback", help="trở lại bản đã xuất bản trước đó")
    command.add_argument("ban", nargs="?", default="", metavar="BẢN", help="để trống: bản trước")
    command.add_argument("--target", metavar="NƠI", help=f"{PLACE}; không ghi: nơi lần trước")
    command.add_argument("--list", action="store_true", help="chỉ in các bản đang giữ")
    command.set_defaults(run=run_rollback)


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        message = f"“{text}” phải là số từ 1 trở lên"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def run_publish(root: Path, options: argparse.Namespace) -> int:
    """Publish; 2 where nothing was, with the reasons."""
    # Headers of a site come with jinja2: only these commands wait for it.
    from cchc.publish.publishing import publish  # noqa: PLC0415

    site = options.site or root / SITE
    return _tell(publish(root, site, options.noi, keep=options.keep), "Đã xuất bản bản")


def run_rollback(root: Path, options: argparse.Namespace) -> int:
    """Go back; 2 where it cannot. With --list, print the releases."""
    from cchc.publish.publishing import known_releases, rollback  # noqa: PLC0415
    from cchc.publish.targets import remembered  # noqa: PLC0415

    target = options.target or remembered(root)
    if options.list:
        releases = known_releases(root, target)
        for release, current in releases:
            print(f"{release}{'  đang dùng' if current else ''}")
        print(f"{len(releases)} bản.")
        return 0
    code = _tell(rollback(root, target, options.ban), "Đã trở lại bản")
    if not code:
        print("Lần xuất bản sau sẽ thay bản này: sửa điều sai, dựng lại trước đã.")
    return code


def _tell(done: Published, words: str) -> int:
    for problem in done.problems:
        sys.stderr.write(f"{problem}\n")
    if done.problems:
        return BROKEN
    counts = f"{done.added} tệp mới, {done.changed} tệp đổi, {done.removed} tệp bỏ"
    print(f"{words} {done.release}: {counts}.")
    return 0
