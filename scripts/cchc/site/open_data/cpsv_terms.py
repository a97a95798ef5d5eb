"""The words of CPSV-AP 3.2: context of the file, and the nodes that many services share.

Source: https://semiceu.github.io/CPSV-AP/releases/3.2.0/. A shared node has an address inside the
file (`#co-quan-…`), so that it is one thing however often it is named.
"""

from __future__ import annotations

from collections.abc import Mapping

from cchc.base.text import slug
from cchc.site.open_data.about import Record

AUTHORITY = "http://publications.europa.eu/resource/authority"
# Every agency of the catalogue is Vietnamese; which part it is for, its name says.
COUNTRY = f"{AUTHORITY}/country/VNM"
LANGUAGE = f"{AUTHORITY}/language/VIE"
CURRENCY = f"{AUTHORITY}/currency/VND"


def _in_vietnamese(term: str) -> Mapping[str, str]:
    return {"@id": term, "@language": "vi"}


CONTEXT = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "identifier": "dct:identifier",
    "title": _in_vietnamese("dct:title"),
    "description": _in_vietnamese("dct:description"),
    "label": _in_vietnamese("rdfs:label"),
    "prefLabel": _in_vietnamese("skos:prefLabel"),
    "keyword": _in_vietnamese("dcat:keyword"),
    "issued": {"@id": "dct:issued", "@type": "xsd:date"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "hasValue": {"@id": "cv:hasValue", "@type": "xsd:double"},
    "processingTime": {"@id": "cv:processingTime", "@type": "xsd:duration"},
}


def refer(address: str) -> Record:
    """Point to a node by its address."""
    return {"id": address}


def concept(kind: str, name: str) -> Record:
    """Make a word of our own lists (field, audience, way of filing) a concept."""
    return {"id": f"#{kind}-{slug(name)}", "type": "skos:Concept", "prefLabel": name}


def organisation(name: str) -> Record:
    """Make an agency, by its name as the source gives it."""
    return {
        "id": agency_address(name),
        "type": "cv:PublicOrganisation",
        "prefLabel": name,
        "dct:spatial": refer(COUNTRY),
    }


def agency_address(name: str) -> str:
    """Give the address of an agency's node."""
    return f"#co-quan-{slug(name)}"


def common_nodes() -> tuple[Record, ...]:
    """Give the country, the language and the currency."""
    return (
        {"id": COUNTRY, "type": "dct:Location"},
        {"id": LANGUAGE, "type": "dct:LinguisticSystem"},
        {"id": CURRENCY, "type": "skos:Concept"},
    )
