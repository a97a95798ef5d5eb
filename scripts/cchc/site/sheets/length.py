"""How long a sheet will be, reckoned from its letters: what surely fits nowhere is never set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from cchc.site.sheets.parts import CaseRows, SheetPart
from cchc.site.sheets.replies import Reply
from cchc.site.sheets.sheet import Sheet

# Everything is in points. An A4 page within the margins of sheets.typ:
PAGE_WIDTH, PAGE_HEIGHT = 510.0, 762.0
HALF, BESIDE_CODE, PAPER_NAME = 243.0, 408.0, 378.0
CODE_HEIGHT = 97.0
LETTERHEAD, FRAME, RULES = 26.0, 14.0, 14.0
SMALL, NORMAL, DENSE = 8.5, 10.0, 8.5
# A letter's mean width and a line's height, for letters of one point.
LETTER, LINE = 0.5, 1.28
HEADING = 2.3


def pages(sheet: Sheet) -> float:
    """Give about how many pages it takes, as a fraction; of real ones it is seldom a tenth off."""
    size = DENSE if sheet.dense else NORMAL
    height = LETTERHEAD + _head(sheet) + sum(_warned(each.text) for each in sheet.warnings)
    height += _answers(sheet.answers, size) + sum(_part(each, size) for each in sheet.parts)
    return (height + _text(sheet.ending, PAGE_WIDTH, SMALL) + SMALL) / PAGE_HEIGHT


def _text(text: str, width: float, size: float) -> float:
    return max(1, ceil(len(text) * LETTER * size / width)) * LINE * size


def _stack(texts: Iterable[str], width: float, size: float, gap: float) -> float:
    return sum(_text(each, width, size) + gap * size for each in texts)


def _head(sheet: Sheet) -> float:
    title = _text(sheet.title, BESIDE_CODE, sheet.size * 1.05)
    return max(CODE_HEIGHT, title + _stack(sheet.facts, BESIDE_CODE, SMALL, 0.0) + RULES)


def _warned(text: str) -> float:
    return FRAME + LINE * NORMAL + _text(text, PAGE_WIDTH - FRAME, NORMAL)


def _answers(answers: tuple[Reply, ...], size: float) -> float:
    columns = (answers[:2], answers[2:])
    return RULES + max(sum(_answer(each, size) for each in column) for column in columns)


def _answer(answer: Reply, size: float) -> float:
    asked = _text(answer.question + answer.term, HALF, size)
    return asked + _stack(answer.lines, HALF, size, 0.1) + 0.4 * size


def _part(part: SheetPart, size: float) -> float:
    if part.kind == "lines" and len(part.lines) == 1:
        line = f"{part.title} ({part.term}): {part.lines[0]}"
        return _text(line, PAGE_WIDTH, size) + 0.3 * size
    below = sum(_case_heights(part.cases, size))
    gap = 0.0 if part.kind == "papers" else 0.1
    return HEADING * size + below + _stack(part.lines, PAGE_WIDTH - FRAME, size, gap)


def _case_heights(cases: tuple[CaseRows, ...], size: float) -> Iterator[float]:
    for case in cases:
        yield _text(case.name, PAGE_WIDTH, NORMAL) + size if case.name else 0.0
        yield LINE * size + 6 if case.papers else 0.0
        for each in case.papers:
            note = _text(each.note, PAPER_NAME, SMALL) if each.note else 0.0
            yield _text(each.name, PAPER_NAME, size) + note + 4
        yield _stack(case.notes, PAGE_WIDTH, SMALL, 0.0)
