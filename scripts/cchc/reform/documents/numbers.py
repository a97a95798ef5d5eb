"""Numbers of documents, compared: `123/2015/NĐ-CP` and `123 / 2015/ ND – CP` are one."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cchc.base.text import half_width, one_line

# Letters of other alphabets that are drawn like ours, as typed in real lists.
LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")
LEADING = re.compile(r"^(?:SO|LUAT SO|LUAT)\s*:?\s*")
OTHER = re.compile(r"[^A-Z0-9./]")
ZEROS = re.compile(r"^0+(?=\d)")
YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as it is cited: the key of its number, the year it is of (None: not said)."""

    key: str
    year: int | None


def number_key(number: str) -> str:
    """Give what all writings of one number share: no spaces, dashes, marks or small letters."""
    bare = unicodedata.normalize("NFD", half_width(one_line(number)).upper().replace("Đ", "D"))
    bare = "".join(char for char in bare if not unicodedata.combining(char)).translate(LOOK_ALIKE)
    return ZEROS.sub("", OTHER.sub("", LEADING.sub("", bare.strip())).strip("./"))


@lru_cache(maxsize=4096)
def cited(number: str, day: dt.date | None) -> Cited:
    """Give a citation's key and year: the year in the number, else that of the date."""
    key = number_key(number)
    found = YEAR.search(key)
    return Cited(key, int(found[1]) if found else day.year if day else None)
