"""`cchc decision read | list | show`: looking at decisions."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cchc.base.clock import show_date, today
from cchc.base.files import write_atomically
from cchc.base.ward import load_ward
from cchc.changes.decisions.decision_acts import flags_of, sound_decisions
from cchc.changes.decisions.decision_report import decision_table, decision_text
from cchc.changes.decisions.review_rows import review_items
from cchc.changes.decisions.review_sheet import review_sheet
from cchc.changes.tables import terminal_width
from cchc.cli.decision_acts import about_one, add_acts
from cchc.procedures.decision import Decision, DecisionState
from cchc.procedures.store import load


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    decision = commands.add_parser("decision", help="quyết định công bố của cấp tỉnh")
    of = decision.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    read = of.add_parser("read", help="đọc một tệp quyết định, in ra, không ghi gì")
    read.add_argument("tep", type=Path, metavar="TỆP", help="tệp .docx, .xlsx, .pdf, .html, .txt")
    read.add_argument("--json", action="store_true", help="in JSON")
    read.set_defaults(run=run_read, anywhere=True)
    shown = of.add_parser("list", help="in các quyết định đã ghi và tình trạng")
    shown.add_argument("--all", action="store_true", help="in cả quyết định đã áp dụng, bỏ qua")
    shown.set_defaults(run=run_list)
    show = about_one(of, "show", "in một quyết định: từng thủ tục, việc phải làm, điều cần hỏi")
    show.add_argument("--html", type=Path, metavar="TỆP", help="ghi phiếu rà soát để in và ký")
    show.set_defaults(run=run_show)
    add_acts(of)


def run_read(_root: Path, options: argparse.Namespace) -> int:
    """Print a decision; 0 read whole, 1 read with problems, 2 not readable."""
    # Its readers are many modules: no other command waits for them.
    from cchc.province.decision.read import read_decision  # noqa: PLC0415
    from cchc.province.decision.report import as_json, exit_code, summary  # noqa: PLC0415

    decision = read_decision(options.tep)
    if options.json:
        print(json.dumps(as_json(decision), ensure_ascii=False, indent=2))
    else:
        print(decision_text(decision, terminal_width()))
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
    count = len(decision.items)
    yield f"{decision.number}  ký {signed}  hiệu lực {effect}  ({count} thủ tục)"
    applied = f"đã ghi vào thủ tục {show_date(decision.applied)}" if decision.applied else ""
    said = decision.confirmed
    when = f" {show_date(said.date)}" if said else ""
    words = (said.by, said.remark) if said else ()
    state = f"{decision.state.label}{when}"
    yield f"    {'; '.join(filter(None, (state, *words, applied)))}"


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
