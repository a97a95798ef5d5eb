"""Which files the editor may read and write: an address in, a kind of file or nothing out.

Pure: what the disk holds there (a link that leads out) is looked at where it is read.
"""

from __future__ import annotations

import enum
import re
import unicodedata

from cchc.base.notices import PLACE as NOTICES
from cchc.base.posts import FOLDER as POSTS
from cchc.procedures.fields import RESERVED
from cchc.procedures.files import FILE_NAME
from cchc.procedures.life_events import PLACE as LIFE_EVENTS
from cchc.procedures.store import FOLDER as PROCEDURES

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
# Plans, scores, documents: their data files and their texts.
REFORM = "docs/cai-cach"
LONGEST = 200
PART = re.compile(r"[A-Za-z0-9_@-][A-Za-z0-9._@-]*")
# Windows opens a device under these names, whatever the ending.
DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


class Kind(enum.Enum):
    """What a file is to the editor."""

    POST = enum.auto()
    PICTURE = enum.auto()
    PROCEDURE = enum.auto()
    LIFE_EVENTS = enum.auto()
    NOTICES = enum.auto()
    REFORM = enum.auto()


def kind_of(address: str) -> Kind | None:
    """Tell what stands at an address below the portal's folder; None: not for the editor."""
    if len(address) > LONGEST or unicodedata.normalize("NFC", address) != address:
        return None
    parts = address.split("/")
    if not all(PART.fullmatch(each) and not DEVICES.fullmatch(each) for each in parts):
        return None
    if address in SINGLE:
        return SINGLE[address]
    return _below(address, parts)


SINGLE = {LIFE_EVENTS: Kind.LIFE_EVENTS, NOTICES: Kind.NOTICES}


def _below(address: str, parts: list[str]) -> Kind | None:
    suffix = f".{parts[-1].rpartition('.')[2]}" if "." in parts[-1] else ""
    if address.startswith(f"{POSTS}/"):
        return _of_news(suffix)
    if address.startswith(f"{REFORM}/") and suffix in {".md", ".yml"}:
        return Kind.REFORM
    return Kind.PROCEDURE if _is_procedure(parts) else None


def _of_news(suffix: str) -> Kind | None:
    if suffix == ".md":
        return Kind.POST
    return Kind.PICTURE if suffix in PICTURES else None


def _is_procedure(parts: list[str]) -> bool:
    match parts:
        case [top, folder, name]:
            named = FILE_NAME.fullmatch(name) is not None
            return top == PROCEDURES and folder not in RESERVED and named
        case _:
            return False
