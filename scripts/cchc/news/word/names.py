"""Capitals: a title all in capitals shown as a sentence, with its names and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cchc.base.text import sentence_case

# Said everywhere in offices; others are learnt from the paper itself.
USUAL = frozenset(
    [
        "UBND",
        "HĐND",
        "UBMTTQ",
        "MTTQ",
        "CCHC",
        "TTHC",
        "ISO",
        "BCH",
        "CNTT",
        "DVC",
        "HTX",
        "NTM",
        "QLNN",
        "VBQPPL",
        "TDP",
        "ĐVHC",
        "CCCD",
        "BHXH",
        "BHYT",
        "PCCC",
        "ATTP",
        "THCS",
        "THPT",
        "TNCS",
        "CSSK",
        "BCĐ",
        "QĐ",
        "NĐ",
        "TT",
        "KH",
        "BC",
        "TB",
        "CP",
        "TTg",
    ]
)
ROMAN = re.compile(r"[IVX]{2,}")
EDGES = "“”\"'‘’()[].,;:!?…-–"
SENTENCE_ENDS = (".", "!", "?", ":", "…", ";")
# A sentence begins behind its number: “I. Kết quả”.
BEGINNING = re.compile(r"^(?:(?:[IVXivx]+|\d[\d.]*|[A-Ha-hđ])[.)]\s+)?\w")
WORD = re.compile(r"[^\s]+")
NAMES_OF_COUNTRY = ("Việt Nam", "Hồ Chí Minh", "Thừa Thiên Huế")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of more than one word, or in the settings; and abbreviations."""

    names: frozenset[str]
    abbreviations: frozenset[str]

    def as_sentence(self, text: str) -> str:
        """Show a text all in capitals as a sentence; leave any other as it is."""
        lowered = sentence_case(text)
        if lowered == text:
            return text
        kept = zip(WORD.findall(text), WORD.findall(lowered), strict=True)
        shown = " ".join(written if self._stays(written) else low for written, low in kept)
        for name in sorted(self.names, key=len, reverse=True):
            # \b would take a word's end before a combining letter; these letters are composed.
            shown = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, shown, flags=re.IGNORECASE)
        return BEGINNING.sub(lambda found: found[0].upper(), shown, count=1)

    def _stays(self, word: str) -> bool:
        bare = word.strip(EDGES)
        return (
            bare in self.abbreviations
            or ROMAN.fullmatch(bare) is not None
            or ("/" in bare and any(char.isdigit() for char in bare))
        )


def learn_names(lines: Iterable[str], known: Iterable[str]) -> Names:
    """Learn from a paper's lines which words are names and abbreviations; `known` are names."""
    names = {*NAMES_OF_COUNTRY, *(name for text in known for name in _capitalised(f"– {text}", 1))}
    abbreviations = set(USUAL)
    for line in lines:
        if line.isupper():
            continue
        names.update(_capitalised(line, 2))
        words = (word.strip(EDGES) for word in WORD.findall(line))
        abbreviations.update(word for word in words if len(word) > 1 and word.isupper())
    return Names(frozenset(names), frozenset(abbreviations))


def _capitalised(line: str, fewest: int) -> Iterator[str]:
    """Give the runs of at least `fewest` words with a capital, not at a sentence's beginning."""
    words = WORD.findall(line)
    marked = [(_is_name(word), word, place) for place, word in enumerate(words)]
    for is_name, run in groupby(marked, key=lambda each: each[0]):
        found = list(run)
        first = found[0][2]
        starts = first == 0 or words[first - 1].endswith(SENTENCE_ENDS)
        # “Ủy ban nhân dân” begins with a capital, and is no name of two words.
        name = [word.strip(EDGES) for _, word, _ in found[1 if starts else 0 :]]
        if is_name and len(name) >= fewest:
            yield " ".join(name)


def _is_name(word: str) -> bool:
    bare = word.strip(EDGES)
    return bare[:1].isupper() and bare[1:].islower()
