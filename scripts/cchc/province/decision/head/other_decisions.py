"""Other decisions in a decision's file: one that it corrects, one that stands below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.base.text import fold, one_line
from cchc.procedures.decision import Doubt
from cchc.province.decision.files.blocks import Block, clip
from cchc.province.decision.head.effect import NUMBER, sentences
from cchc.province.decision.head.heading import OWN_NUMBER, Heading
from cchc.province.decision.head.title import CORRECTS, DECISION, FIRST_ARTICLE, lines_of
from cchc.province.numbers import LOOK_ALIKES, document_number

# The word QUYẾT ĐỊNH stands a few lines below a decision's own number.
BELOW_NUMBER = 8


def correction(heading: Heading) -> Iterator[Doubt]:
    """Doubt a document that corrects a decision (đính chính), and name the decision."""
    first = FIRST_ARTICLE.search(heading.body)
    for text in (heading.title, first[0] if first else ""):
        said = next((each for each in sentences(one_line(text)) if CORRECTS.search(fold(each))), "")
        if not said:
            continue
        numbers = dict.fromkeys(map(document_number, NUMBER.findall(said.translate(LOOK_ALIKES))))
        which = f"Quyết định {', '.join(numbers)}" if numbers else "một quyết định khác"
        message = f"văn bản này đính chính {which}; sửa quyết định đó theo nội dung đính chính"
        yield Doubt(message=message, words=clip(said))
        return


def second_decision(blocks: Sequence[Block], own: str) -> Iterator[Doubt]:
    """Doubt a file in which another decision follows: its rows are not this one's."""
    lines = [(line, block.page) for block in blocks for line in lines_of(block)]
    for place, (line, page) in enumerate(lines):
        found = OWN_NUMBER.search(line.translate(LOOK_ALIKES))
        below = [text for text, _ in lines[place + 1 : place + 1 + BELOW_NUMBER]]
        if found is None or not any(map(DECISION.fullmatch, below)):
            continue
        number = document_number(found[1])
        if number.casefold() != own.casefold():
            message = f"tệp có 2 quyết định ({own} và {number}); tách thành hai tệp rồi đọc lại"
            yield Doubt(page=page, message=message, words=clip(line))
            return
