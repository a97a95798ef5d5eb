"""Wilson's interval: against published values, and what must hold of any."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reform.survey.rates import Z, rate

# R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine
# 17 (1998), Table I, the score method without continuity correction.
PUBLISHED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("part", "base", "low", "high"), PUBLISHED)
def test_published_intervals(part: int, base: int, low: float, high: float) -> None:
    found = rate(part, base)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_of_nobody_there_is_no_rate() -> None:
    assert rate(0, 0) is None
    assert rate(5, 4) is None
    assert rate(-1, 4) is None


counts = st.integers(1, 5000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@given(counts)
def test_an_interval_lies_in_nought_to_one_around_its_rate(count: tuple[int, int]) -> None:
    found = rate(*count)
    assert found is not None
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert found.low < found.high


@given(counts)
def test_the_ends_are_where_the_rate_lies_just_z_deviations_away(count: tuple[int, int]) -> None:
    found = rate(*count)
    assert found is not None
    for end in (found.low, found.high):
        if 0 < end < 1:
            deviation = (end * (1 - end) / found.base) ** 0.5
            assert isclose(abs(found.share - end), Z * deviation, rel_tol=1e-6, abs_tol=1e-9)


@given(counts)
def test_satisfied_and_not_mirror_each_other(count: tuple[int, int]) -> None:
    part, base = count
    one, other = rate(part, base), rate(base - part, base)
    assert one is not None
    assert other is not None
    assert isclose(one.low, 1 - other.high, abs_tol=1e-12)


@given(counts)
def test_more_forms_of_the_same_share_are_surer(count: tuple[int, int]) -> None:
    part, base = count
    few, many = rate(part, base), rate(part * 4, base * 4)
    assert few is not None
    assert many is not None
    assert many.high - many.low < few.high - few.low
