"""Test assess: everything that is said about a figure, a goal and a plan."""

from datetime import date
from decimal import Decimal

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
from trinnvis.rules.assess import (
    Change,
    assess_goal,
    assess_plan,
    assess_series,
    leading_of,
)
from trinnvis.rules.facts import GoalFacts, PlanFacts, SeriesFacts, UnitFacts
from trinnvis.rules.ladder import Rung
from trinnvis.rules.path import Fall, NoPath, PathPoint, PathShape
from trinnvis.rules.progress import ProgressKind
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.rollup import StateCount
from trinnvis.rules.status import TrackFinding
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Level,
    Measure,
    Missing,
    Track,
)

D = Decimal
FALLS = an_indicator(
    direction=Direction.LOWER, baseline="2.9", target="2.0", acceptable="2.4"
)
FALLING = a_series(FALLS, "3.1", "2.6", "2.2")
LEVEL_WITH_MEAN = an_indicator(baseline=80, target=90, annual_mean=True)


def a_goal(*series: SeriesFacts, **fields) -> GoalFacts:
    known = {"id": 1, "title": "Færre fall", "why": "", "deadline": date(2026, 12, 31)}
    return GoalFacts(**{**known, **fields}, series=series)


def test_series_in_the_third_quarter_answers_both_questions():
    found = assess_series(FALLING, Q3, NEW_YEAR)
    assert found.level.level is Level.NEAR
    assert found.track == TrackFinding(
        Track.ON_TRACK, PathPoint(PathShape.STRAIGHT, D("2.225"), D("2.525"))
    )
    assert found.state is Track.ON_TRACK
    assert (found.count, found.rung) == (3, Rung.FEW)
    assert found.since_last == Change(Q2, D("2.6"), D("2.2"))
    assert found.since_last.difference == D("-0.4")
    assert found.since_last_year is None
    assert found.progress.kind is ProgressKind.UNDERWAY
    assert (found.value, found.preliminary, found.included) == (D("2.2"), False, True)


def test_series_in_the_fourth_quarter_answers_for_the_year():
    found = assess_series(a_series(FALLS, 3, 3, 3, 2), Q4, NEW_YEAR)
    assert (found.track, found.state) == (None, Level.ACHIEVED)


def test_missing_figure_says_so_and_nothing_else():
    found = assess_series(FALLING, Q4, NEW_YEAR)
    assert found.missing is Missing.MISSING
    assert found.state is Level.NOT_MEASURED
    assert (found.value, found.preliminary, found.measured) == (None, False, False)
    assert (found.progress, found.since_last) == (None, None)
    assert found.count == 3


def test_carried_figure_keeps_its_quarter_and_has_no_change():
    rare = an_indicator(frequency=Frequency.YEARLY, target="4.6", acceptable="4.4")
    found = assess_series(a_series(rare, None, "4.5"), Q3, NEW_YEAR)
    assert found.carried_from == Q2
    assert found.state is Track.SLIGHTLY_BEHIND
    assert found.since_last is None


def test_preliminary_figure_is_marked_and_compared_with_nothing():
    figures = (a_figure(Q1, 80), a_figure(Q2, 82, preliminary=True))
    found = assess_series(SeriesFacts(LEVEL_WITH_MEAN, figures), Q2, NEW_YEAR)
    assert (found.preliminary, found.since_last, found.count) == (True, None, 1)


def test_new_definition_is_compared_with_nothing():
    figures = (a_figure(Q1, 80), a_figure(Q2, 82, definition=2))
    found = assess_series(SeriesFacts(LEVEL_WITH_MEAN, figures), Q2, NEW_YEAR)
    assert (found.since_last, found.count) == (None, 1)


def test_hidden_figure_of_last_quarter_gives_no_change():
    figures = (a_figure(Q1, hidden=True), a_figure(Q2, 82))
    found = assess_series(SeriesFacts(LEVEL_WITH_MEAN, figures), Q2, NEW_YEAR)
    assert found.since_last is None


def test_figure_of_the_whole_year_has_no_change_from_a_quarter():
    figures = (a_figure(Q3, 80), a_figure(None, 82))
    yearly = an_indicator(frequency=Frequency.YEARLY, target=90)
    found = assess_series(SeriesFacts(yearly, figures), Q4, NEW_YEAR)
    assert (found.value, found.since_last) == (D(82), None)


LAST_YEAR = Quarter(2025, 1)
FIVE = ("9.5", "9.3", "9.2", "9.4", "9.1")


@pytest.mark.parametrize(
    ("fields", "since_last", "since_last_year"),
    [
        ({}, True, True),
        ({"seasonal": True}, False, True),
        ({"accumulation": Accumulation.CUMULATIVE}, False, True),
        ({"accumulation": Accumulation.FORECAST}, False, True),
    ],
)
def test_change_over_new_year_is_told_where_it_means_something(
    fields, since_last, since_last_year
):
    series = a_series(an_indicator(target=8, **fields), *FIVE, start=LAST_YEAR)
    found = assess_series(series, Q1, NEW_YEAR)
    changes = (found.since_last is not None, found.since_last_year is not None)
    assert changes == (since_last, since_last_year)


def test_share_so_far_this_year_is_compared_with_last_quarter():
    share = an_indicator(target=70, accumulation=Accumulation.CUMULATIVE)
    found = assess_series(a_series(share, 50, 64), Q2, NEW_YEAR)
    assert found.since_last == Change(Q1, D(50), D(64))


def test_count_so_far_this_year_is_not_a_change_and_cannot_fall():
    visits = an_indicator(
        target=400, measure=Measure.COUNT, accumulation=Accumulation.CUMULATIVE
    )
    found = assess_series(a_series(visits, 180, 170), Q2, NEW_YEAR)
    assert (found.since_last, found.fall) == (None, Fall(D(180), D(170)))
    assert found.required.rate == D(115)


def test_required_rate_needs_two_comparable_measurements():
    one, two = a_series(LEVEL_WITH_MEAN, 80), a_series(LEVEL_WITH_MEAN, 80, 84)
    assert assess_series(one, Q1, NEW_YEAR).required is None
    assert assess_series(two, Q2, NEW_YEAR).required.rate == D(98)


def test_required_rate_knows_nothing_of_later_quarters():
    figures = (*a_series(LEVEL_WITH_MEAN, 80, 84, 99).observations, a_figure(None, 88))
    found = assess_series(SeriesFacts(LEVEL_WITH_MEAN, figures), Q2, NEW_YEAR)
    assert found.required.best_seen == D(84)


DUE = date(2026, 8, 15)
MILESTONE = an_indicator(direction=Direction.MILESTONE, due=DUE)


@pytest.mark.parametrize(
    ("quarter", "today", "state"),
    [
        (Q2, NEW_YEAR, Track.UNDERWAY),
        (Q3, date(2026, 8, 15), Track.UNDERWAY),
        (Q3, date(2026, 8, 16), Level.NOT_ACHIEVED),
        (Q3, NEW_YEAR, Level.NOT_ACHIEVED),
        (Q4, NEW_YEAR, Level.NEAR),
    ],
)
def test_milestone_is_judged_as_on_the_quarters_last_day(quarter, today, state):
    done = SeriesFacts(MILESTONE, (a_figure(Q4, done_on=date(2026, 10, 2)),))
    assert assess_series(done, quarter, today).state is state


def test_milestone_that_is_not_due_says_it_has_no_path():
    found = assess_series(SeriesFacts(MILESTONE), Q2, NEW_YEAR)
    assert found.track == TrackFinding(Track.UNDERWAY, why_no_path=NoPath.DONE_OR_NOT)
    later = an_indicator(direction=Direction.MILESTONE, due=date(2027, 2, 1))
    assert assess_series(SeriesFacts(later), Q4, NEW_YEAR).state is Level.NOT_DUE


def test_watched_figure_has_no_status():
    found = assess_series(a_series(an_indicator(watched=True), 80), Q1, NEW_YEAR)
    assert (found.state, found.measured) == (Level.NO_TARGET, False)


def test_goal_leads_with_its_least_favourable_measured_figure():
    good, behind = a_series(FALLS, "3.1", "2.4"), a_series(FALLS, "3.1", "2.6")
    unknown = a_series(FALLS)
    found = assess_goal(a_goal(unknown, good, behind), Q2, NEW_YEAR)
    assert [each.state for each in found.findings] == [
        Track.NOT_MEASURED,
        Track.ON_TRACK,
        Track.SLIGHTLY_BEHIND,
    ]
    assert found.leading is found.findings[2]
    assert found.state is Track.SLIGHTLY_BEHIND


def test_goal_without_measured_figures_leads_with_the_first_that_has_a_target():
    watched, unknown = a_series(an_indicator(watched=True), 80), a_series(FALLS)
    found = assess_goal(a_goal(watched, unknown), Q1, NEW_YEAR)
    assert found.leading is found.findings[1]


def test_goal_that_is_only_watched_leads_with_it():
    found = assess_goal(a_goal(a_series(an_indicator(watched=True), 80)), Q1, NEW_YEAR)
    assert found.state is Level.NO_TARGET


def test_goal_without_indicators_has_no_target():
    found = assess_goal(a_goal(), Q1, NEW_YEAR)
    assert (found.leading, found.state) == (None, Level.NO_TARGET)
    assert leading_of(()) is None


def a_plan(*goals: GoalFacts, started: date | None = date(2026, 1, 1)) -> PlanFacts:
    return PlanFacts(id=1, unit=UnitFacts(1, 1, "1/", started), year=2026, goals=goals)


def test_plan_counts_every_goal_and_no_dropped_or_watched_one():
    on_track = a_goal(a_series(FALLS, "3.1", "2.4"), a_series(FALLS))
    unknown = a_goal(a_series(FALLS), a_series(an_indicator(watched=True), 1))
    dropped = a_goal(a_series(FALLS, 9), dropped=True)
    found = assess_plan(a_plan(on_track, unknown, dropped), Q2, NEW_YEAR)
    assert len(found.findings) == 4
    assert found.goal_counts.states == (
        StateCount(Track.ON_TRACK, 1),
        StateCount(Track.NOT_MEASURED, 1),
    )
    assert found.indicator_counts.states == (
        StateCount(Track.ON_TRACK, 1),
        StateCount(Track.NOT_MEASURED, 2),
    )


def test_plan_of_a_unit_that_had_not_started_is_in_no_denominator():
    plan = a_plan(a_goal(FALLING), a_goal(), started=date(2026, 4, 1))
    found = assess_plan(plan, Q1, NEW_YEAR)
    assert found.goals[0].findings[0].included is False
    assert (found.goal_counts.total, found.goal_counts.not_included) == (1, 1)
    assert found.indicator_counts.total == 0
