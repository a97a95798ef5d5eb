"""Confirm, dismiss, post, apply, revert: read the files, plan, write all together."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.base.encoding import MAX_BYTES
from cchc.base.journal import write_together
from cchc.base.problems import Problem, Refused, errors
from cchc.base.ward import load_ward
from cchc.changes.decisions.applying import ApplyPlan, last_versions, plan_apply
from cchc.changes.decisions.confirming import Confirming, confirm, dismiss, posted
from cchc.changes.decisions.covering import answered_by
from cchc.changes.decisions.decision_flags import flag_decision
from cchc.changes.decisions.reverting import RevertPlan, plan_revert
from cchc.changes.findings import DecisionFlags
from cchc.changes.holding import held_on
from cchc.changes.status import is_waiting
from cchc.procedures.decision import Decision, Item
from cchc.procedures.decision_files import (
    Decisions,
    canonical_decision,
    load_decisions,
    path_of,
)
from cchc.procedures.fields import FILE as FIELDS_FILE
from cchc.procedures.fields import canonical_fields
from cchc.procedures.files import canonical
from cchc.procedures.questions import FILE as QUESTIONS_FILE
from cchc.procedures.questions import canonical_questions, load_questions
from cchc.procedures.store import FOLDER, Catalogue, load
from cchc.province.levels import ward_level


def sound_decisions(root: Path) -> Decisions:
    """Load every decision. Raise `Refused` where one cannot be read: none may be overlooked."""
    decisions = load_decisions(root)
    if found := errors(decisions.problems):
        raise Refused(found)
    return decisions


def flags_of(
    root: Path, decision: Decision, day: dt.date, catalogue: Catalogue | None = None
) -> DecisionFlags:
    """Look at a decision on file from the ward as it is on a day."""
    ward = load_ward(root)
    catalogue = catalogue or load(root)
    ours, ended = catalogue.in_force(day), catalogue.abolished(day)
    signed, days = decision.signed, ward.posting_days
    deadline = ward.calendar.after(signed, days) if signed else None
    return flag_decision(decision, ours, ward_level(ward), deadline, ended)


def confirm_decision(root: Path, number: str, said: Confirming) -> Decision:
    """Confirm, and answer the questions that the decision covers; write both together."""
    path, decision = sound_decisions(root).find(number)
    after = confirm(flags_of(root, decision, said.day), said, path)
    questions = load_questions(root)
    answered = answered_by(questions, after, said.by, said.day)
    texts = {path: canonical_decision(after)}
    if answered != questions:
        texts[f"{FOLDER}/{QUESTIONS_FILE}"] = canonical_questions(answered)
    write_together(root, texts)
    return after


def dismiss_decision(root: Path, number: str, because: str, by: str, day: dt.date) -> Decision:
    """Leave a decision aside, with the reason."""
    path, decision = sound_decisions(root).find(number)
    after = dismiss(decision, because, by, day, path)
    write_together(root, {path: canonical_decision(after)})
    return after


def post_decision(root: Path, number: str, on: dt.date, by: str, day: dt.date) -> Decision:
    """Note the day on which a decision's procedures were posted on the notice board."""
    path, decision = sound_decisions(root).find(number)
    after = posted(decision, on, by, day, path)
    write_together(root, {path: canonical_decision(after)})
    return after


def plan_all(root: Path, day: dt.date) -> ApplyPlan:
    """Plan every confirmed decision that is not applied. Raise `Refused` for broken files."""
    catalogue = load(root)
    held_on(catalogue, day)
    waiting = [d for d in sound_decisions(root).by_path.values() if is_waiting(d)]
    pairs = [(each, _items(flags_of(root, each, day, catalogue))) for each in waiting]
    plan = plan_apply(catalogue, pairs, day)
    _check_sizes(plan)
    return plan


def carry_out_plan(root: Path, plan: ApplyPlan) -> tuple[str, ...]:
    """Write versions, fields and decisions as one; give the paths that changed."""
    texts = {p: canonical(v.procedure) for p, v in last_versions(plan).items()}
    if plan.steps:
        texts[f"{FOLDER}/{FIELDS_FILE}"] = canonical_fields(plan.fields)
    texts |= {path_of(each): canonical_decision(each) for each in plan.decisions}
    return write_together(root, texts)


def revert_decision(root: Path, number: str, because: str, by: str, day: dt.date) -> RevertPlan:
    """Take a confirmed decision back and mark its versions; write all together."""
    path, decision = sound_decisions(root).find(number)
    plan = plan_revert(load(root), decision, because, by, day, path)
    texts = {version.path: canonical(procedure) for version, procedure in plan.versions}
    write_together(root, {**texts, path: canonical_decision(plan.decision)})
    return plan


def _items(found: DecisionFlags) -> tuple[Item, ...]:
    """Give the items to carry out: the ward's, and not left out by who confirmed."""
    ours = (flag.item for flag in found.items if flag.concerns_ward)
    return tuple(item for item in ours if not item.skipped)


def _check_sizes(plan: ApplyPlan) -> None:
    for path, version in last_versions(plan).items():
        if len(canonical(version.procedure).encode()) > MAX_BYTES:
            message = f"nội dung mới quá lớn cho một tệp ({MAX_BYTES // 1024} KB)"
            raise Refused([Problem(path, 0, message)])
