"""A file becomes a decision: `read_decision(path)`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.procedures.decision import Decision, DecisionSource, DocumentKind, Doubt, Item
from cchc.province.content import refuse
from cchc.province.decision.annex import checks
from cchc.province.decision.annex.annex import read_annex
from cchc.province.decision.annex.lines import Annex, Line
from cchc.province.decision.files.blocks import Document, clip
from cchc.province.decision.files.formats import is_decision, read_blocks
from cchc.province.decision.head.effect import Effect, Superseded, effect_in, superseded_in
from cchc.province.decision.head.head_checks import (
    NO_NUMBER,
    about_heading,
    about_number,
    declared_count,
    file_number,
    nothing_read,
)
from cchc.province.decision.head.heading import Heading, later_articles, read_heading
from cchc.province.decision.head.other_decisions import correction, second_decision
from cchc.province.decision.head.title import corrects
from cchc.province.decision.reading import Outcome, defaults_of, outcome_of
from cchc.province.text_files import read_bytes


def read_decision(path: Path) -> Decision:
    """Read a decision of any format. Raise `Refused` with what is wrong and what to do."""
    return decision_of(read_blocks(path), path)


def read_if_decision(path: Path) -> Decision | None:
    """Read a file where it is a decision; None where it is something else (a list, a record).

    A .pdf, .html, .doc or .rtf is never a list: it is a decision or refused.
    """
    return read_decision(path) if is_decision(path) else None


def decision_of(document: Document, path: Path) -> Decision:
    """Make a decision of a document's blocks; `path` names it and gives its SHA-256.

    Raise `Refused` where the document shows neither a number nor a list.
    """
    read = _read(document)
    heading = read.heading
    if not heading.number and not read.lines:
        raise refuse(path, "không thấy số quyết định (Số: …/QĐ-…), cũng không thấy bảng danh mục"
                     " thủ tục; không phải quyết định công bố thủ tục hành chính")  # fmt: skip
    number = heading.number or file_number(path) or NO_NUMBER
    return Decision(
        number=number,
        signed=heading.signed,
        effective=read.effect.date,
        must_ask=read.effect.date is None and heading.kind is DocumentKind.PUBLICATION,
        issuer=heading.issuer,
        title=clip(heading.title),
        document_kind=heading.kind,
        supersedes=read.superseded.numbers,
        source=DecisionSource(file=path.name, sha256=hashlib.sha256(read_bytes(path)).hexdigest()),
        items=read.items,
        doubts=(*document.doubts, *about_number(heading.number, number), *_doubts(read)),
        rows=len(read.lines) + len(read.outside),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What a document says: its head, and each line of its annex with what became of it."""

    heading: Heading
    annex: Annex
    effect: Effect
    superseded: Superseded
    lines: tuple[tuple[Line, Outcome], ...]
    items: tuple[Item, ...]
    outside: tuple[Doubt, ...]
    otherwise: tuple[Doubt, ...]
    others: tuple[Doubt, ...]


def _read(document: Document) -> _Read:
    heading = read_heading(document.blocks)
    before, after = document.blocks[: heading.annex], document.blocks[heading.annex :]
    annex = read_annex(after, workflow=heading.kind is DocumentKind.INTERNAL)
    body = f"{heading.body}\n{later_articles(after)}"
    # What a correction's title names are the kinds of the decision that it corrects.
    title = "" if corrects(heading.title) else heading.title
    defaults = defaults_of(title, document.scanned, annex.kinds)
    lines = tuple((line, outcome_of(line, defaults)) for line in annex.lines)
    items = tuple(outcome.item for _, outcome in lines if outcome.item)
    return _Read(
        heading=heading,
        annex=annex,
        effect=effect_in(body, heading.signed),
        superseded=superseded_in(body, heading.number),
        lines=lines,
        items=items,
        outside=tuple(checks.codes_outside((*before, *annex.rest), items)),
        otherwise=tuple(checks.kinds_outside(annex.rest, items)),
        others=(*correction(heading), *second_decision(document.blocks, heading.number)),
    )


def _doubts(read: _Read) -> Iterator[Doubt]:
    """Give all doubts, the head's first; an internal workflow's list changes nothing."""
    yield from about_heading(read.heading, read.effect, read.superseded)
    yield from read.others
    yield from read.annex.doubts
    yield from (doubt for _, outcome in read.lines for doubt in outcome.doubts)
    yield from checks.columns_twice(read.annex.lines)
    yield from checks.codes_twice(read.items)
    if read.heading.kind is not DocumentKind.INTERNAL:
        yield from checks.tables_unread(read.annex.unread)
    if read.heading.kind is DocumentKind.PUBLICATION:
        placed = [(line, outcome.item) for line, outcome in read.lines if outcome.item]
        yield from checks.kinds_unknown(placed)
        yield from read.otherwise
        yield from checks.replaced_without_new(placed)
        yield from checks.internal_codes(read.items)
        yield from checks.districts(read.items)
        yield from declared_count(read.heading, [item.kind for item in read.items])
        yield from nothing_read(read.heading, len(read.lines))
    yield from read.outside
