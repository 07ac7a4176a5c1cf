"""Goal fields: what a goal's own fields ask about, before anyone reads the text.

Advice, never a barrier. Source: docs/method/goal-check.md, «Feltene».
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from trinnvis.rules.facts import GoalFacts, IndicatorFacts, SeriesFacts
from trinnvis.rules.goal_reach import Way, chance_in, largest_step
from trinnvis.rules.goal_words import RUNNING_SOURCES, any_of
from trinnvis.rules.terms import Direction, Frequency

MOST_GOALS = 5
MOST_INDICATORS = 3
"""Those with a target; what is only followed is unlimited."""

_JUMP = 3
_DATED = frozenset({Direction.MILESTONE, Direction.YES_NO})
_IMPROVED = frozenset({Direction.HIGHER, Direction.LOWER})
_RARELY = frozenset(
    {Frequency.YEARLY, Frequency.EVERY_SECOND_YEAR, Frequency.EVERY_THIRD_YEAR}
)
_FIRST_MEASURED = {
    Frequency.MONTHLY: (1, 31),
    Frequency.QUARTERLY: (3, 31),
    Frequency.TERTIALLY: (4, 30),
    Frequency.HALF_YEARLY: (6, 30),
    Frequency.YEARLY: (12, 31),
}
_RUNNING_SOURCE = any_of(RUNNING_SOURCES)


class FieldCode(StrEnum):
    """What a field raises, in the order it is told."""

    MISSING_INDICATOR = "missing_indicator"
    MISSING_UNIT = "missing_unit"
    MISSING_TARGET = "missing_target"
    MISSING_BASELINE = "missing_baseline"
    MISSING_SOURCE = "missing_source"
    TARGET_WORSE_THAN_BASELINE = "target_worse_than_baseline"
    TARGET_EQUALS_BASELINE = "target_equals_baseline"
    UNREALISTIC_JUMP = "unrealistic_jump"
    CHANGE_SMALLER_THAN_NOISE = "change_smaller_than_noise"
    MEASURED_TOO_RARELY = "measured_too_rarely"
    FIRST_FIGURE_AFTER_REPORT = "first_figure_after_report"
    TOO_MANY_INDICATORS = "too_many_indicators"
    MISSING_DEADLINE = "missing_deadline"
    DEADLINE_OUTSIDE_YEAR = "deadline_outside_year"
    MISSING_COLLECTOR = "missing_collector"
    MISSING_DEPUTY = "missing_deputy"
    TOO_MANY_GOALS = "too_many_goals"


@dataclass(frozen=True, slots=True)
class FieldHint:
    """One question, and the figures its sentence needs."""

    code: FieldCode
    indicator_id: int | None = None
    change: Decimal | None = None
    """What the target asks for, in the indicator's own unit."""
    limit: Decimal | None = None
    """The noise floor or the largest step so far, in the indicator's own unit."""
    n: int | None = None
    """Answers behind the last figure."""


def field_hints(
    goal: GoalFacts, plan_year: int, report_on: date | None = None
) -> tuple[FieldHint, ...]:
    """Return what the goal's fields raise: indicators in order, then the goal.

    Indicators without a target that are only followed raise nothing. `report_on`
    is the day the year is told; without it no figure is too late.
    """
    measured = measured_series(goal)
    hints = [
        hint for series in measured for hint in _of_series(goal, series, plan_year)
    ]
    hints += _late_figures(measured, plan_year, report_on)
    if not measured:
        hints.append(FieldHint(FieldCode.MISSING_INDICATOR))
    if len(measured) > MOST_INDICATORS:
        hints.append(FieldHint(FieldCode.TOO_MANY_INDICATORS))
    return (*hints, *_of_goal(goal, plan_year))


def plan_hints(goals: tuple[GoalFacts, ...]) -> tuple[FieldHint, ...]:
    """Ask which goal goes out when a plan holds more than five."""
    living = sum(not goal.dropped for goal in goals)
    too_many = living > MOST_GOALS
    return (FieldHint(FieldCode.TOO_MANY_GOALS),) if too_many else ()


def measured_series(goal: GoalFacts) -> tuple[SeriesFacts, ...]:
    """Return the goal's series that are meant to reach a target."""
    return tuple(series for series in goal.series if not series.indicator.watched)


def missing_fields(indicator: IndicatorFacts) -> tuple[FieldCode, ...]:
    """Return what the indicator does not tell; a dated one needs only its date.

    A baseline may also be told in words («ny måling»).
    """
    if indicator.direction in _DATED:
        return () if indicator.due else (FieldCode.MISSING_TARGET,)
    told = {
        FieldCode.MISSING_UNIT: bool(indicator.unit.strip()),
        FieldCode.MISSING_TARGET: _has_target(indicator),
        FieldCode.MISSING_BASELINE: _has_baseline(indicator),
        FieldCode.MISSING_SOURCE: bool(indicator.source.strip()),
    }
    return tuple(code for code, is_told in told.items() if not is_told)


def _has_target(indicator: IndicatorFacts) -> bool:
    if indicator.direction is Direction.BAND:
        return indicator.low is not None or indicator.high is not None
    if indicator.direction is Direction.MAINTAIN:
        return indicator.baseline is not None
    return indicator.target is not None


def _has_baseline(indicator: IndicatorFacts) -> bool:
    return indicator.baseline is not None or bool(indicator.baseline_label.strip())


def _of_series(
    goal: GoalFacts, series: SeriesFacts, plan_year: int
) -> Iterator[FieldHint]:
    indicator = series.indicator
    for code in missing_fields(indicator):
        yield FieldHint(code, indicator.id)
    if _is_measured_too_rarely(indicator):
        yield FieldHint(FieldCode.MEASURED_TOO_RARELY, indicator.id)
    if indicator.target is None or indicator.baseline is None:
        return
    if indicator.direction in _IMPROVED:
        way = Way(indicator.baseline, indicator.target)
        yield from _of_way(goal, series, plan_year, way)


def _is_measured_too_rarely(indicator: IndicatorFacts) -> bool:
    """Once a year or less, though the source knows the figure each month."""
    repeated = indicator.direction not in _DATED and indicator.frequency in _RARELY
    return repeated and bool(_RUNNING_SOURCE.search(indicator.source))


def _of_way(
    goal: GoalFacts, series: SeriesFacts, plan_year: int, way: Way
) -> Iterator[FieldHint]:
    """Ask of the way from baseline to target: which direction, and how far."""
    indicator = series.indicator
    better = way.change if indicator.direction is Direction.HIGHER else -way.change
    if better < 0:
        yield FieldHint(FieldCode.TARGET_WORSE_THAN_BASELINE, indicator.id, way.change)
    elif better == 0 and not _cannot_improve(indicator, way.target):
        yield FieldHint(FieldCode.TARGET_EQUALS_BASELINE, indicator.id, way.change)
    elif better > 0:
        yield from _of_length(goal, series, plan_year, way)


def _cannot_improve(indicator: IndicatorFacts, target: Decimal) -> bool:
    """Zero leaks are kept at zero; there is nothing better to ask for."""
    if indicator.direction is Direction.HIGHER:
        return target == indicator.maximum
    return target == (indicator.minimum or 0)


def _of_length(
    goal: GoalFacts, series: SeriesFacts, plan_year: int, way: Way
) -> Iterator[FieldHint]:
    """Hold the way against the unit's own history and against chance."""
    identity = series.indicator.id
    step = largest_step(series, plan_year)
    if step is not None and way.length > _JUMP * step and not goal.stretch:
        code = FieldCode.UNREALISTIC_JUMP
        yield FieldHint(code, identity, way.change, limit=step)
    chance = chance_in(series, way)
    if chance is not None and way.length < chance.floor:
        code = FieldCode.CHANGE_SMALLER_THAN_NOISE
        yield FieldHint(code, identity, way.change, limit=chance.floor, n=chance.n)


def _late_figures(
    measured: tuple[SeriesFacts, ...], plan_year: int, report_on: date | None
) -> Iterator[FieldHint]:
    for series in measured:
        first = _first_figure_on(series, plan_year)
        if report_on is not None and first is not None and first > report_on:
            yield FieldHint(FieldCode.FIRST_FIGURE_AFTER_REPORT, series.indicator.id)


def _first_figure_on(series: SeriesFacts, plan_year: int) -> date | None:
    """Return the day the year's first figure exists; None when nobody knows."""
    indicator = series.indicator
    if any(f.year == plan_year and f.value is not None for f in series.observations):
        return None
    measured_on = indicator.next_measurement
    if measured_on is None and indicator.frequency in _FIRST_MEASURED:
        measured_on = date(plan_year, *_FIRST_MEASURED[indicator.frequency])
    if measured_on is None or indicator.direction in _DATED:
        return None
    return measured_on + timedelta(days=indicator.available_days or 0)


def _of_goal(goal: GoalFacts, plan_year: int) -> Iterator[FieldHint]:
    if goal.deadline is None:
        yield FieldHint(FieldCode.MISSING_DEADLINE)
    elif goal.deadline.year != plan_year:
        yield FieldHint(FieldCode.DEADLINE_OUTSIDE_YEAR)
    if not goal.collector.strip():
        yield FieldHint(FieldCode.MISSING_COLLECTOR)
    if not goal.deputy.strip():
        yield FieldHint(FieldCode.MISSING_DEPUTY)
