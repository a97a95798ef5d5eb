"""How this ward wants things said, and what a rule is: shared by all reading rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias


def _empty() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Manner:
    """The word for an empty ten, and three tables of written → said.

    `short` holds anywhere (UBND), `kinds` (QĐ) and `issuers` (TTg) only inside the number of a
    document, where the same letters mean another thing.
    """

    odd: str = "linh"
    short: Mapping[str, str] = field(default_factory=_empty)
    kinds: Mapping[str, str] = field(default_factory=_empty)
    issuers: Mapping[str, str] = field(default_factory=_empty)

    @cached_property
    def any_short(self) -> re.Pattern[str]:
        """Match the longest abbreviation of the table that stands as a word of its own."""
        every = alternatives(self.short)
        return re.compile(rf"(?:{every})(?:(?<=\.)|(?!\w))" if every else r"(?!)")

    @cached_property
    def any_kind_before(self) -> re.Pattern[str]:
        """Match, at the end of a text, a document's kind in full or short, with or without “số”."""
        every = alternatives([*self.kinds, *self.kinds.values(), "Luật", "Công văn", "văn bản"])
        return re.compile(rf"(?<!\w)(?:{every})(?P<so>\s+số)?\s*:?\s*$", re.IGNORECASE)


def alternatives(words: Iterable[str]) -> str:
    """Join words into a pattern that tries the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule sees: its match, the text before and after it, the manner."""

    match: re.Match[str]
    before: str
    after: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said, an abbreviation nobody knows, and what a person should look at."""

    words: str
    unknown: str = ""
    doubt: str = ""


Say: TypeAlias = Callable[[Seen], Saying | str | None]
Rule: TypeAlias = tuple[re.Pattern[str], Say]
