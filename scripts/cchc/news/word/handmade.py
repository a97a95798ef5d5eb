"""Lists that people type by hand: lines that begin with a dash, and with a plus below a dash."""

from __future__ import annotations

import re
from itertools import pairwise

from cchc.news.model import (
    Block,
    Blocks,
    Bullets,
    Inlines,
    Numbered,
    Paragraph,
    Quote,
    Styled,
    Text,
    words,
)  # fmt: skip

# “-5 độ” is no item; “-Nội dung” is one.
MARK = re.compile(r"(?P<mark>[-–—•·▪●*+])(?:\s+(?=\S)|(?=[^\W\d]))")
INNER = "+"


def gather_lists(blocks: Blocks) -> Blocks:
    """Make lists of typed dashes; join no more than one list of lines that follow each other."""
    gathered: list[Block] = []
    items: list[tuple[str, Paragraph]] = []
    for block in blocks:
        mark = MARK.match(words(block.inner)) if isinstance(block, Paragraph) else None
        if mark and isinstance(block, Paragraph):
            items.append((mark["mark"], Paragraph(_cut(block.inner, mark.end()))))
            continue
        gathered.extend(_lists(items))
        items = []
        gathered.append(Quote(gather_lists(block.blocks)) if isinstance(block, Quote) else block)
    gathered.extend(_lists(items))
    return tuple(gathered)


def _lists(items: list[tuple[str, Paragraph]]) -> list[Block]:
    if not items:
        return []
    outer = items[0][0]
    made: list[list[Block]] = []
    inner: list[Paragraph] = []
    for mark, paragraph in items:
        if mark == INNER != outer:
            inner.append(paragraph)
            continue
        _close(made, inner)
        inner = []
        made.append([paragraph])
    _close(made, inner)
    return [Bullets(tuple(map(tuple, made)))]


def _close(made: list[list[Block]], inner: list[Paragraph]) -> None:
    if inner:
        made[-1].append(Bullets(tuple((each,) for each in inner)))


def _cut(inlines: Inlines, letters: int) -> Inlines:
    """Take so many letters off the beginning, through styles."""
    rest: list[object] = []
    for each in inlines:
        length = len(words([each]))
        if letters >= length and letters:
            letters -= length
            continue
        if letters and isinstance(each, Text):
            rest.append(Text(each.words[letters:]))
        elif letters and isinstance(each, Styled):
            rest.append(Styled(each.style, _cut(each.inner, letters)))
        else:
            rest.append(each)
        letters = 0
    return tuple(rest)  # type: ignore[arg-type]


def keep_numbers(blocks: Blocks) -> Blocks:
    """Write numbers that Markdown would count anew as the words they are.

    A list that goes on after other paragraphs, begins with another number than 1, or counts by
    letters becomes paragraphs with their numbers in front.
    """
    places = [at for at, block in enumerate(blocks) if isinstance(block, Numbered)]
    kept = {at for at in places if not _is_plain(blocks[at])}
    for before, after in pairwise(places):
        if after in kept and _goes_on(blocks[before], blocks[after]):
            kept.add(before)
    return tuple(
        each for at, block in enumerate(blocks)
        for each in (_labelled(block) if at in kept else (_inside(block),))
    )  # fmt: skip


def _is_plain(block: Block) -> bool:
    return isinstance(block, Numbered) and block.plain and block.start == 1


def _goes_on(before: Block, after: Block) -> bool:
    if not isinstance(before, Numbered) or not isinstance(after, Numbered):
        return False
    return before.plain == after.plain and after.start == before.start + len(before.items)


def _labelled(block: Block) -> Blocks:
    if not isinstance(block, Numbered):
        return (block,)
    return tuple(
        each
        for label, item in zip(block.labels, block.items, strict=True)
        for each in _with_label(label, keep_numbers(item))
    )


def _with_label(label: str, item: Blocks) -> Blocks:
    if item and isinstance(first := item[0], Paragraph):
        return (Paragraph((Text(f"{label} "), *first.inner)), *item[1:])
    return (Paragraph((Text(label),)), *item)


def _inside(block: Block) -> Block:
    match block:
        case Bullets(items):
            return Bullets(tuple(map(keep_numbers, items)))
        case Numbered(start, plain, labels, items):
            return Numbered(start, plain, labels, tuple(map(keep_numbers, items)))
        case Quote(inner):
            return Quote(keep_numbers(inner))
        case _:
            return block
