"""`cchc check` for sources.yml and the ledger of what was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.province.sources.ledger import load_ledger
from cchc.province.sources.settings import load_sources


def check_sources(root: Path) -> Iterator[Problem]:
    """Find what keeps `cchc flag` from asking the sources."""
    for load in (load_sources, load_ledger):
        try:
            load(root)
        except Refused as refused:
            yield from refused.problems
