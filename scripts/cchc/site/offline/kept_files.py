"""Which files of a built site a visitor's device keeps: some always, some once a page is opened."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cchc.site import addresses
from cchc.site.engine.versions import FOLDER, LENGTH
from cchc.site.engine.web_parts import FONTS
from cchc.site.search.search_rows import FILE as ROWS
from cchc.site.serving.moved_pages import file_of

# Small, and what somebody without a network asks for first.
PAGES = (addresses.HOME, addresses.CONTACT, addresses.SEARCH, addresses.OFFLINE)
# What a page needs besides what its HTML names: kept from the day a device has opened that page.
# A page with data of its own (a board, a map) adds its line here: its address, its files.
TOGETHER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {addresses.BOARD: (addresses.BOARD_DATA,)}
)
DRAWN_WITH = re.compile(
    rf'\s(?:href|src)="(?:\.\.?/)*(?P<file>{FOLDER}/[^"?#]+\?v=[0-9a-f]{{{LENGTH}}})"'
)
FONT = re.compile(rf'url\("(?P<file>fonts/[^"?#]+\?v=[0-9a-f]{{{LENGTH}}})"\)')

Read = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Addresses below the site's root: pages, the rows and parts with marks of their bytes."""

    pages: Mapping[str, str]
    rows: str
    assets: tuple[str, ...] = ()
    together: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def kept_files(read: Read, together: Mapping[str, tuple[str, ...]] = TOGETHER) -> KeptFiles:
    """List what is kept of a built site; `read` gives a file by its path, None where it is not.

    What is not there is not listed: a ward may do without a page.
    """
    found = {page: content for page in PAGES if (content := read(file_of(page))) is not None}
    return KeptFiles(
        pages={page: _mark(content) for page, content in found.items()},
        rows=_mark(read(ROWS) or b""),
        assets=tuple(sorted({*_drawn_with(found.values()), *_fonts(read(FONTS) or b"")})),
        together={
            page: dict(_marked(files, read))
            for page, files in together.items()
            if read(file_of(page)) is not None
        },
    )


def _drawn_with(pages: Iterable[bytes]) -> Iterator[str]:
    for page in pages:
        yield from (found["file"] for found in DRAWN_WITH.finditer(page.decode()))


def _fonts(sheet: bytes) -> Iterator[str]:
    yield from (f"{FOLDER}/{found['file']}" for found in FONT.finditer(sheet.decode()))


def _marked(files: Iterable[str], read: Read) -> Iterator[tuple[str, str]]:
    for address in files:
        if (content := read(address)) is not None:
            yield address, _mark(content)


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:LENGTH]
