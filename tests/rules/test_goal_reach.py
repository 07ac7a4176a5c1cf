"""Test goal reach: the largest step so far, and what chance alone may do."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.rules.examples import a_figure, an_indicator
from trinnvis.rules.facts import SeriesFacts
from trinnvis.rules.goal_reach import Chance, Way, chance_in, largest_step
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Accumulation, Measure

SHARE = an_indicator(baseline=80, target=90)
WAY = Way(Decimal(80), Decimal(90))


def years(*values, first: int = 2022, **fields):
    return tuple(
        a_figure(None, value, year=first + index, **fields)
        for index, value in enumerate(values)
    )


def step_in(*figures) -> Decimal | None:
    return largest_step(SeriesFacts(SHARE, figures), 2026)


def chance_with(way: Way = WAY, **fields) -> Chance | None:
    """Return what chance may do with fourteen answers and the indicator changed."""
    series = SeriesFacts(replace(SHARE, **fields), (a_figure(None, 80, n=14),))
    return chance_in(series, way)


def test_a_way_has_a_change_a_length_and_a_middle():
    way = Way(Decimal(12), Decimal(4))
    assert (way.change, way.length, way.middle) == (-8, 8, 8)


def test_the_largest_step_may_go_either_way():
    assert step_in(*years(50, 58, 49, 52)) == Decimal(9)


def test_year_end_figures_and_figures_of_a_year_make_one_history():
    assert step_in(
        a_figure(Quarter(2023, 4), 59),
        a_figure(None, 61, year=2024),
        a_figure(Quarter(2025, 4), 60),
    ) == Decimal(2)


def test_years_that_do_not_follow_each_other_make_no_step():
    found = step_in(*years(50, 53, first=2021), a_figure(None, 90, year=2025))
    assert found == Decimal(3)


@pytest.mark.parametrize(
    "figures",
    [
        (),
        years(51, 60, first=2024),
        (*years(50, 58, 51, definition=1, first=2021), *years(60, definition=2)),
        years(50, 58, 51, 60, hidden=True),
        years(50, 58, 51, 60, first=2026),
        tuple(a_figure(Quarter(year, 2), 50) for year in (2022, 2023, 2024)),
        tuple(a_figure(None, 50, year=year) for year in (2020, 2022, 2024)),
        years(50, 58, None),
    ],
    ids=[
        "no figures",
        "two years",
        "new definition",
        "hidden",
        "the plan year and later",
        "midyear",
        "no two years in a row",
        "a year without a figure",
    ],
)
def test_too_little_comparable_history_has_no_step(figures):
    assert step_in(*figures) is None


@pytest.mark.parametrize(
    ("n", "points"), [(5, 44), (10, 31), (14, 26), (20, 22), (30, 18), (50, 14)]
)
def test_the_floor_of_a_share_around_85_percent(n, points):
    """Source: docs/method/goal-check.md, «Feltene»."""
    series = SeriesFacts(SHARE, (a_figure(None, 80, n=n),))
    found = chance_in(series, WAY)
    assert (round(found.floor), found.n) == (points, n)


def test_the_denominator_counts_when_there_is_no_n():
    newer = a_figure(Quarter(2025, 4), 80, denominator=Decimal(20))
    older = a_figure(Quarter(2025, 3), 80, n=14)
    assert chance_in(SeriesFacts(SHARE, (older, newer)), WAY).n == 20


def test_a_mean_on_another_scale_has_a_floor_of_its_width():
    score = {"measure": Measure.SCORE, "unit": "poeng"}
    six = chance_with(**score)
    eleven = chance_with(**score, minimum=Decimal(0), maximum=Decimal(10))
    half_known = chance_with(**score, minimum=Decimal(1))
    assert [round(found.floor, 2) for found in (six, eleven, half_known)] == [
        Decimal("0.67"),
        Decimal("1.33"),
        Decimal("0.67"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"unit": "andel"},
        {"measure": Measure.COUNT},
        {"accumulation": Accumulation.FORECAST},
        {"minimum_n": 15},
        {"way": Way(Decimal(0), Decimal(0))},
        {"way": Way(Decimal(90), Decimal(130))},
    ],
)
def test_chance_is_not_told_where_it_cannot_be_reckoned(fields):
    assert chance_with(**fields) is None


@pytest.mark.parametrize("n", [None, 0, 4])
def test_a_group_too_small_to_be_shown_is_not_spoken_of(n):
    series = SeriesFacts(SHARE, (a_figure(None, 80, n=n),))
    assert chance_in(series, WAY) is None


def test_the_smallest_group_cannot_be_set_below_five():
    series = SeriesFacts(replace(SHARE, minimum_n=1), (a_figure(None, 80, n=4),))
    assert chance_in(series, WAY) is None
