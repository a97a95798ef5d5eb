"""The parts of one service in CPSV-AP: channels, costs, papers, results, conditions, law."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.procedures.model import Procedure
from cchc.procedures.parts import Fee, SubmissionMethod, TimeLimit
from cchc.procedures.terms import TimeUnit
from cchc.site import wording
from cchc.site.addresses import is_web
from cchc.site.open_data.about import Record, filled
from cchc.site.open_data.cpsv_terms import CURRENCY, concept, refer

# xsd:duration knows no working days: such a limit is told in words only.
DURATIONS = {TimeUnit.DAY: "P{}D", TimeUnit.MONTH: "P{}M", TimeUnit.HOUR: "PT{}H"}
NAME = 120


def channels(procedure: Procedure, service: str) -> list[Record]:
    """Describe each way of filing, as `service` addresses it; time limits in the source's words."""
    return [
        filled({
            "id": f"{service}#kenh-{n}",
            "type": "cv:Channel",
            "identifier": f"{procedure.code}/kenh/{n}",
            "dct:type": concept("hinh-thuc", each.method.label),
            "description": _said(each),
            "processingTime": duration(each.time_limit),
            "foaf:page": _document(each.address),
        })
        for n, each in enumerate(procedure.methods, 1)
    ]  # fmt: skip


def _said(method: SubmissionMethod) -> str:
    limit = method.time_limit
    time = f"Thời hạn giải quyết: {wording.time_limit(limit)}." if limit else ""
    return " ".join(filter(None, (f"{method.method.label}.", time, method.description)))


def duration(limit: TimeLimit | None) -> str:
    """Write a time limit as xsd:duration, or nothing where that would say another thing."""
    if limit is None or limit.value is None or limit.unit not in DURATIONS:
        return ""
    return DURATIONS[limit.unit].format(limit.value)


def costs(procedure: Procedure, service: str) -> list[Record]:
    """Describe each fee with the way of filing it is for; a zero is no sum."""
    return [
        filled({
            "type": "cv:Cost",
            "identifier": f"{procedure.code}/phi/{n}.{m}",
            "description": _fee(fee),
            "hasValue": str(fee.amount) if fee.amount else None,
            "cv:currency": refer(CURRENCY) if fee.amount else None,
            "cv:ifAccessedThrough": refer(f"{service}#kenh-{n}"),
        })
        for n, method in enumerate(procedure.methods, 1)
        for m, fee in enumerate(method.fees, 1)
    ]  # fmt: skip


def _fee(fee: Fee) -> str:
    """Say a fee with its sum, and the source's words where they say more."""
    said = wording.fee(fee)
    return said if not fee.words or fee.words in said else f"{said}. {fee.words}"


def papers(procedure: Procedure) -> list[Record]:
    """Describe the papers as types of evidence, each name once."""
    names = dict.fromkeys(paper.name for case in procedure.cases for paper in case.papers)
    return [
        {"type": "cv:EvidenceType", "identifier": f"{procedure.code}/giay-to/{n}", "title": name}
        for n, name in enumerate(names, 1)
    ]


def outputs(procedure: Procedure) -> list[Record]:
    """Describe the results."""
    return [
        {
            "type": "cv:Output",
            "identifier": each.code or f"{procedure.code}/ket-qua/{n}",
            "title": each.name,
        }
        for n, each in enumerate(procedure.results, 1)
    ]


def requirements(procedure: Procedure) -> list[Record]:
    """Describe the conditions; a long one's title is its beginning."""
    return [
        {
            "type": "cv:Requirement",
            "identifier": f"{procedure.code}/yeu-cau/{n}",
            "title": wording.short(each, NAME),
            "description": each,
        }
        for n, each in enumerate(procedure.conditions, 1)
    ]


def law(procedure: Procedure) -> Iterator[Record]:
    """Describe the legal documents that the procedure rests on."""
    for each in procedure.legal_basis:
        yield filled({
            "type": "eli:LegalResource",
            "identifier": each.number,
            "title": each.title,
            "issued": each.date.isoformat() if each.date else None,
        })  # fmt: skip


def _document(address: str) -> Record | None:
    return {"id": address, "type": "foaf:Document"} if is_web(address) else None
