"""Headings: those of Word's styles, and the bold lines that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cchc.base.text import fold
from cchc.news.model import (
    Block,
    Blocks,
    Bullets,
    Heading,
    Inlines,
    Numbered,
    Paragraph,
    Styled,
    Text,
    is_wholly,
    without,
    words,
)  # fmt: skip
from cchc.news.word.names import Names

# A heading says in one line what follows; a bold sentence is a sentence said with weight.
LONGEST = 160
NOT_AT_END = (".", ";", ",", "!", "?")
NO_HEADING = re.compile(r"(?:ảnh|hình|bảng|biểu|nguồn)\b.{0,6}[:.]|[(\-–+•*]", re.IGNORECASE)
FIRST, DEEPEST = 2, 5
UNNUMBERED = 0
# How offices number: the rank of each form, the highest first.
RANKS = (
    re.compile(r"(?:phần|chương)\s+\w+", re.IGNORECASE),
    re.compile(r"[A-H][.)]\s"),
    re.compile(r"[IVX]+\s*[.)\-–:]\s"),
    re.compile(r"(?:điều\s+)?\d{1,2}\s*[.)\-–:]\s(?!\d)", re.IGNORECASE),
    re.compile(r"\d{1,2}\.\d{1,2}\.?\s"),
    re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s"),
    re.compile(r"[a-zđ][.)]\s"),
)


def rank(text: str) -> int:
    """Give the rank of a line's number: 1 (Phần) the highest, 0 where it has none.

    “C.” and “I.” are both letters and Roman numbers: offices number by I, II, III.
    """
    if RANKS[2].match(text):
        return 3
    return next((at for at, form in enumerate(RANKS, start=1) if form.match(text)), UNNUMBERED)


def find_headings(blocks: Blocks, names: Names) -> Blocks:
    """Make headings of bold lines; set levels from 2 on without gaps; no shouting."""
    styled = any(isinstance(each, Heading) for each in blocks)
    spread = [each for block in blocks for each in _spread(block)]
    bold = [isinstance(each, Paragraph) and is_heading(each.inner) for each in spread]
    # The last line of a paper has nothing below that it could head.
    marked = list(zip(spread, [*bold[:-1], False], strict=True)) if spread else []
    levels = _levels(marked, styled=styled)
    made = (_heading(block, level, names) for (block, _), level in zip(marked, levels, strict=True))
    return tuple(_without_gaps(made))


def is_heading(inlines: Inlines) -> bool:
    """Tell a bold line that heads what follows from a bold sentence."""
    text = words(inlines).strip()
    return (
        is_wholly("strong", inlines)
        and len(text) <= LONGEST
        and not text.endswith(NOT_AT_END)
        and not NO_HEADING.match(text)
    )


def _spread(block: Block) -> Iterator[Block]:
    """Take a list apart whose every item is one bold line: Word numbers headings so too."""
    items = block.items if isinstance(block, Numbered | Bullets) else ()
    lines = [item[0].inner for item in items if len(item) == 1 and isinstance(item[0], Paragraph)]
    if not items or len(lines) < len(items) or not all(is_heading(line) for line in lines):
        yield block
        return
    labels = block.labels if isinstance(block, Numbered) else ("",) * len(items)
    for label, line in zip(labels, lines, strict=True):
        text = f"{label} {words(line)}" if label else words(line)
        yield Paragraph((Styled("strong", (Text(text.strip()),)),))


def _levels(marked: list[tuple[Block, bool]], *, styled: bool) -> list[int]:
    """Give each block's level as a heading, 0 for none."""
    ranks = sorted({rank(_text(block)) for block, bold in marked if bold} - {UNNUMBERED})
    levels: list[int] = []
    above = FIRST - 1
    for block, bold in marked:
        level = 0
        if isinstance(block, Heading):
            level = above = block.level + 1
        elif bold:
            of_line = rank(_text(block))
            level = above + 1
            if of_line and not styled:
                level = above = FIRST + ranks.index(of_line)
        levels.append(level)
    return levels


def _text(block: Block) -> str:
    return words(block.inner).strip() if isinstance(block, Paragraph | Heading) else ""


def _heading(block: Block, level: int, names: Names) -> Block:
    if not level or not isinstance(block, Paragraph | Heading):
        return block
    plain = without("emph", without("strong", block.inner))
    if len(plain) == 1 and isinstance(only := plain[0], Text):
        plain = (Text(names.as_sentence(only.words.strip().rstrip(":").strip())),)
    return Heading(level, plain)


def _without_gaps(blocks: Iterator[Block]) -> Iterator[Block]:
    """Keep a heading at most one level below the one above it."""
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            above = [level for level in above if level < block.level]
            above.append(block.level)
            yield replace(block, level=min(FIRST - 1 + len(above), DEEPEST))
        else:
            yield block


def is_kind_of_paper(text: str) -> bool:
    """Tell a line that only names the kind of paper: BÁO CÁO, KẾ HOẠCH."""
    return fold(text).strip(" :.") in KINDS


KINDS = frozenset(
    map(fold, (
        "báo cáo", "kế hoạch", "thông báo", "quyết định", "tờ trình", "hướng dẫn", "chương trình",
        "nghị quyết", "chỉ thị", "biên bản", "giấy mời", "thư mời", "thư ngỏ", "đề án", "phương án",
        "bài tuyên truyền", "tin", "bài viết", "đề cương tuyên truyền", "quy chế", "công điện",
        "quy định", "thông cáo", "lịch tiếp công dân", "danh sách", "tin bài",
    ))
)  # fmt: skip
