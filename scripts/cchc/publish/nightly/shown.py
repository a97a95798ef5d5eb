"""Which pages the public sees: .cchc/trang-da-dang.json; what a new site no longer has is told.

The file is written after each publishing, whatever kind of place it went to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.publish.lost_pages import INDEX, lost_pages
from cchc.publish.nightly.outcome import Kind, News
from cchc.publish.nightly.record import StepName

FILE = ".cchc/trang-da-dang.json"


def pages_of(site: Path) -> tuple[str, ...]:
    """List the pages of a built site by the paths of their files."""
    return tuple(sorted(path.relative_to(site).as_posix() for path in site.rglob(INDEX)))


def pages_shown(root: Path, target: str) -> tuple[str, ...]:
    """List the pages last published to a target; none where nothing is known."""
    try:
        data = json.loads((root / FILE).read_bytes())
        return tuple(map(str, data["trang"])) if data["noi"] == target else ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def note_shown(root: Path, target: str, pages: Iterable[str]) -> bool:
    """Note what was published; tell whether that is other than before."""
    data = {"noi": target, "trang": list(pages)}
    return write_atomically(root / FILE, json.dumps(data, ensure_ascii=False).encode())


def lost_news(before: Iterable[str], after: Iterable[str]) -> Iterator[News]:
    """Tell once of each address that leads nowhere now: others link to it, sheets are printed."""
    for problem in lost_pages(before, after):
        yield News(f"{StepName.PUBLISH}:{problem.message}", str(problem), Kind.KNOW)
