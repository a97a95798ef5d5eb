"""Sums of an index: what its parts come to, and where points were lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from cchc.base.yaml_read import Location
from cchc.reform.index import Criterion, Index, Scored

NOTHING = Decimal(0)
FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Sums:
    """Points of some criteria: at most, given by the ward, verified; None until all are known.

    `self_known` and `verified_known` sum those that are, None where none is; `self_count` and
    `verified_count` tell how many of `count` have points.
    """

    most: Decimal
    self_score: Decimal | None
    verified: Decimal | None
    self_known: Decimal | None
    verified_known: Decimal | None
    count: int
    self_count: int
    verified_count: int

    @property
    def score(self) -> Decimal | None:
        """The points that count: the verified ones where all are known."""
        return self.self_score if self.verified is None else self.verified

    @property
    def lost(self) -> Decimal | None:
        """The points missing to the most."""
        return None if self.score is None else self.most - self.score

    @property
    def percent(self) -> Decimal | None:
        """The points as hundredths of the most, to two places."""
        return None if self.score is None or not self.most else percent(self.score, self.most)


def percent(score: Decimal, most: Decimal) -> Decimal:
    """Give points as hundredths of the most, to two places."""
    return (score * FULL / most).quantize(Decimal("0.01"))


@dataclass(frozen=True, slots=True)
class Leaf:
    """What bears points of its own: a component, or a criterion that has none."""

    item: Scored
    criterion: Criterion
    location: Location


def leaves(index: Index) -> Iterator[Leaf]:
    """List what bears points of its own, with its place in the file."""
    for number, criterion in enumerate(index.criteria):
        here: Location = ("tieu_chi", number)
        if not criterion.components:
            yield Leaf(criterion, criterion, here)
        for place, each in enumerate(criterion.components):
            yield Leaf(each, criterion, (*here, "thanh_phan", place))


def total(index: Index) -> Sums:
    """Sum the whole index."""
    return together(index.criteria)


def together(criteria: Iterable[Criterion]) -> Sums:
    """Sum some criteria with their components."""
    every = [of_criterion(each) for each in criteria]
    return Sums(
        most=sum((each.most for each in every), NOTHING),
        self_score=_all([each.self_score for each in every]),
        verified=_all([each.verified for each in every]),
        self_known=_known([each.self_known for each in every]),
        verified_known=_known([each.verified_known for each in every]),
        count=sum(each.count for each in every),
        self_count=sum(each.self_count for each in every),
        verified_count=sum(each.verified_count for each in every),
    )


def _all(points: Sequence[Decimal | None]) -> Decimal | None:
    """Sum points where all are known."""
    return None if None in points else _known(points)


def _known(points: Sequence[Decimal | None]) -> Decimal | None:
    """Sum the points that are known; None where none is."""
    known = [each for each in points if each is not None]
    return sum(known, NOTHING) if known else None


def of_criterion(criterion: Criterion) -> Sums:
    """Sum a criterion; points written for it as a whole count where no component has any."""
    found = sums(criterion.components or (criterion,))
    if not criterion.components:
        return found
    if found.self_known is None:
        own = criterion.self_score
        found = replace(found, self_score=own, self_known=own)
    if found.verified_known is None:
        own = criterion.verified
        found = replace(found, verified=own, verified_known=own)
    return found


def sums(items: Iterable[Scored]) -> Sums:
    """Sum what is given."""
    every = tuple(items)
    own, checked = [each.self_score for each in every], [each.verified for each in every]
    return Sums(
        most=sum((each.most for each in every), NOTHING),
        self_score=_all(own),
        verified=_all(checked),
        self_known=_known(own),
        verified_known=_known(checked),
        count=len(every),
        self_count=len(every) - own.count(None),
        verified_count=len(every) - checked.count(None),
    )


def by_field(index: Index) -> Iterator[tuple[str, tuple[Criterion, ...]]]:
    """Group criteria that stand together by their field, in their order."""
    for name, group in groupby(index.criteria, key=lambda each: each.field):
        yield name, tuple(group)


@dataclass(frozen=True, slots=True)
class Lost:
    """Points lost at one place."""

    leaf: Leaf
    points: Decimal


def lost_points(index: Index) -> tuple[Lost, ...]:
    """List where points were lost, the most first; what nobody has scored is not lost."""
    found = (
        Lost(leaf, leaf.item.most - leaf.item.score)
        for leaf in leaves(index)
        if leaf.item.score is not None
    )
    return tuple(sorted((each for each in found if each.points > 0), key=lambda e: -e.points))
