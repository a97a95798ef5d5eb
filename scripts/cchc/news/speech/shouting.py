"""Lines written all in capitals, as a sentence: without it each word would seem an abbreviation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

# Shapes of a Vietnamese syllable without its marks: BAN, PHUONG; UBND and TTHCC are none.
SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
MARKS = "()[],.;:!?…“”\"'"
ROMAN = re.compile("[IVX]+")
FEWEST = 3
TIME = re.compile(r"\d{1,2}[HG](?:\d\d)?")
# Behind its number, “II. kết quả” is a sentence of its own.
FIRST_LETTER = re.compile(r"^\W*(?:[IVX\d.]+[.)]\s+)?\w")


def quiet(line: str, known: Container[str]) -> str:
    """Give a line in capitals as a sentence; abbreviations, known or not, stay as they are."""
    every = line.split(" ")
    shouted = sum(_shouted(word, known) for word in every)
    if shouted < FEWEST or any(_small(word) for word in every):
        return line
    said = " ".join(
        word.lower() if _shouted(word, known) or TIME.fullmatch(word.strip(MARKS)) else word
        for word in every
    )
    return FIRST_LETTER.sub(lambda start: start[0].upper(), said, count=1)


def _small(word: str) -> bool:
    return any(sign.islower() for sign in word)


def _shouted(word: str, known: Container[str]) -> bool:
    """Tell whether a word is a Vietnamese one in capitals; hyphens and slashes part it."""
    bare = word.strip(MARKS)
    if bare in known or not bare.isupper() or ROMAN.fullmatch(bare):
        return False
    return all(_syllable(part) for part in re.split("[-–/]", bare))


def _syllable(word: str) -> bool:
    bare = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    return bool(SYLLABLE.fullmatch("".join(c for c in bare if not unicodedata.combining(c))))
