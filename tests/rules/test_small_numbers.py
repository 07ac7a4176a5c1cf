"""Test small numbers against published tables."""

from decimal import Decimal
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.rules.small_numbers import (
    Interval,
    newcombe,
    noise_floor_mean,
    noise_floor_share,
    two_counts,
    wilson,
)


@pytest.mark.parametrize(
    ("x", "n", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (12, 14, 0.6006, 0.9599),
        (14, 14, 0.7847, 1),
    ],
)
def test_wilson_is_as_newcombe_printed_it(x, n, lower, upper):
    found = wilson(x, n)
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


@given(st.integers(1, 400), st.data())
def test_wilson_holds_the_share_and_mirrors(n, data):
    x = data.draw(st.integers(0, n))
    found, mirrored = wilson(x, n), wilson(n - x, n)
    assert 0 <= found.lower <= x / n <= found.upper <= 1
    assert isclose(found.lower, 1 - mirrored.upper, abs_tol=1e-12)


@pytest.mark.parametrize(("x", "n"), [(0, 0), (3, 2), (-1, 2)])
def test_impossible_counts_are_refused(x, n):
    with pytest.raises(ValueError, match=f"{x} of {n}"):
        wilson(x, n)


@pytest.mark.parametrize(
    ("counts", "difference", "lower", "upper"),
    [
        ((56, 70, 48, 80), 0.2, 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.6, 0.1705, 0.8090),
        ((10, 10, 0, 20), 1.0, 0.6791, 1.0),
    ],
)
def test_newcombe_difference_is_as_printed(counts, difference, lower, upper):
    found = newcombe(*counts)
    shown = (found.difference, found.interval.lower, found.interval.upper)
    assert tuple(round(each, 4) for each in shown) == (difference, lower, upper)


def test_difference_is_beyond_chance_only_when_zero_is_outside():
    assert newcombe(56, 70, 48, 80).beyond_chance
    assert not newcombe(12, 14, 11, 14).beyond_chance


def test_interval_holds_its_ends():
    assert [Interval(0.1, 0.2).holds(each) for each in (0.1, 0.2, 0.3)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("count1", "count2", "p"), [(9, 3, 0.146), (12, 4, 0.0768), (0, 5, 0.0625)]
)
def test_two_counts_of_equal_exposure(count1, count2, p):
    assert round(two_counts(count1, count2, Decimal(1), Decimal(1)), 4) == p


def test_two_counts_take_exposure_into_account():
    nine_in_three_years = two_counts(9, 3, Decimal(3), Decimal(1))
    assert round(nine_in_three_years, 4) == 1.0


@pytest.mark.parametrize(("count1", "exposure1"), [(-1, 1), (1, 0)])
def test_two_counts_refuse_what_cannot_be(count1, exposure1):
    with pytest.raises(ValueError, match="at least 0"):
        two_counts(count1, 3, Decimal(exposure1), Decimal(1))


@pytest.mark.parametrize(
    ("n", "mean", "share"),
    [(5, 1.1, 44), (10, 0.8, 31), (14, 0.7, 26), (30, 0.5, 18), (100, 0.2, 10)],
)
def test_noise_floor_is_what_a_change_must_exceed(n, mean, share):
    assert round(noise_floor_mean(n), 1) == Decimal(str(mean))
    assert round(100 * noise_floor_share(n)) == share


def test_noise_floor_uses_a_known_spread():
    assert noise_floor_mean(14, Decimal("0.45")) == Decimal("0.3334")


@pytest.mark.parametrize("floor", [noise_floor_mean, noise_floor_share])
def test_noise_floor_needs_someone(floor):
    with pytest.raises(ValueError, match="0 of 0"):
        floor(0)
