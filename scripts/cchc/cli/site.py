"""`cchc build`, `cchc export-docs`."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from cchc.base.clock import NotADateError, parse_date, today
from cchc.base.posts import FOLDER as POSTS
from cchc.base.problems import errors, parse_problem


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    command = commands.add_parser("build", help="dựng trang vào thư mục site/")
    _add_day(command)
    command.add_argument("--strict", action="store_true", help="coi điều nhắc là lỗi")
    command.set_defaults(run=run_build)
    command = commands.add_parser("export-docs", help="xuất mọi trang thành tệp Markdown thường")
    command.add_argument("thu_muc", metavar="THƯ_MỤC", type=Path, help="thư mục mới hoặc trống")
    _add_day(command)
    command.set_defaults(run=run_export)


def _add_day(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of", type=day_of, metavar="NGÀY", help="dựng như vào ngày này, ví dụ 2027-03-01"
    )


def day_of(text: str) -> dt.date:
    """Read an option's date."""
    try:
        return parse_date(text)
    except NotADateError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run_build(root: Path, options: argparse.Namespace) -> int:
    """Build the site and say what was built; 1 where a page was lost, with --strict any warning.

    A bad post stays out and is told; it does not keep the other news from the public.
    """
    # MkDocs takes half a second to import: only this command waits for it.
    from cchc.office.editor.pages import write_admin  # noqa: PLC0415
    from cchc.publish.precompress import KEPT, precompress  # noqa: PLC0415
    from cchc.site.build import build  # noqa: PLC0415

    built = build(root, options.as_of)
    if write_admin(root, built.folder):
        print("Có trình soạn thảo ở admin/ (mục trinh_soan trong mkdocs.yml).")
    precompress(built.folder, root / KEPT)
    told = {message: parse_problem(message) for message in built.warnings}
    for message, problem in told.items():
        print(message if problem else f"nhắc: {message}")
    print(f"Đã dựng {built.pages} trang trong {built.seconds:.1f} giây.".replace(".", ",", 1))
    lost = errors(problem for problem in told.values() if problem)
    left_out = sorted({each.path for each in lost if each.path.startswith(POSTS)})
    if left_out:
        print(
            f"CHƯA LÊN TRANG {len(left_out)} bài có lỗi: {', '.join(left_out)}. Sửa rồi dựng lại."
        )
    other = [each for each in lost if each.path not in left_out]
    return 1 if other or (options.strict and told) else 0


def run_export(root: Path, options: argparse.Namespace) -> int:
    """Write the pages as Markdown and print how many."""
    # Making pages takes many modules: no other command waits for them.
    from cchc.site.export import export  # noqa: PLC0415
    from cchc.site.pages import load_portal  # noqa: PLC0415

    written = export(root, load_portal(root, options.as_of or today()), options.thu_muc)
    print(f"Đã xuất {written} trang Markdown vào {options.thu_muc}.")
    return 0
