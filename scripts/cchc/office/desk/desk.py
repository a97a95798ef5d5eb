"""The desk itself: the portal it works on, and what its pages share."""

from __future__ import annotations

import json
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial, update_wrapper
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from flask import Blueprint

from cchc.base.files import write_atomically
from cchc.changes.findings import Changes
from cchc.news.planning import Plan
from cchc.office.desk.baseline import Baseline, baseline_of
from cchc.office.desk.jobs import Jobs
from cchc.office.desk.memory import Memory
from cchc.office.desk.preview import Preview

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
WHO = ".cchc/nguoi-lam.json"
SHELF = 40


class Shelf(OrderedDict[str, T]):
    """Values that pages hand to each other by an id nobody can guess; the oldest go."""

    def put(self, value: T) -> str:
        """Keep a value; give its id."""
        key = secrets.token_urlsafe(9)
        self[key] = value
        while len(self) > SHELF:
            self.popitem(last=False)
        return key


@dataclass(frozen=True, slots=True)
class Incoming:
    """A Word file that was brought, and the post it makes."""

    file: Path
    plan: Plan


@dataclass(frozen=True, slots=True)
class Flagged:
    """Files of the province that were brought, and what they raise; not recorded yet."""

    files: tuple[Path, ...]
    changes: Changes


@dataclass(slots=True)
class Desk:
    """One portal at work."""

    root: Path
    preview: Preview | None = None
    jobs: Jobs = field(default_factory=Jobs)
    notes: Shelf[str] = field(default_factory=Shelf)
    incoming: Shelf[Incoming] = field(default_factory=Shelf)
    flagged: Shelf[Flagged] = field(default_factory=Shelf)
    _memory: Memory | None = None
    _baseline: Baseline | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def memory(self) -> Memory:
        """What was looked at last."""
        with self._lock:
            self._memory = self._memory or Memory(self.root)
            return self._memory

    @property
    def baseline(self) -> Baseline:
        """What the content was when it last went out."""
        with self._lock:
            self._baseline = self._baseline or baseline_of(self.root)
            return self._baseline

    @property
    def who(self) -> str:
        """Who worked here last, as they wrote it."""
        try:
            return str(json.loads((self.root / WHO).read_bytes())["nguoi"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def remember(self, who: str) -> None:
        """Keep who works here, for the next form."""
        if who:
            write_atomically(self.root / WHO, json.dumps({"nguoi": who}).encode())


def add(
    rooms: Blueprint,
    rule: str,
    view: Callable[Concatenate[Desk, P], Any],
    desk: Desk,
    *methods: str,
) -> None:
    """Put a page of a desk at an address; GET where no method is named."""
    bound = partial(view, desk)
    update_wrapper(bound, view)
    rooms.add_url_rule(
        rule, view.__name__, bound, methods=methods or ("GET",), provide_automatic_options=False
    )
