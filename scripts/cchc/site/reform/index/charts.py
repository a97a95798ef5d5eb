"""The charts of the index: ranks over years beside the target, points by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cchc.reform.index import Criterion, Index
from cchc.reform.index_sums import Sums, by_field, percent, together
from cchc.reform.plan import Scope
from cchc.reform.scores import shown
from cchc.site.charts.bars import Row, bars
from cchc.site.charts.lines import lines
from cchc.site.charts.paper import size
from cchc.site.reform.index.places import TOP, Ranked, year_address

NO_FIELD = "Chưa ghi lĩnh vực"
ONE = 1


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's file: its address, what it shows in words, its bytes."""

    address: str
    alt: str
    svg: bytes

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return size(self.svg)


def rank_charts(every: Sequence[Ranked]) -> Iterator[Chart]:
    """Draw the rank of each scope that has more than one year; one point is no line."""
    for scope in Scope:
        own = sorted((each for each in every if each.rank.scope is scope), key=lambda e: e.year)
        if len(own) > ONE:
            yield _ranks(scope, own)


def _ranks(scope: Scope, own: Sequence[Ranked]) -> Chart:
    known = {each.year: each.rank.place for each in own}
    years = [str(year) for year in range(int(own[0].year), int(own[-1].year) + 1)]
    title = f"Hạng trong {scope.label} qua các năm"
    alt = f"{title}: {', '.join(f'năm {e.year} hạng {e.rank.place}' for e in own)}."
    best = own[-1].aim
    targets = [(f"Mục tiêu năm {own[-1].year}, trong nhóm đầu", best.best)] if best else []
    svg = lines(
        title,
        f"{alt} Càng cao càng tốt.",
        [(year, known.get(year)) for year in years],
        targets,
        best_first=True,
        least=1,
        mark_sample=any(each.index.sample for each in own),
    )
    return Chart(f"{TOP}hang-{scope.value.replace('_', '-')}.svg", alt, svg)


def field_chart(name: str, index: Index) -> Chart | None:
    """Draw how much of its points each field has; nothing where no field has all its points."""
    rows = list(_rows(by_field(index)))
    if not any(value is not None for _, value, _ in rows):
        return None
    title = f"Điểm đạt được theo lĩnh vực, năm {name}"
    said = ", ".join(f"{label} {note}" for label, value, note in rows if value is not None)
    alt = f"{title}: {said}."
    svg = bars(title, alt, rows, "%", full=100, mark_sample=index.sample)
    return Chart(f"{year_address(name)}linh-vuc.svg", alt, svg)


def _rows(fields: Iterable[tuple[str, tuple[Criterion, ...]]]) -> Iterator[Row]:
    for name, criteria in fields:
        found = together(criteria)
        yield name or NO_FIELD, _share(found), _note(found)


def _share(found: Sums) -> Decimal | None:
    return percent(found.score, found.most) if found.score is not None and found.most else None


def _note(found: Sums) -> str:
    if found.score is None:
        return f"tối đa {shown(found.most)} điểm"
    return f"{shown(found.score)}/{shown(found.most)} điểm"
