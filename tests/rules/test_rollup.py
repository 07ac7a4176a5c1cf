"""Test rollup: counts with the full denominator, and rates that are weighted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.rules.rollup import (
    Counts,
    Part,
    StateCount,
    count_states,
    mix_changed,
    weighted_rate,
)
from trinnvis.rules.terms import Direction, Level, Track


def parts(*pairs: tuple[int, int]) -> tuple[Part, ...]:
    return tuple(
        Part(str(at), Decimal(x), Decimal(n)) for at, (x, n) in enumerate(pairs)
    )


def test_states_are_counted_with_the_full_denominator():
    states = [Level.ACHIEVED] * 9 + [Level.NOT_ACHIEVED] * 4 + [Level.NOT_MEASURED] * 2
    found = count_states([*states, None])
    assert found == Counts(
        (
            StateCount(Track.NOT_MEASURED, 2),
            StateCount(Level.ACHIEVED, 9),
            StateCount(Level.NOT_ACHIEVED, 4),
        ),
        total=15,
        not_included=1,
    )
    assert (found.of(Level.ACHIEVED), found.of(Level.NEAR), found.measured) == (
        9,
        0,
        13,
    )


def test_not_measured_is_one_answer_to_both_questions():
    found = count_states([Track.NOT_MEASURED, Level.NOT_MEASURED])
    assert found.states == (StateCount(Track.NOT_MEASURED, 2),)


@given(st.lists(st.sampled_from([*Level, *Track, None])))
def test_everyone_is_counted_once(states):
    found = count_states(states)
    assert found.total + found.not_included == len(states)
    assert sum(each.count for each in found.states) == found.total


def test_rate_is_weighted_and_not_a_mean_of_rates():
    assert weighted_rate(parts((1, 10), (90, 100))) == Decimal(91) / Decimal(110)


@pytest.mark.parametrize("nothing", [(), parts((0, 0))])
def test_rate_of_nothing_is_not_known(nothing):
    assert weighted_rate(nothing) is None


@pytest.mark.parametrize(
    ("before", "after", "direction", "expected"),
    [
        (parts((90, 100), (1, 10)), parts((10, 10), (20, 100)), Direction.HIGHER, True),
        (parts((10, 100), (9, 10)), parts((0, 10), (80, 100)), Direction.LOWER, True),
        (parts((10, 10), (20, 100)), parts((90, 100), (1, 10)), Direction.HIGHER, True),
        (parts((1, 10), (2, 10)), parts((2, 10), (3, 10)), Direction.HIGHER, False),
        (parts((2, 10), (2, 10)), parts((1, 10), (3, 10)), Direction.HIGHER, False),
        (parts((2, 10)), parts((1, 10)), Direction.HIGHER, False),
        (parts((2, 10), (2, 10)), parts((1, 10)), Direction.HIGHER, False),
        (parts((0, 0), (0, 0)), parts((0, 0), (0, 0)), Direction.HIGHER, False),
    ],
)
def test_mix_changed_when_all_units_and_the_total_go_opposite_ways(
    before, after, direction, expected
):
    assert mix_changed(before, after, direction) is expected
