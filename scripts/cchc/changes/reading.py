"""A file of any kind that `cchc flag` takes: a list, a record, or a decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias, TypeVar

from cchc.base.problems import Problem, Refused
from cchc.procedures.decision import Decision
from cchc.province import formats
from cchc.province.content import Content, Format

T = TypeVar("T")
Input: TypeAlias = Content | Decision

# An annex has these formats' headings too: only a look at the words above them tells.
LIKE_AN_ANNEX = frozenset({Format.OLDER_LIST, Format.WORD})


def read_any(path: Path) -> Input:
    """Read a file and tell by its content what it is. Raise `Refused` where it is nothing."""
    try:
        content = formats.read(path)
    except Refused as refused:
        decision = _as_decision(path) or _without_number(path)
        if decision is None:
            raise refused from None
        return decision
    if content.format in LIKE_AN_ANNEX and (decision := _as_decision(path)):
        return decision
    return content


def _as_decision(path: Path) -> Decision | None:
    # The decisions' readers (Word, PDF, HTML) are many modules: lists do not wait for them.
    from cchc.province.decision.read import read_if_decision  # noqa: PLC0415

    return read_if_decision(path)


def _without_number(path: Path) -> Decision | None:
    """Read a Word file that is no list as a decision without a number, if it has a list of them."""
    from cchc.province.decision.read import read_decision  # noqa: PLC0415

    if path.suffix.lower() != ".docx":
        return None
    try:
        decision = read_decision(path)
    except Refused:
        return None
    return decision if decision.items else None


def read_each(paths: Iterable[Path], read: Callable[[Path], T]) -> tuple[list[T], list[Problem]]:
    """Read every file; one that is refused takes no other with it."""
    inputs: list[T] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            inputs.append(read(path))
        except Refused as refused:
            problems.extend(refused.problems)
    return inputs, problems
