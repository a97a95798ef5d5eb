"""What a source says otherwise than our file: by meaning, not by tone mark, prefix or full stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.text import fold, name_key
from cchc.changes.lists.items import Item
from cchc.procedures.model import Procedure
from cchc.province.levels import agency_key
from cchc.province.numbers import document_number

NOTHING = "(chưa ghi)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A part (its YAML key and title) with our words and the source's."""

    key: str
    title: str
    ours: str
    theirs: str


def differences(ours: Procedure, item: Item) -> tuple[Difference, ...]:
    """List what differs; a part that one of the two does not know is no difference."""
    facts = item.facts
    return () if facts is None else tuple(_differences(ours, facts, item))


def _differences(ours: Procedure, facts: Procedure, item: Item) -> Iterator[Difference]:
    keys = {name_key(name) for name in (item.name, *item.names)}
    if item.names and name_key(ours.name) not in keys:
        yield _tell("name", ours.name, item.name)
    field, theirs = ours.field_of_service, facts.field_of_service
    if field and theirs and name_key(field) != name_key(theirs):
        yield _tell("field_of_service", field, theirs)
    if ours.online_level and facts.online_level and ours.online_level != facts.online_level:
        yield _tell("online_level", ours.online_level.label, facts.online_level.label)
    yield from _agencies(ours, facts)
    yield from _decision(ours, facts)
    yield from _audience(ours, facts)
    yield from _services(ours, facts)
    yield from _legal_basis(ours, facts)
    yield from _texts(ours, facts)


def _agencies(ours: Procedure, facts: Procedure) -> Iterator[Difference]:
    here, there = ours.agencies.executing, facts.agencies.executing
    if here and there and set(map(agency_key, here)) != set(map(agency_key, there)):
        yield _tell("agencies", "; ".join(here), "; ".join(there))


def _decision(ours: Procedure, facts: Procedure) -> Iterator[Difference]:
    if ours.decision and facts.decision:
        here, there = ours.decision.number, facts.decision.number
        if document_number(here).upper() != document_number(there).upper():
            yield _tell("decision", here, there)


def _audience(ours: Procedure, facts: Procedure) -> Iterator[Difference]:
    here, there = ours.audience, facts.audience
    if here and there and set(map(_audience_key, here)) != set(map(_audience_key, there)):
        yield _tell("audience", "; ".join(here), "; ".join(there))


def _audience_key(name: str) -> str:
    return fold(name).replace("htx", "hop tac xa")


def _services(ours: Procedure, facts: Procedure) -> Iterator[Difference]:
    here = {each.code: each for each in ours.services}
    if not here:
        return
    for each in facts.services:
        known = here.get(each.code)
        if known is None:
            yield _tell("services", NOTHING, f"{each.code} {each.name}".strip())
        elif known.address and each.address and known.address != each.address:
            yield _tell("services", known.address, each.address)


def _legal_basis(ours: Procedure, facts: Procedure) -> Iterator[Difference]:
    """Tell the documents that the source rests on and our file does not name."""
    here = {document_number(each.number).upper() for each in ours.legal_basis}
    there = [each.number for each in facts.legal_basis if each.number]
    missing = [number for number in there if document_number(number).upper() not in here]
    if here and missing:
        yield _tell("legal_basis", NOTHING, "; ".join(missing))


def _texts(ours: Procedure, facts: Procedure) -> Iterator[Difference]:
    """Compare the long parts, which only whole records have: letters and marks, not layout."""
    for name in ("methods", "cases", "steps", "results", "conditions"):
        here, there = getattr(ours, name), getattr(facts, name)
        if here and there and _words(here) != _words(there):
            yield _tell(name, f"{len(here)} mục", f"{len(there)} mục, nội dung khác")


def _words(parts: tuple[object, ...]) -> str:
    return fold(" ".join(str(each) for each in parts))


def _tell(name: str, ours: str, theirs: str) -> Difference:
    field = Procedure.model_fields[name]
    return Difference(str(field.alias), str(field.title), ours, theirs)


def gaps(ours: Procedure, after: Procedure) -> tuple[Difference, ...]:
    """List the parts that a source could fill in a file that must not be touched."""
    return tuple(
        _tell(name, NOTHING, "nguồn có nội dung")
        for name in Procedure.model_fields
        if name != "cautions" and getattr(ours, name) != getattr(after, name)
    )
