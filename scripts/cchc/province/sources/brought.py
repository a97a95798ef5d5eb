"""What a source gave this time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cchc.base.problems import Problem
from cchc.province.sources.settings import Source

CACHE = ".cache/cchc/sources"


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A new file to read: where it lies, what it is called, where it came from, its hash."""

    path: Path
    name: str
    sha256: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that is recorded and not read: a decision on internal workflow."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Brought:
    """A source's new files, what it left out, what went wrong; `failed`: it gave nothing whole."""

    source: Source
    files: tuple[BroughtFile, ...] = ()
    left: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    failed: bool = False


def sha256_of(content: bytes) -> str:
    """Give the hash by which an input is known."""
    return hashlib.sha256(content).hexdigest()
