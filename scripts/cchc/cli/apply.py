"""`cchc apply`, `cchc status`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cchc.base.clock import today
from cchc.base.ward import load_ward
from cchc.changes.decisions.apply_report import apply_diff, apply_text
from cchc.changes.decisions.decision_acts import carry_out_plan, plan_all, sound_decisions
from cchc.changes.status import Status, status_on
from cchc.changes.status_report import status_json, status_text
from cchc.changes.tables import terminal_width
from cchc.cli.last_run import add_max_age, last_run_text, run_pulse, with_last_run
from cchc.cli.plan_status import plan_text, with_plan
from cchc.procedures.questions import load_questions
from cchc.procedures.store import load


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    apply = commands.add_parser("apply", help="ghi quyết định đã xác nhận vào các thủ tục")
    apply.add_argument("--dry-run", action="store_true", help="chỉ in phần sẽ đổi, không ghi")
    apply.set_defaults(run=run_apply, writes=True)
    status = commands.add_parser("status", help="tình hình: số thủ tục, việc chờ, quá hạn, sắp tới")
    status.add_argument("--json", action="store_true", help="in JSON")
    add_max_age(status)
    status.set_defaults(run=run_status)


def run_apply(root: Path, options: argparse.Namespace) -> int:
    """Make confirmed decisions true in procedures/; 1 where a person should look at something."""
    plan = plan_all(root, today())
    if options.dry_run:
        if plan.steps:
            print(apply_diff(plan))
        print(apply_text(plan))
        return 1 if plan.notes else 0
    written = carry_out_plan(root, plan)
    print(apply_text(plan))
    if written:
        print(f"Đã ghi {len(written)} tệp.")
    return 1 if plan.notes else 0


def run_status(root: Path, options: argparse.Namespace) -> int:
    """Print where the ward stands today and how the last run ended; with --max-age, only that."""
    if options.max_age:
        return run_pulse(root, options)
    status = _status(root)
    if options.json:
        print(with_last_run(root, with_plan(root, status_json(status))))
        return 0
    print(status_text(status, terminal_width()))
    print(plan_text(root), end="")
    print(last_run_text(root), end="")
    return 0


def _status(root: Path) -> Status:
    decisions = sound_decisions(root).by_path.values()
    return status_on(load(root), decisions, load_questions(root).open, load_ward(root), today())
