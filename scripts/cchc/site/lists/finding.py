"""The ways to find a procedure, on every list and on the home; and how a list shows its entries."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.site import addresses
from cchc.site.history.events import marks
from cchc.site.lists.life_pages import lives_of
from cchc.site.lists.views import views
from cchc.site.portal import Entry, Portal
from cchc.site.rendering import render


@dataclass(frozen=True, slots=True)
class Way:
    """One way of finding, as every list offers it; `count` of what it leads to."""

    address: str
    name: str
    count: int
    what: str
    summary: str = ""


def ways_to_find(portal: Portal) -> tuple[Way, ...]:
    """List the ways: life events, fields, the views, from A to Z."""
    lives = len(lives_of(portal))
    fields = len(portal.shelves())
    first = (
        Way(addresses.LIVES, "Việc trong đời", lives, "việc", "Sinh con, kết hôn, nhà đất…"),
        Way(addresses.PROCEDURES, "Lĩnh vực", fields, "lĩnh vực", "Hộ tịch, đất đai, cư trú…"),
    )
    others = tuple(
        Way(view.address, view.name, len(view.choices), "nhóm", view.question)
        for view in views(portal)
    )
    last = Way(addresses.LETTERS, "A đến Z", len(portal.entries), "thủ tục", "Tất cả theo tên")
    return tuple(way for way in (*first, *others, last) if way.count)


def ways_bar(portal: Portal, page: str, here: str = "") -> str:
    """Render the links between all lists, the open one marked; `here` where it is not the page."""
    return render("lists/ways.html", ways=ways_to_find(portal), page=page, here=here or page)


def entry_list(entries: tuple[Entry, ...], page: str, portal: Portal) -> str:
    """Render procedures as a list: name, the name people use, code, what is new or coming."""
    said = {entry.procedure.code: marks(entry, portal) for entry in entries}
    return render("lists/entries.html", entries=entries, page=page, marks=said)
