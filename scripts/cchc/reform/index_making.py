"""A new year's scoring sheet from another's criteria, and one that came as a workbook put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cchc.base.problems import Problem, Refused, Severity
from cchc.reform.index import Criterion, Index, Scored, Stated
from cchc.reform.index_faults import INDEX
from cchc.reform.index_sums import sums
from cchc.reform.store import read_sheet

SAMPLE = Path(__file__).parent / "data" / "bang-diem-mau.yml"


def sample_structure() -> Index:
    """Give the sample structure of criteria, marked so: the real table is the superior's."""
    return read_sheet(INDEX, SAMPLE.name, SAMPLE.read_bytes())


def without_points(index: Index) -> Index:
    """Give the criteria of an index alone: no points, evidence, explanations, ranks, days."""
    criteria = tuple(map(_bare, index.criteria))
    stated = Stated(most=index.stated.most)
    return Index(
        sample=index.sample, table=index.table, stated=stated, criteria=criteria, note=index.note
    )


def _bare(criterion: Criterion) -> Criterion:
    empty: dict[str, object] = {
        "self_score": None, "verified": None, "evidence": (), "explanation": "",
    }  # fmt: skip
    parts = tuple(each.model_copy(update=empty) for each in criterion.components)
    return criterion.model_copy(update={**empty, "components": parts})


def last_before(year: str, known: Mapping[str, Index]) -> str:
    """Find the latest earlier year that has criteria, or nothing."""
    return max((name for name, each in known.items() if name < year and each.criteria), default="")


def summed(criterion: Criterion) -> Criterion:
    """Drop the points of a criterion that its components' sum gives: one place for each number."""
    found = sums(criterion.components)
    same: dict[str, object] = {}
    if found.self_known is not None:
        same["self_score"] = None
    if found.verified_known is not None:
        same["verified"] = None
    return criterion.model_copy(update=same)


def put_in(read: Index, old: Index | None, path: str, *, replace: bool) -> Index:
    """Give the index with the criteria that were read; all else of the file stays.

    Raise `Refused` where the file holds criteria already and nobody said to replace them.
    """
    criteria = tuple(map(summed, read.criteria))
    if old is None:
        return read.model_copy(update={"criteria": criteria})
    if old.criteria and not replace:
        message = f"đã có {len(old.criteria)} tiêu chí; thêm --replace để thay bằng bảng trong tệp"
        raise Refused([Problem(path, 0, message)])
    changed = {"criteria": criteria, "stated": read.stated}
    return old.model_copy(update={**changed, "sample": old.sample or read.sample})


def losses(read: Index, old: Index | None, path: str) -> Iterator[Problem]:
    """Tell what stood in the file and the new table does not have: criteria, evidence, points."""
    new = {each.number: each for each in _all(read)}
    for each in _all(old) if old else ():
        found = new.get(each.number)
        if found is None:
            message = f"tiêu chí {each.number} có trong tệp cũ, không có trong bảng mới"
            yield Problem(path, 0, message, Severity.WARNING)
        elif each.evidence and not found.evidence:
            message = f"minh chứng của tiêu chí {each.number} có trong tệp cũ, bảng mới để trống"
            yield Problem(path, 0, message, Severity.WARNING)


def _all(index: Index) -> Iterator[Scored]:
    for criterion in index.criteria:
        yield criterion
        yield from criterion.components
