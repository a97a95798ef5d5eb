"""The page of a procedure that is no more: at its old address, and nothing of it as if valid."""

from __future__ import annotations

from cchc.base.clock import show_date
from cchc.procedures.history import Abolition
from cchc.site import wording
from cchc.site.contact import place
from cchc.site.history.procedure_history import history_of
from cchc.site.portal import Entry, Portal
from cchc.site.rendering import Heading, PageText, Part, render


def ended_page(entry: Entry, end: Abolition, portal: Portal) -> PageText:
    """Make the page: since when, by which decision, what takes its place, what to do instead."""
    procedure, page = entry.procedure, entry.address
    history = history_of(entry, portal)
    data = {
        "entry": entry,
        "p": procedure,
        "end": end,
        "page": page,
        "anchor": next((e.event.anchor for e in history.latest if e.event.after.abolished), ""),
        "decision_link": portal.decision_link(end.decision),
        "successors": [(code, portal.entry(code)) for code in end.replaced_by],
        "place": place(portal.counter_of(procedure), portal),
        "national_portal": portal.ward.national_portal,
        "history": history.latest,
        "older": history.older,
    }
    parts: list[Part] = [
        render("procedure/path.html", **data),
        Heading(1, entry.title, "noi-dung"),
        render("procedure/ended.html", **data),
    ]
    if history.latest:
        past = render("procedure/lich-su.html", **data)
        parts += [Heading(2, "Lịch sử thay đổi", "lich-su"), past]
    since = show_date(end.since)
    name = wording.short(entry.title, 90)
    description = f"{name} (mã {procedure.code}): đã bãi bỏ từ {since}, không còn áp dụng."
    return PageText(page, entry.title, tuple(parts), description, listed=False)
