"""`cchc flag` without a file: every source is asked, what is new is read, flagged and recorded.

The ledger of what was read is written after the proposals: a crash in between reads once more
and loses nothing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.base.problems import Problem
from cchc.changes.findings import Changes, DecisionFlags
from cchc.changes.flagging import flag_files
from cchc.changes.ledger import Recorded, record
from cchc.procedures.decision import Decision
from cchc.province.sources.bring import bring_all
from cchc.province.sources.brought import Brought, BroughtFile, sha256_of
from cchc.province.sources.ledger import INTERNAL, READ, Entry, load_ledger, save_ledger
from cchc.province.sources.settings import load_sources

if TYPE_CHECKING:
    from cchc.province.sources.fetch import Fetcher


@dataclass(frozen=True, slots=True)
class SourceRun:
    """One source's run: what it brought, what was found in it, what was recorded."""

    brought: Brought
    found: Changes
    recorded: Recorded

    @property
    def failed(self) -> bool:
        """Whether the source gave nothing whole, or a file of it was refused."""
        return self.brought.failed or self.found.refused is not None


def flag_sources(
    root: Path,
    day: dt.date,
    *,
    write: bool = True,
    fetcher: Callable[[], Fetcher] | None = None,
) -> Iterator[SourceRun]:
    """Ask every source in turn. Raise `Refused` where sources.yml or the ledger is broken."""
    ledger = load_ledger(root)
    for brought in bring_all(root, load_sources(root), ledger, fetcher):
        runs = [_one(root, each, day, write=write) for each in brought.files]
        if write:
            ledger = ledger.with_entries(_entries(brought, runs, day))
            save_ledger(root, ledger)
        found = together(found for _, found, _ in runs)
        yield SourceRun(brought, found, _sum(recorded for _, _, recorded in runs))


def _one(
    root: Path, file: BroughtFile, day: dt.date, *, write: bool
) -> tuple[BroughtFile, Changes, Recorded]:
    found = flag_files(root, [file.path], day)
    found = dataclasses.replace(found, decisions=tuple(_of(found.decisions, file)))
    return file, found, record(root, found, day) if write else Recorded()


def _of(decisions: Iterable[DecisionFlags], file: BroughtFile) -> Iterator[DecisionFlags]:
    """Note in a decision where its file came from."""
    for each in decisions:
        source = each.decision.source.model_copy(
            update={"address": file.address, "file": each.decision.source.file or file.name}
        )
        decision: Decision = each.decision.model_copy(update={"source": source})
        yield dataclasses.replace(each, decision=decision)


def _entries(
    brought: Brought, runs: Iterable[tuple[BroughtFile, Changes, Recorded]], day: dt.date
) -> Iterator[Entry]:
    """List what was read, and what was left; a refused file is tried again next time."""
    key = brought.source.key
    for file, found, _ in runs:
        if found.refused is None:
            yield Entry(key, file.sha256, READ, day, file.name, file.address)
    for left in brought.left:
        yield Entry(key, sha256_of(left.address.encode()), INTERNAL, day, left.title, left.address)


def together(changes: Iterable[Changes]) -> Changes:
    """Put what several files gave into one."""
    every = list(changes)
    counts: dict[str, int] = {}
    for each in every:
        for what, number in each.counts.items():
            counts[what] = counts.get(what, 0) + number
    return Changes(
        refused="; ".join(each.refused for each in every if each.refused) or None,
        flags=tuple(flag for each in every for flag in each.flags),
        questions=tuple(question for each in every for question in each.questions),
        decisions=tuple(decision for each in every for decision in each.decisions),
        accepted=tuple(snapshot for each in every for snapshot in each.accepted),
        counts=counts,
        unread=tuple(problem for each in every for problem in each.unread),
    )


def _sum(recorded: Iterable[Recorded]) -> Recorded:
    every = list(recorded)
    return Recorded(
        proposals=tuple(path for each in every for path in each.proposals),
        questions=sum(each.questions for each in every),
        lists=tuple(path for each in every for path in each.lists),
    )


def sources_text(runs: Iterable[SourceRun]) -> str:
    """Say in a line a source what it gave, and below what is wrong or was left out."""
    return "\n".join(line for run in runs for line in _lines(run))


def _lines(run: SourceRun) -> Iterator[str]:
    brought = run.brought
    state = "LỖI" if brought.failed else f"{len(brought.files)} tệp mới"
    yield f"{brought.source.key}  {brought.source.name}: {state}"
    yield from (f"    {_told(problem)}" for problem in brought.problems)
    if brought.left:
        yield f"    {len(brought.left)} văn bản về quy trình nội bộ: chỉ ghi lại"


def _told(problem: Problem) -> str:
    return f"{problem.path}: {problem.message}"


def total_of(runs: Iterable[SourceRun]) -> tuple[Changes, Recorded]:
    """Give what all sources gave together."""
    every = list(runs)
    return together(run.found for run in every), _sum(run.recorded for run in every)
