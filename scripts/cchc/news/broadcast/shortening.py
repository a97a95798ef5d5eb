"""A script that fits the minutes given: whole paragraphs from the start; what goes is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc.news.broadcast.script import Paragraph, Script
from cchc.news.broadcast.sentences import Sentence, sentence

FIRST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Shortened:
    """The script, and whether it fits its time."""

    script: Script
    fits: bool


def shorten(script: Script, minutes: float) -> Shortened:
    """Keep as much from the start as a slow announcer reads in the time; tell what was left out.

    The most important stands first in a post, so the end goes. Greeting, title and closing stay;
    where not even the first paragraph fits, as many of its sentences as do.
    """
    room = minutes * script.slow
    if script.words <= room:
        return Shortened(script, fits=True)
    # The listener is told too: a shortened piece does not pretend to be whole.
    more = (Paragraph((sentence(script.more),)),) if script.more else ()
    frame = sum(each.words for each in (*script.opening, *script.closing, *more))
    kept, gone = _cut(script.body, room - frame)
    after = replace(script, body=(*kept, *(more if gone else ())))
    fits = after.words <= room
    notes = [*script.notes, *_told(script, minutes, gone)]
    if not fits:
        least = "Lời chào, tên bài, đoạn đầu và lời kết"
        notes.append(f"{least} đã dài hơn {_minutes(minutes)} phút.")
    return Shortened(replace(after, notes=tuple(notes)), fits)


def _cut(body: tuple[Paragraph, ...], room: float) -> tuple[tuple[Paragraph, ...], list[str]]:
    """Give what stays, and how that begins which goes; something always stays."""
    kept = _kept(body, room)
    if kept or not body:
        return kept, [_beginning(each) for each in body[len(kept) :]]
    first = next((place for place, each in enumerate(body) if not each.heading), 0)
    heads, rest = body[:first], [_beginning(each) for each in body[first + 1 :]]
    sentences = _sentences(body[first], room - sum(each.words for each in heads))
    if sentences:
        return (*heads, Paragraph(sentences)), ["phần sau của đoạn đầu", *rest]
    return body[: first + 1], rest


def _kept(body: tuple[Paragraph, ...], room: float) -> tuple[Paragraph, ...]:
    """Keep paragraphs while there is room; no heading stays without what it heads."""
    kept: list[Paragraph] = []
    for each in body:
        room -= each.words
        if room < 0:
            break
        kept.append(each)
    while kept and kept[-1].heading:
        kept.pop()
    return tuple(kept)


def _sentences(first: Paragraph, room: float) -> tuple[Sentence, ...]:
    kept: list[Sentence] = []
    for each in first.sentences:
        room -= each.words
        if room < 0:
            break
        kept.append(each)
    return tuple(kept)


def _told(script: Script, minutes: float, gone: list[str]) -> Iterator[str]:
    if gone:
        yield (
            f"Bản đủ đọc chậm hết {_minutes(script.seconds[1] / 60)} phút. Để vừa"
            f" {_minutes(minutes)} phút đã bỏ {len(gone)} đoạn: {'; '.join(gone)}."
        )


def _beginning(paragraph: Paragraph) -> str:
    every = paragraph.text.split()
    dots = "…" if len(every) > FIRST_WORDS else ""
    return f"“{' '.join(every[:FIRST_WORDS]).rstrip(' .')}{dots}”"


def _minutes(minutes: float) -> str:
    return f"{minutes:.1f}".removesuffix(".0").replace(".", ",")
