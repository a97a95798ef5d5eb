"""What a store without a switch remembers of its site: a manifest, and a journal while it changes.

    .cchc/trang.json      the manifest of the last site that was sent whole
    .cchc/dang-doi.json   while sending: the paths in doubt, and every path that is ours

Only one of the two is being written at any time, so one of them always can be read: the journal
goes there before the first change, and goes away after the new manifest is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.publish.manifest import Entry, Manifest, manifest_json, read_manifest, safe
from cchc.publish.store import Store

PLACE = ".cchc"
MANIFEST = f"{PLACE}/trang.json"
JOURNAL = f"{PLACE}/dang-doi.json"


@dataclass(frozen=True, slots=True)
class Known:
    """What lies in the store: files known for sure; every path that publishing put there."""

    sure: Mapping[str, Entry] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()
    interrupted: bool = False


def known(store: Store, listed: Mapping[str, int]) -> Known:
    """Read both. A file that somebody deleted or cut is not sure, whatever the manifest says."""
    manifest = _manifest(store) if MANIFEST in listed else None
    doubt, ours = _journal(store) if JOURNAL in listed else (frozenset(), frozenset())
    files = manifest.files if manifest else {}
    sure = {name: each for name, each in files.items()
            if name not in doubt and listed.get(name) == each.size}  # fmt: skip
    return Known(sure, ours | files.keys(), JOURNAL in listed)


def begin(store: Store, desk: Path, doubt: Iterable[str], ours: Iterable[str]) -> None:
    """Write the journal; `desk` is a folder of this machine for the file on its way."""
    told = {"dang_doi": sorted(doubt), "cua_trang": sorted(ours)}
    path = desk / Path(JOURNAL).name
    write_atomically(path, json.dumps(told, ensure_ascii=False, indent=0).encode())
    store.write(path, JOURNAL)


def end(store: Store, desk: Path, manifest: Manifest) -> None:
    """Write the new manifest, then take the journal away."""
    path = desk / Path(MANIFEST).name
    write_atomically(path, manifest_json(manifest))
    store.write(path, MANIFEST)
    store.delete([JOURNAL])


def _manifest(store: Store) -> Manifest | None:
    return read_manifest(store.read(MANIFEST))


def _journal(store: Store) -> tuple[frozenset[str], frozenset[str]]:
    try:
        whole = json.loads(store.read(JOURNAL))
        doubt, ours = (frozenset(filter(safe, whole[key])) for key in ("dang_doi", "cua_trang"))
    except (ValueError, KeyError, TypeError):
        # Cut while it was written: nothing had been changed yet.
        return frozenset(), frozenset()
    return doubt, ours
