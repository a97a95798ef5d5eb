"""`cchc check` for procedures/decisions/ and questions.yml: readable, at their place, not stuck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.base.problems import Problem, Refused, warning
from cchc.procedures.decision import Decision, DecisionState
from cchc.procedures.decision_files import load_decisions, path_of
from cchc.procedures.questions import FILE, load_questions
from cchc.procedures.store import FOLDER


def check_decisions(root: Path) -> Iterator[Problem]:
    """Find decisions that cannot be read or stand wrong, and what waits for a person."""
    decisions = load_decisions(root)
    yield from decisions.problems
    for path, decision in decisions.by_path.items():
        yield from _about(path, decision)
    try:
        waiting = load_questions(root).open
    except Refused as refused:
        yield from refused.problems
        return
    if waiting:
        message = f"{len(waiting)} câu hỏi chưa trả lời; xem `cchc question list`"
        yield warning(f"{FOLDER}/{FILE}", 1, message)


def _about(path: str, decision: Decision) -> Iterator[Problem]:
    wanted = path_of(decision)
    if path != wanted:
        yield Problem(path, 1, f"tệp không đúng chỗ; chuyển thành {wanted}, hoặc sửa số, ngày ký")
    if decision.state is DecisionState.PROPOSED:
        unclear = ", chưa rõ ngày hiệu lực" if decision.must_ask else ""
        yield warning(path, 1, f"quyết định {decision.number} chờ xác nhận{unclear}")
