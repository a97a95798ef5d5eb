"""The pages of the other lists: a view's choices with counts, and each choice's procedures."""

from __future__ import annotations

from itertools import groupby

from cchc.site.finding import entry_list, ways_bar
from cchc.site.portal import Entry, Portal
from cchc.site.rendering import Heading, PageText, Part, render
from cchc.site.views import Choice, View


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


def view_page(choice: Choice, view: View, portal: Portal) -> PageText:
    """Make the list of one choice, by field, with links to the fields and the other choices."""
    shelves = [
        (field, tuple(every)) for field, every in groupby(_by_field(choice.entries, portal), _field)
    ]
    data = {"choice": choice, "view": view, "shelves": shelves, "page": choice.address}
    parts: list[Part] = [
        render("lists/view-path.html", **data),
        Heading(1, f"{view.name}: {choice.name}", "noi-dung"),
        ways_bar(portal, choice.address, view.address),
        render("lists/choice.html", **data),
    ]
    for field, entries in shelves:
        parts.append(Heading(2, f"{field[1]} ({len(entries)})", field[0]))
        parts.append(entry_list(entries, choice.address, portal))
    title = f"{view.name}: {choice.name}"
    description = f"{len(choice.entries)} thủ tục hành chính. {view.question} {choice.name}."
    return PageText(choice.address, title, tuple(parts), description, searched=False)


def _by_field(entries: tuple[Entry, ...], portal: Portal) -> list[Entry]:
    order = {field.folder: place for place, (field, _) in enumerate(portal.shelves())}
    return sorted(entries, key=lambda entry: order[entry.field.folder])


def _field(entry: Entry) -> tuple[str, str]:
    return entry.field.folder, entry.field.name
