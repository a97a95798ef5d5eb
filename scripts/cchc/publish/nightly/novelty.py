"""Whether a run has anything to do after its sources were asked; what a good run remembers."""

from __future__ import annotations

import time
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Refused
from cchc.province.sources.settings import LOCAL, load_sources
from cchc.publish.nightly.fingerprint import (
    FILE,
    LastGood,
    last_good_json,
    load_last_good,
    look,
    unchanged,
)


def still_the_same(root: Path, day: str, target: str) -> bool:
    """Tell whether no file changed since a good run of the same day to the same target."""
    last = load_last_good(root)
    return last is not None and (last.day, last.target) == (day, target) and unchanged(root, last)


def looked_at(root: Path, day: str, target: str) -> LastGood | None:
    """Look at the inputs before they are used: what changes meanwhile is seen by the next run.

    None where they cannot be looked at: the check tells why, and the next run does all anew.
    """
    try:
        sources = [each for each in load_sources(root).all if not each.off]
        places = tuple(each.path for each in sources if each.kind in LOCAL)
        web = any(each.kind not in LOCAL for each in sources)
        files = look(root, places, time.time_ns(), load_last_good(root))
    except (Refused, OSError):
        return None
    return LastGood(day, target, web, places, files)


def remember(root: Path, seen: LastGood) -> None:
    """Keep what a good run saw; where the disk is full the next run does all anew."""
    write_atomically(root / FILE, last_good_json(seen))
