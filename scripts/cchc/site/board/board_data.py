"""The board's one data file: its tiles, every procedure in brief, the latest changes; pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from cchc.base.clock import show_date
from cchc.site import wording
from cchc.site.addresses import field_address
from cchc.site.board.told import Data, told
from cchc.site.history.changes_page import latest
from cchc.site.history.events import Event
from cchc.site.lists.life_pages import lives_of
from cchc.site.pages import every_entry
from cchc.site.portal import Entry, Portal

VERSION = 1
CHANGES = 12
# A change is read from afar, on a screen of its own; its procedure has the whole name.
CHANGE_LETTERS = 220
MARK_LETTERS = 10
FIELD, LIFE = "field", "life"


def board_json(portal: Portal) -> str:
    """Give the file's text. `mark` names its content: an open board asks whether it has changed."""
    data = board_data(portal)
    content = _json(data)
    mark = hashlib.sha256(content.encode()).hexdigest()[:MARK_LETTERS]
    return _json({"v": VERSION, "mark": mark, **data}) + "\n"


def _json(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def board_data(portal: Portal) -> Data:
    """Gather all that the board shows; scripts/web/board/data.js tells the same shape."""
    return {
        "day": show_date(portal.day),
        "shelves": [*_lives(portal), *_fields(portal)],
        "procedures": {each.procedure.code: told(each, portal) for each in every_entry(portal)},
        "ended": {code: _ended(each) for code, each in portal.ended.items()},
        "changes": [_change(each) for each in latest(portal, CHANGES)],
    }


def _lives(portal: Portal) -> Iterator[Data]:
    """Give the life events as tiles; `whys` says of each procedure what it is for there."""
    for life in lives_of(portal):
        entries = tuple(entry for entry, _ in life.steps)
        tile = {"kind": LIFE, "key": life.event.key, "name": life.event.name, "at": life.address}
        yield {**tile, "codes": _codes(entries), "whys": [why for _, why in life.steps]}


def _fields(portal: Portal) -> Iterator[Data]:
    """Give the fields that have a procedure in force or to come; `at` is the page search knows."""
    for field, in_force in portal.all_shelves():
        awaited = (e for e in portal.awaited.values() if e.field.folder == field.folder)
        entries = (*in_force, *awaited)
        address = field_address(field.folder)
        tile = {"kind": FIELD, "key": field.folder, "name": field.name, "at": address}
        if entries:
            yield {**tile, "codes": _codes(entries), "whys": []}


def _codes(entries: Iterable[Entry]) -> list[str]:
    return [entry.procedure.code for entry in entries]


def _ended(entry: Entry) -> Data:
    end = entry.procedure.abolished
    said = f" từ ngày {show_date(end.since)}, theo {wording.decision(end.decision)}" if end else ""
    return {
        "title": entry.title,
        "field": entry.field.name,
        "said": f"Thủ tục này đã bãi bỏ{said}. Không còn áp dụng.",
        "instead": list(end.replaced_by) if end else [],
    }


def _change(event: Event) -> Data:
    return {
        "day": show_date(event.day),
        "kind": event.kind,
        "look": "ended" if event.after.abolished else "amended" if event.before else "new",
        "coming": event.upcoming,
        "code": event.entry.procedure.code,
        "title": wording.short(event.entry.title, CHANGE_LETTERS),
        "by": wording.decision(event.decision) if event.decision else "",
    }
