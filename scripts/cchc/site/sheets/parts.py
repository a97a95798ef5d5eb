"""The parts of a sheet below its answers: papers case by case, steps in brief, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.procedures.model import Procedure
from cchc.procedures.parts import Case, Paper
from cchc.site import wording
from cchc.site.sheets.detail import Detail

UNCLEAR = "chưa rõ"
# A note that says when a paper is needed is never dropped without a trace.
MARK = " (*)"
LEGEND = "(*) Giấy tờ này có điều kiện hoặc ghi chú riêng: xem bản đầy đủ."


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper; the counts as the sheet shows them."""

    name: str
    note: str
    originals: str
    copies: str


@dataclass(frozen=True, slots=True)
class CaseRows:
    """The papers of one case; an empty name: for everyone."""

    name: str
    papers: tuple[PaperRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A headed part; `kind` says how it is set: `papers` (by `cases`), `steps` or `lines`."""

    title: str
    term: str
    kind: str
    lines: tuple[str, ...] = ()
    cases: tuple[CaseRows, ...] = ()


def parts(procedure: Procedure, detail: Detail) -> tuple[SheetPart, ...]:
    """Give the parts that are filled, in the order of the page; an empty one is no part."""
    every = (
        _papers(procedure, detail),
        _steps(procedure, detail),
        _lines("Nhận được gì", "kết quả thực hiện", _results(procedure), detail),
        _lines("Ai làm thủ tục này", "đối tượng thực hiện", _joined(procedure.audience), detail),
        _lines("Điều kiện", "yêu cầu, điều kiện thực hiện", procedure.conditions, detail),
        _lines("Cơ quan giải quyết", "cơ quan thực hiện", _agencies(procedure), detail),
        _lines("Căn cứ pháp lý", "", _joined(tuple(_basis(procedure))), detail),
        _lines(
            "Điều chưa chắc", "nguồn chưa rõ hoặc mâu thuẫn", _cautions(procedure, detail), detail
        ),
    )
    return tuple(each for each in every if each.lines or each.cases)


def _papers(procedure: Procedure, detail: Detail) -> SheetPart:
    filled = (case for case in procedure.cases if case.papers or case.notes)
    cases = tuple(_case(case, detail) for case in filled)
    sets = procedure.dossier_sets
    count = f"; số lượng: {wording.number(sets)} bộ" if sets else ""
    marked = any(each.name.endswith(MARK) for case in cases for each in case.papers)
    legend = (LEGEND,) if marked else ()
    return SheetPart("Cần mang theo", f"thành phần hồ sơ{count}", "papers", legend, cases)


def _case(case: Case, detail: Detail) -> CaseRows:
    papers = tuple(_paper(each, detail) for each in case.papers)
    return CaseRows(wording.short(case.name, detail.name), papers, _notes(case, detail))


def _notes(case: Case, detail: Detail) -> tuple[str, ...]:
    """Give the notes whole, or how many were left out: never some of them as if they were all."""
    if len(case.notes) <= detail.notes:
        return case.notes
    return (f"Còn {wording.number(len(case.notes))} lưu ý: xem bản đầy đủ.",)


def _paper(paper: Paper, detail: Detail) -> PaperRow:
    form = f"Mẫu: {paper.form}." if paper.form else ""
    duty = "Không bắt buộc." if paper.mandatory is False else ""
    note = " ".join(filter(None, (duty, form, paper.note)))
    unknown = paper.originals is None and paper.copies is None
    return PaperRow(
        name=wording.short(paper.name, detail.name) + (MARK if note and not detail.note else ""),
        note=wording.short(note, detail.note) if detail.note else "",
        originals=UNCLEAR if unknown else _count(paper.originals),
        copies=UNCLEAR if unknown else _count(paper.copies),
    )


def _count(count: int | None) -> str:
    return "–" if count is None else str(count)


def _steps(procedure: Procedure, detail: Detail) -> SheetPart:
    lines = tuple(wording.short(wording.step(each), detail.step) for each in procedure.steps)
    return SheetPart("Các bước", "trình tự thực hiện, ghi vắn tắt", "steps", lines)


def _lines(title: str, term: str, texts: tuple[str, ...], detail: Detail) -> SheetPart:
    return SheetPart(title, term, "lines", tuple(map(detail.briefly, texts)))


def _results(procedure: Procedure) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in procedure.results))


def _agencies(procedure: Procedure) -> tuple[str, ...]:
    every = procedure.agencies
    return _joined(tuple(dict.fromkeys((*every.executing, *every.deciding))))


def _cautions(procedure: Procedure, detail: Detail) -> tuple[str, ...]:
    count = len(procedure.cautions)
    if count <= detail.cautions:
        return procedure.cautions
    return (f"Có {wording.number(count)} điều: xem bản đầy đủ.",)


def _basis(procedure: Procedure) -> Iterator[str]:
    yield from dict.fromkeys(each.number or each.title for each in procedure.legal_basis)


def _joined(texts: tuple[str, ...]) -> tuple[str, ...]:
    return ("; ".join(texts),) if texts else ()
