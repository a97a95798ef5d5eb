"""`cchc decision confirm | dismiss | posted | revert`: what a person does with a decision."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from cchc.base.clock import NotADateError, parse_date, show_date, today
from cchc.base.problems import Problem, Refused
from cchc.changes.decisions.confirming import Confirming
from cchc.changes.decisions.decision_acts import (
    confirm_decision,
    dismiss_decision,
    post_decision,
    revert_decision,
)

NUMBER = "số quyết định: 3582/QĐ-UBND, 3582, hoặc đường dẫn tệp"


def add_acts(of: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add these commands to `cchc decision`."""
    confirm = about_one(of, "confirm", "xác nhận quyết định đúng như đã đọc")
    confirm.add_argument("--by", required=True, metavar="HỌ TÊN", help="người xác nhận")
    confirm.add_argument("--effect", metavar="NGÀY", help="ngày hiệu lực, như 01/12/2026")
    confirm.add_argument("--only", nargs="+", default=[], metavar="MÃ", help="chỉ các mã này")
    confirm.add_argument("--remark", default="", metavar="LỜI", help="ghi chú")
    confirm.set_defaults(run=run_confirm, writes=True)
    for name, run, words in (
        ("dismiss", run_dismiss, "bỏ qua quyết định, ghi lý do"),
        ("revert", run_revert, "thu hồi việc xác nhận: thủ tục trở lại như trước"),
    ):
        command = about_one(of, name, words)
        command.add_argument("--because", required=True, metavar="VÌ SAO", help="lý do")
        command.add_argument("--by", default="", metavar="HỌ TÊN", help="người làm")
        command.set_defaults(run=run, writes=True)
    posted = about_one(of, "posted", "ghi ngày đã niêm yết tại trụ sở")
    posted.add_argument("--on", metavar="NGÀY", help="ngày niêm yết; không ghi: hôm nay")
    posted.add_argument("--by", default="", metavar="HỌ TÊN", help="người niêm yết")
    posted.set_defaults(run=run_posted, writes=True)


def about_one(of: Any, name: str, words: str) -> Any:  # noqa: ANN401 - argparse hides this type
    """Add a command about one decision."""
    command = of.add_parser(name, help=words)
    command.add_argument("so", metavar="SỐ", help=NUMBER)
    return command


def run_confirm(root: Path, options: argparse.Namespace) -> int:
    """Confirm a decision; 2 where something stands in the way."""
    effective = _date("--effect", options.effect)
    said = Confirming(options.by.strip(), today(), effective, options.only, options.remark)
    after = confirm_decision(root, options.so, said)
    since = show_date(after.effective) if after.effective else ""
    print(f"Đã xác nhận {after.number}, hiệu lực {since}. Ghi vào thủ tục: cchc apply")
    return 0


def run_dismiss(root: Path, options: argparse.Namespace) -> int:
    """Leave a decision aside, with the reason."""
    _needs_words("--because", options.because)
    after = dismiss_decision(root, options.so, options.because, options.by, today())
    print(f"Đã bỏ qua {after.number}: {options.because}")
    return 0


def run_revert(root: Path, options: argparse.Namespace) -> int:
    """Take a confirmation back."""
    _needs_words("--because", options.because)
    plan = revert_decision(root, options.so, options.because, options.by, today())
    for version, _ in plan.versions:
        print(f"  thu hồi  {version.path}")
    for note in plan.notes:
        print(note)
    print(f"Đã thu hồi xác nhận {plan.decision.number}; quyết định trở lại chờ xác nhận.")
    return 0


def run_posted(root: Path, options: argparse.Namespace) -> int:
    """Note the day of posting."""
    on = _date("--on", options.on) or today()
    after = post_decision(root, options.so, on, options.by, today())
    print(f"Đã ghi: {after.number} niêm yết ngày {show_date(on)}.")
    return 0


def _date(option: str, text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return parse_date(text)
    except NotADateError as error:
        raise Refused([Problem(option, 0, str(error))]) from None


def _needs_words(option: str, text: str) -> None:
    if not text.strip():
        raise Refused([Problem(option, 0, "để trống; viết lý do")])
