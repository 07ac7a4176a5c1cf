"""Assess: everything the rules say about a figure, a goal and a plan in a quarter.

Pages, reports and standings ask here, so that they cannot disagree.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trinnvis.rules import ladder
from trinnvis.rules.facts import (
    GoalFacts,
    IndicatorFacts,
    ObservationFacts,
    PlanFacts,
    SeriesFacts,
)
from trinnvis.rules.missing import shown_in
from trinnvis.rules.path import (
    Fall,
    NoPath,
    PathPoint,
    builds_up,
    fall_in_year,
    path_at,
)
from trinnvis.rules.progress import Progress, RequiredRate, progress, required_rate
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.rollup import Counts, State, count_states
from trinnvis.rules.status import LevelFinding, TrackFinding, level_of, track_of
from trinnvis.rules.terms import Accumulation, Direction, Level, Missing, Track

_LEAST_FAVOURABLE_FIRST: tuple[State, ...] = (
    Level.NOT_ACHIEVED,
    Track.OFF_TRACK,
    Level.NEAR,
    Track.SLIGHTLY_BEHIND,
    Track.UNDERWAY,
    Track.ON_TRACK,
    Level.ACHIEVED,
)


@dataclass(frozen=True, slots=True)
class Change:
    """From one of the series' own figures to the quarter's; in its own unit."""

    since: Quarter
    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said about one indicator in one quarter."""

    indicator: IndicatorFacts
    quarter: Quarter
    level: LevelFinding
    track: TrackFinding | None
    """None in Q4, without a target, and for what is done or not and settled."""
    observation: ObservationFacts | None
    """The quarter's own figure, or one carried from earlier in the year."""
    missing: Missing | None
    carried_from: Quarter | None
    path: PathPoint | None
    progress: Progress | None
    required: RequiredRate | None
    count: int
    """Comparable measurements up to and with the quarter."""
    rung: ladder.Rung
    since_last: Change | None
    since_last_year: Change | None
    fall: Fall | None
    """A count so far this year that went down, which cannot be right."""

    @property
    def value(self) -> Decimal | None:
        return None if self.observation is None else self.observation.value

    @property
    def preliminary(self) -> bool:
        return self.observation is not None and self.observation.preliminary

    @property
    def included(self) -> bool:
        return self.missing is not Missing.NOT_APPLICABLE

    @property
    def state(self) -> State:
        """The answer to show first: the track in Q1–Q3, the level otherwise."""
        return self.level.level if self.track is None else self.track.track

    @property
    def measured(self) -> bool:
        return self.state in _LEAST_FAVOURABLE_FIRST


@dataclass(frozen=True, slots=True)
class GoalFinding:
    """One goal's findings, one per indicator in plan order; never an average."""

    goal: GoalFacts
    quarter: Quarter
    findings: tuple[Finding, ...]
    leading: Finding | None
    """The least favourable measured one; None for a goal without indicators."""

    @property
    def state(self) -> State:
        """The leading indicator's answer; a goal without indicators has no target."""
        return Level.NO_TARGET if self.leading is None else self.leading.state


@dataclass(frozen=True, slots=True)
class PlanFinding:
    plan: PlanFacts
    quarter: Quarter
    goals: tuple[GoalFinding, ...]
    goal_counts: Counts
    indicator_counts: Counts
    """Watched indicators, which have no target, are not counted."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(found for goal in self.goals for found in goal.findings)


def assess_series(
    series: SeriesFacts, quarter: Quarter, today: date, started: date | None = None
) -> Finding:
    """Say all that may be said about one indicator at the quarter's end.

    A quarter that is over is judged as on its last day. `started` is the unit's first
    day in the scheme; None means it always was in it.
    """
    indicator = series.indicator
    judged_on = min(today, quarter.last_day)
    shown = shown_in(series, quarter, today, started)
    level = level_of(indicator, shown.observation, judged_on)
    side_by_side = ladder.comparable(series, quarter)
    count = len(side_by_side)
    own = shown.observation if shown.carried_from is None else None
    path = path_at(indicator, quarter)
    return Finding(
        indicator=indicator,
        quarter=quarter,
        level=level,
        track=_track(indicator, shown.observation, quarter, level),
        observation=shown.observation,
        missing=shown.missing,
        carried_from=shown.carried_from,
        path=None if isinstance(path, NoPath) else path,
        progress=_progress(indicator, shown.observation),
        required=_required(series, quarter, count),
        count=count,
        rung=ladder.rung_of(count),
        since_last=_since(indicator, own, quarter.previous, side_by_side),
        since_last_year=_since(indicator, own, quarter.last_year, side_by_side),
        fall=fall_in_year(indicator, series.observations, quarter),
    )


def assess_goal(
    goal: GoalFacts, quarter: Quarter, today: date, started: date | None = None
) -> GoalFinding:
    """Say all about one goal; each indicator keeps its own answer."""
    findings = tuple(
        assess_series(series, quarter, today, started) for series in goal.series
    )
    return GoalFinding(goal, quarter, findings, leading_of(findings))


def assess_plan(plan: PlanFacts, quarter: Quarter, today: date) -> PlanFinding:
    """Say all about a plan's goals, in plan order; dropped goals are left out."""
    goals = tuple(
        assess_goal(goal, quarter, today, plan.unit.started)
        for goal in plan.goals
        if not goal.dropped
    )
    counted = [
        found
        for goal in goals
        for found in goal.findings
        if not found.indicator.watched
    ]
    return PlanFinding(
        plan,
        quarter,
        goals,
        goal_counts=count_states(_state(goal) for goal in goals),
        indicator_counts=count_states(
            found.state if found.included else None for found in counted
        ),
    )


def leading_of(findings: tuple[Finding, ...]) -> Finding | None:
    """Return the least favourable measured one; else the first that has a target."""
    measured = [found for found in findings if found.measured]
    if measured:
        order = _LEAST_FAVOURABLE_FIRST
        return min(measured, key=lambda found: order.index(found.state))
    aimed = [found for found in findings if not found.indicator.watched]
    return next(iter([*aimed, *findings]), None)


def _state(goal: GoalFinding) -> State | None:
    left_out = goal.leading is not None and not goal.leading.included
    return None if left_out else goal.state


def _track(
    indicator: IndicatorFacts,
    observation: ObservationFacts | None,
    quarter: Quarter,
    level: LevelFinding,
) -> TrackFinding | None:
    if level.level is Level.NOT_DUE and quarter.number < 4:
        return TrackFinding(Track.UNDERWAY, why_no_path=NoPath.DONE_OR_NOT)
    if level.level is Level.NO_TARGET:
        return None
    return track_of(indicator, observation, quarter)


def _progress(
    indicator: IndicatorFacts, observation: ObservationFacts | None
) -> Progress | None:
    if indicator.direction not in (Direction.HIGHER, Direction.LOWER):
        return None
    if observation is None or observation.value is None:
        return None
    if indicator.baseline is None or indicator.target is None:
        return None
    return progress(indicator.baseline, indicator.target, observation.value)


def _required(series: SeriesFacts, quarter: Quarter, count: int) -> RequiredRate | None:
    said = ladder.may_say(count, series.indicator)
    if ladder.Statement.REQUIRED_RATE not in said:
        return None
    known = tuple(
        found
        for found in series.observations
        if found.quarter is None or found.quarter <= quarter
    )
    return required_rate(series.indicator, known, quarter)


def _since(
    indicator: IndicatorFacts,
    own: ObservationFacts | None,
    earlier: Quarter,
    side_by_side: tuple[ObservationFacts, ...],
) -> Change | None:
    """Return the change between two comparable figures, where it means anything.

    A share so far this year follows last quarter's only within the year; a count so
    far and a seasonal figure are compared with the same quarter last year alone.
    """
    if own is None or own.quarter is None or own not in side_by_side:
        return None
    before = [found for found in side_by_side if found.quarter == earlier]
    if not before or not _means_anything(indicator, own.quarter, earlier):
        return None
    then, now = before[0].value, own.value
    return None if then is None or now is None else Change(earlier, then, now)


def _means_anything(
    indicator: IndicatorFacts, quarter: Quarter, earlier: Quarter
) -> bool:
    if earlier == quarter.last_year:
        return True
    if builds_up(indicator):
        return False
    starts_anew = indicator.accumulation in (
        Accumulation.CUMULATIVE,
        Accumulation.FORECAST,
    )
    if starts_anew and earlier.year != quarter.year:
        return False
    return not indicator.seasonal
