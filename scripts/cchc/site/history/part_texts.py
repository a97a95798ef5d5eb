"""A procedure's parts as plain lines, to be compared: what a reader would see differ; pure."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.procedures.model import Procedure
from cchc.procedures.parts import Paper
from cchc.site import wording
from cchc.site.procedure.sections import filings, forms
from cchc.site.procedure.ways import by_fees, by_limit


def part_texts(procedure: Procedure) -> dict[str, tuple[str, ...]]:
    """Give each part's lines under its plain title, in the order of the page; empty ones too."""
    p = procedure
    return {
        "Tên": (wording.title(p.name),),
        "Trực tuyến mức nào": (p.online_level.label,) if p.online_level else (),
        "Các bước": tuple(wording.step(each) for each in p.steps),
        "Cách nộp": tuple(_ways(p)),
        "Cần mang theo": tuple(_papers(p)),
        "Bao lâu có kết quả": tuple(_limits(p)),
        "Ai làm thủ tục này": p.audience,
        "Cơ quan giải quyết": tuple(_agencies(p)),
        "Nộp ở đâu": (p.receiving_address,) if p.receiving_address else (),
        "Nhận được gì": tuple(each.name for each in p.results),
        "Tốn bao nhiêu": tuple(_fees(p)),
        "Mẫu đơn, tờ khai": tuple(dict.fromkeys(each.form or each.file for each in forms(p))),
        "Điều kiện": p.conditions,
        "Căn cứ pháp lý": tuple(dict.fromkeys(e.number or e.title for e in p.legal_basis)),
    }


def _ways(procedure: Procedure) -> Iterator[str]:
    for way in procedure.methods:
        yield ": ".join(filter(None, (way.method.label, way.description)))
    yield from (f"Nộp trực tuyến tại {each.address}" for each in filings(procedure))


def _agencies(procedure: Procedure) -> Iterator[str]:
    every = procedure.agencies
    yield from every.executing
    yield from (f"Có thẩm quyền: {name}" for name in every.deciding)
    yield from (f"Được ủy quyền: {name}" for name in every.authorised)
    yield from (f"Phối hợp: {name}" for name in every.coordinating)


def _papers(procedure: Procedure) -> Iterator[str]:
    for case in procedure.cases:
        if case.name:
            yield f"{case.name}:"
        yield from map(_paper, case.papers)
        yield from case.notes
    if procedure.dossier_sets:
        yield f"Số lượng: {wording.number(procedure.dossier_sets)} bộ"


def _paper(paper: Paper) -> str:
    counts = f" ({wording.copies(paper)})" if paper.originals or paper.copies else ""
    note = f". {paper.note}" if paper.note else ""
    return f"{paper.name}{counts}{note}"


def _limits(procedure: Procedure) -> Iterator[str]:
    for ways, limit in by_limit(procedure):
        words = f", {limit.words}" if limit.value and limit.words else ""
        yield f"{ways}: {wording.time_limit(limit)}{words}"


def _fees(procedure: Procedure) -> Iterator[str]:
    for ways, fees in by_fees(procedure):
        for fee in fees:
            words = f" ({fee.words})" if fee.amount and fee.words else ""
            yield f"{ways}: {wording.fee(fee)}{words}"
