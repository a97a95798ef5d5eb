"""What `cchc apply` will do or did, a line a procedure, or as the difference of texts."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import groupby

from cchc.base.clock import show_date
from cchc.changes.decisions.applying import ApplyPlan, Step
from cchc.procedures.files import canonical

WHAT = {True: "bản mới", False: "thủ tục mới"}


def apply_text(plan: ApplyPlan) -> str:
    """List the decisions, and below each what becomes of which procedure."""
    return "\n".join(_lines(plan)) or "Không có quyết định nào chờ ghi vào thủ tục."


def _lines(plan: ApplyPlan) -> Iterator[str]:
    steps = {number: list(group) for number, group in groupby(plan.steps, _number)}
    for decision in plan.decisions:
        since = f", hiệu lực {show_date(decision.effective)}" if decision.effective else ""
        mine = steps.get(decision.number, [])
        yield f"Quyết định {decision.number}{since}: {len(mine)} thủ tục"
        yield from (f"  {_what(step):12} {step.after.path}" for step in mine)
    yield from map(str, plan.notes)


def _number(step: Step) -> str:
    return step.decision.number


def _what(step: Step) -> str:
    if step.after.procedure.abolished:
        return "bãi bỏ"
    return WHAT[step.before is not None]


def apply_diff(plan: ApplyPlan) -> str:
    """Give the difference of each procedure's text before and after, as `diff -u` writes it."""
    return "\n".join(line for step in plan.steps for line in _diff(step))


def _diff(step: Step) -> Iterator[str]:
    before = canonical(step.before).splitlines() if step.before else []
    after = canonical(step.after.procedure).splitlines()
    names = ("bản trước" if step.before else "(chưa có)", step.after.path)
    yield from difflib.unified_diff(before, after, *names, lineterm="", n=2)
