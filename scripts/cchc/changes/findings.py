"""What a run of `cchc flag` found, as data: flags, questions, decisions, refusals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc.base.problems import Problem
from cchc.changes.lists.differences import Difference
from cchc.procedures.decision import Decision, Item
from cchc.procedures.snapshots import Snapshot

NEW, DIFFERS, ABSENT = "moi", "khac", "vang_mat"


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing in a list that the ward's files do not say, or say otherwise."""

    kind: str
    code: str
    name: str
    concerns_ward: bool
    source: str
    line: int
    agencies: tuple[str, ...] = ()
    field_of_service: str = ""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only a person can answer; absence from a list is never an abolition.

    `decision` is the number of the decision that raised it, `about` what exactly is asked (the
    other name): two questions are the same where kind, code (or name), decision and about are.
    """

    kind: str
    code: str
    name: str
    text: str
    source: str
    decision: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class ItemFlag:
    """One item of a decision seen from the ward: whether it concerns it, why, what it means.

    `unplaced`: nothing says whose it is, so that a person must see whether it is the ward's.
    """

    item: Item
    concerns_ward: bool
    why: str
    meaning: str
    unplaced: bool = False


@dataclass(frozen=True, slots=True)
class DecisionFlags:
    """A decision with its items' flags, its questions, and the day by which the ward must post."""

    decision: Decision
    items: tuple[ItemFlag, ...]
    questions: tuple[Question, ...]
    deadline: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Flags and questions of lists, flags of decisions, and how many rows were looked at.

    `refused` gives the reasons where files could not be believed; the others are still here.
    `accepted` are the lists to remember for the next comparison; `unread` the rows of a believed
    list that could not be read.
    """

    refused: str | None = None
    flags: tuple[Flag, ...] = ()
    questions: tuple[Question, ...] = ()
    decisions: tuple[DecisionFlags, ...] = ()
    accepted: tuple[Snapshot, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[Problem, ...] = ()

    @property
    def found_anything(self) -> bool:
        """Whether a person has something to look at."""
        found = self.flags or self.questions or self.unread
        return bool(found or any(d.items for d in self.decisions))
