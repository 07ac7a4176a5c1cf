"""Test status: is it reached, and is it on its way."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.examples import NEW_YEAR, Q1, Q2, Q3, Q4, a_figure, an_indicator
from trinnvis.rules.facts import PeriodTarget
from trinnvis.rules.path import NoPath, PathPoint, PathShape
from trinnvis.rules.status import LevelFinding, TrackFinding, level_of, track_of
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Level,
    Measure,
    MissingReason,
    Track,
)

D = Decimal
HIGHER = an_indicator(target=90, acceptable=88, baseline=80)
LOWER = an_indicator(direction=Direction.LOWER, target=8, acceptable="8.5", baseline=10)
BAND = an_indicator(direction=Direction.BAND, low=-1, high=1, tolerance="0.5")
HOLD = an_indicator(
    direction=Direction.MAINTAIN, baseline="5.0", allowed_drop="0.2", tolerance="0.1"
)
HOLD_LOW = an_indicator(
    direction=Direction.MAINTAIN, baseline=20, allowed_drop=2, maintain_lower=True
)


def level(indicator, value, quarter=Q4):
    return level_of(indicator, a_figure(quarter, value), NEW_YEAR).level


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        (HIGHER, "90", Level.ACHIEVED),
        (HIGHER, "89.999", Level.NEAR),
        (HIGHER, "88", Level.NEAR),
        (HIGHER, "87.999", Level.NOT_ACHIEVED),
        (LOWER, "8", Level.ACHIEVED),
        (LOWER, "8.04", Level.NEAR),
        (LOWER, "8.5", Level.NEAR),
        (LOWER, "8.51", Level.NOT_ACHIEVED),
        (BAND, "1", Level.ACHIEVED),
        (BAND, "-1", Level.ACHIEVED),
        (BAND, "1.5", Level.NEAR),
        (BAND, "-1.5", Level.NEAR),
        (BAND, "1.51", Level.NOT_ACHIEVED),
        (HOLD, "4.8", Level.ACHIEVED),
        (HOLD, "4.7", Level.NEAR),
        (HOLD, "4.69", Level.NOT_ACHIEVED),
        (HOLD_LOW, "22", Level.ACHIEVED),
        (HOLD_LOW, "22.1", Level.NOT_ACHIEVED),
    ],
)
def test_both_limits_count_as_met(indicator, value, expected):
    assert level(indicator, value) is expected


@pytest.mark.parametrize(
    ("indicator", "value", "gap", "target"),
    [
        (HIGHER, "87.9", "-2.1", "90"),
        (LOWER, "9.1", "-1.1", "8"),
        (BAND, "-1.6", "-0.6", "-1"),
        (BAND, "1.6", "-0.6", "1"),
        (BAND, "0.4", "0", "-1"),
        (HOLD, "4.9", "0.1", "4.8"),
        (HOLD_LOW, "23", "-1", "22"),
    ],
)
def test_gap_is_positive_when_better_than_the_limit(indicator, value, gap, target):
    found = level_of(indicator, a_figure(Q4, value), NEW_YEAR)
    assert (found.gap, found.target) == (D(gap), D(target))


def test_without_acceptable_level_there_is_no_near():
    assert level(an_indicator(target=90), "89.9") is Level.NOT_ACHIEVED


def test_zero_target_is_reached_at_zero():
    samples = an_indicator(direction=Direction.LOWER, target=0, acceptable=0)
    assert [level(samples, each) for each in (0, 1)] == [
        Level.ACHIEVED,
        Level.NOT_ACHIEVED,
    ]


@pytest.mark.parametrize(
    "indicator",
    [
        an_indicator(),
        an_indicator(watched=True, target=90),
        an_indicator(direction=Direction.BAND, low=1),
        an_indicator(direction=Direction.BAND, high=1),
        an_indicator(direction=Direction.MAINTAIN),
    ],
)
def test_figure_without_target_has_no_status(indicator):
    assert level_of(indicator, a_figure(Q4, 84), NEW_YEAR) == LevelFinding(
        Level.NO_TARGET
    )


@pytest.mark.parametrize("observation", [None, a_figure(Q4)])
def test_figure_that_is_not_there_is_not_measured(observation):
    found = level_of(HIGHER, observation, NEW_YEAR)
    assert found == LevelFinding(Level.NOT_MEASURED)


@pytest.mark.parametrize(
    "observation",
    [a_figure(Q2, hidden=True), a_figure(Q2, missing_reason=MissingReason.SHIELDED)],
)
def test_hidden_figure_is_hidden_and_not_missing(observation):
    assert level_of(HIGHER, observation, NEW_YEAR) == LevelFinding(Level.HIDDEN)
    assert track_of(HIGHER, observation, Q2) == TrackFinding(Track.HIDDEN)


OWN = (PeriodTarget(1, D(20)), PeriodTarget(2, D(50), D(45)), PeriodTarget(4, D(90)))


@pytest.mark.parametrize(
    ("quarter", "value", "expected", "against_period"),
    [
        (Q1, 20, Level.ACHIEVED, True),
        (Q1, 19, Level.NOT_ACHIEVED, True),
        (Q2, 45, Level.NEAR, True),
        (Q3, 50, Level.NOT_ACHIEVED, False),
        (Q4, 88, Level.NEAR, False),
        (None, 90, Level.ACHIEVED, False),
    ],
)
def test_own_quarterly_target_stands_in_until_the_year_ends(
    quarter, value, expected, against_period
):
    talks = an_indicator(target=90, acceptable=88, period_targets=OWN)
    found = level_of(talks, a_figure(quarter, value), NEW_YEAR)
    assert (found.level, found.against_period) == (expected, against_period)


def test_count_to_keep_low_is_held_against_what_the_quarter_may_have():
    falls = an_indicator(
        direction=Direction.LOWER,
        target=12,
        acceptable=16,
        measure=Measure.COUNT,
        accumulation=Accumulation.CUMULATIVE,
    )
    found = [level_of(falls, a_figure(Q1, n), NEW_YEAR) for n in (3, 4, 5)]
    assert [each.level for each in found] == [
        Level.ACHIEVED,
        Level.NEAR,
        Level.NOT_ACHIEVED,
    ]
    assert {each.against_period for each in found} == {True}


def test_count_to_keep_low_without_path_is_held_against_the_year():
    falls = an_indicator(
        direction=Direction.LOWER,
        target=12,
        seasonal=True,
        measure=Measure.COUNT,
        accumulation=Accumulation.CUMULATIVE,
    )
    found = level_of(falls, a_figure(Q1, 5), NEW_YEAR)
    assert (found.level, found.against_period) == (Level.ACHIEVED, False)


DUE, TODAY = date(2026, 8, 15), date(2026, 9, 1)
MILESTONE = an_indicator(direction=Direction.MILESTONE, due=DUE)
YES_NO = an_indicator(direction=Direction.YES_NO, due=DUE)
OPEN_MILESTONE = an_indicator(direction=Direction.MILESTONE)
OPEN_YES_NO = an_indicator(direction=Direction.YES_NO)


def done(day: int, month: int = 8):
    return a_figure(Q3, done_on=date(2026, month, day))


@pytest.mark.parametrize(
    ("indicator", "observation", "today", "expected"),
    [
        (MILESTONE, done(10), TODAY, LevelFinding(Level.ACHIEVED, days_late=0)),
        (MILESTONE, done(15), TODAY, LevelFinding(Level.ACHIEVED, days_late=0)),
        (
            MILESTONE,
            done(20),
            TODAY,
            LevelFinding(Level.NEAR, late=True, days_late=5),
        ),
        (MILESTONE, None, DUE, LevelFinding(Level.NOT_DUE, days_late=0)),
        (MILESTONE, None, TODAY, LevelFinding(Level.NOT_ACHIEVED, days_late=17)),
        (MILESTONE, done(20), DUE, LevelFinding(Level.NOT_DUE, days_late=0)),
        (OPEN_MILESTONE, done(20), TODAY, LevelFinding(Level.ACHIEVED, days_late=0)),
        (OPEN_MILESTONE, None, TODAY, LevelFinding(Level.NO_TARGET)),
        (YES_NO, a_figure(Q3, 1), TODAY, LevelFinding(Level.ACHIEVED, days_late=0)),
        (YES_NO, done(20), TODAY, LevelFinding(Level.NEAR, late=True, days_late=5)),
        (YES_NO, a_figure(Q3, 0), DUE, LevelFinding(Level.NOT_DUE, days_late=0)),
        (
            YES_NO,
            a_figure(Q3, 0),
            TODAY,
            LevelFinding(Level.NOT_ACHIEVED, days_late=17),
        ),
        (YES_NO, None, TODAY, LevelFinding(Level.NOT_MEASURED, days_late=17)),
        (YES_NO, a_figure(Q3), TODAY, LevelFinding(Level.NOT_MEASURED, days_late=17)),
        (OPEN_YES_NO, a_figure(Q3, 0), TODAY, LevelFinding(Level.NOT_ACHIEVED)),
        (OPEN_YES_NO, None, TODAY, LevelFinding(Level.NOT_MEASURED)),
    ],
)
def test_what_is_done_or_not(indicator, observation, today, expected):
    assert level_of(indicator, observation, today) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("85", Track.ON_TRACK),
        ("84.999", Track.SLIGHTLY_BEHIND),
        ("84", Track.SLIGHTLY_BEHIND),
        ("83.99", Track.OFF_TRACK),
    ],
)
def test_track_is_held_against_the_path_of_the_quarter(value, expected):
    path = PathPoint(PathShape.STRAIGHT, D(85), D(84))
    found = track_of(HIGHER, a_figure(Q2, value), Q2)
    assert found == TrackFinding(expected, path)


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        (LOWER, "9", Track.ON_TRACK),
        (LOWER, "9.2", Track.SLIGHTLY_BEHIND),
        (BAND, "1", Track.ON_TRACK),
        (BAND, "1.6", Track.OFF_TRACK),
        (HOLD, "4.75", Track.SLIGHTLY_BEHIND),
        (HOLD_LOW, "22", Track.ON_TRACK),
    ],
)
def test_track_for_every_direction(indicator, value, expected):
    found = track_of(indicator, a_figure(Q2, value), Q2)
    assert found is not None
    assert found.track is expected


def test_figure_without_path_is_underway_and_says_why():
    absence = an_indicator(
        direction=Direction.LOWER, target=8, baseline=10, seasonal=True
    )
    found = track_of(absence, a_figure(Q2, 9), Q2)
    assert found == TrackFinding(Track.UNDERWAY, why_no_path=NoPath.SEASONAL)


@pytest.mark.parametrize("observation", [None, a_figure(Q2)])
def test_track_of_what_is_not_there_is_not_measured(observation):
    assert track_of(HIGHER, observation, Q2) == TrackFinding(Track.NOT_MEASURED)


@pytest.mark.parametrize(
    ("indicator", "quarter"),
    [(HIGHER, Q4), (MILESTONE, Q2), (YES_NO, Q2)],
)
def test_no_track_in_the_fourth_quarter_or_for_what_is_done_or_not(indicator, quarter):
    assert track_of(indicator, a_figure(quarter, 1), quarter) is None


LIMITS = st.decimals(-1000, 1000, places=1)


@given(LIMITS, LIMITS, LIMITS)
def test_lower_mirrors_higher(value, target, acceptable):
    higher = an_indicator(target=target, acceptable=acceptable)
    lower = an_indicator(
        direction=Direction.LOWER, target=-target, acceptable=-acceptable
    )
    assert level(higher, value) is level(lower, -value)


@given(LIMITS, LIMITS, st.decimals(0, 50, places=1))
def test_a_better_figure_never_gets_a_worse_level(value, target, step):
    indicator = an_indicator(target=target, acceptable=target - 5)
    order = [Level.NOT_ACHIEVED, Level.NEAR, Level.ACHIEVED]
    here, better = level(indicator, value), level(indicator, value + step)
    assert order.index(better) >= order.index(here)
