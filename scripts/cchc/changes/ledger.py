"""What `cchc flag` remembers: proposals, questions, accepted lists; the same input adds nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.base.journal import write_together
from cchc.base.problems import Refused
from cchc.base.text import fold, name_key
from cchc.changes import findings
from cchc.changes.findings import Changes, DecisionFlags, Flag
from cchc.procedures.decision import (
    Decision,
    DecisionConfirmation,
    DecisionState,
    DocumentKind,
    Item,
)
from cchc.procedures.decision_files import canonical_decision, load_decisions, path_of
from cchc.procedures.questions import FILE as QUESTIONS
from cchc.procedures.questions import (
    Question,
    Questions,
    canonical_questions,
    load_questions,
    new_question,
)
from cchc.procedures.snapshot_text import canonical_snapshot
from cchc.procedures.snapshots import Snapshot, path_of_snapshot
from cchc.procedures.store import FOLDER

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
    known = dict(on_file.by_path)
    asked: list[Question] = []
    new: list[Decision] = []
    for found in changes.decisions:
        proposal = _proposal(found.decision, day)
        earlier = known.get(path_of(proposal))
        if earlier is None:
            known[path_of(proposal)] = proposal
            new.append(proposal)
        else:
            asked.extend(_about_known(earlier, found, day))
        # Asked again: a run that was cut off may have kept the decision and not its questions.
        if earlier is None or _waits(earlier, found.decision):
            asked.extend(_records(found.questions, day))
    asked.extend(_records((*changes.questions, *_of_flags(changes)), day))
    after = before.with_new(asked)
    write_together(root, dict(_texts(root, new, after, changes.accepted)))
    lists = tuple(path_of_snapshot(each.source) for each in changes.accepted)
    return Recorded(tuple(map(path_of, new)), len(after.all) - len(before.all), lists)


def _texts(
    root: Path, new: Iterable[Decision], questions: Questions, accepted: Iterable[Snapshot]
) -> Iterator[tuple[str, str]]:
    """Give every file of a run: proposals, questions and lists are written as one."""
    yield from ((path_of(each), canonical_decision(each)) for each in new)
    path = f"{FOLDER}/{QUESTIONS}"
    if questions.all or (root / path).exists():
        yield path, canonical_questions(questions)
    yield from ((path_of_snapshot(each.source), canonical_snapshot(each)) for each in accepted)


def _waits(known: Decision, read: Decision) -> bool:
    """Tell whether a decision on file still waits, and this is the file it was read from."""
    return known.state is DecisionState.PROPOSED and known.source.sha256 == read.source.sha256


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
    """Give what a decision says, whatever file it was read from: no page, no line break."""
    head = (decision.signed, decision.effective, decision.document_kind, fold(decision.issuer))
    return (*head, *map(_said, decision.items))


def _said(item: Item) -> tuple[object, ...]:
    texts = (item.name, item.received_at, item.field_of_service, item.time_limit, item.fee,
             item.legal_basis, item.changed)  # fmt: skip
    facts = (item.kind, item.code, item.levels, item.replaces, item.online_level)
    return (*facts, *(name_key(each or "") for each in texts))


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
