"""`cchc flag`: read the lists, guard, compare; a list in several files counts as one."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from cchc.base.problems import Refused
from cchc.base.ward import load_ward
from cchc.changes.compare import Changes, Question, absent, compare
from cchc.changes.coverage import coverage_of
from cchc.changes.guards import contradicts, cut_short, faults_of, not_ours
from cchc.changes.holding import held_on
from cchc.changes.importing import read_all
from cchc.changes.items import Source, WardView, source_of
from cchc.procedures.model import Procedure
from cchc.procedures.store import load
from cchc.province.content import Content, Format, Listing
from cchc.province.levels import ward_level


def flag_files(root: Path, paths: Iterable[Path], day: dt.date) -> Changes:
    """Compare files with the ward's catalogue of a day; a refusal is an answer, not an error."""
    try:
        contents = read_all(paths)
        catalogue = load(root)
        held_on(catalogue, day)
        ward = load_ward(root)
    except Refused as refused:
        return Changes(refused="; ".join(_told(refused)))
    ours = catalogue.in_force(day)
    view = WardView(ward_level(ward), ward.agency_code, ours.keys())
    return flag(ours, contents, view)


def _told(refused: Refused) -> list[str]:
    return [f"{problem.path}: {problem.message}" for problem in refused.problems]


def flag(ward: Mapping[str, Procedure], contents: Iterable[Content], view: WardView) -> Changes:
    """Compare what was read with the ward's procedures in force; pure."""
    everything = list(contents)
    read = [(content, source_of(content, view)) for content in everything]
    lists: dict[Format, list[tuple[Listing, Source]]] = defaultdict(list)
    for content, source in read:
        if isinstance(content, Listing):
            lists[content.format].append((content, source))
    questions: list[Question] = []
    for parts in lists.values():
        asked = _questions(ward, parts, view)
        if isinstance(asked, str):
            return Changes(refused=asked)
        questions.extend(asked)
    found = compare(ward, [source for _, source in read])
    return dataclasses.replace(found, questions=tuple(questions))


def _questions(
    ward: Mapping[str, Procedure], parts: list[tuple[Listing, Source]], view: WardView
) -> tuple[Question, ...] | str:
    """Ask about what one list, in one or more files, lacks; or tell why it is refused."""
    listings = [listing for listing, _ in parts]
    for listing in listings:
        if reason := faults_of(listing) or not_ours(listing, view.agency_code):
            return f"{listing.source}: {reason}"
    if reason := contradicts(listings):
        return reason
    items = [item for _, source in parts for item in source.items]
    coverage = coverage_of(listings, items, frozenset(ward))
    codes = frozenset(item.code for item in items)
    name = ", ".join(listing.source for listing in listings)
    if reason := cut_short(ward, coverage, codes):
        return f"{name}: {reason}"
    return absent(ward, coverage, codes, name)
