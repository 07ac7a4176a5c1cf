"""Test progress: the share of the way, and what the rest of the year must give."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rules.examples import Q1, Q2, Q3, Q4, a_figure, a_series, an_indicator
from trinnvis.rules.progress import (
    Progress,
    ProgressKind,
    RateKind,
    RequiredRate,
    progress,
    quarter_amounts,
    required_rate,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Accumulation, Direction, Measure

CUMULATIVE = {"measure": Measure.COUNT, "accumulation": Accumulation.CUMULATIVE}
VISITS = an_indicator(target=45000, **CUMULATIVE)
WAITING = an_indicator(direction=Direction.LOWER, target=10, annual_mean=True)


@pytest.mark.parametrize(
    ("value", "kind", "share"),
    [
        ("11.0", ProgressKind.FURTHER_AWAY, "-0.25"),
        ("10.4", ProgressKind.UNDERWAY, "0"),
        ("9.2", ProgressKind.UNDERWAY, "0.5"),
        ("8.0", ProgressKind.REACHED, "1"),
        ("7.4", ProgressKind.BEYOND, "1.25"),
    ],
)
def test_progress_is_the_share_of_the_way(value, kind, share):
    found = progress(Decimal("10.4"), Decimal("8.0"), Decimal(value))
    assert found == Progress(kind, Decimal(share))


def test_progress_is_undefined_when_baseline_is_the_target():
    found = progress(Decimal(8), Decimal(8), Decimal("8.4"))
    assert found == Progress(ProgressKind.UNDEFINED, None)


@given(st.integers(-100, 100), st.integers(-100, 100))
def test_progress_is_nothing_at_the_baseline_and_all_at_the_target(baseline, target):
    assume(baseline != target)
    start, end = Decimal(baseline), Decimal(target)
    assert progress(start, end, start).share == 0
    assert progress(start, end, end).kind is ProgressKind.REACHED


def test_required_rate_of_a_count_is_what_each_quarter_must_bring():
    last_year = a_series(VISITS, 12500, 20000, start=Quarter(2025, 1)).observations
    this_year = a_series(VISITS, 10500, 23000).observations
    assert required_rate(VISITS, last_year + this_year, Q2) == RequiredRate(
        RateKind.PER_QUARTER, Decimal(11000), 2, Decimal(12500), False
    )


def test_required_rate_says_when_it_asks_for_more_than_ever_seen():
    figures = a_series(VISITS, 5000, 9000).observations
    found = required_rate(VISITS, figures, Q2)
    assert found == RequiredRate(
        RateKind.PER_QUARTER, Decimal(18000), 2, Decimal(5000), True
    )


def test_required_rate_of_a_count_to_keep_low_is_the_room_left():
    falls = an_indicator(direction=Direction.LOWER, target=12, **CUMULATIVE)
    figures = a_series(falls, 5, 8, 10).observations
    assert required_rate(falls, figures, Q3) == RequiredRate(
        RateKind.PER_QUARTER, Decimal(2), 1, Decimal(2), False
    )


def test_required_rate_of_a_yearly_mean_is_the_mean_of_the_rest():
    figures = a_series(WAITING, 14, 12).observations
    assert required_rate(WAITING, figures, Q2) == RequiredRate(
        RateKind.QUARTER_MEAN, Decimal(7), 2, Decimal(12), True
    )


def test_required_rate_of_a_share_so_far_is_approximate():
    absence = an_indicator(
        direction=Direction.LOWER, target="8.0", accumulation=Accumulation.CUMULATIVE
    )
    figures = a_series(absence, "9.4", "9.2").observations
    assert required_rate(absence, figures, Q2) == RequiredRate(
        RateKind.QUARTER_MEAN, Decimal("6.8"), 2, None, None, approximate=True
    )


@pytest.mark.parametrize(
    ("fields", "values", "quarter"),
    [
        ({"annual_mean": True}, (80, 81), Q2),
        ({"target": 90}, (80, 81), Q2),
        ({"target": 90, "annual_mean": True}, (80, None), Q2),
        ({"target": 90, "annual_mean": True}, (None, 80), Q2),
        ({"target": 90, "annual_mean": True}, (80, 81, 82, 83), Q4),
        ({"target": 1, "direction": Direction.MAINTAIN}, (80, 81), Q2),
    ],
)
def test_no_required_rate_where_the_year_is_no_sum_or_mean(fields, values, quarter):
    indicator = an_indicator(**fields)
    figures = a_series(indicator, *values).observations
    assert required_rate(indicator, figures, quarter) is None


def test_required_rate_of_the_first_quarter_knows_no_best_among_gaps():
    figures = (a_figure(Quarter(2025, 2), 4), *a_series(VISITS, 9000).observations)
    found = required_rate(VISITS, figures, Q1)
    assert found == RequiredRate(
        RateKind.PER_QUARTER, Decimal(12000), 3, Decimal(9000), True
    )


def test_quarter_amounts_leave_gaps_out():
    figures = (
        a_figure(None, 400),
        a_figure(Q1),
        a_figure(Q2, 40),
        a_figure(Q3, 70),
        a_figure(Q4),
    )
    assert quarter_amounts(figures) == (Decimal(30),)
    assert quarter_amounts((a_figure(Q2, 40), a_figure(Q4, 90))) == ()
    assert quarter_amounts(a_series(VISITS, 10, 30).observations) == (
        Decimal(10),
        Decimal(20),
    )


def test_required_rate_of_a_count_first_told_in_the_third_quarter_is_not_known():
    assert required_rate(VISITS, (a_figure(Q3, 9),), Q3) is None


@given(st.lists(st.integers(0, 50), min_size=1, max_size=3), st.integers(1, 300))
def test_required_rate_held_for_the_rest_of_the_year_gives_the_target(amounts, target):
    indicator = an_indicator(target=target, **CUMULATIVE)
    so_far = [sum(amounts[: k + 1]) for k in range(len(amounts))]
    figures = a_series(indicator, *so_far).observations
    found = required_rate(indicator, figures, Quarter(2026, len(amounts)))
    assert found is not None
    year = so_far[-1] + found.rate * found.quarters_left
    assert abs(year - target) < Decimal("1e-20")
