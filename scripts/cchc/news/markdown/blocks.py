"""Blocks as the Markdown of a post's body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cchc.news.markdown.inlines import as_markdown, escaped, heading_end, in_brackets, line_start
from cchc.news.markdown.tables import table_text
from cchc.news.model import (
    Block,
    Blocks,
    Bullets,
    Figure,
    Heading,
    Inlines,
    Note,
    Numbered,
    Paragraph,
    Quote,
    Table,
)  # fmt: skip

INDENT = "    "
# Markdown would make one list of two that follow each other.
BETWEEN_LISTS = "<!-- -->"
CAPTIONED = "{ .anh }"
MORE = "<!-- more -->"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the page shows it: address, size in pixels, description."""

    address: str
    width: int
    height: int
    alt: str


def body_text(blocks: Blocks, images: Mapping[str, Image], more: int) -> str:
    """Write a post's body; `images` by the name in the file: those not there are left out.

    Lists of news show the first `more` blocks.
    """
    writer = _Writer(images)
    first, rest = writer.blocks(blocks[:more]), writer.blocks(blocks[more:])
    return "\n\n".join([*first, MORE, *rest, *writer.notes]) + "\n"


@dataclass
class _Writer:
    """Writes blocks; the footnotes met on the way gather in `notes`."""

    images: Mapping[str, Image]
    notes: list[str] = field(default_factory=list)
    inside_note: bool = False

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """Give the text of each block."""
        written: list[str] = []
        before: Block | None = None
        for block in blocks:
            text = self._block(block)
            if not text:
                continue
            if isinstance(block, Bullets | Numbered) and isinstance(before, Bullets | Numbered):
                written.append(BETWEEN_LISTS)
            written.append(text)
            before = block
        return written

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(inner):
                return line_start(self._line(inner))
            case Heading(level, inner):
                return f"{'#' * level} {heading_end(self._line(inner))}"
            case Bullets() | Numbered():
                return self._list(block)
            case Quote(inner_blocks):
                return _prefixed("\n\n".join(self.blocks(inner_blocks)), "> ")
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)

    def _list(self, block: Bullets | Numbered) -> str:
        texts = [self._item(item) for item in block.items]
        numbered = isinstance(block, Numbered)
        marks = (f"{at}. " if numbered else "- " for at in range(1, len(texts) + 1))
        loose = any("\n\n" in text for text in texts)
        items = (f"{mark}{_indented(text)}" for mark, text in zip(marks, texts, strict=True))
        return ("\n\n" if loose else "\n").join(items)

    def _item(self, item: Blocks) -> str:
        tight = len(item) > 1 and isinstance(item[0], Paragraph) and all(
            isinstance(each, Bullets | Numbered) for each in item[1:]
        )  # fmt: skip
        return ("\n" if tight else "\n\n").join(self.blocks(item))

    def _figure(self, figure: Figure) -> str:
        image = self.images.get(figure.picture.name)
        caption = self._line(figure.caption)
        if image is None:
            return line_start(caption)
        size = f'{{ width="{image.width}" height="{image.height}" loading="lazy" }}'
        shown = f"![{escaped(image.alt)}]({image.address}){size}"
        return f"{shown}\n{_emphasised(caption)}\n{CAPTIONED}" if caption else shown

    def _table(self, table: Table) -> str:
        text = table_text(table, self._note)
        caption = self._line(table.caption)
        return f"{line_start(caption)}\n\n{text}" if caption else text

    def _line(self, inlines: Inlines) -> str:
        return as_markdown(inlines, self._note).strip()

    def _note(self, note: Note) -> str:
        if self.inside_note:
            return escaped(in_brackets(note))
        self.inside_note = True
        text = "\n\n".join(self.blocks(note.blocks))
        self.inside_note = False
        number = len(self.notes) + 1
        self.notes.append(f"[^{number}]: {_indented(text)}")
        return f"[^{number}]"


def _emphasised(caption: str) -> str:
    return caption if caption.startswith("*") else f"*{caption}*"


def _indented(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{INDENT}{line}" if line else "" for line in rest)])


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}".rstrip() for line in text.split("\n"))
