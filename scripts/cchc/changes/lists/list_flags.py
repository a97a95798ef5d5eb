"""The ward against lists and records: flags, questions, and the lists that may be believed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from cchc.changes.findings import Changes, Question
from cchc.changes.lists.compare import absent, compare
from cchc.changes.lists.coverage import coverage_of
from cchc.changes.lists.guards import contradicts, cut_short, faults_of, not_ours
from cchc.changes.lists.items import Source, WardView, source_of
from cchc.changes.lists.snapshot_guards import refusal
from cchc.changes.lists.snapshot_questions import each_once, questions_since
from cchc.changes.lists.snapshot_sources import snapshot_of, source_key, sources_of
from cchc.procedures.model import Procedure
from cchc.procedures.snapshots import Snapshot
from cchc.province.content import Content, Format, Listing

Part: TypeAlias = tuple[Content, Source]


@dataclass(frozen=True, slots=True)
class Since:
    """What was accepted before, by source; the day of this run; why a person believes the lists.

    With an `accept` reason no guard refuses a list but an empty one.
    """

    day: dt.date
    previous: Mapping[str, Snapshot] = field(default_factory=dict)
    accept: str = ""


def flag_lists(
    ward: Mapping[str, Procedure], contents: Iterable[Content], view: WardView, since: Since
) -> Changes:
    """Compare lists and records with the ward's procedures in force; pure.

    The files of one format are one list; a list that is refused takes no other with it.
    """
    groups: dict[Format, list[Part]] = defaultdict(list)
    for content in contents:
        groups[content.format].append((content, source_of(content, view)))
    found = [_group(ward, parts, view, since) for parts in groups.values()]
    whole = compare(ward, [source for part in found for source in part.sources])
    return replace(
        whole,
        refused="; ".join(part.refused for part in found if part.refused) or None,
        questions=each_once(question for part in found for question in part.questions),
        accepted=tuple(snapshot for part in found for snapshot in part.accepted),
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """What one list gave: its reason for refusal, or its sources, questions and snapshots."""

    refused: str = ""
    sources: tuple[Source, ...] = ()
    questions: tuple[Question, ...] = ()
    accepted: tuple[Snapshot, ...] = ()


def _group(
    ward: Mapping[str, Procedure], parts: list[Part], view: WardView, since: Since
) -> _Group:
    """Look at the files of one format: a refused source is left out, the others go on."""
    listings = [content for content, _ in parts if isinstance(content, Listing)]
    if not listings:
        return _Group(sources=tuple(source for _, source in parts))
    refused = _unbelievable(listings, view, since)
    believed = [each for each in listings if source_key(each) not in refused]
    reasons = list(refused.values())
    if not believed:
        return _Group("; ".join(reasons))
    if not since.accept and (reason := contradicts(believed)):
        return _Group("; ".join([*reasons, reason]))
    kept = tuple(source for content, source in parts if content in believed)
    items = [item for source in kept for item in source.items]
    codes = frozenset(item.code for item in items)
    coverage = coverage_of(believed, items, frozenset(ward))
    name = ", ".join(listing.source for listing in believed)
    if not since.accept and (cut := cut_short(ward, coverage, codes)):
        return _Group("; ".join([*reasons, f"{name}: {cut}"]))
    questions = (*_since_before(ward, believed, since), *absent(ward, coverage, kept))
    return _Group("; ".join(reasons), kept, questions, tuple(_accepted(believed, since)))


def _unbelievable(listings: list[Listing], view: WardView, since: Since) -> dict[str, str]:
    """Tell, by source, why a list is not believed: by itself, or beside the last accepted one."""
    refused: dict[str, str] = {}
    for key, whole in sources_of(listings).items():
        reason = None
        if not (since.accept and whole.rows):
            reason = faults_of(whole) or not_ours(whole, view.agency_code)
            reason = reason or refusal(whole, since.previous.get(key))
        if reason:
            refused[key] = f"{whole.source}: {reason}"
    return refused


def _since_before(
    ward: Mapping[str, Procedure], listings: list[Listing], since: Since
) -> Iterator[Question]:
    for key, whole in sources_of(listings).items():
        yield from questions_since(ward, whole, since.previous.get(key))


def _accepted(listings: list[Listing], since: Since) -> Iterator[Snapshot]:
    """Give the snapshots to keep: none where a source says just what it said before."""
    for key, whole in sources_of(listings).items():
        before = since.previous.get(key)
        now = snapshot_of(whole, since.day, since.accept, before)
        if before is None or (before.rows, before.columns) != (now.rows, now.columns):
            yield now
