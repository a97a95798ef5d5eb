"""A script that fits the minutes given: whole paragraphs from the start; what goes is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cchc.news.broadcast.script import Paragraph, Script
from cchc.news.broadcast.sentences import sentence

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
    kept = _kept(script.body, room - frame)
    gone = script.body[len(kept) :]
    cut = _sentences(script.body[0], room - frame) if not kept and script.body else ()
    body = (*kept, *cut, *more) if kept or cut else script.body[:1]
    after = replace(script, body=body)
    notes = (*script.notes, _told(script, minutes, gone or script.body[1:], cut_first=bool(cut)))
    fits = after.words <= room
    if not fits:
        notes = (
            *notes,
            f"Lời chào, tên bài, đoạn đầu và lời kết đã dài hơn {_minutes(minutes)} phút.",
        )
    return Shortened(replace(after, notes=notes), fits)


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


def _sentences(first: Paragraph, room: float) -> tuple[Paragraph, ...]:
    kept = []
    for each in first.sentences:
        room -= each.words
        if room < 0:
            break
        kept.append(each)
    return (Paragraph(tuple(kept)),) if kept else ()


def _told(script: Script, minutes: float, gone: tuple[Paragraph, ...], *, cut_first: bool) -> str:
    whole = script.seconds[1] / 60
    begin = "phần sau của đoạn đầu; " if cut_first else ""
    every = "; ".join(_beginning(each) for each in gone[1 if cut_first else 0 :])
    return (
        f"Bản đủ đọc chậm hết {_minutes(whole)} phút. Để vừa {_minutes(minutes)} phút đã bỏ"
        f" {len(gone)} đoạn: {begin}{every}."
    )


def _beginning(paragraph: Paragraph) -> str:
    every = paragraph.text.split()
    dots = "…" if len(every) > FIRST_WORDS else ""
    return f"“{' '.join(every[:FIRST_WORDS]).rstrip(' .')}{dots}”"


def _minutes(minutes: float) -> str:
    return f"{minutes:.1f}".removesuffix(".0").replace(".", ",")
