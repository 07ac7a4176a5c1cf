"""Status: er vi der, and er vi i rute? Arithmetic; no words, no signal tests.

Source: docs/method/status.md. Values are compared unrounded; limits count as met.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts
from trinnvis.rules.path import (
    NoPath,
    PathPoint,
    builds_up,
    held_level,
    own_target,
    path_at,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Direction, Level, MissingReason, Track

_NO_TOLERANCE = Decimal(0)


@dataclass(frozen=True, slots=True)
class LevelFinding:
    """The answer to «er vi der?»."""

    level: Level
    gap: Decimal | None = None
    """Better than the limit when positive, in the indicator's own unit."""
    target: Decimal | None = None
    """The limit it was held against: the year's, or the quarter's own."""
    acceptable: Decimal | None = None
    against_period: bool = False
    """Held against the quarter's own target; «nådd delmålet for kvartalet»."""
    late: bool = False
    """Done, but after its date; «nådd etter fristen»."""
    days_late: int | None = None
    """Milestones and yes-or-no: 0 when in time; still growing when not done."""


@dataclass(frozen=True, slots=True)
class TrackFinding:
    """The answer to «er vi i rute?» in the first three quarters."""

    track: Track
    path: PathPoint | None = None
    why_no_path: NoPath | None = None


_LEVEL_TO_TRACK = {
    Level.ACHIEVED: Track.ON_TRACK,
    Level.NEAR: Track.SLIGHTLY_BEHIND,
    Level.NOT_ACHIEVED: Track.OFF_TRACK,
}


def level_of(
    indicator: IndicatorFacts, observation: ObservationFacts | None, today: date
) -> LevelFinding:
    """Judge one figure against the target; both limits count as met.

    In Q1–Q3 the unit's own quarterly target stands in for the year's where it has
    one, and so does the path of what builds up and should stay low, since such a
    figure is below the year's target until it is not.
    """
    if indicator.direction in (Direction.MILESTONE, Direction.YES_NO):
        return _done_or_not(indicator, observation, today)
    if observation is not None and is_hidden(observation):
        return LevelFinding(Level.HIDDEN)
    if observation is None or observation.value is None:
        return LevelFinding(Level.NOT_MEASURED)
    if indicator.watched:
        return LevelFinding(Level.NO_TARGET)
    value = observation.value
    if indicator.direction is Direction.BAND:
        return _band_level(indicator, value)
    if indicator.direction is Direction.MAINTAIN:
        return _held_level(indicator, value)
    return _target_level(indicator, observation.quarter, value)


def track_of(
    indicator: IndicatorFacts, observation: ObservationFacts | None, quarter: Quarter
) -> TrackFinding | None:
    """Judge a figure against what is expected at the quarter's end.

    The observation is the quarter's own or one carried from earlier in the year.
    None in the fourth quarter, where the level is the answer, and for milestones and
    yes-or-no goals, which are done or not.
    """
    path = path_at(indicator, quarter)
    if quarter.number == 4 or path is NoPath.DONE_OR_NOT:
        return None
    if observation is not None and is_hidden(observation):
        return TrackFinding(Track.HIDDEN)
    if observation is None or observation.value is None:
        return TrackFinding(Track.NOT_MEASURED)
    if isinstance(path, NoPath):
        return TrackFinding(Track.UNDERWAY, why_no_path=path)
    return TrackFinding(_track(indicator, observation.value, path), path)


def is_hidden(observation: ObservationFacts) -> bool:
    """Tell a figure that exists but must not be shown."""
    return observation.hidden or observation.missing_reason is MissingReason.SHIELDED


def _track(indicator: IndicatorFacts, value: Decimal, path: PathPoint) -> Track:
    if indicator.direction is Direction.BAND:
        return _LEVEL_TO_TRACK[_band_level(indicator, value).level]
    higher = _higher_is_better(indicator)
    return _LEVEL_TO_TRACK[_judge(value, path.target, path.acceptable, higher)]


def _target_level(
    indicator: IndicatorFacts, quarter: Quarter | None, value: Decimal
) -> LevelFinding:
    if indicator.target is None:
        return LevelFinding(Level.NO_TARGET)
    period = _period_limits(indicator, quarter)
    target, acceptable = period or (indicator.target, indicator.acceptable)
    higher = _higher_is_better(indicator)
    return LevelFinding(
        _judge(value, target, acceptable, higher),
        gap=value - target if higher else target - value,
        target=target,
        acceptable=acceptable,
        against_period=period is not None,
    )


def _period_limits(
    indicator: IndicatorFacts, quarter: Quarter | None
) -> tuple[Decimal, Decimal | None] | None:
    """Return the quarter's own target and acceptable level, or None."""
    if quarter is None or quarter.number == 4:
        return None
    own = own_target(indicator, quarter)
    if own is not None:
        return own.target, own.acceptable
    if not builds_up(indicator) or indicator.direction is not Direction.LOWER:
        return None
    path = path_at(indicator, quarter)
    if isinstance(path, PathPoint):
        return path.target, path.acceptable
    return None


def _judge(
    value: Decimal, target: Decimal, acceptable: Decimal | None, higher: bool
) -> Level:
    if _meets(value, target, higher):
        return Level.ACHIEVED
    if acceptable is not None and _meets(value, acceptable, higher):
        return Level.NEAR
    return Level.NOT_ACHIEVED


def _meets(value: Decimal, limit: Decimal, higher: bool) -> bool:
    return value >= limit if higher else value <= limit


def _higher_is_better(indicator: IndicatorFacts) -> bool:
    if indicator.direction is Direction.MAINTAIN:
        return not indicator.maintain_lower
    return indicator.direction is Direction.HIGHER


def _band_level(indicator: IndicatorFacts, value: Decimal) -> LevelFinding:
    """Inside the band is achieved; outside by at most the tolerance is near."""
    if indicator.low is None or indicator.high is None:
        return LevelFinding(Level.NO_TARGET)
    gap = min(value - indicator.low, indicator.high - value, _NO_TOLERANCE)
    level = _by_tolerance(gap, indicator.tolerance)
    nearest = indicator.high if value > indicator.high else indicator.low
    return LevelFinding(level, gap=gap, target=nearest)


def _held_level(indicator: IndicatorFacts, value: Decimal) -> LevelFinding:
    """No worse than the baseline by more than is allowed."""
    held = held_level(indicator)
    if held is None:
        return LevelFinding(Level.NO_TARGET)
    gap = held - value if indicator.maintain_lower else value - held
    return LevelFinding(_by_tolerance(gap, indicator.tolerance), gap=gap, target=held)


def _by_tolerance(gap: Decimal, tolerance: Decimal | None) -> Level:
    if gap >= 0:
        return Level.ACHIEVED
    if -gap <= (tolerance or _NO_TOLERANCE):
        return Level.NEAR
    return Level.NOT_ACHIEVED


def _done_or_not(
    indicator: IndicatorFacts, observation: ObservationFacts | None, today: date
) -> LevelFinding:
    """Judge a milestone or a yes-or-no goal on the day."""
    done_on = observation.done_on if observation is not None else None
    if done_on is not None and done_on <= today:
        return _done(indicator.due, done_on)
    if observation is not None and _says_yes(observation):
        return LevelFinding(Level.ACHIEVED, days_late=0)
    if indicator.due is not None and today <= indicator.due:
        return LevelFinding(Level.NOT_DUE, days_late=0)
    if indicator.direction is Direction.YES_NO:
        answered = observation is not None and observation.value is not None
        late = None if indicator.due is None else (today - indicator.due).days
        level = Level.NOT_ACHIEVED if answered else Level.NOT_MEASURED
        return LevelFinding(level, days_late=late)
    if indicator.due is None:
        return LevelFinding(Level.NO_TARGET)
    return LevelFinding(Level.NOT_ACHIEVED, days_late=(today - indicator.due).days)


def _says_yes(observation: ObservationFacts) -> bool:
    """A yes without a day; a day that has not come yet is not a yes."""
    return observation.done_on is None and observation.value == 1


def _done(due: date | None, done_on: date) -> LevelFinding:
    if due is None or done_on <= due:
        return LevelFinding(Level.ACHIEVED, days_late=0)
    return LevelFinding(Level.NEAR, late=True, days_late=(done_on - due).days)
