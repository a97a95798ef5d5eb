"""`cchc run`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from cchc.base.clock import today
from cchc.base.files import find_portal
from cchc.cli.run_options import NOTHING_NEW, add_run_options, target_of

GOOD, FAULTY, KEPT_OLD, BUSY = 0, 1, 2, 3
HELP = """\
Các bước: hỏi nguồn và gắn cờ → kiểm tra → dựng như vào hôm nay → xuất bản → báo tin.
Nguồn hỏng không cản việc dựng; bài có lỗi thì để ngoài; dữ liệu khác có lỗi thì trang đang hiện
giữ nguyên.

Mã kết thúc:
  0  tốt, hoặc không có gì mới
  1  đã chạy xong, trang đã xuất bản, nhưng có điều phải xem (nguồn hỏng, bài
     có lỗi phải để ngoài, tin không gửi được)
  2  không xuất bản lần này; trang đang hiện giữ nguyên
  3  đang có lần chạy khác

Báo tin qua biến môi trường (đặt cái nào dùng cái ấy):
  CCHC_SMTP_HOST, _PORT, _SECURITY (starttls, tls, none), _USER, _PASSWORD hoặc _PASSWORD_FILE,
  _FROM, _TO (nhiều địa chỉ cách nhau bằng dấu phẩy), _CA (tệp chứng thư riêng)
  CCHC_WEBHOOK      địa chỉ nhận JSON bằng POST
  CCHC_REPORT_FILE  tệp ghi tin mới nhất
  CCHC_REMIND_DAYS  bao nhiêu ngày thì nhắc lại điều chưa xong (mặc định 7)

Bản ghi từng lần chạy: .cchc/runs/*.json (mô tả bằng JSON Schema: --schema) và *.txt."""


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    command = commands.add_parser("run", help="lần chạy theo lịch: từ nguồn đến trang", epilog=HELP)
    add_run_options(command)
    command.add_argument("--schema", action="store_true", help="chỉ in mô tả bản ghi lần chạy")
    # It holds its own lock, and tells by its report what other commands refuse on.
    command.set_defaults(run=run_run, anywhere=True)


def run_run(here: Path, options: argparse.Namespace) -> int:
    """Run the night's work and print the record; the exit code says how it ended."""
    # The run needs every room: only this command waits for them.
    from cchc.publish.nightly.message import run_text  # noqa: PLC0415
    from cchc.publish.nightly.record import Result, record_schema  # noqa: PLC0415
    from cchc.publish.nightly.run import Order, run_nightly  # noqa: PLC0415
    from cchc.publish.nightly.running import BusyError  # noqa: PLC0415

    if options.schema:
        print(json.dumps(record_schema(), ensure_ascii=False, indent=2))
        return GOOD
    root = find_portal(here)
    order = Order(root, options.as_of or today(), target_of(options), fewer=options.fewer)
    try:
        run = run_nightly(order)
    except BusyError as busy:
        sys.stderr.write("".join(f"{problem.message}\n" for problem in busy.problems))
        return BUSY
    if run is None:
        print(NOTHING_NEW)
        return GOOD
    print(run_text(run), end="")
    return {Result.GOOD: GOOD, Result.FAULTY: FAULTY, Result.KEPT_OLD: KEPT_OLD}[run.result]
