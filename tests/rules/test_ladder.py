"""Test the ladder: what may be said at n comparable measurements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.examples import Q1, Q2, Q3, Q4, a_figure, a_series, an_indicator
from trinnvis.rules.facts import SeriesFacts
from trinnvis.rules.ladder import (
    Rung,
    Statement,
    comparable,
    may_say,
    rung_of,
    signal_points,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Accumulation, Provenance

LEVEL = an_indicator()
ROLLING = an_indicator(accumulation=Accumulation.ROLLING)


@pytest.mark.parametrize(
    ("count", "rung"),
    [
        (0, Rung.NONE),
        (1, Rung.ONE),
        (2, Rung.FEW),
        (3, Rung.FEW),
        (4, Rung.ROUGH),
        (7, Rung.ROUGH),
        (8, Rung.TRIAL),
        (11, Rung.TRIAL),
        (12, Rung.FULL),
        (40, Rung.FULL),
    ],
)
def test_rung_is_the_highest_that_the_count_reaches(count, rung):
    assert rung_of(count) is rung


@pytest.mark.parametrize(
    ("statement", "counts"),
    [
        (Statement.FIRST_DATE, {0}),
        (Statement.STATUS, set(range(1, 14))),
        (Statement.DIFFERENCE, set(range(2, 14))),
        (Statement.REQUIRED_RATE, set(range(2, 14))),
        (Statement.INTERVAL_TEST, set(range(2, 14))),
        (Statement.RANGE, set(range(4, 14))),
        (Statement.ROUGH_OUTLOOK, set(range(4, 8))),
        (Statement.OUTLOOK, set(range(8, 12))),
        (Statement.TREND, set(range(8, 14))),
        (Statement.TRIAL_LIMITS, set(range(8, 12))),
        (Statement.RUN_RULES, {10, 11, 12, 13}),
        (Statement.LIMITS, {12, 13}),
        (Statement.ALL_RULES, {12, 13}),
        (Statement.OUTLOOK_PERCENT, {12, 13}),
    ],
)
def test_statement_is_allowed_at_these_counts(statement, counts):
    allowed = {count for count in range(14) if statement in may_say(count, LEVEL)}
    assert allowed == counts


@given(st.integers(0, 60))
def test_overlapping_figures_never_tell_signal_from_noise(count):
    signals = {
        Statement.TRIAL_LIMITS,
        Statement.RULE_ONE,
        Statement.RUN_RULES,
        Statement.TREND,
        Statement.LIMITS,
        Statement.ALL_RULES,
        Statement.ASSURANCE,
    }
    assert may_say(count, ROLLING) == may_say(count, LEVEL) - signals


def test_comparable_figures_are_sound_and_of_the_last_definition():
    figures = (
        a_figure(Quarter(2025, 3), 79),
        a_figure(Quarter(2025, 4), 80, definition=2),
        a_figure(Q1, 81, definition=2),
        a_figure(Q2, 82, definition=2, preliminary=True),
        a_figure(Q3, 83, definition=2, provenance=Provenance.ESTIMATED),
        a_figure(Q4, 84, definition=2, hidden=True),
        a_figure(Quarter(2027, 1), definition=2),
        a_figure(Quarter(2027, 2), 85, definition=2),
    )
    series = SeriesFacts(LEVEL, figures)
    assert comparable(series, Quarter(2027, 2)) == (figures[1], figures[2], figures[7])
    assert comparable(series, Q1) == (figures[1], figures[2])
    assert comparable(series, Quarter(2025, 3)) == (figures[0],)


def test_years_and_quarters_are_not_comparable():
    figures = (
        a_figure(None, 70, year=2024),
        a_figure(None, 75, year=2025),
        a_figure(Q1, 80),
    )
    series = SeriesFacts(LEVEL, figures)
    assert comparable(series, Quarter(2025, 4)) == figures[:2]
    assert comparable(series, Q1) == figures[2:]


def test_nothing_is_comparable_before_the_first_figure():
    assert comparable(a_series(LEVEL), Q4) == ()


@pytest.mark.parametrize(
    "accumulation",
    [Accumulation.ROLLING, Accumulation.CUMULATIVE, Accumulation.FORECAST],
)
def test_overlapping_figures_give_no_points_for_signals(accumulation):
    overlapping = an_indicator(accumulation=accumulation)
    assert signal_points(a_series(overlapping, 1, 2, 3), Q3) == ()


def test_level_figures_give_points_for_signals():
    series = a_series(LEVEL, 1, 2, 3)
    assert signal_points(series, Q3) == series.observations
