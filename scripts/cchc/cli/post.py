"""`cchc post …`: news, from Word and from nothing."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from cchc.base.clock import NotADateError, parse_date, today
from cchc.base.text import one_line
from cchc.cli.broadcast import add_broadcast

CATEGORY = "chuyên mục; danh sách ở `chuyen_muc_tin` trong mkdocs.yml"


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    post = commands.add_parser("post", help="tin, bài: bài mới, nhập từ tệp Word, bản đọc cho đài")
    of_post = post.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, prog="cchc post")
    _add_new(of_post)
    _add_import(of_post)
    add_broadcast(of_post)


def _add_new(commands: Any) -> None:  # noqa: ANN401 - as above
    new = commands.add_parser("new", help="tạo bài trống để viết")
    new.add_argument("ten", metavar="TÊN BÀI", type=_title, help="đặt trong dấu nháy")
    _add_head(new)
    new.set_defaults(run=run_new, writes=True)


def _add_import(commands: Any) -> None:  # noqa: ANN401 - as above
    command = commands.add_parser("import", help="nhập bài từ tệp Word (.docx)")
    command.add_argument("tep", metavar="TỆP", type=Path, help="tệp Word .docx")
    _add_head(command)
    command.add_argument("--title", type=_title, metavar="TÊN", help="tên bài, thay tên trong tệp")
    command.add_argument("--publish", action="store_true", help="đăng luôn, không để bản nháp")
    command.add_argument("--dry-run", action="store_true", help="chỉ in bài, không ghi gì")
    command.set_defaults(run=run_import, writes=True)


def _add_head(command: argparse.ArgumentParser) -> None:
    command.add_argument("--date", type=_day, metavar="NGÀY", help="ngày của bài; mặc định hôm nay")
    command.add_argument("--category", default="", metavar="MỤC", help=CATEGORY)


def _day(text: str) -> dt.date:
    try:
        return parse_date(text)
    except NotADateError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _title(text: str) -> str:
    if not one_line(text):
        message = "tên bài trống"
        raise argparse.ArgumentTypeError(message)
    return one_line(text)


def run_new(root: Path, options: argparse.Namespace) -> int:
    """Write an empty draft; say what to fill in."""
    from cchc.news.new_post import plan_new  # noqa: PLC0415 - no other command waits for the news
    from cchc.news.planning import write_plan  # noqa: PLC0415

    plan = plan_new(root, options.ten, options.date or today(), options.category)
    write_plan(root, plan)
    print(f"Đã tạo {plan.path} (bản nháp).")
    print("Viết tóm tắt vào `description`, viết bài, rồi xóa dòng `draft: true` để đăng.")
    return 0


def run_import(root: Path, options: argparse.Namespace) -> int:
    """Read the Word file, say what to look at, write the post and its pictures."""
    from cchc.news.importing import Asked, plan_import  # noqa: PLC0415 - as above
    from cchc.news.planning import write_plan  # noqa: PLC0415

    asked = Asked(options.date or today(), options.category, options.title or "", options.publish)
    plan = plan_import(root, options.tep, asked)
    if options.dry_run:
        print(plan.files[plan.path])
    else:
        write_plan(root, plan)
    for problem in plan.problems:
        print(problem)
    state = "đăng luôn" if options.publish else "bản nháp; xem xong thì xóa dòng `draft: true`"
    verb = "Sẽ nhập" if options.dry_run else "Đã nhập"
    print(f"{verb} {plan.path}, {plan.pictures} ảnh ({state}).")
    return 0
