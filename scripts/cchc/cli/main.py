"""`cchc`: one door to all commands."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from cchc.base.faults import told
from cchc.base.files import find_portal
from cchc.base.lock import only_writer, recover
from cchc.base.problems import Refused
from cchc.cli import (
    apply,
    backup,
    broadcast,
    changes,
    decisions,
    index,
    nightly,
    office,
    post,
    procedures,
    publish,
    questions,
    schedule,
    sheets,
    site,
    survey,
)
from cchc.cli.parser import BROKEN, Parser

ROOMS = (
    procedures,
    changes,
    decisions,
    questions,
    apply,
    post,
    broadcast,
    site,
    publish,
    backup,
    nightly,
    schedule,
    sheets,
    index,
    survey,
    office,
)
DESCRIPTION = "Trang thông tin cải cách hành chính của phường: kiểm tra, nhập, gắn cờ, dựng trang."


def build_parser() -> Parser:
    """Make the parser of all commands; each sets `run`, a function of (root, options)."""
    parser = Parser(prog="cchc", description=DESCRIPTION)
    # argparse would take its prefix from the help text, heading and all.
    commands = parser.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, prog="cchc")
    for room in ROOMS:
        room.add_commands(commands)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command on the portal in the current folder; give the exit code."""
    # A run makes a hundred thousand small lasting things and ends: looking for rings among them
    # every 700 is a tenth of its time.
    gc.set_threshold(100_000)
    options = build_parser().parse_args(arguments)
    try:
        return run(options)
    except Refused as refused:
        for problem in refused.problems:
            sys.stderr.write(f"{problem}\n")
        return BROKEN
    except BrokenPipeError:  # `cchc check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng.\n")
        return 130
    except OSError as error:
        sys.stderr.write(f"{told(error)}\n")
        return BROKEN


def run(options: argparse.Namespace) -> int:
    """Find the portal and run the chosen command there.

    A command that sets `writes` is the only writer, after what a crash left half written has been
    finished; one that sets `anywhere` needs no portal.
    """
    if getattr(options, "anywhere", False):
        return int(options.run(Path.cwd(), options))
    root = find_portal(Path.cwd())
    for path in recover(root):
        sys.stderr.write(f"{path}: lần trước ghi dở, nay đã ghi xong\n")
    if not getattr(options, "writes", False):
        return int(options.run(root, options))
    with only_writer(root):
        return int(options.run(root, options))


if __name__ == "__main__":
    sys.exit(main())
