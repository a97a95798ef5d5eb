"""The script that an announcer reads: greeting, the piece, closing, its time; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.base.ward import Ward
from cchc.news.broadcast.piece import Block, Piece
from cchc.news.broadcast.sentences import Sentence, say
from cchc.news.speech.manner import Manner
from cchc.news.speech.reader import Said, manner_of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences read in one go; a heading is said with a pause after it."""

    sentences: tuple[Sentence, ...]
    heading: bool = False

    @property
    def words(self) -> int:
        """How many words (tiếng) it has."""
        return sum(each.words for each in self.sentences)

    @property
    def text(self) -> str:
        """What is said, without marks."""
        return " ".join(each.text for each in self.sentences)


@dataclass(frozen=True, slots=True)
class Script:
    """All that is read, in order, and the notes that are not; rates in words a minute.

    `more` is read in place of what a shortened script leaves out.
    """

    title: str
    day: dt.date
    opening: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    slow: int
    quick: int
    notes: tuple[str, ...] = ()
    more: str = ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Everything that is read."""
        return (*self.opening, *self.body, *self.closing)

    @property
    def words(self) -> int:
        """How many words (tiếng) are read."""
        return sum(each.words for each in self.paragraphs)

    @property
    def long(self) -> int:
        """How many sentences are longer than a breath."""
        return sum(each.long for paragraph in self.paragraphs for each in paragraph.sentences)

    @property
    def seconds(self) -> tuple[int, int]:
        """How long it takes a quick and a slow announcer."""
        return round(self.words * 60 / self.quick), round(self.words * 60 / self.slow)


def make_script(piece: Piece, ward: Ward, day: dt.date) -> Script:
    """Make the whole script of a piece, as the ward wants it read on a day."""
    settings = ward.loudspeaker
    manner = manner_of(settings)
    heard: list[Said] = []
    name = ward.name_on(day)
    opening = _said([Block(_filled(settings.greeting, name)), Block(piece.title)], manner, heard)
    body = _said(piece.blocks or (Block(piece.summary),), manner, heard)
    closing = _said([Block(_filled(settings.closing, name))], manner, heard)
    return Script(
        title=piece.title,
        day=day,
        opening=opening,
        body=body,
        closing=closing,
        slow=settings.slow,
        quick=settings.quick,
        more=piece.more,
        notes=(*piece.remarks, *_told(heard), *_left_out(piece)),
    )


def _filled(text: str, name: str) -> str:
    return text.replace("{phuong}", name)


def _said(blocks: Iterable[Block], manner: Manner, heard: list[Said]) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    for block in blocks:
        sentences, told = say(block.text, manner)
        heard.extend(told)
        if sentences:
            made.append(Paragraph(sentences, block.heading))
    return tuple(made)


def _told(heard: list[Said]) -> Iterator[str]:
    """Tell what the rules could not be sure of."""
    unknown = dict.fromkeys(each for said in heard for each in said.unknown)
    if unknown:
        yield (
            f"Chữ viết tắt chưa có lời đọc, đọc như viết: {', '.join(unknown)}. Thêm lời đọc vào"
            " extra.ward.truyen_thanh.viet_tat trong mkdocs.yml."
        )
    for doubt in dict.fromkeys(each for said in heard for each in said.doubts):
        yield f"Xem lại: {doubt}."


def _left_out(piece: Piece) -> Iterator[str]:
    if not any(block.text for block in piece.blocks) and not piece.summary:
        yield "Bài chưa có nội dung để đọc."
    if piece.left_out:
        every = ", ".join(f"{count} {what}" for what, count in piece.left_out.items())
        yield f"Có trong bài, không đọc: {every}."
