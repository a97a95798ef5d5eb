"""Reading aloud: one pass over a text, each place said by the first rule that knows it.

What a rule has said is never read again, so that nothing is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cchc.base.loudspeaker import Loudspeaker
from cchc.base.text import clean
from cchc.base.yaml_read import read_yaml
from cchc.news.speech import addresses, amounts, calendar, capitals, codes, documents
from cchc.news.speech.manner import Manner, Rule, Saying, Seen
from cchc.news.speech.shouting import quiet

SHIPPED = Path(__file__).with_name("viet-tat.yml")
# The narrow before the wide: a date before a part of a whole, a telephone before a number.
BEFORE_TABLE: tuple[Rule, ...] = (
    *addresses.RULES,
    *documents.RULES,
    *calendar.WHOLE_DATES,
    *codes.RULES,
    *calendar.RULES,
    *amounts.RULES,
)
LETTERS = re.compile(r"[^\W\d]+")
SPACES = re.compile(r"[ \t]+")
BEFORE_SIGN = re.compile(r" +([,.;:!?…)”])")
# Drawings among the letters have no sound.
PICTURES = re.compile("[\U0001f000-\U0001faff☀-➿️]")
# How far a rule looks around, in letters: longer than any name of an office.
AROUND = 120
DOTS = re.compile(r"…|\.{3,}")
# “03 (ba) ngày”, “50.000 đồng (năm mươi nghìn đồng)”: written twice, said once.
TWICE = re.compile(
    r"\b(?P<words>\w[\w ]{0,150}?)\s*\((?:bằng chữ:?\s*)?(?P=words)(?: chẵn)?\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said, the abbreviations nobody knows, what a person should look at; each once."""

    text: str
    unknown: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def manner_of(settings: Loudspeaker) -> Manner:
    """Give the manner of a ward: the shipped tables, the ward's words over them."""
    shipped = _shipped()
    short = {**shipped["viet_tat"], **settings.abbreviations}
    return Manner(settings.odd, short, shipped["van_ban"], shipped["co_quan"])


@lru_cache(maxsize=1)
def _shipped() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = read_yaml(SHIPPED.name, SHIPPED.read_bytes()).data
    return tables


def read_aloud(text: str, manner: Manner) -> Said:
    """Say a text: each number, date, abbreviation as words; lines stay lines."""
    text = DOTS.sub("…", PICTURES.sub("", clean(text))).replace("v.v…", "v.v.")
    whole = "\n".join(quiet(line, manner.short) for line in text.split("\n"))
    sayings = list(_sayings(whole, manner))
    said = SPACES.sub(" ", "".join(each.words for each in sayings))
    return Said(
        text=TWICE.sub(r"\g<words>", BEFORE_SIGN.sub(r"\1", said)).strip(),
        unknown=tuple(dict.fromkeys(each.unknown for each in sayings if each.unknown)),
        doubts=tuple(dict.fromkeys(each.doubt for each in sayings if each.doubt)),
    )


def _sayings(text: str, manner: Manner) -> Iterator[Saying]:
    rules = (*BEFORE_TABLE, (manner.any_short, capitals.say_short), *capitals.RULES)
    at = 0
    while at < len(text):
        end, saying = _at(text, at, rules, manner)
        yield saying
        at = end


def _at(text: str, at: int, rules: tuple[Rule, ...], manner: Manner) -> tuple[int, Saying]:
    """Give where the next place begins, and what is said up to there."""
    for pattern, say in rules:
        match = pattern.match(text, at)
        if match is None or match.end() == at:
            continue
        before, after = text[max(0, at - AROUND) : at], text[match.end() : match.end() + AROUND]
        said = say(Seen(match, before, after, manner))
        if said is not None:
            made = said if isinstance(said, Saying) else Saying(said)
            return match.end(), replace(made, words=_apart(before, made.words, after))
    word = LETTERS.match(text, at)
    end = word.end() if word else at + 1
    return end, Saying(text[at:end])


def _apart(before: str, words: str, after: str) -> str:
    """Part what is said from letters that touch it: `TP.Huế`, `7abc`."""
    first = " " if before[-1:].isalnum() and words[:1].isalnum() else ""
    last = " " if after[:1].isalnum() and words[-1:].isalnum() else ""
    return f"{first}{words}{last}"
