"""A list that still names what the ward has abolished: a question, not a new procedure; pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from cchc.base.clock import show_date
from cchc.changes.findings import NEW, Changes, Flag, Question
from cchc.procedures.model import Procedure

STILL_THERE = "con_sau_bai_bo"


def without_ended(changes: Changes, ended: Mapping[str, Procedure]) -> Changes:
    """Turn the flags of new procedures that are tombstones of the ward into questions."""
    still = [each for each in changes.flags if each.kind == NEW and each.code in ended]
    if not still:
        return changes
    flags = tuple(each for each in changes.flags if each.kind != NEW or each.code not in ended)
    asked = (_ask(each, ended[each.code]) for each in still)
    return dataclasses.replace(changes, flags=flags, questions=(*changes.questions, *asked))


def _ask(flag: Flag, stone: Procedure) -> Question:
    end = stone.abolished
    since = f" từ {show_date(end.since)} theo Quyết định {end.decision.number}" if end else ""
    text = (
        f"phường đã ghi bãi bỏ thủ tục này{since} nhưng danh sách vẫn có; xem danh sách cũ"
        " hay quyết định khác đã ban hành lại"
    )
    return Question(STILL_THERE, flag.code, flag.name, text, flag.source)
