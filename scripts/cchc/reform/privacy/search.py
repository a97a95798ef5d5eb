"""The whole search: everything personal in a text, what the ward itself publishes excepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc.base.ward import Ward
from cchc.reform.privacy.finding import Found, blank, plain
from cchc.reform.privacy.names import names
from cchc.reform.privacy.numbers import national, numbers
from cchc.reform.privacy.places import places

SEVERAL = re.compile(r"[;,/]| - ")


@dataclass(frozen=True, slots=True)
class Public:
    """What the settings publish: telephones as bare figures, addresses and e-mail as written."""

    numbers: frozenset[str] = field(default_factory=frozenset)
    words: tuple[str, ...] = ()


def public_of(ward: Ward) -> Public:
    """Collect the ward's own telephones, e-mail and street addresses from the settings."""
    phones = [ward.hotline, ward.phone, *(each.phone for each in ward.counters)]
    told = {national(part) for phone in phones for part in SEVERAL.split(phone)}
    own = (ward.address, ward.email)
    every = (*own, *(text for each in ward.counters for text in (each.address, each.email)))
    words = {plain(text) for text in every if text}
    return Public(frozenset(told - {""}), tuple(sorted(words, key=len, reverse=True)))


def personal_data(text: str, public: Public) -> tuple[Found, ...]:
    """List what must not be published, in the order of the text, nothing twice."""
    searched = plain(text)
    for words in public.words:
        searched = blank(searched, re.compile(re.escape(words), re.IGNORECASE))
    every = [*numbers(searched, public.numbers), *places(searched), *names(searched)]
    return tuple(_apart(sorted(every)))


def _apart(every: list[Found]) -> Iterator[Found]:
    end = -1
    for each in every:
        if each.start >= end:
            yield each
            end = each.end
