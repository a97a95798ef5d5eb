"""Old → new, word by word, as a person reads it: what stays is shortened around what changed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.procedures.model import Procedure
from cchc.site.history.part_texts import part_texts

SAME, ADDED, REMOVED = "same", "added", "removed"
BREAK = "¶"
# Words kept on each side of a change, and the longest change shown whole.
AROUND = 6
LONGEST = 120
# A stretch of one or two words between two changes reads worse than one change.
BRIDGE = 2
# Beyond this the two texts have nothing in common: old and new stand one after the other.
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, were added or were removed."""

    kind: str
    words: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The words, parted where the text's lines part."""
        return tuple(line.strip() for line in self.words.split(BREAK))


@dataclass(frozen=True, slots=True)
class PartDiff:
    """What changed in one part: its title, and the pieces to read one after the other."""

    title: str
    pieces: tuple[Piece, ...]


def differences(before: Procedure, after: Procedure) -> tuple[PartDiff, ...]:
    """List the parts that differ, in the order of the page."""
    old, new = part_texts(before), part_texts(after)
    changed = (title for title in old if old[title] != new[title])
    return tuple(PartDiff(title, word_diff(old[title], new[title])) for title in changed)


def word_diff(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Piece, ...]:
    """Compare two lists of lines by their words."""
    before, after = _words(old), _words(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return tuple(_whole(before, after))
    return tuple(_pieces(before, after, list(matcher.get_opcodes())))


def _words(lines: tuple[str, ...]) -> list[str]:
    return f" {BREAK} ".join(lines).split()


def _whole(before: list[str], after: list[str]) -> Iterator[Piece]:
    if before:
        yield Piece(REMOVED, _cut(before))
    if after:
        yield Piece(ADDED, _cut(after))


def _pieces(
    before: list[str], after: list[str], steps: list[tuple[str, int, int, int, int]]
) -> Iterator[Piece]:
    removed: list[str] = []
    added: list[str] = []
    last = len(steps) - 1
    for index, (tag, start, end, new_start, new_end) in enumerate(steps):
        if tag == "equal" and not (0 < index < last and end - start <= BRIDGE):
            yield from _whole(removed, added)
            removed, added = [], []
            yield Piece(SAME, _shortened(before[start:end], first=index == 0, last=index == last))
        else:
            removed += before[start:end]
            added += after[new_start:new_end]
    yield from _whole(removed, added)


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    """Keep the words next to a change; the others are an ellipsis."""
    head = [] if first else words[:AROUND]
    tail = [] if last else words[-AROUND:]
    if len(words) <= len(head) + len(tail):
        return " ".join(words)
    return " ".join([*head, "…", *tail])


def _cut(words: list[str]) -> str:
    half = LONGEST // 2
    shown = words if len(words) <= LONGEST else [*words[:half], "…", *words[-half:]]
    return " ".join(shown)
