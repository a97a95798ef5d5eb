"""cpsv-ap.jsonld: the procedures in force in the European vocabulary of public services.

CPSV-AP 3.2 wants an identifier, a title, a description and a competent authority of each service. A
procedure for which no source names an agency is left out: no authority is ever guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from cchc.base.text import slug
from cchc.site import addresses
from cchc.site.contact import place
from cchc.site.lists.life_pages import lives_of
from cchc.site.open_data import cpsv_parts
from cchc.site.open_data.about import Record, filled, from_data, licence
from cchc.site.open_data.cpsv_terms import (
    CONTEXT,
    LANGUAGE,
    agency_address,
    common_nodes,
    concept,
    organisation,
    refer,
)
from cchc.site.portal import Entry, Portal

DATASET = "#du-lieu"
TITLE = "Thủ tục hành chính theo CPSV-AP 3.2"


def cpsv_file(portal: Portal) -> bytes:
    """Write the whole graph as JSON-LD with its context inside: reading it asks nobody else."""
    graph = [*common_nodes(), _dataset(portal), *_organisations(portal), *_events(portal)]
    graph += [_service(each, portal) for each in described(portal)]
    lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph)
    context = json.dumps(CONTEXT, ensure_ascii=False, indent=1)
    return f'{{\n"@context": {context},\n"@graph": [\n{lines}\n]\n}}\n'.encode()


def described(portal: Portal) -> tuple[Entry, ...]:
    """List the procedures in force whose authority a source names."""
    return tuple(each for each in portal.entries.values() if authorities(each))


def authorities(entry: Entry) -> tuple[str, ...]:
    """Name who decides, or where no source says so, who carries the procedure out."""
    agencies = entry.procedure.agencies
    return agencies.deciding or agencies.executing


def _dataset(portal: Portal) -> Record:
    left_out = len(portal.entries) - len(described(portal))
    missing = f" Chưa có {left_out} thủ tục mà nguồn không ghi cơ quan." if left_out else ""
    rights = {"type": "dct:RightsStatement", "label": licence(portal.ward)}
    address = portal.ward.licence.address
    page = {"id": from_data(addresses.DATA, portal), "type": "foaf:Document"}
    return filled({
        "id": DATASET,
        "type": "dcat:Dataset",
        "title": TITLE,
        "description": f"Thủ tục hành chính đang áp dụng ở {portal.ward.agency.name}.{missing}",
        "dct:publisher": refer(agency_address(portal.ward.agency.name)),
        "modified": portal.day.isoformat(),
        "dct:language": refer(LANGUAGE),
        "dct:rights": rights,
        "dct:license": refer(address) if address else None,
        "dcat:landingPage": page,
    })  # fmt: skip


def _organisations(portal: Portal) -> Iterator[Record]:
    own = portal.ward.agency.name
    yield {
        **organisation(own),
        "type": ["cv:PublicOrganisation", "foaf:Agent"],
        "identifier": portal.ward.agency_code or slug(own),
        "title": own,
    }
    every = (name for entry in described(portal) for name in authorities(entry))
    others = {agency_address(name): name for name in every}
    yield from (organisation(name) for name in others.values() if slug(name) != slug(own))


def _events(portal: Portal) -> Iterator[Record]:
    for life in lives_of(portal):
        yield filled({
            "id": from_data(life.address, portal),
            "type": ["cv:Event", "cv:LifeEvent"],
            "identifier": life.event.key,
            "title": life.event.name,
            "description": life.event.summary,
        })  # fmt: skip


def _service(entry: Entry, portal: Portal) -> Record:
    p, service = entry.procedure, from_data(entry.address, portal)
    return filled({
        "id": service,
        "type": "cpsv:PublicService",
        "identifier": p.code,
        "title": entry.title,
        "description": p.summary or _facts(entry),
        "keyword": list(dict.fromkeys((*p.plain_names, *p.keywords))),
        "cv:hasCompetentAuthority": [refer(agency_address(each)) for each in authorities(entry)],
        "dct:isPartOf": refer(DATASET),
        "dct:language": refer(LANGUAGE),
        "cv:thematicArea": concept("linh-vuc", p.field_of_service) if p.field_of_service else None,
        "dct:audience": [concept("doi-tuong", each) for each in p.audience],
        "cv:hasChannel": cpsv_parts.channels(p, service),
        "cv:hasCost": cpsv_parts.costs(p, service),
        "cv:hasInputType": cpsv_parts.papers(p),
        "cpsv:produces": cpsv_parts.outputs(p),
        "cv:holdsRequirement": cpsv_parts.requirements(p),
        "cv:hasLegalResource": list(cpsv_parts.law(p)),
        "cv:contactPoint": _contact(entry, portal),
        "cv:isGroupedBy": [refer(each) for each in _lives(entry, portal)],
        "cv:relatedService": [refer(each) for each in _related(entry, portal)],
        "foaf:page": {"id": p.portal_page, "type": "foaf:Document"} if p.portal_page else None,
    })  # fmt: skip


def _facts(entry: Entry) -> str:
    """Describe a procedure without a summary by what is known, and say that no more is."""
    field = f", lĩnh vực {entry.field.name}" if entry.procedure.field_of_service else ""
    return f"Thủ tục hành chính mã {entry.procedure.code}{field}. Chưa có tóm tắt."


def _contact(entry: Entry, portal: Portal) -> Record | None:
    at = place(portal.counter_of(entry.procedure), portal)
    if at is None or not (at.phone or at.email):
        return None
    return filled({"type": "cv:ContactPoint", "cv:telephone": at.phone, "cv:email": at.email})


def _lives(entry: Entry, portal: Portal) -> Iterator[str]:
    for life in lives_of(portal):
        if any(step.procedure.code == entry.procedure.code for step, _ in life.steps):
            yield from_data(life.address, portal)


def _related(entry: Entry, portal: Portal) -> Iterable[str]:
    known = {each.procedure.code: each for each in described(portal)}
    codes = (code for code in entry.procedure.related if code in known)
    return (from_data(known[code].address, portal) for code in codes)
