"""What publishing answers."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.base.problems import Problem
from cchc.publish.manifest import Difference

# Releases kept, the one that visitors see among them.
KEEP = 10


@dataclass(frozen=True, slots=True)
class Published:
    """The release that visitors see now, and how many files it took.

    `release` is empty and the counts are 0 where `problems` say why nothing was published: visitors
    see what the kind of target promises (folder.py, remote.py, branch.py).
    """

    release: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()


def published(release: str, done: Difference) -> Published:
    """Count what was done."""
    return Published(release, len(done.added), len(done.changed), len(done.removed))


def failed(*problems: Problem) -> Published:
    """Say why nothing was published."""
    return Published("", problems=problems)
