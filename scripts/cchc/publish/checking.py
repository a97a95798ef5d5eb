"""Every check of a portal in one: what `cchc check` prints and the nightly run obeys."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from cchc.base.docs import check_docs
from cchc.base.moves import check_moves
from cchc.base.notices import check_notices
from cchc.base.posts import check_posts, load_posts
from cchc.base.problems import Problem, Refused
from cchc.base.ward import check_ward, load_ward
from cchc.procedures.check import check_catalogue, check_places
from cchc.procedures.check_decisions import check_decisions
from cchc.procedures.check_posts import check_codes, check_links
from cchc.procedures.life_events import check_life_events
from cchc.procedures.store import Catalogue
from cchc.province.sources.check import check_sources
from cchc.reform.kinds import check_reform
from cchc.reform.reminders import check_days

CHECKS = (
    check_ward,
    check_decisions,
    check_sources,
    check_docs,
    check_notices,
    check_moves,
    check_posts,
)


def check_portal(root: Path, catalogue: Catalogue, day: dt.date) -> tuple[Problem, ...]:
    """Find every problem of a portal on a day, sorted by place, each once."""
    elsewhere = (problem for check in CHECKS for problem in check(root))
    lives = check_life_events(root, catalogue.in_force(day), catalogue.abolished(day))
    posts = load_posts(root).all
    named = (*check_codes(root, posts, catalogue), *check_links(root, posts, catalogue))
    reform = (*check_reform(root, catalogue), *check_days(root, catalogue, day))
    every = {
        *check_catalogue(catalogue),
        *elsewhere,
        *_places(root, catalogue),
        *lives,
        *named,
        *reform,
    }
    return tuple(sorted(every))


def _places(root: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """Check what the settings must know; broken settings are told by their own check."""
    with contextlib.suppress(Refused):
        ward = load_ward(root)
        yield from check_places(catalogue, {counter.key for counter in ward.counters})
