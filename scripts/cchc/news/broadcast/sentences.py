"""Sentences for one breath: parted, said, and marked where they are long."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.news.speech.manner import Manner
from cchc.news.speech.reader import Said, read_aloud

# An announcer's breath, in words as Vietnamese counts them (tiếng).
BREATH = 25
WORD = re.compile(r"\w+")
END = re.compile(r"[.!?…]+[”\")]*\s+(?=[“\"(]*(?:[^\W\d_a-z]|\d))|\n+")
# Behind these a full stop ends no sentence: a count in front of a line, an initial.
NO_END = re.compile(r"^\s*(?:\d{1,2}|[IVX]+)\.\s*$|(?:^|\s)[A-ZĐ]\.\s*$")
FINAL = re.compile(r"[.!?…:;][”\")]*$")
PAUSE = re.compile(r"(?<=[,;:–])\s+")
# Where there is no comma, one may breathe in front of these.
JOINING = re.compile(r"\s+(?=(?:và|hoặc|nhưng|để|nếu|thì|theo|tại|trong|từ|đến|mà|do|vì)\s)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as said: its words counted, its text in parts of one breath each."""

    parts: tuple[str, ...]
    words: int

    @property
    def text(self) -> str:
        """The sentence whole."""
        return " ".join(self.parts)

    @property
    def long(self) -> bool:
        """Whether it is longer than a breath."""
        return self.words > BREATH


def say(text: str, manner: Manner) -> tuple[tuple[Sentence, ...], tuple[Said, ...]]:
    """Give the sentences of a text as they are said, and what the rules had to tell."""
    said = tuple(read_aloud(each, manner) for each in parted(text, manner))
    return tuple(sentence(each.text) for each in said if WORD.search(each.text)), said


def parted(text: str, manner: Manner) -> Iterator[str]:
    """Part a written text into sentences; the full stop of `TP.` or `1.` ends none."""
    begin = 0
    for end in END.finditer(text):
        before = text[begin : end.end()]
        if "\n" not in end[0] and (NO_END.search(before) or _short(before, manner)):
            continue
        yield before.strip()
        begin = end.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def _short(before: str, manner: Manner) -> bool:
    last = before.rsplit(maxsplit=1)[-1].lstrip('(“"')
    return last in manner.short and last != "v.v."


def sentence(said: str) -> Sentence:
    """Make a sentence of what is said: a capital in front, a stop at the end, parts to breathe."""
    text = said[:1].upper() + said[1:]
    text = text if FINAL.search(text) else f"{text}."
    text = re.sub(r"[;:](?=[”\")]*$)", ".", text)
    count = words(text)
    return Sentence(_breaths(text) if count > BREATH else (text,), count)


def words(text: str) -> int:
    """Count the words (tiếng) of a text; `ki-lô-mét` has three."""
    return len(WORD.findall(text))


def _breaths(text: str) -> tuple[str, ...]:
    """Part a long sentence at its commas, or before a joining word where there is none.

    As few parts as there must be, of about one length: a rest of three words is no part.
    """
    pieces = tuple(_pieces(text))
    fewest = math.ceil(words(text) / BREATH)
    for most in range(words(text) // fewest, BREATH):
        parts = tuple(_filled(pieces, most))
        if len(parts) <= fewest:
            return parts
    return tuple(_filled(pieces, BREATH))


def _filled(pieces: tuple[str, ...], most: int) -> Iterator[str]:
    held = ""
    for piece in pieces:
        both = f"{held} {piece}".strip()
        if held and words(both) > most:
            yield held
            held = piece
        else:
            held = both
    yield held


def _pieces(text: str) -> Iterator[str]:
    for piece in PAUSE.split(text):
        if words(piece) > BREATH:
            yield from JOINING.split(piece)
        else:
            yield piece
