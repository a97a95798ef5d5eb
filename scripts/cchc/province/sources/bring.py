"""Every source of a portal, each by itself: one that fails takes no other with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.base.problems import Problem, Refused
from cchc.province.sources.brought import Brought
from cchc.province.sources.folder import bring_folder
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.settings import LOCAL, Source, SourceKind, Sources

if TYPE_CHECKING:
    from cchc.province.sources.fetch import Fetcher

DISK = "không ghi được vào .cache (đĩa đầy, không có quyền?)"


def bring_all(
    root: Path, sources: Sources, ledger: Ledger, fetcher: Callable[[], Fetcher] | None = None
) -> Iterator[Brought]:
    """Ask every source that is not switched off; what goes wrong is in its answer."""
    for source in sources.all:
        if not source.off:
            yield _bring(root, source, ledger, fetcher)


def _bring(
    root: Path, source: Source, ledger: Ledger, fetcher: Callable[[], Fetcher] | None
) -> Brought:
    try:
        if source.kind in LOCAL:
            return bring_folder(root, source, ledger)
        return _from_web(root, source, ledger, fetcher)
    except Refused as refused:
        return Brought(source, problems=refused.problems, failed=True)
    except OSError as error:
        message = f"{DISK} ({error.strerror or error})"
        return Brought(source, problems=(Problem(source.key, 0, message),), failed=True)


def _from_web(
    root: Path, source: Source, ledger: Ledger, fetcher: Callable[[], Fetcher] | None
) -> Brought:
    # The HTTP library is a tenth of a second: a ward that has only its inbox never waits for it.
    from cchc.province.sources.fetch import Fetcher  # noqa: PLC0415
    from cchc.province.sources.page import bring_page  # noqa: PLC0415
    from cchc.province.sources.portal import bring_portal  # noqa: PLC0415

    asks = (fetcher or Fetcher)()
    with asks.client:
        bring = bring_page if source.kind is SourceKind.PAGE else bring_portal
        return bring(root, source, ledger, asks)
