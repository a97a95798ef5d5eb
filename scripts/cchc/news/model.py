"""The text of a paper as plain values: blocks of inlines, whoever read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["strong", "emph", "del", "sub", "sup", "code"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words, in composed letters, with single plain spaces; no line breaks."""

    words: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Inlines in one style."""

    style: Style
    inner: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a safe address (http, https, mailto, tel)."""

    target: str
    inner: Inlines


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, where it is called."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name in the file, and the description Word holds of it."""

    name: str
    alt: str


Inline: TypeAlias = Text | Break | Styled | Link | Note | Picture
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inner: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the highest level."""

    level: int
    inner: Inlines


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list with numbers: `labels` as the paper shows them (`4.`, `a)`, `II.`)."""

    start: int
    plain: bool
    labels: tuple[str, ...]
    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on its own, with its caption (maybe empty)."""

    picture: Picture
    caption: Inlines


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, as many rows down and columns across as it is merged over."""

    blocks: Blocks
    down: int = 1
    across: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first `heads` rows name the columns."""

    heads: int
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines


Block: TypeAlias = Paragraph | Heading | Bullets | Numbered | Quote | Figure | Table
Blocks: TypeAlias = tuple[Block, ...]


def words(inlines: Iterable[Inline]) -> str:
    """Give the words of inlines without styles, notes and pictures; a break as a space."""
    return "".join(_words(each) for each in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Break():
            return " "
        case Styled(inner=inner) | Link(inner=inner):
            return words(inner)
        case _:
            return ""


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of every paragraph, heading, caption and cell, in order."""
    for block in blocks:
        match block:
            case Paragraph(inner) | Heading(inner=inner):
                yield words(inner)
            case Bullets(items) | Numbered(items=items):
                for item in items:
                    yield from lines_of(item)
            case Quote(inner_blocks):
                yield from lines_of(inner_blocks)
            case Figure(caption=caption):
                yield words(caption)
            case Table(rows=rows, caption=caption):
                yield words(caption)
                yield from (line for row in rows for cell in row for line in lines_of(cell.blocks))


def figures_in(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Give every picture that stands on its own, in order, also those inside lists and tables."""
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Bullets(items) | Numbered(items=items):
                yield from (each for item in items for each in figures_in(item))
            case Quote(inner):
                yield from figures_in(inner)
            case Table(rows=rows):
                cells = (cell for row in rows for cell in row)
                yield from (each for cell in cells for each in figures_in(cell.blocks))
            case _:
                pass


def is_wholly(style: Style, inlines: Inlines) -> bool:
    """Tell whether all words are in one style, and there are words."""
    marked = [each for each in inlines if _words(each).strip(" :.")]
    return bool(marked) and all(_is(style, each) for each in marked)


def _is(style: Style, inline: Inline) -> bool:
    if not isinstance(inline, Styled):
        return False
    return inline.style == style or is_wholly(style, inline.inner)


def without(style: Style, inlines: Inlines) -> Inlines:
    """Give the inlines with one style taken off."""
    plain: list[Inline] = []
    for each in inlines:
        if isinstance(each, Styled):
            inner = without(style, each.inner)
            plain.extend(inner if each.style == style else (Styled(each.style, inner),))
        elif isinstance(each, Link):
            plain.append(Link(each.target, without(style, each.inner)))
        else:
            plain.append(each)
    return tuple(plain)
