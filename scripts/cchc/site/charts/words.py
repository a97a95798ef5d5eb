"""Words on a chart: numbers as people here write them, lines broken where they fit."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from cchc.base.text import fold

Number: TypeAlias = int | float | Decimal

# Widths of letters as parts of the font's size, those of the widest font a device may show.
NARROW = frozenset("fijlrtI.,:;'|!()[]- ")
WIDE = frozenset("mwMW@%—")
NARROW_EM, PLAIN_EM, CAPITAL_EM, WIDE_EM = 0.36, 0.6, 0.71, 0.95


def number(value: Number) -> str:
    """Write a number with a comma before its decimals and stops between its thousands."""
    whole = f"{Decimal(str(value)).normalize():,f}"
    return whole.translate(str.maketrans(",.", ".,"))


def width(text: str, size: float) -> float:
    """Give how wide a text is at most, in the unit of the font's size."""
    return size * sum(map(_letter, text))


def _letter(letter: str) -> float:
    plain = fold(letter) or letter
    if plain in NARROW:
        return NARROW_EM
    if plain in WIDE or letter in WIDE:
        return WIDE_EM
    return CAPITAL_EM if letter.isupper() else PLAIN_EM


def broken(text: str, size: float, most: float) -> list[str]:
    """Break a text into lines at most so wide; a word wider than a line is cut."""
    lines: list[str] = []
    line = ""
    for word in (part for each in text.split() for part in _cut(each, size, most)):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > most:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _cut(word: str, size: float, most: float) -> list[str]:
    if width(word, size) <= most:
        return [word]
    letters = max(1, int(most / (size * WIDE_EM)))
    return [word[at : at + letters] for at in range(0, len(word), letters)]
