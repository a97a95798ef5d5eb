"""What `cchc flag` remembers: proposals, questions, accepted lists; the same input adds nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.base.problems import Refused
from cchc.changes import findings
from cchc.changes.findings import Changes, DecisionFlags, Flag
from cchc.procedures.decision import (
    Decision,
    DecisionConfirmation,
    DecisionState,
    DocumentKind,
)
from cchc.procedures.decision_files import load_decisions, path_of, save_decision
from cchc.procedures.questions import (
    Question,
    load_questions,
    new_question,
    save_questions,
)
from cchc.procedures.snapshots import path_of_snapshot, save_snapshot

INTERNAL = "quy trình nội bộ: ghi lại, không phải công bố thủ tục"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a run added: paths of new proposals, how many questions, paths of accepted lists."""

    proposals: tuple[str, ...] = ()
    questions: int = 0
    lists: tuple[str, ...] = ()


def record(root: Path, changes: Changes, day: dt.date) -> Recorded:
    """Write what is new of a run. Raise `Refused` where a file on record cannot be read."""
    on_file = load_decisions(root)
    if on_file.problems:
        raise Refused(on_file.problems)
    before = load_questions(root)
    asked: list[Question] = []
    new: list[Decision] = []
    for found in changes.decisions:
        known = on_file.of(found.decision)
        if known is None:
            new.append(_proposal(found.decision, day))
            asked.extend(_records(found.questions, day))
        else:
            asked.extend(_about_known(known, found, day))
    asked.extend(_records((*changes.questions, *_of_flags(changes)), day))
    after = before.with_new(asked)
    for decision in new:
        save_decision(root, decision)
    save_questions(root, after)
    for snapshot in changes.accepted:
        save_snapshot(root, snapshot)
    lists = tuple(path_of_snapshot(each.source) for each in changes.accepted)
    return Recorded(tuple(map(path_of, new)), len(after.all) - len(before.all), lists)


def recorded_text(recorded: Recorded) -> str:
    """Say what a run added."""
    if recorded == Recorded():
        return "Không có gì mới phải ghi."
    files = "".join(f"\n  {path}" for path in (*recorded.proposals, *recorded.lists))
    return (
        f"Đã ghi {len(recorded.proposals)} đề xuất, {recorded.questions} câu hỏi mới,"
        f" {len(recorded.lists)} danh sách để so lần sau.{files}"
    )


def _proposal(decision: Decision, day: dt.date) -> Decision:
    """Make the file of a decision just read: a proposal; an internal workflow is only recorded."""
    source = decision.source.model_copy(update={"received": day})
    if decision.document_kind is not DocumentKind.INTERNAL:
        return decision.model_copy(update={"source": source})
    note = DecisionConfirmation(date=day, remark=INTERNAL)
    return decision.model_copy(
        update={"source": source, "state": DecisionState.DISMISSED, "confirmed": note}
    )


def _about_known(known: Decision, found: DecisionFlags, day: dt.date) -> Iterator[Question]:
    """Ask about another file of a decision on record that does not say the same."""
    read = found.decision
    if read.source.sha256 == known.source.sha256 or _says(read) == _says(known):
        return
    text = (
        f"tệp {read.source.file} cùng số với quyết định đã ghi (từ tệp {known.source.file}) nhưng"
        " nội dung khác; xem tệp nào đúng"
    )
    yield new_question(
        kind="tep_khac",
        code="",
        name=f"Quyết định {read.number}",
        text=text,
        source=read.source.file,
        day=day,
        decision=read.number,
        about=read.source.sha256,
    )


def _says(decision: Decision) -> tuple[object, ...]:
    """Give what a decision changes, whatever file it was read from."""
    items = tuple((i.kind, i.code, i.name, i.levels, i.replaces) for i in decision.items)
    return decision.effective, decision.document_kind, items


def _records(asked: tuple[findings.Question, ...], day: dt.date) -> Iterator[Question]:
    for each in asked:
        yield new_question(
            kind=each.kind,
            code=each.code,
            name=each.name,
            text=each.text,
            source=each.source,
            day=day,
            decision=each.decision,
            about=each.about,
        )


def _of_flags(changes: Changes) -> tuple[findings.Question, ...]:
    """Turn a list's flags into questions: a list alone changes nothing."""
    return tuple(question for flag in changes.flags for question in _of_flag(flag))


def _of_flag(flag: Flag) -> Iterator[findings.Question]:
    if flag.kind == findings.NEW:
        agencies = ", ".join(flag.agencies)
        text = f"danh sách ghi là việc của cấp xã ({agencies}) nhưng phường chưa có; xem lại"
        yield findings.Question("moi", flag.code, flag.name, text, flag.source)
    for each in flag.differences:
        kind = KINDS.get(each.key, f"khac_{each.key}")
        start = "đã có quyết định mới" if kind == "quyet_dinh_moi" else f"{each.title} khác"
        text = f"{start}: phường ghi “{each.ours}”, danh sách ghi “{each.theirs}”"
        yield findings.Question(kind, flag.code, flag.name, text, flag.source, about=each.theirs)


KINDS = {"quyet_dinh": "quyet_dinh_moi", "ten": "ten_khac"}
