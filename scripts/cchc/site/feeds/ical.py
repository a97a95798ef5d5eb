"""iCalendar (RFC 5545) of whole days: CRLF, lines folded at 75 bytes, texts escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST = 75
PRODUCT = "-//cchc//Thay doi thu tuc hanh chinh//VI"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One whole day; `stamp` is the day of the last news of it, from the data."""

    uid: str
    day: dt.date
    stamp: dt.date
    summary: str
    description: str
    url: str


def calendar(name: str, appointments: Iterable[Appointment]) -> bytes:
    """Give the file's bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", f"X-WR-CALNAME:{_escaped(name)}"]  # fmt: skip
    for each in appointments:
        lines += _event(each)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(each: Appointment) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"DTSTAMP:{each.stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{each.day + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(each.summary)}"
    yield f"DESCRIPTION:{_escaped(each.description)}"
    if each.url:
        yield f"URL:{each.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Break a line at 75 bytes, never inside a letter; the rest begins with a space."""
    rows, row = [], b""
    for letter in line:
        raw = letter.encode()
        if len(row) + len(raw) > LONGEST:
            rows.append(row)
            row = b" "
        row += raw
    return b"\r\n".join([*rows, row]) + b"\r\n"
