"""Where to ask: the counters with their hours, telephones and addresses, as the settings say."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from cchc.base.ward import Counter, Hours
from cchc.site.portal import Portal

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
MONDAY = 2
RUN = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A receiving place on the day of the build; empty texts where the settings say nothing."""

    name: str
    agency: str
    address: str
    phone: str
    email: str
    hours: tuple[tuple[str, str], ...]

    @property
    def call(self) -> str:
        """The telephone as a link's target: digits and a leading plus."""
        return dial(self.phone)


def place(counter: Counter | None, portal: Portal) -> Place | None:
    """Give a counter as a page shows it; what it lacks itself is never taken from another."""
    if counter is None:
        return None
    return Place(
        name=counter.name_on(portal.day),
        agency=counter.agency,
        address=counter.address,
        phone=counter.phone,
        email=counter.email,
        hours=opening_hours(counter.hours),
    )


def dial(phone: str) -> str:
    """Give a telephone number for a `tel:` link, or nothing where there are no digits."""
    return re.sub(r"[^\d+]", "", phone)


def opening_hours(hours: tuple[Hours, ...]) -> tuple[tuple[str, str], ...]:
    """Say the hours by days: `("Thứ Hai đến thứ Sáu", "07:30–11:30, 13:30–17:00")`."""
    by_days: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for each in hours:
        by_days[tuple(sorted(set(each.weekdays)))].append(f"{each.opens}–{each.closes}")
    return tuple((_days(days), ", ".join(sorted(times))) for days, times in by_days.items())


def _days(days: tuple[int, ...]) -> str:
    names = [WEEKDAYS[day - MONDAY] for day in days]
    in_a_row = len(days) >= RUN and days[-1] - days[0] == len(days) - 1
    said = f"{names[0]} đến {names[-1]}" if in_a_row else ", ".join(names)
    return said[:1].upper() + said[1:]
