"""The lists of procedures: all fields, one field, from A to Z."""

from __future__ import annotations

from itertools import groupby

from cchc.procedures.fields import UNSORTED, FieldOfService
from cchc.site import addresses
from cchc.site.contact import place
from cchc.site.lists.collation import first_letter
from cchc.site.lists.finding import entry_list, ways_bar
from cchc.site.portal import Entry, Portal
from cchc.site.rendering import Heading, PageText, Part, render

UNSORTED_NOTE = (
    "Nguồn chưa ghi lĩnh vực của các thủ tục này. Tìm theo tên trong danh sách dưới đây, hoặc dùng"
    " ô tìm kiếm."
)


def fields_page(portal: Portal) -> PageText:
    """Make the list of fields with counts, and the lists of the counters of their own."""
    shelves = portal.shelves()
    title = "Thủ tục hành chính"
    data = {"portal": portal, "shelves": shelves, "page": addresses.PROCEDURES}
    parts: list[Part] = [
        Heading(1, title, "noi-dung"),
        ways_bar(portal, addresses.PROCEDURES),
        render("lists/fields.html", **data),
    ]
    for counter in portal.ward.counters[1:]:
        entries = portal.received_at(counter)
        at = place(counter, portal)
        if entries and at:
            parts.append(Heading(2, f"Nộp tại {at.name}", f"nop-tai-{addresses.slug(counter.key)}"))
            parts.append(entry_list(entries, addresses.PROCEDURES, portal))
    return PageText(
        address=addresses.PROCEDURES,
        title=title,
        parts=tuple(parts),
        description=f"{len(portal.entries)} thủ tục hành chính, xếp theo lĩnh vực.",
    )


def field_page(field: FieldOfService, entries: tuple[Entry, ...], portal: Portal) -> PageText:
    """Make one field's list."""
    address = addresses.field_address(field.folder)
    note = UNSORTED_NOTE if field.folder == UNSORTED else field.summary
    data = {"field": field, "note": note, "entries": entries, "page": address, "portal": portal}
    parts: list[Part] = [
        render("lists/path.html", page=address, here=field.name),
        Heading(1, field.name, "noi-dung"),
        ways_bar(portal, address),
        render("lists/field.html", **data),
        entry_list(entries, address, portal),
    ]
    awaited = tuple(e for e in portal.awaited.values() if e.field.folder == field.folder)
    if awaited:
        parts.append(Heading(2, "Sắp có hiệu lực", "sap-co-hieu-luc"))
        parts.append(entry_list(awaited, address, portal))
    return PageText(
        address=address,
        title=field.name,
        parts=tuple(parts),
        description=f"{len(entries)} thủ tục hành chính thuộc lĩnh vực {field.name}.",
        keywords=field.plain_names,
        feed=addresses.field_feed(field.folder),
    )


def letters_page(portal: Portal) -> PageText:
    """Make the list of all procedures by first letter."""
    title = "Thủ tục từ A đến Z"
    entries = portal.entries.values()
    groups = [(key, tuple(every)) for key, every in groupby(entries, _letter)]
    page = addresses.LETTERS
    parts: list[Part] = [
        render("lists/path.html", page=page, here="Từ A đến Z"),
        Heading(1, title, "noi-dung"),
        ways_bar(portal, page),
        render("lists/letters.html", groups=[(key, letter_anchor(key)) for key, _ in groups]),
    ]
    for key, every in groups:
        parts.append(Heading(2, key, letter_anchor(key)))
        parts.append(entry_list(every, page, portal))
    description = f"Danh sách {len(entries)} thủ tục hành chính theo thứ tự chữ cái."
    return PageText(page, title, tuple(parts), description)


def _letter(entry: Entry) -> str:
    return first_letter(entry.title)


def letter_anchor(letter: str) -> str:
    """Give the anchor of a letter; `đ` must not fall together with `d`."""
    names = {"#": "so", "Đ": "dd", "Ă": "aw", "Â": "aa", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
    return f"chu-{names.get(letter, letter.lower())}"
