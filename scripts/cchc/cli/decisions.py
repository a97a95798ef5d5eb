"""`cchc decision …`: read, list, show, confirm, dismiss, posted, revert."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cchc.base.clock import NotADateError, parse_date, show_date, today
from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.base.ward import load_ward
from cchc.changes.decisions.confirming import Confirming
from cchc.changes.decisions.decision_acts import (
    confirm_decision,
    dismiss_decision,
    flags_of,
    post_decision,
    revert_decision,
    sound_decisions,
)
from cchc.changes.decisions.decision_report import decision_table, decision_text
from cchc.changes.decisions.review_rows import review_items
from cchc.changes.decisions.review_sheet import review_sheet
from cchc.changes.tables import terminal_width
from cchc.procedures.decision import Decision, DecisionState
from cchc.procedures.store import load

NUMBER = "số quyết định: 3582/QĐ-UBND, 3582, hoặc đường dẫn tệp"


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    decision = commands.add_parser("decision", help="quyết định công bố của cấp tỉnh")
    of = decision.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    read = of.add_parser("read", help="đọc một tệp quyết định, in ra, không ghi gì")
    read.add_argument("tep", type=Path, metavar="TỆP", help="tệp .docx, .xlsx, .pdf, .html, .txt")
    read.add_argument("--json", action="store_true", help="in JSON")
    read.set_defaults(run=run_read)
    shown = of.add_parser("list", help="in các quyết định đã ghi và tình trạng")
    shown.add_argument("--all", action="store_true", help="in cả quyết định đã áp dụng, bỏ qua")
    shown.set_defaults(run=run_list)
    show = _about_one(of, "show", "in một quyết định: từng thủ tục, việc phải làm, điều cần hỏi")
    show.add_argument("--html", type=Path, metavar="TỆP", help="ghi phiếu rà soát để in và ký")
    show.set_defaults(run=run_show)
    _add_acts(of)


def _add_acts(of: Any) -> None:  # noqa: ANN401 - argparse hides this type
    confirm = _about_one(of, "confirm", "xác nhận quyết định đúng như đã đọc")
    confirm.add_argument("--by", required=True, metavar="HỌ TÊN", help="người xác nhận")
    confirm.add_argument("--effect", metavar="NGÀY", help="ngày hiệu lực, như 01/12/2026")
    confirm.add_argument("--only", nargs="+", default=[], metavar="MÃ", help="chỉ các mã này")
    confirm.add_argument("--remark", default="", metavar="LỜI", help="ghi chú")
    confirm.set_defaults(run=run_confirm)
    for name, run, words in (
        ("dismiss", run_dismiss, "bỏ qua quyết định, ghi lý do"),
        ("revert", run_revert, "thu hồi việc xác nhận: thủ tục trở lại như trước"),
    ):
        command = _about_one(of, name, words)
        command.add_argument("--because", required=True, metavar="VÌ SAO", help="lý do")
        command.add_argument("--by", default="", metavar="HỌ TÊN", help="người làm")
        command.set_defaults(run=run)
    posted = _about_one(of, "posted", "ghi ngày đã niêm yết tại trụ sở")
    posted.add_argument("--on", metavar="NGÀY", help="ngày niêm yết; không ghi: hôm nay")
    posted.add_argument("--by", default="", metavar="HỌ TÊN", help="người niêm yết")
    posted.set_defaults(run=run_posted)


def _about_one(of: Any, name: str, words: str) -> Any:  # noqa: ANN401 - argparse hides this type
    command = of.add_parser(name, help=words)
    command.add_argument("so", metavar="SỐ", help=NUMBER)
    return command


def run_read(_root: Path, options: argparse.Namespace) -> int:
    """Print a decision; 0 read whole, 1 read with problems, 2 not readable."""
    # Its readers are many modules: no other command waits for them.
    from cchc.province.decision.read import read_decision  # noqa: PLC0415
    from cchc.province.decision.report import as_json, exit_code, summary  # noqa: PLC0415

    decision = read_decision(options.tep)
    if options.json:
        print(json.dumps(as_json(decision), ensure_ascii=False, indent=2))
    else:
        print(decision_text(decision))
    sys.stderr.write(f"{summary(decision)}\n")
    return exit_code(decision)


def run_list(root: Path, options: argparse.Namespace) -> int:
    """Print the decisions on file, one a line, those that wait first."""
    every = list(sound_decisions(root).by_path.values())
    shown = [each for each in every if options.all or _open(each)]
    for each in sorted(shown, key=lambda d: (d.applied is not None, d.state, d.number)):
        print("\n".join(_line(each)))
    print(
        f"{len(shown)} quyết định trong {len(every)}" + ("." if options.all else "; xem hết: --all")
    )
    return 0


def _open(decision: Decision) -> bool:
    return decision.state is not DecisionState.DISMISSED and decision.applied is None


def _line(decision: Decision) -> Iterator[str]:
    signed = show_date(decision.signed) if decision.signed else "chưa rõ ngày"
    effect = show_date(decision.effective) if decision.effective else "chưa rõ"
    applied = f", đã ghi {show_date(decision.applied)}" if decision.applied else ""
    yield (
        f"{decision.number}  ký {signed}  hiệu lực {effect}  {decision.state.label}{applied}"
        f"  ({len(decision.items)} thủ tục)"
    )
    said = decision.confirmed
    if said and (said.by or said.remark):
        yield f"    {show_date(said.date)} {'; '.join(filter(None, (said.by, said.remark)))}"


def run_show(root: Path, options: argparse.Namespace) -> int:
    """Print a decision seen from the ward, or write its review sheet."""
    _, decision = sound_decisions(root).find(options.so)
    catalogue = load(root)
    found = flags_of(root, decision, today(), catalogue)
    if options.html is None:
        print(decision_table(found, terminal_width()))
        print("\n".join(_line(decision)))
        return 0
    items = review_items(found, catalogue.in_force(today()))
    sheet = review_sheet(found, items, load_ward(root))
    write_atomically(options.html, sheet.encode())
    print(f"Đã ghi phiếu rà soát: {options.html} ({len(items)} thủ tục của phường).")
    return 0


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


def _date(option: str, text: str | None) -> Any:  # noqa: ANN401 - a date, or None
    if text is None:
        return None
    try:
        return parse_date(text)
    except NotADateError as error:
        raise Refused([Problem(option, 0, str(error))]) from None


def _needs_words(option: str, text: str) -> None:
    if not text.strip():
        raise Refused([Problem(option, 0, "để trống; viết lý do")])
