"""Names that a decision shouts, in sentence case."""

from __future__ import annotations

from cchc.province.decision.words.syllables import is_syllable


def quiet(text: str) -> str:
    """Give capitals in sentence case; what is no syllable (ATTP) stays an abbreviation."""
    if not text.isupper():
        return text
    words = [word.lower() if is_syllable(word.strip(",.;()")) else word for word in text.split(" ")]
    line = " ".join(words)
    return line[:1].upper() + line[1:]
