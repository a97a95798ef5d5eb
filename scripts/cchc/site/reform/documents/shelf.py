"""The documents as pages see them: their addresses, their states on the day, who cites them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cchc.procedures.model import Procedure
from cchc.procedures.parts import LegalBasis
from cchc.reform.documents.citations import Library, citing, library
from cchc.reform.documents.document import Document, Force
from cchc.reform.documents.document_faults import DOCUMENTS
from cchc.reform.documents.numbers import Cited, cited
from cchc.site.addresses import slug
from cchc.site.lists.collation import vietnamese_key
from cchc.site.portal import Entry, Portal
from cchc.site.reform.evidence_links import REFORM

PLACE = f"{REFORM}{DOCUMENTS.folder}/"


def year_address(name: str) -> str:
    """Give the address of the documents of a year."""
    return f"{PLACE}{name}/"


def address(document: Document) -> str:
    """Give the address of a document's page."""
    return f"{year_address(str(document.day.year))}{slug(document.number)}/"


def title(document: Document) -> str:
    """Name a document as people do: `Nghị định 123/2015/NĐ-CP`."""
    return f"{document.kind.label} {document.number}"


@dataclass(frozen=True, slots=True)
class Held:
    """A document with its state on the day, the procedures that cite it; `sample`: not true."""

    document: Document
    force: Force
    entries: tuple[Entry, ...]
    sample: bool

    @property
    def address(self) -> str:
        """The page's address."""
        return address(self.document)

    @property
    def title(self) -> str:
        """The page's title."""
        return title(self.document)


def held(portal: Portal) -> tuple[Held, ...]:
    """List every document, the newest first."""
    sheets = portal.reform.of(DOCUMENTS)
    codes = citing(library(sheets), (each.procedure for each in portal.entries.values()))
    every = [
        Held(
            each,
            each.force_on(portal.day),
            tuple(portal.entries[code] for code in codes.get(each.cited, ())),
            sheet.sample,
        )
        for sheet in sheets.values()
        for each in sheet.documents
    ]
    return tuple(sorted(every, key=lambda h: (-h.document.day.toordinal(), h.document.number)))


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis of a procedure, and the document it is, where the list has it."""

    basis: LegalBasis
    document: Document | None
    address: str
    force: Force | None


def bases(procedure: Procedure, portal: Portal) -> tuple[Basis, ...]:
    """Give the legal bases of a procedure with the way to each document's page."""
    known = library(portal.reform.of(DOCUMENTS))
    return tuple(_basis(each, known, portal) for each in procedure.legal_basis)


def _basis(basis: LegalBasis, known: Library, portal: Portal) -> Basis:
    document = known.of(basis)
    if document is None:
        return Basis(basis, None, "", None)
    return Basis(basis, document, address(document), document.force_on(portal.day))


def most_cited(portal: Portal) -> Iterator[tuple[LegalBasis, int]]:
    """Give the documents that procedures cite with how many do, the most cited first."""
    first: dict[Cited, LegalBasis] = {}
    codes: dict[Cited, set[str]] = {}
    for entry in portal.entries.values():
        for basis in entry.procedure.legal_basis:
            key = cited(basis.number, basis.date)
            if basis.number and key.year:
                if not first.setdefault(key, basis).title:
                    first[key] = basis
                codes.setdefault(key, set()).add(entry.procedure.code)
    for key in sorted(codes, key=lambda key: (-len(codes[key]), key.key)):
        yield first[key], len(codes[key])


def groups(every: tuple[Held, ...]) -> Mapping[str, tuple[str, Mapping[str, tuple[Held, ...]]]]:
    """Give the ways to choose: by a key of the address, its title and its choices in order."""
    return {
        "loai": ("Loại văn bản", _by(every, lambda h: h.document.kind.label)),
        "tinh-trang": ("Tình trạng hiệu lực", _by(every, lambda h: h.force.label)),
        "linh-vuc": ("Lĩnh vực", _by(every, lambda h: h.document.field)),
    }


def _by(every: tuple[Held, ...], name: Callable[[Held], str]) -> Mapping[str, tuple[Held, ...]]:
    found: dict[str, tuple[Held, ...]] = {}
    for each in every:
        if words := name(each):
            found[words] = (*found.get(words, ()), each)
    return dict(sorted(found.items(), key=lambda item: vietnamese_key(item[0])))
