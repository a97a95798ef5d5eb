"""Every source of a portal, each by itself: one that fails takes no other with it."""

from __future__ import annotations

import contextlib
import functools
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

UNFORESEEN = "lỗi chưa lường tới, các nguồn khác vẫn được hỏi; báo người phụ trách phần mềm"
DISK = "không ghi được vào .cache (đĩa đầy, không có quyền?)"


def bring_all(
    root: Path, sources: Sources, ledger: Ledger, fetcher: Callable[[], Fetcher] | None = None
) -> Iterator[Brought]:
    """Ask every source that is not switched off; what goes wrong is in its answer."""
    with contextlib.ExitStack() as stack:
        # One for all: two sources may be of one host, and each host is asked once a second.
        shared = functools.cache(lambda: _open(stack, fetcher))
        for source in sources.all:
            if not source.off:
                yield bring(root, source, ledger, shared)


def bring(root: Path, source: Source, ledger: Ledger, fetcher: Callable[[], Fetcher]) -> Brought:
    """Ask one source. `fetcher` is called only where the web has to be asked."""
    try:
        if source.kind in LOCAL:
            return bring_folder(root, source, ledger)
        return _from_web(root, source, ledger, fetcher())
    except Refused as refused:
        return Brought(source, problems=refused.problems, failed=True)
    except OSError as error:
        where = "không đọc được nguồn" if source.kind in LOCAL else DISK
        return _failed(source, f"{where} ({error.strerror or error})")
    except Exception as error:  # noqa: BLE001 - a fault of ours must not keep the others waiting
        return _failed(source, f"{UNFORESEEN} ({type(error).__name__}: {error})")


def _failed(source: Source, message: str) -> Brought:
    return Brought(source, problems=(Problem(source.key, 0, message),), failed=True)


# The HTTP library is a tenth of a second: a ward that has only its inbox never waits for it.
def _open(stack: contextlib.ExitStack, fetcher: Callable[[], Fetcher] | None) -> Fetcher:
    from cchc.province.sources.fetch import Fetcher  # noqa: PLC0415

    asks = (fetcher or Fetcher)()
    stack.enter_context(asks.client)
    return asks


def _from_web(root: Path, source: Source, ledger: Ledger, fetcher: Fetcher) -> Brought:
    from cchc.province.sources.page import bring_page  # noqa: PLC0415
    from cchc.province.sources.portal import bring_portal  # noqa: PLC0415

    ask = bring_page if source.kind is SourceKind.PAGE else bring_portal
    return ask(root, source, ledger, fetcher)
