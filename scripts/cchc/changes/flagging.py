"""`cchc flag`: read files of any kind, look at them from the ward; nothing is written here."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.base.ward import Ward, load_ward
from cchc.changes.decisions.decision_flags import flag_decision
from cchc.changes.findings import Changes
from cchc.changes.holding import held_on
from cchc.changes.lists.ended import without_ended
from cchc.changes.lists.items import WardView
from cchc.changes.lists.list_flags import Since, flag_lists
from cchc.changes.lists.snapshot_sources import sources_of
from cchc.changes.reading import read_any, read_each
from cchc.procedures.decision import Decision, DocumentKind
from cchc.procedures.snapshots import load_snapshot
from cchc.procedures.store import load
from cchc.province.content import Content, Listing
from cchc.province.levels import ward_level


def flag_files(root: Path, paths: Iterable[Path], day: dt.date, accept: str = "") -> Changes:
    """Compare files with the ward's catalogue of a day; a refusal is an answer, not an error.

    `accept` is the reason why a person believes lists that the guards would refuse.
    """
    inputs, problems = read_each(paths, read_any)
    try:
        catalogue = load(root)
        held_on(catalogue, day)
        ward = load_ward(root)
        contents = [each for each in inputs if not isinstance(each, Decision)]
        since = _since(root, contents, day, accept)
    except Refused as refused:
        return Changes(refused=_told([*problems, *refused.problems]))
    ours, ended = catalogue.in_force(day), catalogue.abolished(day)
    view = WardView(ward_level(ward), ward.agency_code, ours.keys())
    found = without_ended(flag_lists(ours, contents, view, since), ended)
    decisions = tuple(
        flag_decision(each, ours, view.level, _deadline(each, ward), ended)
        for each in inputs
        if isinstance(each, Decision)
    )
    refusals = filter(None, (_told(problems), found.refused))
    return dataclasses.replace(found, refused="; ".join(refusals) or None, decisions=decisions)


def _told(problems: Iterable[Problem]) -> str:
    return "; ".join(f"{problem.path}: {problem.message}" for problem in problems)


def _deadline(decision: Decision, ward: Ward) -> dt.date | None:
    """Give the last working day for posting, counted from the day of signing."""
    if decision.signed is None or decision.document_kind is not DocumentKind.PUBLICATION:
        return None
    return ward.calendar.after(decision.signed, ward.posting_days)


def _since(root: Path, contents: Iterable[Content], day: dt.date, accept: str) -> Since:
    """Load the last accepted list of every source that the files are of."""
    sources = sources_of(each for each in contents if isinstance(each, Listing))
    loaded = ((key, load_snapshot(root, key)) for key in sources)
    return Since(day, {key: each for key, each in loaded if each}, accept.strip())
