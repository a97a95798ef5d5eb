"""Answers as people write them: words with or without accents, or a number from 1 on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.base.text import fold, one_line
from cchc.reform.survey.model import Level

NUMBERED = re.compile(r"(\d{1,2})(?:[.,]0+)?(?:\s*[-–.:)]\s*(\D.*))?")


def is_number(cell: str | float) -> bool:
    """Tell whether a cell holds nothing but a number."""
    return isinstance(cell, float | int) or one_line(cell).replace(".", "", 1).isdigit()


@dataclass(frozen=True, slots=True)
class Reading:
    """How answers are read: the levels from the best on, and whether 1 is the best number."""

    levels: tuple[Level, ...]
    one_is_best: bool = False

    def level(self, cell: str | float) -> str | None:
        """Give the key of the level that a cell names; None where it names none."""
        text = one_line(str(cell))
        found = NUMBERED.fullmatch(text)
        if found and found[2]:
            # Words are surer than a number whose direction is a matter of taste.
            return self._named(found[2])
        return self._numbered(int(found[1])) if found else self._named(text)

    def _named(self, text: str) -> str | None:
        words = fold(text).replace("_", " ").strip(" .;")
        for each in self.levels:
            if words in {fold(each.name), fold(each.key.replace("_", " "))}:
                return each.key
        return None

    def _numbered(self, number: int) -> str | None:
        if not 1 <= number <= len(self.levels):
            return None
        return self.levels[number - 1 if self.one_is_best else -number].key

    @property
    def numbers(self) -> str:
        """Say what the numbers are taken for."""
        best, worst = self.levels[0].name, self.levels[-1].name
        first, last = (best, worst) if self.one_is_best else (worst, best)
        return f"1 là “{first}”, {len(self.levels)} là “{last}”"
