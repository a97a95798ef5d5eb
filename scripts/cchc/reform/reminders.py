"""What is wrong only from a day on: documents that have ended, reviews that are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.procedures.store import Catalogue
from cchc.reform.documents.citations import library, still_citing
from cchc.reform.documents.document_faults import DOCUMENTS
from cchc.reform.kinds import load_reform
from cchc.reform.quality import QUALITY, review_due


def check_days(root: Path, catalogue: Catalogue, day: dt.date) -> Iterator[Problem]:
    """Remind of what a day has brought; broken settings and files are told by their own check."""
    try:
        reform = load_reform(root)
    except Refused:
        return
    yield from still_citing(library(reform.of(DOCUMENTS)), catalogue, day)
    systems = reform.of(QUALITY)
    # An older declaration has been followed by the newest one.
    if name := max(systems, default=""):
        yield from review_due(QUALITY.path(name), systems[name], day)
