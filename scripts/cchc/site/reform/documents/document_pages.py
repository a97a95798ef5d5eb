"""The pages of documents: all, the choices among them, each one."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.documents.document import Force
from cchc.reform.documents.document_faults import DOCUMENTS
from cchc.reform.documents.numbers import cited
from cchc.site.addresses import slug
from cchc.site.lists.finding import entry_list
from cchc.site.portal import Portal
from cchc.site.reform.documents.shelf import PLACE, Held, groups, held, most_cited, year_address
from cchc.site.reform.evidence_links import read_at
from cchc.site.reform.trail import opened
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Văn bản"
ABOVE = (TITLE, PLACE)
LATEST = 30
CITED = 12


def document_pages(portal: Portal) -> Iterator[PageText]:
    """Make the first page, each year's and each choice's list, each document's page."""
    every = held(portal)
    yield _first(every, portal)
    for name in portal.reform.of(DOCUMENTS):
        mine = tuple(each for each in every if str(each.document.day.year) == name)
        yield _list(year_address(name), f"Văn bản ban hành năm {name}", f"Năm {name}", mine, every)
    for key, (title, choices) in groups(every).items():
        for name, chosen in choices.items():
            page = f"{PLACE}{key}/{slug(name)}/"
            yield _list(page, f"{title}: {name}", name, chosen, every)
    for each in every:
        yield _document(each, every, portal)


def said(every: tuple[Held, ...], portal: Portal) -> str:
    """Say in one sentence how many documents there are and how many are in force."""
    states = [each.force for each in every]
    alive = states.count(Force.IN_FORCE) + states.count(Force.PARTLY)
    counts = [(alive, "còn hiệu lực"), (states.count(Force.ENDED), "hết hiệu lực")]
    counts.append((states.count(Force.TO_COME), "chưa có hiệu lực"))
    told = ", ".join(f"{number} {words}" for number, words in counts if number)
    return f"Đến ngày {portal.day:%d/%m/%Y}: {len(every)} văn bản, {told}."


def _first(every: tuple[Held, ...], portal: Portal) -> PageText:
    top = list(most_cited(portal))
    parts: list[Part] = [
        *opened(PLACE, TITLE, "Văn bản của phường và của cấp trên"),
        render(
            "reform/documents/first.html",
            page=PLACE,
            said=said(every, portal) if every else "",
            sample=any(each.sample for each in every),
        ),
    ]
    if every:
        parts += [_choices(PLACE, every), Heading(2, "Mới nhất", "moi-nhat")]
        parts += [render("reform/documents/list.html", documents=every[:LATEST], page=PLACE)]
    if top:
        known = {each.document.cited: each.address for each in every}
        rows = [(b, n, known.get(cited(b.number, b.date), "")) for b, n in top[:CITED]]
        parts.append(Heading(2, "Thủ tục của phường dẫn văn bản nào nhiều nhất", "duoc-dan"))
        parts.append(render("reform/documents/cited.html", rows=rows, count=len(top), page=PLACE))
    description = (
        "Văn bản về thủ tục và cải cách hành chính: số, ngày, trích yếu, còn hiệu lực không."
    )
    return PageText(PLACE, "Văn bản của phường và của cấp trên", tuple(parts), description)


def _choices(page: str, every: tuple[Held, ...]) -> str:
    years = {str(each.document.day.year): "" for each in every}
    shelves = [("Năm ban hành", [(name, year_address(name), _in(name, every)) for name in years])]
    for key, (title, choices) in groups(every).items():
        found = [(n, f"{PLACE}{key}/{slug(n)}/", len(c)) for n, c in choices.items()]
        shelves.append((title, found))
    return render("reform/documents/choices.html", shelves=shelves, page=page)


def _in(year: str, every: tuple[Held, ...]) -> int:
    return sum(str(each.document.day.year) == year for each in every)


def _list(
    page: str, title: str, here: str, chosen: tuple[Held, ...], every: tuple[Held, ...]
) -> PageText:
    parts = (
        *opened(page, here, title, ABOVE),
        render("reform/documents/count.html", documents=chosen),
        _choices(page, every) if every else "",
        render("reform/documents/list.html", documents=chosen, page=page),
    )
    return PageText(page, title, parts, f"{len(chosen)} văn bản.", searched=False)


def _document(each: Held, every: tuple[Held, ...], portal: Portal) -> PageText:
    document, page = each.document, each.address
    by_key = {one.document.cited.key: one for one in every}
    instead = [(number, by_key.get(cited(number, None).key)) for number in document.replaced_by]
    before = [one for one in every if _replaces(each, one)]
    year = str(document.day.year)
    parts: list[Part] = [
        *opened(page, document.number, each.title, ABOVE, (f"Năm {year}", year_address(year))),
        render(
            "reform/documents/document.html",
            each=each,
            d=document,
            page=page,
            day=portal.day,
            instead=instead,
            before=before,
            file=read_at(document.file, portal),
        ),
        Heading(2, f"Thủ tục dẫn văn bản này ({len(each.entries)})", "thu-tuc"),
    ]
    if each.entries:
        parts.append(entry_list(each.entries, page, portal))
    else:
        parts.append(render("reform/documents/uncited.html"))
    words = (document.number, document.issuer, each.force.label, document.field)
    return PageText(page, each.title, tuple(parts), document.summary, tuple(filter(None, words)))


def _replaces(each: Held, other: Held) -> bool:
    numbers = (cited(number, None).key for number in other.document.replaced_by)
    return each.document.cited.key in numbers
