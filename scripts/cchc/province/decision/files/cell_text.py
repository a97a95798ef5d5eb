"""The text of a cell: its visual lines joined, words that a narrow cell has cut made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cchc.province.decision.files.flow import flowing
from cchc.province.decision.files.pages import Box, Word
from cchc.province.decision.words.syllables import is_syllable

# Space between a cell's side and its text, where the words themselves do not show it.
PADDING = 6.0
# “22/2026/N” + “Đ-CP”, “1.500” + “.000”, “9.000.000” + “đ/hồ sơ”: a figure or number goes on.
NUMBER_CUT = re.compile(r"[\d.,/-]\n[\d.,/-]|\d/[^\s\n]*\n[A-ZĐ\d-]|\d\nđ(?![^\W\d_])")
# Without the cell's width to go by, only what can be nothing else.
PAGE_CUT = re.compile(r"\d/[^\s\n]*\n[A-ZĐ\d-]|\d\n[./-]\d")


def cell_text(words: Sequence[Word], cell: Box) -> str:
    """Join a cell's visual lines to running text; lists keep their lines."""
    lines = lines_of(words)
    if not lines:
        return ""
    right = cell.right - min(PADDING, min(line[0].box.left for line in lines) - cell.left)
    text = _said(lines[0])
    for before, line in pairwise(lines):
        if _is_cut(before, line, right):
            text += _said(line)
        else:
            text = flowing(text, _said(line))
    return text


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Gather words to lines, by their middles: tone marks and small letters move the tops."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle[1], word.box.left)):
        height = word.box.bottom - word.box.top
        if lines and abs(word.middle[1] - lines[-1][0].middle[1]) < 0.5 * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.box.left) for line in lines]


def _is_cut(before: Sequence[Word], line: Sequence[Word], right: float) -> bool:
    """Tell whether a word that fills its line alone goes on in the next one."""
    first, second = before[-1], line[0]
    letter = (first.box.right - first.box.left) / len(first.text)
    if len(before) > 1 or right - first.box.right > 1.3 * letter:
        return False
    return bool(NUMBER_CUT.search(f"{first.text}\n{second.text}")) or cuts_word(
        first.text, second.text
    )


def continued(text: str, more: str) -> str:
    """Join a text that the end of a page has cut, maybe inside a word or number."""
    if not text or not more:
        return text or more
    meeting = f"{text.rsplit(maxsplit=1)[-1]}\n{more.split(maxsplit=1)[0]}"
    if PAGE_CUT.search(meeting) or cuts_word(text, more):
        return text + more
    return flowing(text, more)


def cuts_word(before: str, after: str) -> bool:
    """Tell whether a syllable begins at the end of one text and ends at the start of the other."""
    start, end = _last_letters(before), _first_letters(after)
    whole = is_syllable(start) and is_syllable(end)
    return bool(start and end) and is_syllable(start + end) and not whole


def _last_letters(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found[0] if found else ""


def _first_letters(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found[0] if found else ""


def _said(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)
