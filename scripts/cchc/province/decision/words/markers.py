"""The numbers in front of lines and in cells that number sections: “A.”, “II”, “1.2”."""

from __future__ import annotations

import re

from cchc.base.text import one_line

MARKER = re.compile(
    r"(?:phần\s+|mục\s+)?(?:(?P<letter>[A-ZĐ])|(?P<roman>[IVXL]{1,6})|(?P<figure>\d{1,2}(?:\.\d{1,2}){0,3}))"
    r"\s*(?:[.):/]+|\s[-–]\s|(?<=[IVXLivxl\d])[-–](?=\s|(?-i:[A-ZĐ]))|$)\s*",
    re.IGNORECASE,
)


def without_marker(text: str) -> str:
    """Drop “A.”, “II.”, “1.2.” from the front of a line."""
    line = one_line(text)
    found = MARKER.match(line)
    return line[found.end() :] if found and found.end() < len(line) else line


def marker_of(text: str) -> str:
    """Give the number at the front of a line: “A”, “II”, “1.2”; empty where it has none."""
    found = MARKER.match(one_line(text))
    number = found["letter"] or found["roman"] or found["figure"] if found else ""
    return number.upper()


def is_marker(text: str) -> bool:
    """Tell whether a cell only numbers a section: “A”, “II.”, “1.2”."""
    found = MARKER.fullmatch(one_line(text))
    return found is not None


def is_high_marker(text: str) -> bool:
    """Tell whether a cell numbers a section and cannot number a row: “A”, “II”."""
    found = MARKER.fullmatch(one_line(text))
    return found is not None and not found["figure"]
