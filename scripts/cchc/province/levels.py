"""Does an agency's name in a list mean the ward? The words are settings, places are recognised."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from cchc.base.text import fold, one_line
from cchc.base.ward import Ward
from cchc.province.letters import CAPITALS

# “tỉnh Quảng Trị”, “Thành phố Hà Nội”, “TP HCM”: a place has a name, a level has none.
PROVINCE_NAMED = re.compile(rf"\b(?i:tỉnh\s+|thành phố\s+|tp(?:\.\s*|\s+))(?=[{CAPITALS}])")
COMMUNE_NAMED = re.compile(rf"\b(?i:xã|phường|thị trấn|đặc khu)\s+(?=[{CAPITALS}])")
# “Công an Xã Phường”: the next word is a level again, not a name.
LEVEL_WORD = re.compile(r"(?i:xã|phường|thị trấn|đặc khu|tỉnh|thành phố)\b")
MARKS = re.compile(r"\s*[,;/]\s*")
CITY = re.compile(r"\btp(?:\.\s*|\s+)")
# Every way to say “the ward level”: UBND cấp xã = UBND xã, phường, thị trấn = UBND phường.
ANY_COMMUNE = re.compile(
    r"\b(?:cap )?(?:xa|phuong|thi tran|dac khu)(?:, (?:xa|phuong|thi tran|dac khu))*\b"
)


# One is made a run and asked ten thousand times: it is itself, no other (eq), and hashes fast.
@dataclass(frozen=True, slots=True, eq=False)
class WardLevel:
    """The ward among agencies: its level's words, its own names, its superiors' names."""

    words: re.Pattern[str]
    others: re.Pattern[str]
    own: tuple[str, ...]
    superiors: tuple[str, ...]
    counters: tuple[tuple[str, str], ...]

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - one a run, and a row's agencies come again
    def concerns(self, agencies: tuple[str, ...]) -> bool:
        """Tell whether one of the agencies is the ward (or every ward)."""
        return any(self.names_ward(agency) for agency in agencies)

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - one a run, and an agency stands on many rows
    def names_ward(self, agency: str) -> bool:
        """Tell whether an agency is of the ward level, and not another place's."""
        key = _plain(agency)
        if self.is_elsewhere(agency) or self.others.search(key):
            return False
        return bool(self.words.search(key)) or any(name in key for name in self.own)

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - the same
    def is_elsewhere(self, agency: str) -> bool:
        """Tell whether an agency names a place that is neither the ward nor above it."""
        text = one_line(agency)
        if text.isupper():  # capitals everywhere: no telling a name from a word
            return False
        named = (
            (PROVINCE_NAMED, (*self.superiors, *self.own)),
            (COMMUNE_NAMED, self.own),
        )
        return any(
            not _plain(text[match.start() :]).startswith(known)
            for pattern, known in named
            for match in pattern.finditer(text)
            if not LEVEL_WORD.match(text, match.end())
        )

    def here(self, agencies: tuple[str, ...]) -> tuple[str, ...]:
        """Leave out the agencies of other places: “Sở Tư pháp Thành phố Hà Nội”."""
        return tuple(agency for agency in agencies if not self.is_elsewhere(agency))

    def counter(self, agencies: tuple[str, ...]) -> str:
        """Give the key of the place that receives, where the agencies of the ward say it.

        Empty (the one-stop shop) unless all of them belong to one other place: Công an cấp xã.
        """
        keys = {self._counter_of(agency) for agency in agencies if self.names_ward(agency)}
        return keys.pop() if len(keys) == 1 else ""

    def _counter_of(self, agency: str) -> str:
        name = _plain(agency)
        return next((key for key, stem in self.counters if name.startswith(stem)), "")


def ward_level(ward: Ward) -> WardLevel:
    """Prepare the ward's settings for many comparisons."""
    words = ward.level_words
    own = tuple(dict.fromkeys(_plain(each.name) for each in ward.names))
    superiors = (part for each in ward.names for part in each.superior.split(","))
    return WardLevel(
        words=_any_of(words.ward),
        others=_any_of(words.not_ward),
        own=own,
        superiors=tuple(dict.fromkeys(_plain(part) for part in superiors if part.strip())),
        counters=tuple(_stems(ward, own)),
    )


def agency_key(agency: str) -> str:
    """Give what the writings of one agency share: UBND and Ủy ban nhân dân, xã and cấp xã."""
    key = ANY_COMMUNE.sub("cap xa", _plain(agency))
    return key.replace("ui ban nhan dan", "ubnd").strip(" .,-")


def _stems(ward: Ward, own: tuple[str, ...]) -> list[tuple[str, str]]:
    """Give “cong an” for Công an phường Hương An; the first place is the ward's own counter."""
    stems = []
    for counter in ward.counters[1:]:
        agency = _plain(counter.agency or counter.names[0].name)
        for name in own:
            agency = agency.removesuffix(name).strip()
        stems.append((counter.key, agency))
    return [(key, stem) for key, stem in stems if stem]


@functools.lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Fold a text, with one writing of commas and slashes: “xã/phường” is “xa, phuong”."""
    return CITY.sub("thanh pho ", MARKS.sub(", ", fold(text)))


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the words, whole; nothing where there are none."""
    each = "|".join(re.escape(_plain(word)) for word in words if word.strip())
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)" if each else r"(?!)")
