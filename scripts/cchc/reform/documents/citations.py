"""Who cites what: documents found by a procedure's legal basis, and procedures by a document."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cchc.base.problems import Problem, warning
from cchc.procedures.model import Procedure
from cchc.procedures.parts import LegalBasis
from cchc.procedures.store import Catalogue, version_on
from cchc.reform.documents.document import Document, DocumentYear, Force
from cchc.reform.documents.numbers import Cited, cited


@dataclass(frozen=True, slots=True)
class Library:
    """All documents by what a citation of them has: number and year."""

    by_cited: Mapping[Cited, Document] = field(default_factory=dict)

    def of(self, basis: LegalBasis) -> Document | None:
        """Find the document that a legal basis is; None where the year is not said or differs."""
        if not basis.number:
            return None
        key = cited(basis.number, basis.date)
        return self.by_cited.get(key) if key.year else None

    def named(self, number: str) -> Document | None:
        """Find a document by its number alone, where only one has it."""
        key = cited(number, None)
        found = [each for have, each in self.by_cited.items() if have.key == key.key]
        return found[0] if len(found) == 1 else None


def library(sheets: Mapping[str, DocumentYear]) -> Library:
    """Collect the documents of every year."""
    every = (each for sheet in sheets.values() for each in sheet.documents)
    return Library(MappingProxyType({each.cited: each for each in every}))


def citing(known: Library, procedures: Iterable[Procedure]) -> Mapping[Cited, tuple[str, ...]]:
    """Give the codes of the procedures that cite each document, in their order, each once."""
    found: dict[Cited, dict[str, None]] = defaultdict(dict)
    for procedure in procedures:
        for basis in procedure.legal_basis:
            if document := known.of(basis):
                found[document.cited][procedure.code] = None
    return MappingProxyType({key: tuple(codes) for key, codes in found.items()})


def still_citing(known: Library, catalogue: Catalogue, day: dt.date) -> Iterator[Problem]:
    """Name every procedure in force that rests on a document no longer in force on a day."""
    for versions in catalogue.versions.values():
        version = version_on(versions, day)
        if version is None or version.procedure.abolished:
            continue
        for index, basis in enumerate(version.procedure.legal_basis):
            document = known.of(basis)
            if document and document.force_on(day) is Force.ENDED:
                line = version.document.line(("can_cu", index, "so"))
                yield warning(version.path, line, _told(document, basis))


def _told(document: Document, basis: LegalBasis) -> str:
    since = f" từ ngày {document.ended:%d/%m/%Y}" if document.ended else ""
    instead = ", ".join(document.replaced_by)
    after = f"; thay bằng {instead} nếu đúng" if instead else "; xem văn bản thay thế"
    return f"căn cứ {basis.number} đã hết hiệu lực{since}{after}, rồi sửa `can_cu` của thủ tục"
