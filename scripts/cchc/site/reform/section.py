"""What a section of the reform side gives the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cchc.site.portal import Portal
from cchc.site.rendering import PageText


@dataclass(frozen=True, slots=True)
class Figure:
    """One number a citizen understands: what it is, its value, of what, as of when, where shown.

    `value` and `base` are words (`92,4%`, `trong 118 phiếu`), empty where nobody has the number;
    `address` leads to the page that proves it; `sample`: for trying out, not true.
    """

    label: str
    value: str
    base: str
    day: dt.date | None
    address: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its title, the address of its first page, and what makes its parts.

    `outputs` are files beside the pages (charts, calendars) by their address.
    """

    title: str
    address: str
    pages: Callable[[Portal], Iterator[PageText]]
    figures: Callable[[Portal], Iterator[Figure]]
    outputs: Callable[[Portal], Iterator[tuple[str, bytes]]]
