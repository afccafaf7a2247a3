"""Intervals of how many quotes are right."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.store.audit.intervals import Sum

CHANCES = st.lists(st.integers(0, 1000).map(lambda chance: chance / 1000), max_size=60)
"""Confidences, which are stored in thousandths."""


def summed(chances: Sequence[float], checked: int = 0) -> Sum:
    every = [*chances, *[1.0] * checked]
    variance = sum(chance * (1 - chance) for chance in every)
    return Sum(len(every), checked, sum(every), variance)


def distribution(chances: Sequence[float]) -> list[float]:
    """How likely each number of right ones is (the Poisson binomial), quote by quote."""
    found = [1.0]
    for chance in chances:
        wrong, right = [*found, 0.0], [0.0, *found]
        found = [w * (1 - chance) + r * chance for w, r in zip(wrong, right, strict=True)]
    return found


@given(CHANCES)
def test_the_interval_holds_nearly_all_that_may_be(chances: list[float]) -> None:
    low, high = summed(chances).ends
    assert sum(distribution(chances)[low : high + 1]) >= 0.93


@given(CHANCES, st.integers(0, 5))
def test_the_ends_are_possible_and_around_the_mean(chances: list[float], checked: int) -> None:
    of = summed(chances, checked)
    low, high = of.ends
    assert checked <= low <= high <= of.many
    assert low <= of.mean + 1e-9
    assert high >= of.mean - 1e-9


def test_what_is_checked_is_certain() -> None:
    assert summed([], 7).ends == (7, 7)
    assert summed([1.0, 1.0, 0.0]).ends == (2, 2)


def test_a_sum_in_figures() -> None:
    """100 quotes of 0.8: 80, and 1.96 times the root of 16 beside it."""
    assert summed([0.8] * 100).ends == (72, 88)


@given(CHANCES, CHANCES)
def test_shares_of_two_parts_are_one_and_equally_sure(one: list[float], other: list[float]) -> None:
    every = summed([*one, *other])
    shares = [summed(part).share_of(every) for part in (one, other)]
    if not every.mean:
        assert shares == [None, None]
        return
    (a, a_low, a_high), (b, b_low, b_high) = [share for share in shares if share]
    assert a + b == pytest.approx(1)
    assert 0 <= a_low <= a <= a_high <= 1
    assert (a_low, a_high) == (
        pytest.approx(1 - b_high, abs=1e-6),
        pytest.approx(1 - b_low, abs=1e-6),
    )


def test_a_share_in_figures() -> None:
    half = summed([0.5] * 50)
    share = half.share_of(summed([0.5] * 100))
    width = 1.959964 * math.sqrt(0.25 * 12.5 + 0.25 * 12.5) / 50
    assert share == (0.5, pytest.approx(0.5 - width), pytest.approx(0.5 + width))
