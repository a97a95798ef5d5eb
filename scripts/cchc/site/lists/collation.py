"""The order of the Vietnamese alphabet: a ă â b c d đ e ê …, tones after letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TypeAlias

from cchc.base.text import one_line

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
RANKS = {letter: rank for rank, letter in enumerate(LETTERS)}
BEFORE_LETTERS = -1
# Không dấu, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SYLLABLES = re.compile(r"[\w]+")

Syllable: TypeAlias = tuple[tuple[int, ...], int]
Key: TypeAlias = tuple[tuple[Syllable, ...], str]


def vietnamese_key(text: str) -> Key:
    """Give a sorting key: syllable by syllable, letters first, then the tone."""
    words = SYLLABLES.findall(one_line(text).lower())
    return tuple(_syllable(word) for word in words), text


def first_letter(text: str) -> str:
    """Give the capital letter a name stands under in a list from A to Z; `#` for none."""
    words = SYLLABLES.findall(one_line(text).lower())
    letter = _without_tone(words[0][0])[0] if words else ""
    return letter.upper() if letter in LETTERS and letter else "#"


@cache
def _syllable(word: str) -> Syllable:
    if word.isascii() and word.isdigit():
        return (BEFORE_LETTERS, int(word)), 0
    plain, tone = _without_tone(word)
    return tuple(RANKS.get(char, len(RANKS) + ord(char)) for char in plain), tone


def _without_tone(word: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", word)
    tone = max((TONES.get(char, 0) for char in decomposed), default=0)
    bare = "".join(char for char in decomposed if char not in TONES)
    return unicodedata.normalize("NFC", bare), tone
