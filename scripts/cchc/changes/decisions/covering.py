"""Which questions a confirmed decision answers: what it says of the code, and its own."""

from __future__ import annotations

import datetime as dt

from cchc.base.clock import show_date
from cchc.procedures.decision import Decision
from cchc.procedures.questions import Answer, Question, Questions

# Raised by a list, or about the code: the decision says what holds.
ABOUT_CODE = frozenset({"moi", "vang_mat", "quyet_dinh_moi", "ten_khac", "da_co", "sua_doi_chua_co",
                        "bai_bo_chua_co", "con_sau_bai_bo"})  # fmt: skip
# A list that differs in one part: `khac_linh_vuc`.
DIFFERING = "khac_"
# About the decision itself: who confirmed it has read it.
ABOUT_DECISION = frozenset({"ngay_hieu_luc", "loai_van_ban", "khong_ro_cap", "doc_chua_chac",
                            "khong_ma", "khong_ro_loai", "noi_khac"})  # fmt: skip


def answered_by(questions: Questions, decision: Decision, by: str, day: dt.date) -> Questions:
    """Answer the open questions that a decision, just confirmed, covers; the others stay open."""
    taken = [item for item in decision.items if not item.skipped]
    codes = {code for item in taken for code in (item.code, *item.replaces) if code}
    signed = f" ngày {show_date(decision.signed)}" if decision.signed else ""
    answer = Answer(because=f"Quyết định {decision.number}{signed} đã xác nhận", by=by, date=day)
    covered = [each.id for each in questions.open if _covers(each, decision, codes)]
    for question_id in covered:
        questions = questions.answered(question_id, answer)
    return questions


def _covers(question: Question, decision: Decision, codes: set[str]) -> bool:
    kind = question.kind
    if question.decision == decision.number and kind in ABOUT_DECISION:
        return not question.code or question.code in codes
    return question.code in codes and (kind in ABOUT_CODE or kind.startswith(DIFFERING))
