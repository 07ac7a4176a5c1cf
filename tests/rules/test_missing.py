"""Test missing: which figure a quarter shows, and why there is none."""

from datetime import date

import pytest

from tests.rules.examples import (
    NEW_YEAR,
    Q1,
    Q2,
    Q3,
    Q4,
    a_figure,
    a_series,
    an_indicator,
)
from trinnvis.rules.facts import SeriesFacts
from trinnvis.rules.missing import Shown, is_due, not_included, shown_in
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.terms import Direction, Frequency, Missing, MissingReason

QUARTERLY = an_indicator()
YEARLY = an_indicator(frequency=Frequency.YEARLY, next_measurement=date(2026, 11, 1))
HALF_YEARLY = an_indicator(frequency=Frequency.HALF_YEARLY)


def test_quarter_shows_its_own_figure():
    series = a_series(QUARTERLY, 85, 89)
    assert shown_in(series, Q2, NEW_YEAR) == Shown(a_figure(Q2, 89))


def test_quarterly_figure_that_should_have_been_here_is_missing():
    series = a_series(QUARTERLY, 85, 89)
    assert shown_in(series, Q3, NEW_YEAR) == Shown(None, missing=Missing.MISSING)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 9, 30), Missing.NOT_DUE),
        (date(2026, 10, 1), Missing.MISSING),
    ],
)
def test_figure_is_not_missing_before_the_quarter_is_over(today, expected):
    assert shown_in(a_series(QUARTERLY), Q3, today).missing is expected


def test_figure_is_not_missing_before_its_source_has_it():
    slow = a_series(an_indicator(available_days=14))
    days = [date(2026, 10, 14), date(2026, 10, 15)]
    assert [shown_in(slow, Q3, day).missing for day in days] == [
        Missing.NOT_DUE,
        Missing.MISSING,
    ]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (MissingReason.NOT_MEASURED, Missing.MISSING),
        (MissingReason.NOT_AVAILABLE, Missing.MISSING),
        (MissingReason.LATER, Missing.NOT_DUE),
    ],
)
def test_a_person_may_say_why_there_is_no_figure(reason, expected):
    series = SeriesFacts(QUARTERLY, (a_figure(Q3, missing_reason=reason),))
    assert shown_in(series, Q3, date(2026, 9, 1)).missing is expected


@pytest.mark.parametrize(
    "figure",
    [a_figure(Q3, hidden=True), a_figure(Q3, missing_reason=MissingReason.SHIELDED)],
)
def test_hidden_figure_is_there(figure):
    assert shown_in(SeriesFacts(QUARTERLY, (figure,)), Q3, NEW_YEAR) == Shown(figure)


def test_yearly_figure_keeps_the_years_last_value():
    series = a_series(an_indicator(frequency=Frequency.YEARLY), None, "4.5")
    figure = a_figure(Q2, "4.5")
    assert [shown_in(series, quarter, NEW_YEAR) for quarter in (Q1, Q2, Q3, Q4)] == [
        Shown(None, missing=Missing.NOT_DUE),
        Shown(figure),
        Shown(figure, carried_from=Q2),
        Shown(figure, carried_from=Q2),
    ]


def test_nothing_is_carried_over_new_year():
    series = a_series(an_indicator(frequency=Frequency.YEARLY), None, "4.5")
    shown = shown_in(series, Quarter(2027, 1), date(2027, 4, 1))
    assert shown == Shown(None, missing=Missing.NOT_DUE)


def test_yearly_figure_is_missing_after_its_planned_measurement():
    series = a_series(YEARLY)
    found = [shown_in(series, quarter, NEW_YEAR).missing for quarter in (Q3, Q4)]
    assert found == [Missing.NOT_DUE, Missing.MISSING]


def test_figure_of_the_whole_year_belongs_to_the_fourth_quarter():
    figure = a_figure(None, 5)
    series = SeriesFacts(YEARLY, (a_figure(None, 4, year=2025), figure))
    assert shown_in(series, Q4, NEW_YEAR) == Shown(figure)
    assert shown_in(series, Q3, NEW_YEAR) == Shown(None, missing=Missing.NOT_DUE)


def test_half_yearly_figure_is_carried_once_and_then_due_again():
    series = a_series(HALF_YEARLY, None, 80)
    shown = [shown_in(series, quarter, NEW_YEAR) for quarter in (Q1, Q3, Q4)]
    assert shown == [
        Shown(None, missing=Missing.NOT_DUE),
        Shown(a_figure(Q2, 80), carried_from=Q2),
        Shown(None, missing=Missing.MISSING),
    ]


@pytest.mark.parametrize(
    ("frequency", "planned", "due"),
    [
        (Frequency.MONTHLY, None, [1, 2, 3, 4]),
        (Frequency.QUARTERLY, None, [1, 2, 3, 4]),
        (Frequency.TERTIALLY, None, [2, 3, 4]),
        (Frequency.HALF_YEARLY, None, [2, 4]),
        (Frequency.YEARLY, None, [4]),
        (Frequency.YEARLY, date(2026, 5, 1), [2, 3, 4]),
        (Frequency.YEARLY, date(2027, 5, 1), []),
        (Frequency.YEARLY, date(2025, 5, 1), [4]),
        (Frequency.EVERY_SECOND_YEAR, None, []),
        (Frequency.EVERY_THIRD_YEAR, date(2026, 11, 1), [4]),
        (Frequency.EVERY_THIRD_YEAR, date(2029, 5, 1), []),
    ],
)
def test_figure_is_due_by_its_frequency(frequency, planned, due):
    known = an_indicator(frequency=frequency, next_measurement=planned)
    assert [q.number for q in quarters_of(2026) if is_due(known, q)] == due


@pytest.mark.parametrize(
    ("started", "expected"),
    [
        (None, [False, False, False, False]),
        (date(2026, 6, 30), [True, False, False, False]),
        (date(2026, 7, 1), [True, True, False, False]),
    ],
)
def test_unit_is_not_included_before_it_started(started, expected):
    assert [not_included(quarter, started) for quarter in quarters_of(2026)] == expected


def test_figure_from_before_the_unit_started_is_not_shown():
    shown = shown_in(a_series(QUARTERLY, 85), Q1, NEW_YEAR, date(2026, 4, 1))
    assert shown == Shown(None, missing=Missing.NOT_APPLICABLE)


MILESTONE = an_indicator(direction=Direction.MILESTONE, due=date(2026, 8, 15))
DONE = a_figure(Q2, done_on=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("figures", "quarter", "expected"),
    [
        ((), Q2, None),
        ((DONE,), Q1, None),
        ((DONE,), Q4, DONE),
        ((DONE, a_figure(Q3, 1)), Q3, DONE),
        ((DONE, a_figure(Q3)), Q3, DONE),
        ((DONE, a_figure(Q3, 0)), Q3, a_figure(Q3, 0)),
        ((a_figure(Q1, 1),), Q3, a_figure(Q1, 1)),
        ((a_figure(None, 1),), Q3, None),
    ],
)
def test_what_is_done_stays_done_until_someone_says_no(figures, quarter, expected):
    shown = shown_in(SeriesFacts(MILESTONE, figures), quarter, NEW_YEAR)
    assert shown == Shown(expected)
