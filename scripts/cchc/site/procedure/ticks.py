"""The papers of a dossier with a tick box each: what a reader has ready stays on their phone."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from cchc.procedures.model import Procedure
from cchc.procedures.parts import Case, Paper

LETTERS = 8


@dataclass(frozen=True, slots=True)
class Tick:
    """A paper and the key its tick is kept under."""

    key: str
    paper: Paper


def dossier(procedure: Procedure) -> tuple[tuple[Case, tuple[Tick, ...]], ...]:
    """Give the cases that have papers, with a key for each paper.

    The key comes from the words, not from the place in the list: when a decision puts a paper
    before another, no tick moves to a paper that the reader does not have.
    """
    seen: Counter[str] = Counter()
    return tuple(
        (case, tuple(_tick(case, paper, seen) for paper in case.papers))
        for case in procedure.cases
        if case.papers
    )


def _tick(case: Case, paper: Paper, seen: Counter[str]) -> Tick:
    words = f"{case.name}\n{paper.name}\n{paper.form}\n{paper.note}"
    seen[words] += 1
    said = f"{words}\n{seen[words]}".encode()
    return Tick(hashlib.sha256(said).hexdigest()[:LETTERS], paper)
