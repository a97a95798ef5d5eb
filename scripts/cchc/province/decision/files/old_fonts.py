"""Decisions typed for old fonts: recognised by their beginning, refused with the way out."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.base.old_fonts import ADVICE, old_font_of
from cchc.province.decision.files.blocks import Block, Paragraph

LETTERS_SEEN = 20_000


def old_font(blocks: Iterable[Block]) -> str | None:
    """Say what is wrong where the text is of an old font; None where it is Unicode."""
    font = old_font_of(_beginning(blocks))
    return ADVICE.format(name=font.value) if font else None


def _beginning(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    length = 0
    for block in blocks:
        text = block.text if isinstance(block, Paragraph) else block.words
        parts.append(text)
        length += len(text)
        if length > LETTERS_SEEN:
            break
    return "\n".join(parts)
