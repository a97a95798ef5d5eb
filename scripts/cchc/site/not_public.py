"""Which files of docs/ the public never gets, whatever makes the site of them."""

from __future__ import annotations

from cchc.base.moves import FILE as MOVES
from cchc.base.notices import FILE as NOTICES
from cchc.reform.kind import FOLDER
from cchc.reform.kinds import SCHEMA

# Coming notices are nobody's business yet; where pages moved, their old addresses tell.
ALONE = frozenset({NOTICES, MOVES})
# For those who write the portal: the desk shows them in its preview.
GUIDES = "huong-dan/"
# Pages and open data tell what these hold, without what must not be told.
REFORM = FOLDER.removeprefix("docs/") + "/"


def is_kept_back(source: str, *, guides: bool = False) -> bool:
    """Tell of a file below docs/ that it is not published; `guides`: but those may be."""
    if source.startswith(GUIDES):
        return not guides
    return source in ALONE or (source.startswith(REFORM) and source.endswith((".yml", SCHEMA)))
