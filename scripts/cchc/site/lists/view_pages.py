"""The pages of the other lists: a view's choices with counts, and each choice's procedures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from cchc.procedures.fields import FieldOfService
from cchc.site.lists.finding import entry_list, ways_bar
from cchc.site.lists.views import Choice, View
from cchc.site.portal import Entry, Portal
from cchc.site.rendering import Heading, PageText, Part, render

Shelf: TypeAlias = tuple[FieldOfService, tuple[Entry, ...]]
# Beyond this many procedures a list is no help on a telephone, and heavy.
LONG = 100


def views_page(view: View, portal: Portal) -> PageText:
    """Make the list of a view's choices."""
    title = f"Thủ tục theo {view.name[:1].lower()}{view.name[1:]}"
    parts: tuple[Part, ...] = (
        render("lists/path.html", page=view.address, here=view.name),
        Heading(1, title, "noi-dung"),
        ways_bar(portal, view.address),
        render("lists/view.html", view=view, page=view.address),
    )
    names = ", ".join(choice.name for choice in view.choices)
    return PageText(view.address, title, parts, f"{view.question} {names}.")


def choice_pages(choice: Choice, view: View, portal: Portal) -> Iterator[PageText]:
    """Make the list of one choice, by field; a long one leads to a page for each of its fields."""
    shelves = _shelves(choice, portal)
    parted = len(choice.entries) > LONG and len(shelves) > 1
    yield _whole(choice, view, shelves, portal, parted=parted)
    for shelf in shelves if parted else ():
        yield _shelf_page(shelf, choice, view, portal)


def _whole(
    choice: Choice, view: View, shelves: tuple[Shelf, ...], portal: Portal, *, parted: bool
) -> PageText:
    page = choice.address
    data = {"choice": choice, "view": view, "shelves": shelves, "page": page, "parted": parted}
    parts: list[Part] = [
        render("lists/view-path.html", **data),
        Heading(1, _title(choice, view), "noi-dung"),
        ways_bar(portal, page, view.address),
        render("lists/choice.html", **data),
    ]
    for field, entries in () if parted else shelves:
        parts.append(Heading(2, f"{field.name} ({len(entries)})", field.folder))
        parts.append(entry_list(entries, page, portal))
    description = f"{len(choice.entries)} thủ tục hành chính. {view.question} {choice.name}."
    return PageText(page, _title(choice, view), tuple(parts), description, searched=False)


def _shelf_page(shelf: Shelf, choice: Choice, view: View, portal: Portal) -> PageText:
    """Make the list of what is of a choice and of a field at once."""
    field, entries = shelf
    page = shelf_address(choice, field)
    title = f"{field.name}: {choice.name}"
    data = {"choice": choice, "view": view, "field": field, "entries": entries, "page": page}
    parts = (
        render("lists/view-path.html", **data),
        Heading(1, title, "noi-dung"),
        ways_bar(portal, page, view.address),
        render("lists/shelf.html", **data),
        entry_list(entries, page, portal),
    )
    description = f"{len(entries)} thủ tục hành chính. {view.question} {choice.name}."
    return PageText(page, title, parts, description, searched=False)


def shelf_address(choice: Choice, field: FieldOfService) -> str:
    """Give the address of one field's part of a choice."""
    return f"{choice.address}{field.folder}/"


def _title(choice: Choice, view: View) -> str:
    return f"{view.name}: {choice.name}"


def _shelves(choice: Choice, portal: Portal) -> tuple[Shelf, ...]:
    """Part a choice by field, in the order of the list of fields."""
    every = (
        (field, tuple(each for each in choice.entries if each.field.folder == field.folder))
        for field, _ in portal.shelves()
    )
    return tuple(shelf for shelf in every if shelf[1])
