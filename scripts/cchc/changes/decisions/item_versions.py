"""From one item of a confirmed decision to the version that a procedure has from then on; pure."""

from __future__ import annotations

import datetime as dt

from cchc.changes.decisions.item_parts import changed_parts, published_by, source_of_decision
from cchc.procedures.decision import Decision, Item
from cchc.procedures.history import Abolition, HistoryEntry
from cchc.procedures.model import Procedure
from cchc.procedures.parts import Confirmation
from cchc.procedures.terms import ChangeKind


def new_version(item: Item, decision: Decision, since: dt.date) -> Procedure:
    """Make a procedure of what the decision says and no more: thin, and not confirmed.

    The item has a code.
    """
    bare = Procedure(
        code=item.code or "",
        name=item.name,
        field_of_service=item.field_of_service or "",
        levels=item.levels,
        decision=published_by(decision),
        sources=(source_of_decision(decision),),
    )
    said = bare.model_copy(update=changed_parts(bare, item, decision))
    return said.model_copy(update={"history": (_entry(item, decision, since, ()),)})


def amended_version(before: Procedure, item: Item, decision: Decision, since: dt.date) -> Procedure:
    """Give the procedure as before with the parts that the row changes, and what they are."""
    parts = changed_parts(before, item, decision)
    names = tuple(key_of(name) for name in parts if name != "cautions")
    changed = before.model_copy(
        update={
            **parts,
            "decision": published_by(decision),
            "sources": (*before.sources, source_of_decision(decision)),
            "history": (*before.history, _entry(item, decision, since, names)),
            "confirmed": _confirmed(before, decision),
            "abolished": None,
            "withdrawn": None,
        }
    )
    # What was known to be missing may be there now.
    still = tuple(key for key in before.unstated if key not in names)
    return changed.model_copy(update={"unstated": still})


def tombstone(
    before: Procedure,
    item: Item,
    decision: Decision,
    since: dt.date,
    replaced_by: tuple[str, ...] = (),
) -> Procedure:
    """Give what stays of a procedure that is no more: its name, its end, its history.

    No step, paper or fee: nobody may take them for valid. They stay in the version before.
    """
    kind = ChangeKind.REPLACED if replaced_by else ChangeKind.ABOLISHED
    return Procedure(
        code=before.code,
        name=before.name,
        plain_names=before.plain_names,
        keywords=before.keywords,
        field_of_service=before.field_of_service,
        received_at=before.received_at,
        portal_id=before.portal_id,
        related=tuple(code for code in before.related if code not in replaced_by),
        decision=published_by(decision),
        sources=(source_of_decision(decision),),
        confirmed=_by(decision),
        history=(*before.history, _entry(item, decision, since, (), kind)),
        abolished=Abolition(
            since=since,
            decision=published_by(decision),
            replaced_by=replaced_by,
            legal_basis=item.legal_basis or "",
        ),
    )


def key_of(name: str) -> str:
    """Give the YAML key of a field of the model: `legal_basis` is `can_cu`."""
    return str(Procedure.model_fields[name].alias)


def _entry(
    item: Item,
    decision: Decision,
    since: dt.date,
    parts: tuple[str, ...],
    kind: ChangeKind | None = None,
) -> HistoryEntry:
    return HistoryEntry(
        effective=since,
        kind=kind or item.kind or ChangeKind.AMENDED,
        decision=published_by(decision),
        parts=parts,
        words=item.changed or "",
    )


def _confirmed(before: Procedure, decision: Decision) -> Confirmation | None:
    """Keep a confirmed text confirmed, by who confirmed the decision; never confirm another."""
    return _by(decision) if before.confirmed else None


def _by(decision: Decision) -> Confirmation | None:
    said = decision.confirmed
    if said is None:
        return None
    return Confirmation(by=said.by, date=said.date, remark=f"theo Quyết định {decision.number}")
