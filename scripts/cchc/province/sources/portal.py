"""The national portal's list in one file: handed over whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Refused
from cchc.province.sources.brought import CACHE, Brought, BroughtFile, sha256_of
from cchc.province.sources.fetch import Fetcher
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.paging import whole_list
from cchc.province.sources.protocols import NewPortal, OldPortal
from cchc.province.sources.settings import Source, SourceKind

LIST_FILE = "danh-sach.jsonl"


def bring_portal(root: Path, source: Source, ledger: Ledger, fetcher: Fetcher) -> Brought:
    """Fetch the whole list into one file of JSON lines; nothing where it is the same as before."""
    protocol = OldPortal if source.kind is SourceKind.OLD_PORTAL else NewPortal
    try:
        pages = whole_list(protocol(source, fetcher))
    except Refused as refused:
        return Brought(source, problems=refused.problems, failed=True)
    content = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in pages)
    # Half a sign, which JSON can name and UTF-8 cannot hold, stays named.
    raw = content.encode("utf-8", "backslashreplace")
    path = root / CACHE / source.key / LIST_FILE
    changed = _last(path) not in {None, raw}
    sha256 = sha256_of(raw)
    # A list may go back to what it was once: only the last one counts.
    if ledger.has(source.key, sha256) and not changed:
        return Brought(source)
    write_atomically(path, raw)
    return Brought(source, (BroughtFile(path, source.name, sha256, source.address),))


def _last(path: Path) -> bytes | None:
    """Give the list brought last time; the cache may be gone."""
    try:
        return path.read_bytes()
    except OSError:
        return None
