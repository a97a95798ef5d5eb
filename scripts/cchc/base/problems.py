"""Problems as data: found anywhere, printed only at the edge."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """How much a problem weighs: an error fails `cchc check`, a warning does not."""

    ERROR = "lỗi"
    WARNING = "nhắc"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place.

    `path` is relative to the portal's folder, with `/`; `line` counts from 1 (0: the file as a
    whole); `message` says in Vietnamese what is wrong and what to write instead.
    """

    path: str
    line: int
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Give `path:line: lỗi: message`, the form editors and terminals can follow."""
        return f"{self.path}:{max(self.line, 1)}: {self.severity}: {self.message}"


SHOWN = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<severity>lỗi|nhắc): (?P<message>.+)")


def parse_problem(text: str) -> Problem | None:
    """Read back what `str(problem)` gave: some texts have come through another program's log."""
    shown = SHOWN.fullmatch(text)
    if shown is None:
        return None
    return Problem(shown["path"], int(shown["line"]), shown["message"], Severity(shown["severity"]))


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error of the program
    """Raised where nothing useful can go on; carries what to tell the person."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order found."""
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def warning(path: str, line: int, message: str) -> Problem:
    """Make a problem that does not fail the check."""
    return Problem(path, line, message, Severity.WARNING)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the problems that fail the check."""
    return tuple(each for each in problems if each.severity is Severity.ERROR)
