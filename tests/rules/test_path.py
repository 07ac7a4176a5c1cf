"""Test the path: what is expected at a quarter's end, and why nothing is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.examples import Q1, Q2, Q3, Q4, a_figure, a_series, an_indicator
from trinnvis.rules.facts import PeriodTarget
from trinnvis.rules.path import (
    Fall,
    NoPath,
    PathPoint,
    PathShape,
    builds_up,
    fall_in_year,
    held_level,
    impossible_fall,
    path_at,
    season_share,
    straight,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Measure,
    PathKind,
)

ABSENCE = an_indicator(
    direction=Direction.LOWER, baseline="10.4", target="8.0", acceptable="9.0"
)
VISITS = an_indicator(
    target=45000,
    acceptable=40000,
    measure=Measure.COUNT,
    accumulation=Accumulation.CUMULATIVE,
)
TWO_YEARS = (
    tuple(map(Decimal, ("0.2", "0.5", "0.7", "1"))),
    tuple(map(Decimal, ("0.3", "0.5", "0.9", "1"))),
)
VALUES = st.decimals(-1000, 1000, places=2)


@pytest.mark.parametrize(
    ("quarter", "target", "acceptable"),
    [
        (Q1, "9.8", "10.05"),
        (Q2, "9.2", "9.7"),
        (Q3, "8.6", "9.35"),
        (Q4, "8.0", "9.0"),
    ],
)
def test_straight_path_ends_at_target_and_acceptable(quarter, target, acceptable):
    expected = PathPoint(PathShape.STRAIGHT, Decimal(target), Decimal(acceptable))
    assert path_at(ABSENCE, quarter) == expected


@given(VALUES, VALUES)
def test_straight_path_ends_at_the_end_whatever_the_start(baseline, end):
    assert straight(baseline, end, Q4) == end


@given(VALUES, VALUES, st.integers(1, 3))
def test_straight_path_never_turns(baseline, end, number):
    here = straight(baseline, end, Quarter(2026, number))
    there = straight(baseline, end, Quarter(2026, number + 1))
    assert abs(end - there) <= abs(end - here)


def test_straight_path_without_acceptable_level_has_none():
    path = path_at(an_indicator(baseline=80, target=90), Q2)
    assert path == PathPoint(PathShape.STRAIGHT, Decimal(85), None)


def test_own_quarterly_targets_win_over_the_straight_path():
    own = (PeriodTarget(1, Decimal(0)), PeriodTarget(2, Decimal(100), Decimal(95)))
    talks = an_indicator(baseline=82, target=100, period_targets=own)
    assert [path_at(talks, quarter) for quarter in (Q1, Q2, Q3)] == [
        PathPoint(PathShape.OWN, Decimal(0), None),
        PathPoint(PathShape.OWN, Decimal(100), Decimal(95)),
        NoPath.NO_OWN_TARGET,
    ]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"target": 90}, NoPath.NO_BASELINE),
        ({"baseline": 80}, NoPath.NO_TARGET),
        ({"baseline": 80, "target": 90, "watched": True}, NoPath.NO_TARGET),
        ({"baseline": 80, "target": 90, "seasonal": True}, NoPath.SEASONAL),
        ({"baseline": 8, "target": 9, "path": PathKind.END_ONLY}, NoPath.END_ONLY),
        ({"direction": Direction.MILESTONE}, NoPath.DONE_OR_NOT),
        ({"direction": Direction.YES_NO}, NoPath.DONE_OR_NOT),
        ({"direction": Direction.MAINTAIN}, NoPath.NO_BASELINE),
        ({"direction": Direction.BAND, "low": 1}, NoPath.NO_TARGET),
        ({"direction": Direction.BAND, "high": 1}, NoPath.NO_TARGET),
    ],
)
def test_no_path_says_why(fields, reason):
    assert path_at(an_indicator(**fields), Q2) is reason


def test_seasonal_figure_has_no_path_even_with_own_targets():
    own = (PeriodTarget(2, Decimal(9)),)
    absence = an_indicator(target=8, seasonal=True, period_targets=own)
    assert path_at(absence, Q2) is NoPath.SEASONAL


@pytest.mark.parametrize(
    "fields",
    [
        {"accumulation": Accumulation.FORECAST},
        {"frequency": Frequency.YEARLY},
        {"frequency": Frequency.TERTIALLY},
        {"frequency": Frequency.EVERY_THIRD_YEAR},
    ],
)
def test_forecast_and_rare_figures_are_held_straight_against_the_target(fields):
    known = an_indicator(baseline=80, target=90, acceptable=86, **fields)
    expected = PathPoint(PathShape.LEVEL, Decimal(90), Decimal(86))
    assert path_at(known, Q1) == expected


def test_count_so_far_this_year_follows_quarters_without_two_full_years():
    one_year = (TWO_YEARS[0],)
    for years in ((), one_year, (*one_year, TWO_YEARS[1][:3])):
        visits = an_indicator(
            target=45000,
            measure=Measure.COUNT,
            accumulation=Accumulation.CUMULATIVE,
            year_shares=years,
        )
        assert path_at(visits, Q2) == PathPoint(
            PathShape.CUMULATIVE, Decimal(22500), None, without_season=True
        )


def test_count_so_far_this_year_follows_the_season_of_two_full_years():
    visits = an_indicator(
        target=45000,
        acceptable=40000,
        measure=Measure.COUNT,
        accumulation=Accumulation.CUMULATIVE,
        year_shares=TWO_YEARS,
    )
    expected = PathPoint(PathShape.CUMULATIVE, Decimal(11250), Decimal(10000))
    assert path_at(visits, Q1) == expected


def test_season_share_of_the_whole_year_is_one():
    assert season_share(TWO_YEARS, Q4) == 1


def test_share_so_far_this_year_is_a_level_with_a_straight_path():
    share = an_indicator(
        baseline=57, target=70, acceptable=63, accumulation=Accumulation.CUMULATIVE
    )
    assert not builds_up(share)
    assert path_at(share, Q1) == PathPoint(
        PathShape.STRAIGHT, Decimal("60.25"), Decimal("58.5")
    )


def test_maintained_level_is_the_same_all_year():
    satisfaction = an_indicator(
        direction=Direction.MAINTAIN, baseline=5, allowed_drop="0.2", tolerance="0.1"
    )
    expected = PathPoint(PathShape.HELD, Decimal("4.8"), Decimal("4.7"))
    assert {path_at(satisfaction, each) for each in (Q1, Q2, Q3)} == {expected}


def test_maintained_level_is_mirrored_when_lower_is_better():
    waiting = an_indicator(
        direction=Direction.MAINTAIN, baseline=20, allowed_drop=2, maintain_lower=True
    )
    assert held_level(waiting) == Decimal(22)
    assert path_at(waiting, Q1) == PathPoint(PathShape.HELD, Decimal(22), Decimal(22))


def test_band_path_is_its_lower_edge_with_tolerance():
    deviation = an_indicator(direction=Direction.BAND, low=-1, high=1, tolerance="0.5")
    expected = PathPoint(PathShape.BAND, Decimal(-1), Decimal("-1.5"))
    assert path_at(deviation, Q3) == expected


def test_count_that_builds_up_to_a_band_has_no_path():
    spent = an_indicator(
        direction=Direction.BAND,
        low=90,
        high=110,
        measure=Measure.COUNT,
        accumulation=Accumulation.CUMULATIVE,
    )
    assert path_at(spent, Q2) is NoPath.BUILDS_UP_TO_BAND


def test_count_so_far_this_year_cannot_fall():
    before, after = Decimal(180), Decimal(170)
    assert impossible_fall(VISITS, before, after) == Fall(before, after)
    assert impossible_fall(VISITS, before, before) is None
    assert impossible_fall(VISITS, None, after) is None
    assert impossible_fall(VISITS, before, None) is None
    assert impossible_fall(ABSENCE, before, after) is None


def test_fall_in_year_is_found_across_a_gap_and_not_across_new_year():
    falling = a_series(VISITS, 100, 180, None, 170)
    over_new_year = a_series(VISITS, 180, 20, start=Quarter(2025, 4))
    found = [fall_in_year(VISITS, falling.observations, q) for q in (Q3, Q4)]
    assert found == [None, Fall(Decimal(180), Decimal(170))]
    assert fall_in_year(VISITS, over_new_year.observations, Q1) is None


def test_fall_after_a_new_definition_is_another_figure():
    figures = (a_figure(Q1, 100), a_figure(Q2, 90, definition=2), a_figure(None, 9))
    assert fall_in_year(VISITS, figures, Q2) is None
