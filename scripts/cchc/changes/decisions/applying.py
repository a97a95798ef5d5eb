"""`cchc apply`: what confirmed decisions make of procedures/, as a plan; pure.

The decisions go in the order of their effect; each sees the versions that the ones before it made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cchc.base.problems import Problem, warning
from cchc.base.yaml_read import Document
from cchc.changes.decisions.item_versions import amended_version, new_version, tombstone
from cchc.procedures.decision import Decision, DecisionAct, DecisionLogEntry, Item
from cchc.procedures.fields import Fields
from cchc.procedures.files import Version, file_name
from cchc.procedures.model import Procedure
from cchc.procedures.store import FOLDER, Catalogue, counted, version_on
from cchc.procedures.terms import ChangeKind


@dataclass(frozen=True, slots=True)
class Step:
    """One procedure changed by one decision: the version before (None: none) and after."""

    decision: Decision
    kind: ChangeKind
    before: Procedure | None
    after: Version


@dataclass(frozen=True, slots=True)
class ApplyPlan:
    """Steps in their order, the decisions marked as applied, the fields, notes for a person."""

    steps: tuple[Step, ...] = ()
    decisions: tuple[Decision, ...] = ()
    fields: Fields = field(default_factory=Fields)
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Act:
    """An item of a decision, and the day from which it holds."""

    item: Item
    decision: Decision
    since: dt.date


@dataclass
class _State:
    """The catalogue as it is after the steps planned so far."""

    fields: Fields
    versions: dict[str, tuple[Version, ...]]
    steps: list[Step] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def standing(self, code: str, day: dt.date) -> Procedure | None:
        """Give what holds of a code on a day; what is abolished by then does not."""
        version = version_on(self.versions.get(code, ()), day)
        return version.procedure if version and not version.procedure.abolished else None


def plan_apply(
    catalogue: Catalogue, confirmed: Iterable[tuple[Decision, tuple[Item, ...]]], day: dt.date
) -> ApplyPlan:
    """Plan decisions that are confirmed and not applied, each with its items of the ward."""
    state = _State(catalogue.fields, dict(catalogue.versions))
    done: list[Decision] = []
    for decision, items in sorted(confirmed, key=_in_order):
        for item in items:
            _carry_out(state, _Act(item, decision, decision.effective or day))
        entry = DecisionLogEntry(act=DecisionAct.APPLIED, date=day)
        done.append(decision.model_copy(update={"applied": day, "log": (*decision.log, entry)}))
    return ApplyPlan(tuple(state.steps), tuple(done), state.fields, tuple(state.notes))


def _in_order(pair: tuple[Decision, tuple[Item, ...]]) -> tuple[dt.date, dt.date, str]:
    decision = pair[0]
    first = dt.date.min
    return decision.effective or first, decision.signed or first, decision.number


def _carry_out(state: _State, act: _Act) -> None:
    item, code = act.item, act.item.code or ""
    here = state.standing(code, act.since)
    if item.kind is ChangeKind.ABOLISHED:
        if here:
            _put(state, tombstone(here, item, act.decision, act.since), act, here)
        else:
            state.notes.append(_not_ours(act.decision, code, item.name))
        return
    after = (
        amended_version(here, item, act.decision, act.since)
        if here
        else new_version(item, act.decision, act.since)
    )
    _put(state, after, act, here)
    for each in item.replaces:
        old = state.standing(each, act.since) if each != code else None
        if old:
            _put(state, tombstone(old, item, act.decision, act.since, (code,)), act, old)


def _put(state: _State, after: Procedure, act: _Act, before: Procedure | None) -> None:
    """Put a version into the state, and tell of later ones that were written without it."""
    every = state.versions.get(after.code, ())
    state.fields = state.fields.with_names((after.field_of_service,))
    known = state.fields.named(after.field_of_service)
    after = after.model_copy(update={"field_of_service": known.name if known else ""})
    after = _taken_back(every, act) or after
    folder = state.fields.folder_of(after.field_of_service)
    path = f"{FOLDER}/{folder}/{file_name(after.code, act.since)}"
    version = Version(after, act.since, path, Document(path, "", None))
    state.notes.extend(_later(every, after.code, act))
    kept = tuple(each for each in every if each.path != path)
    state.versions[after.code] = (*kept, version)
    kind = after.history[-1].kind if after.history else ChangeKind.AMENDED
    state.steps.append(Step(act.decision, kind, before, version))


def _taken_back(every: tuple[Version, ...], act: _Act) -> Procedure | None:
    """Give the version that this decision brought before it was reverted: edits in it stay."""
    for each in every:
        same_day = each.effective == act.since and each.procedure.withdrawn
        if same_day and brought_by(each.procedure, act.decision.number):
            return each.procedure.model_copy(update={"withdrawn": None})
    return None


def brought_by(procedure: Procedure, number: str) -> bool:
    """Tell whether a version is the work of a decision: its last history entry says so."""
    return bool(procedure.history) and procedure.history[-1].decision.number == number


def _later(every: tuple[Version, ...], code: str, act: _Act) -> Iterator[Problem]:
    for each in counted(every):
        if each.effective and each.effective > act.since:
            message = (
                f"bản có hiệu lực sau này được soạn khi chưa có Quyết định {act.decision.number}"
                f" ({code}); soát và sửa tay nếu cần"
            )
            yield warning(each.path, 1, message)


def _not_ours(decision: Decision, code: str, name: str) -> Problem:
    message = f"Quyết định {decision.number} bãi bỏ {code} “{name}” mà phường không có: bỏ qua"
    return warning(FOLDER, 0, message)


def last_versions(plan: ApplyPlan) -> Mapping[str, Version]:
    """Give the version to write at each path: two decisions of one day may change one file."""
    return {step.after.path: step.after for step in plan.steps}
