"""A procedure's page: the answers first, then every part the law names, in a reader's order."""

from __future__ import annotations

from urllib.parse import quote

from cchc.base.clock import show_date
from cchc.procedures.completeness import missing_parts, unstated_parts
from cchc.site import addresses, wording
from cchc.site.contact import place
from cchc.site.history.events import badge
from cchc.site.history.procedure_history import history_of
from cchc.site.news.articles import about
from cchc.site.portal import Entry, Portal
from cchc.site.procedure.answers import answers
from cchc.site.procedure.due import Days, days_to_come, is_counted
from cchc.site.procedure.qr import qr_svg
from cchc.site.procedure.sections import AFTERWARDS, SECTIONS, Section, filings, forms
from cchc.site.procedure.ticks import dossier
from cchc.site.procedure.ways import by_fees, by_limit
from cchc.site.reform.documents.shelf import bases
from cchc.site.rendering import Heading, PageText, Part, render

SCRIPTS = ("assets/cchc/procedure.js", "assets/cchc/due.js", "assets/cchc/share.js")


def procedure_page(entry: Entry, portal: Portal) -> PageText:
    """Make the page of one procedure."""
    data = _data(entry, portal)
    procedure = entry.procedure
    shown = [each for each in SECTIONS if each.filled(procedure)]
    absent = [each for each in SECTIONS if not each.filled(procedure)]
    parts = _top(entry, data, {each.key for each in shown})
    for section in shown:
        parts += _section(section, data)
    if absent:
        parts.append(Heading(2, wording.UNKNOWN, "chua-co"))
        parts.append(render("procedure/chua-co.html", **data, absent=absent))
    for section in AFTERWARDS:
        if section.filled(procedure):
            parts += _section(section, data)
    return PageText(
        address=entry.address,
        title=entry.title,
        parts=tuple(parts),
        description=_description(entry),
        listed=False,
        scripts=SCRIPTS,
    )


def _top(entry: Entry, data: dict[str, object], shown: set[str]) -> list[Part]:
    heading = Heading(1, entry.title, "noi-dung", element="service-title")
    names = entry.procedure.plain_names
    parts: list[Part] = [render("procedure/path.html", **data), heading]
    if heading.long and names:
        parts.insert(1, render("procedure/plain-name.html", name=names[0]))
        names = names[1:]
    return [*parts, render("procedure/top.html", **data, shown=shown, plain_names=names[:2])]


def _section(section: Section, data: dict[str, object]) -> list[Part]:
    html = render(f"procedure/{section.key}.html", **data)
    if not html:
        return []
    if section.element:
        html = f'<div data-element="{section.element}">\n{html}\n</div>'
    return [Heading(2, section.plain, section.key, section.term), html]


def _data(entry: Entry, portal: Portal) -> dict[str, object]:
    procedure = entry.procedure
    counter = portal.counter_of(procedure)
    at = place(counter, portal)
    related = (portal.entry(code) for code in procedure.related)
    history = history_of(entry, portal)
    return {
        "entry": entry,
        "p": procedure,
        "page": entry.address,
        "place": at,
        "bases": bases(procedure, portal),
        "answers": answers(procedure, counter, at.name if at else ""),
        "limits": by_limit(procedure),
        "fees": by_fees(procedure),
        "filings": filings(procedure),
        "forms": forms(procedure),
        "missing": missing_parts(procedure),
        "unstated": {part.key.replace("_", "-") for part in unstated_parts(procedure)},
        "related": [each for each in related if each],
        "news": about(procedure.code, portal.news),
        "coming": portal.coming.get(procedure.code) if entry.since is None else None,
        "history": history.latest,
        "older": history.older,
        "badge": badge(entry, portal),
        "ended": portal.ended,
        "portal_page": procedure.portal_page,
        "national_portal": portal.ward.national_portal,
        "contact": addresses.CONTACT,
        "dossier": dossier(procedure),
        "days": _days(entry, portal),
        "counted": is_counted,
        "downloads": portal.downloads,
        "address": portal.public_address(entry),
        "qr": qr_svg(portal.public_address(entry)),
        "opinion": _opinion(entry, portal),
    }


def _days(entry: Entry, portal: Portal) -> Days | None:
    """Give the calendar of a page whose limit is a number of days, if it is in force."""
    limits = (limit for _, limit in by_limit(entry.procedure))
    if entry.since or not any(map(is_counted, limits)):
        return None
    return days_to_come(portal.ward.calendar, portal.day)


def _opinion(entry: Entry, portal: Portal) -> str:
    """Give the address for a letter about the page, or nothing where the ward has none."""
    subject = quote(f"Góp ý về trang thủ tục {entry.procedure.code}: {entry.title}")
    return f"mailto:{portal.ward.email}?subject={subject}" if portal.ward.email else ""


def _description(entry: Entry) -> str:
    procedure = entry.procedure
    if procedure.summary:
        return wording.short(procedure.summary, 155)
    field = f", lĩnh vực {entry.field.name}" if procedure.field_of_service else ""
    since = f" Có hiệu lực từ {show_date(entry.since)}." if entry.since else ""
    name = wording.short(entry.title, 90)
    return f"{name} (mã {procedure.code}{field}): hồ sơ, nơi nộp, thời hạn, phí, lệ phí.{since}"
