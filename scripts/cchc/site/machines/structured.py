"""What machines read of a page (schema.org as JSON-LD); pure. What nobody knows is left out.

Addresses are absolute where the site's public address is set, else relative to the page, which
JSON-LD resolves as a browser does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from lxml import html as lxml_html

from cchc.base.posts import Post
from cchc.base.ward import Counter, Hours
from cchc.procedures.terms import Method
from cchc.site import addresses
from cchc.site.portal import Entry, Portal
from cchc.site.procedure.sections import filings

Thing: TypeAlias = Mapping[str, object]
CONTEXT = "https://schema.org"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONDAY = 2
COUNTRY = "VN"


def whole(address: str, page: str, portal: Portal) -> str:
    """Give an address of the site as JSON-LD needs it on a page."""
    if portal.site_url:
        return f"{portal.site_url.rstrip('/')}/{address}"
    return addresses.relative(address, page)


def service(entry: Entry, portal: Portal) -> Thing:
    """Describe a procedure as a service of the public administration."""
    p, counter = entry.procedure, portal.counter_of(entry.procedure)
    ward = portal.ward
    return _filled({
        "@type": "GovernmentService",
        "name": entry.title,
        "alternateName": list(p.plain_names),
        "identifier": p.code,
        "description": p.summary,
        "serviceType": entry.field.name,
        "url": whole(entry.address, entry.address, portal),
        "sameAs": p.portal_page,
        "inLanguage": "vi",
        "provider": [_agency(name) for name in p.agencies.executing],
        "serviceOperator": _agency((counter.agency if counter else "") or ward.agency.name),
        "areaServed": {"@type": "AdministrativeArea", "name": ward.name_on(portal.day)},
        "audience": [{"@type": "Audience", "audienceType": each} for each in p.audience],
        "availableChannel": list(_channels(entry, counter, portal)),
        "serviceOutput": [{"@type": "Thing", "name": each.name} for each in p.results],
        "hoursAvailable": _hours(counter.hours if counter else ()),
    })  # fmt: skip


def path(trail: Iterable[tuple[str, str]], page: str, portal: Portal) -> Thing:
    """Describe the way to a page: names and addresses from the home on."""
    steps = [
        {"@type": "ListItem", "position": n, "name": name, "item": whole(address, page, portal)}
        for n, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def article(post: Post, title: str, address: str, portal: Portal) -> Thing:
    """Describe a post of the news."""
    agency = _agency(portal.ward.agency.name)
    picture = portal.pictures.get(post.picture)
    return _filled({
        "@type": "NewsArticle",
        "headline": title,
        "description": post.description,
        "datePublished": post.date.isoformat(),
        "expires": post.expires.isoformat() if post.expires else "",
        "image": whole(picture.large.address, address, portal) if picture else "",
        "articleSection": list(post.categories),
        "inLanguage": "vi",
        "mainEntityOfPage": whole(address, address, portal),
        "author": _agency(post.author) if post.author else agency,
        "publisher": agency,
    })  # fmt: skip


def questions(content: str) -> Thing:
    """Describe a page of questions: each heading of the second rank, what follows is the answer."""
    asked: list[tuple[str, list[str]]] = []
    for each in lxml_html.fragment_fromstring(content, create_parent="div"):
        if each.tag == "h2":
            asked.append((_words(each), []))
        elif asked:
            asked[-1][1].append(_words(each))
    return {"@type": "FAQPage", "inLanguage": "vi", "mainEntity": [_question(*e) for e in asked]}


def _question(words: str, said: list[str]) -> Thing:
    answer = {"@type": "Answer", "text": " ".join(said)}
    return {"@type": "Question", "name": words, "acceptedAnswer": answer}


def as_json(things: Iterable[Thing]) -> str:
    """Write the things as one document that may stand inside a script element."""
    graph = {"@context": CONTEXT, "@graph": list(things)}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _words(element: lxml_html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _agency(name: str) -> Thing:
    return {"@type": "GovernmentOrganization", "name": name}


def _channels(entry: Entry, counter: Counter | None, portal: Portal) -> Iterator[Thing]:
    methods = {each.method for each in entry.procedure.methods}
    for filing in filings(entry.procedure):
        label = Method.ONLINE.label
        yield {"@type": "ServiceChannel", "name": label, "serviceUrl": filing.address}
    if counter and Method.IN_PERSON in methods:
        yield _counter_channel(counter, portal)
    if Method.POST in methods:
        yield {"@type": "ServiceChannel", "name": Method.POST.label}


def _counter_channel(counter: Counter, portal: Portal) -> Thing:
    address = _filled({
        "@type": "PostalAddress",
        "streetAddress": counter.address,
        "addressLocality": portal.ward.name_on(portal.day),
        "addressCountry": COUNTRY,
    })  # fmt: skip
    place = _filled({
        "@type": "GovernmentOffice",
        "name": counter.name_on(portal.day),
        "telephone": counter.phone,
        "address": address,
    })  # fmt: skip
    label = Method.IN_PERSON.label
    return {"@type": "ServiceChannel", "name": label, "serviceLocation": place}


def _hours(hours: Iterable[Hours]) -> list[Thing]:
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [WEEKDAYS[day - MONDAY] for day in each.weekdays],
            "opens": each.opens,
            "closes": each.closes,
        }
        for each in hours
    ]


def _filled(thing: Thing) -> dict[str, object]:
    return {key: value for key, value in thing.items() if value}
