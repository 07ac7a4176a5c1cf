"""What waits, in order; figures and steps that wait."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from trinnvis.rules.facts import (
    GoalFacts,
    IndicatorFacts,
    ObservationFacts,
    SeriesFacts,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.steps import StepFinding
from trinnvis.rules.terms import Direction, Frequency, MissingReason, StepKey, StepState
from trinnvis.rules.waiting import (
    WaitingFacts,
    WaitKind,
    figure_waits,
    in_order,
    step_that_waits,
)
from trinnvis.rules.year_wheel import StepDates

Q3 = Quarter(2026, 3)
TODAY = date(2026, 10, 12)
GOAL = GoalFacts(id=1, title="Mål", why="", deadline=None)
SHARE = IndicatorFacts(
    id=1, name="Andel", unit="prosent", decimals=0, direction=Direction.HIGHER
)


def wait(kind: WaitKind, due: date | None = None, subject: str = "") -> WaitingFacts:
    return WaitingFacts(kind, 1, "Solvik", subject=subject, due=due)


def test_what_waits_comes_by_date_and_what_has_none_comes_last() -> None:
    deputy = wait(WaitKind.CHOOSE_DEPUTY)
    late = wait(WaitKind.DELIVER_QUARTER, date(2026, 10, 9))
    soon = wait(WaitKind.RECORD_FIGURE, date(2026, 10, 16))
    assert in_order((deputy, soon, late)) == (late, soon, deputy)


def test_equal_dates_come_by_kind_and_then_by_subject() -> None:
    day = date(2026, 10, 16)
    deliver = wait(WaitKind.DELIVER_QUARTER, day)
    second = wait(WaitKind.RECORD_FIGURE, day, "B")
    first = wait(WaitKind.RECORD_FIGURE, day, "A")
    assert in_order((deliver, second, first)) == (first, second, deliver)


@pytest.mark.parametrize(
    ("due", "late"),
    [(None, False), (TODAY, False), (date(2026, 10, 11), True)],
)
def test_it_is_late_the_day_after_its_date(due: date | None, late: bool) -> None:
    assert wait(WaitKind.RECORD_FIGURE, due).is_late(TODAY) is late


def test_a_step_has_minutes_of_its_own() -> None:
    step = replace(wait(WaitKind.TAKE_STEP), step=StepKey.PLAN)
    assert (wait(WaitKind.DELIVER_QUARTER).minutes, step.minutes) == (10, 20)


def figures(*observations: ObservationFacts) -> SeriesFacts:
    return SeriesFacts(SHARE, observations)


def test_a_figure_that_is_not_there_waits() -> None:
    assert figure_waits(GOAL, figures(), Q3, TODAY, None) is WaitKind.RECORD_FIGURE


def test_a_figure_that_is_there_does_not() -> None:
    there = figures(ObservationFacts(Q3, 2026, Decimal(94)))
    assert figure_waits(GOAL, there, Q3, TODAY, None) is None


def test_a_figure_that_is_measured_later_does_not() -> None:
    yearly = replace(SHARE, frequency=Frequency.YEARLY)
    assert figure_waits(GOAL, SeriesFacts(yearly), Q3, TODAY, None) is None


def test_nothing_waits_in_a_goal_that_was_given_up() -> None:
    dropped = replace(GOAL, dropped=True)
    assert figure_waits(dropped, figures(), Q3, TODAY, None) is None


@pytest.mark.parametrize(
    ("expected_on", "kind"),
    [
        (None, None),
        (date(2026, 10, 13), None),
        (TODAY, WaitKind.NEW_DATE),
    ],
)
def test_a_figure_said_to_be_missing_is_asked_for_on_its_new_date(
    expected_on: date | None, kind: WaitKind | None
) -> None:
    said = ObservationFacts(
        Q3,
        2026,
        None,
        missing_reason=MissingReason.NOT_AVAILABLE,
        expected_on=expected_on,
    )
    assert figure_waits(GOAL, figures(said), Q3, TODAY, None) is kind


def found(*states: StepState) -> tuple[StepFinding, ...]:
    return tuple(
        StepFinding(key, state, ()) for key, state in zip(StepKey, states, strict=True)
    )


DONE, ONGOING, NOT_YET = StepState.DONE, StepState.ONGOING, StepState.NOT_STARTED
DATES = tuple(
    StepDates(key, date(2026, 4 + int(key), 1), date(2026, 4 + int(key), 28))
    for key in StepKey
)


@pytest.mark.parametrize(
    ("states", "step"),
    [
        ((DONE, ONGOING, *(NOT_YET,) * 6), StepKey.ANCHOR_UNIT),
        ((DONE, DONE, NOT_YET, *(NOT_YET,) * 5), StepKey.PRESENT_TO_STAFF),
        ((NOT_YET, DONE, DONE, DONE, DONE, ONGOING, NOT_YET, NOT_YET), None),
    ],
)
def test_the_first_own_step_that_has_begun_by_the_calendar_waits(
    states: tuple[StepState, ...], step: StepKey | None
) -> None:
    waits = step_that_waits(found(*states), DATES, date(2026, 10, 12))
    assert (waits and waits.step) == step
