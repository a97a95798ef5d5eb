"""Putting a source's facts into a procedure: only where the file is empty."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeVar

from cchc.base.models import Model
from cchc.procedures.completeness import unstated_parts
from cchc.procedures.model import Procedure
from cchc.procedures.parts import PublishingDecision
from cchc.province.numbers import document_number

M = TypeVar("M", bound=Model)

# Kept as they are: who the procedure is, what a person wrote of it, where it is handed in.
NEVER_FILLED = frozenset(
    {
        "code",
        "name",
        "plain_names",
        "received_at",
        "cautions",
        "related",
        "unstated",
        "sources",
        "confirmed",
    }
)
FILLED = tuple(
    name for name in Procedure.model_fields
    if name not in NEVER_FILLED
)  # fmt: skip


def filled(ours: Procedure, facts: Procedure) -> Procedure:
    """Give our procedure with the facts it lacked; the same object where it lacked none."""
    updates: dict[str, Any] = {
        name: getattr(facts, name)
        for name in FILLED
        if getattr(facts, name) and not getattr(ours, name)
    }
    inside = {
        "agencies": _completed(ours.agencies, facts.agencies),
        "decision": _decision(ours.decision, facts.decision),
        "services": _by_key(ours.services, facts.services, "code"),
        "legal_basis": _by_key(ours.legal_basis, facts.legal_basis, "number"),
    }
    updates |= {name: part for name, part in inside.items() if part != getattr(ours, name)}
    return _finished(ours, facts, updates) if updates else ours


def overlaid(ours: Procedure, facts: Procedure) -> Procedure:
    """Give our procedure with every fact of the source in place of ours; not confirmed."""
    names = (*FILLED, "name", "services")
    updates: dict[str, Any] = {name: getattr(facts, name) for name in names if getattr(facts, name)}
    updates["agencies"] = _completed(facts.agencies, ours.agencies)
    return _finished(ours, facts, updates | {"confirmed": None})


def _finished(ours: Procedure, facts: Procedure, updates: dict[str, Any]) -> Procedure:
    """Add the source's cautions; a part that has a source now is no longer an unstated one."""
    new = tuple(each for each in facts.cautions if each not in ours.cautions)
    after = ours.model_copy(update=updates | {"cautions": (*ours.cautions, *new)})
    empty = {each.key for each in unstated_parts(after)}
    return after.model_copy(update={"unstated": tuple(k for k in after.unstated if k in empty)})


def _completed(first: M, second: M) -> M:
    """Give the first record with the second's values where it has none."""
    empty = {
        name: value
        for name in type(first).model_fields
        if not getattr(first, name) and (value := getattr(second, name))
    }
    return first.model_copy(update=empty) if empty else first


def _decision(
    ours: PublishingDecision | None, facts: PublishingDecision | None
) -> PublishingDecision | None:
    """Add the day and issuer to the same decision; another decision is a difference."""
    if ours is None or facts is None:
        return ours or facts
    same = document_number(ours.number) == document_number(facts.number)
    return _completed(ours, facts) if same else ours


def _by_key(ours: tuple[M, ...], facts: tuple[M, ...], key: str) -> tuple[M, ...]:
    """Complete services by their codes, documents by their numbers; none is added beside ours.

    A code or number that the source has twice says nothing of one of them.
    """
    if not ours:
        return facts
    seen = Counter(getattr(each, key) for each in facts)
    theirs = {getattr(each, key): each for each in facts if seen[getattr(each, key)] == 1}
    theirs.pop("", None)
    return tuple(
        _completed(each, found) if (found := theirs.get(getattr(each, key))) else each
        for each in ours
    )
