"""What an import will do: a pure plan, made before anything is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from cchc.base.problems import Problem
from cchc.changes.imports.decide import Choice, Held, Outcome, Verdict, decide
from cchc.changes.lists.differences import Difference
from cchc.changes.lists.items import Item, Source
from cchc.procedures.fields import Fields
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue
from cchc.province.content import Format


@dataclass(frozen=True, slots=True)
class Write:
    """A file to write; `leaves` is the path it moves away from, for a procedure now sorted."""

    procedure: Procedure
    effective: dt.date | None
    leaves: str = ""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What becomes of one file: rows by outcome, differences by code, problems."""

    name: str
    format: Format
    counts: Mapping[Outcome, int]
    created: tuple[tuple[str, str], ...] = ()
    differing: tuple[tuple[str, str, tuple[Difference, ...]], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def rows(self) -> int:
        """All rows or records of the file: the sum of its counts."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole import: the fields, the files to write, the paths to clear, the reports.

    `unseen` are codes that the person asked for and no source names.
    """

    fields: Fields
    writes: tuple[Write, ...]
    clears: tuple[str, ...]
    reports: tuple[FileReport, ...]
    unseen: tuple[str, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Tell whether something differs or could not be read: a person must look."""
        told = any(report.differing or report.problems for report in self.reports)
        return told or bool(self.unseen)


@dataclass
class _State:
    """The catalogue as it will be after the files planned so far."""

    fields: Fields
    held: dict[str, Held]
    changed: dict[tuple[str, dt.date | None], Write] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)


def make_plan(
    catalogue: Catalogue, held: Mapping[str, Held], sources: Iterable[Source], choice: Choice
) -> Plan:
    """Plan the import of sources, one after the other; nothing is read or written here."""
    state = _State(catalogue.fields, dict(held))
    every = list(sources)
    reports = tuple(_plan_source(state, source, choice) for source in every)
    _fill_late(state, every, choice)
    seen = {item.code for source in every for item in source.items}
    writes = tuple(state.changed[key] for key in sorted(state.changed, key=_by_code))
    clears = tuple(each.leftover for each in held.values() if each.leftover)
    unseen = tuple(sorted((choice.create | choice.only) - seen))
    return Plan(state.fields, writes, clears, reports, unseen)


def _fill_late(state: _State, sources: Iterable[Source], choice: Choice) -> None:
    """Fill from items passed over before a later one made their procedure: a second run would."""
    late = state.skipped & state.held.keys()
    for source in sources if late else ():
        dated = _dated(source, choice)
        for item in source.items:
            if item.code in late:
                _apply(state, item, decide(item, state.held.get(item.code), source, dated))


def _dated(source: Source, choice: Choice) -> Choice:
    """Date the facts by the file's own day where it says one."""
    return replace(choice, source_date=source.dated or choice.day) if choice.own_date else choice


def _by_code(key: tuple[str, dt.date | None]) -> tuple[str, dt.date]:
    return key[0], key[1] or dt.date.min


def _plan_source(state: _State, source: Source, choice: Choice) -> FileReport:
    counts: Counter[Outcome] = Counter()
    created: list[tuple[str, str]] = []
    differing: list[tuple[str, str, tuple[Difference, ...]]] = []
    choice = _dated(source, choice)
    for item in source.items:
        verdict = decide(item, state.held.get(item.code), source, choice)
        counts[verdict.outcome] += 1
        counts[Outcome.SAME_CODE] += item.rows - 1
        if verdict.differences:
            differing.append((item.code, item.name, verdict.differences))
        if verdict.outcome is Outcome.CREATED:
            created.append((item.code, item.name))
        if item.code not in state.held and verdict.procedure is None:
            state.skipped.add(item.code)
        _apply(state, item, verdict)
    counts[Outcome.PROBLEM] = sum(1 for problem in source.problems if _is_row(problem))
    return FileReport(
        source.name, source.format, counts, tuple(created), tuple(differing), source.problems
    )


def _is_row(problem: Problem) -> bool:
    """Errors stand for a row that is lost; warnings tell of a part left out of a row."""
    return problem.severity.name == "ERROR"


def _apply(state: _State, item: Item, verdict: Verdict) -> None:
    """Put a verdict's procedure into the state, its field in the list's own writing."""
    if verdict.procedure is None:
        return
    name = verdict.procedure.field_of_service
    state.fields = state.fields.with_names((name,))
    known = state.fields.named(name)
    procedure = verdict.procedure.model_copy(
        update={"field_of_service": known.name if known else ""}
    )
    before = state.held.get(item.code)
    key = (item.code, verdict.effective)
    leaves = before.path if before and verdict.effective == before.effective else ""
    state.changed[key] = Write(procedure, verdict.effective, leaves)
    if verdict.outcome is not Outcome.DATED:
        later = before.later if before else frozenset()
        state.held[item.code] = Held(procedure, verdict.effective, leaves, later)
