"""`cchc schedule install | remove`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from cchc.publish.schedule.schedule import TIME, Schedule, System, files_of


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    schedule = commands.add_parser("schedule", help="đặt lịch chạy `cchc run` mỗi ngày")
    of = schedule.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    install = of.add_parser("install", help="đặt lịch")
    install.set_defaults(run=run_install)
    remove = of.add_parser("remove", help="bỏ lịch")
    remove.set_defaults(run=run_remove)
    for command in (install, remove):
        _add_options(command)


def _add_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--system", type=System, choices=list(System), default=None, metavar="NƠI",
        help=f"{', '.join(System)}; mặc định theo máy")  # fmt: skip
    add("--print", action="store_true", help="chỉ in các tệp, không ghi gì")
    add("--target", default="", metavar="NƠI", help="nơi xuất bản, như của `cchc run`")
    add("--time", type=_time, default="01:30", metavar="GIỜ", help="giờ chạy, mặc định 01:30")


def _time(text: str) -> str:
    if not TIME.fullmatch(text):
        message = f"“{text}” không phải giờ; viết như 01:30"
        raise argparse.ArgumentTypeError(message)
    return text


def run_install(root: Path, options: argparse.Namespace) -> int:
    """Put the schedule in its place, or print it; 1 where a person has something left to do."""
    return _placed(root, options, install=True)


def run_remove(root: Path, options: argparse.Namespace) -> int:
    """Take the schedule away, or print what would be."""
    return _placed(root, options, install=False)


def _placed(root: Path, options: argparse.Namespace, *, install: bool) -> int:
    # Starting programs takes modules that no other command waits for.
    from cchc.publish.schedule import placing  # noqa: PLC0415

    system = options.system or _of_this_machine()
    user = _user(root)
    settings = Path("/etc" if user else Path.home() / ".config") / "cchc" / "moi-truong"
    schedule = Schedule(
        str(root), sys.executable, options.target, options.time, user, str(settings)
    )
    if options.print:
        for name, content in files_of(schedule, system).items():
            coding = "utf-16" if system is System.WINDOWS else "utf-8"
            print(f"# {name}" if system is System.SYSTEMD else "", end="\n")
            print(content.decode(coding), end="")
        return 0
    placed = (placing.install if install else placing.remove)(schedule, system)
    for line in placed.done:
        print(line)
    for line in placed.to_do:
        print(f"còn phải làm: {line}")
    return 1 if placed.to_do else 0


def _of_this_machine() -> System:
    if sys.platform == "win32":
        return System.WINDOWS
    return System.SYSTEMD if Path("/run/systemd/system").is_dir() else System.CRON


def _user(root: Path) -> str:
    """Name who owns the portal's folder, for a schedule of the whole machine; else nobody."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return ""
    return root.owner()
