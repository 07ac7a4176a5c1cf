"""Path: what is expected at a quarter's end on the way to the year's target.

Source: docs/method/status.md, «Banen».
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts, PeriodTarget
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Measure,
    PathKind,
)

EVERY_QUARTER = frozenset({Frequency.MONTHLY, Frequency.QUARTERLY})
_FULL_YEARS_FOR_A_SEASON = 2


class PathShape(StrEnum):
    """Where the expected figure comes from."""

    STRAIGHT = "straight"
    OWN = "own"
    CUMULATIVE = "cumulative"
    LEVEL = "level"
    """The year's target itself: forecasts and figures not measured each quarter."""
    HELD = "held"
    """What is to be held all year (MAINTAIN)."""
    BAND = "band"


class NoPath(StrEnum):
    """Why nothing is expected of the quarter; the goal is underway."""

    NO_TARGET = "no_target"
    NO_BASELINE = "no_baseline"
    SEASONAL = "seasonal"
    END_ONLY = "end_only"
    NO_OWN_TARGET = "no_own_target"
    """Own quarterly targets exist, but none for this quarter."""
    BUILDS_UP_TO_BAND = "builds_up_to_band"
    DONE_OR_NOT = "done_or_not"
    """A milestone or a yes-or-no goal is done or it is not."""


@dataclass(frozen=True, slots=True)
class PathPoint:
    """Expected at a quarter's end, in the indicator's own unit, unrounded."""

    shape: PathShape
    target: Decimal
    acceptable: Decimal | None
    without_season: bool = False
    """A quarter of the year's target each quarter, for want of two full years."""


def path_at(indicator: IndicatorFacts, quarter: Quarter) -> PathPoint | NoPath:
    """Return what is expected at the quarter's end, or why nothing is.

    Own targets win; then the year's target for what is not measured each quarter.
    For a band, target and acceptable are its lower edge and the tolerated one.
    """
    if indicator.direction in (Direction.MILESTONE, Direction.YES_NO):
        return NoPath.DONE_OR_NOT
    if indicator.watched:
        return NoPath.NO_TARGET
    if indicator.seasonal:
        return NoPath.SEASONAL
    if indicator.direction is Direction.BAND:
        return _band_at(indicator)
    if indicator.direction is Direction.MAINTAIN:
        return _held_at(indicator)
    if indicator.target is None:
        return NoPath.NO_TARGET
    if indicator.period_targets:
        return _own_at(indicator, quarter)
    if indicator.path is PathKind.END_ONLY:
        return NoPath.END_ONLY
    return _towards(indicator, indicator.target, quarter)


def own_target(indicator: IndicatorFacts, quarter: Quarter) -> PeriodTarget | None:
    """Return the unit's own target for the quarter; None where it set none."""
    for period in indicator.period_targets:
        if period.quarter == quarter.number:
            return period
    return None


def builds_up(indicator: IndicatorFacts) -> bool:
    """Tell a count or sum so far this year from a share so far, which is a level."""
    return (
        indicator.accumulation is Accumulation.CUMULATIVE
        and indicator.measure is Measure.COUNT
    )


def straight(baseline: Decimal, end: Decimal, quarter: Quarter) -> Decimal:
    """Return where a straight path from baseline to end stands at a quarter's end.

    Same unit of measure in and out; the fourth quarter gives the end itself.
    """
    return baseline + (end - baseline) * quarter.number / 4


def season_share(
    years: tuple[tuple[Decimal, ...], ...], quarter: Quarter
) -> Decimal | None:
    """Return the share of a year that is usually reached by the quarter's end, 0–1.

    Mean over the full historic years; None for fewer than two, since one year is
    one noisy draw.
    """
    full = [shares for shares in years if len(shares) == 4]
    if len(full) < _FULL_YEARS_FOR_A_SEASON:
        return None
    return sum((year[quarter.number - 1] for year in full), Decimal(0)) / len(full)


@dataclass(frozen=True, slots=True)
class Fall:
    """Two figures so far this year where the later is lower, which cannot be."""

    before: Decimal
    after: Decimal


def impossible_fall(
    indicator: IndicatorFacts, before: Decimal | None, after: Decimal | None
) -> Fall | None:
    """Find a count so far this year that goes down within the year."""
    if not builds_up(indicator) or before is None or after is None:
        return None
    return Fall(before, after) if after < before else None


def fall_in_year(
    indicator: IndicatorFacts,
    observations: tuple[ObservationFacts, ...],
    quarter: Quarter,
) -> Fall | None:
    """Find the year's last impossible fall up to and with the quarter.

    A new definition may go down: it is another figure.
    """
    measured = [
        observation
        for observation in observations
        if observation.quarter is not None
        and observation.quarter.year == quarter.year
        and observation.quarter <= quarter
        and observation.value is not None
    ]
    falls = [
        impossible_fall(indicator, before.value, after.value)
        for before, after in pairwise(measured)
        if before.definition == after.definition
    ]
    found = [fall for fall in falls if fall is not None]
    return found[-1] if found else None


def _band_at(indicator: IndicatorFacts) -> PathPoint | NoPath:
    if builds_up(indicator):
        return NoPath.BUILDS_UP_TO_BAND
    if indicator.low is None or indicator.high is None:
        return NoPath.NO_TARGET
    tolerance = indicator.tolerance or Decimal(0)
    return PathPoint(PathShape.BAND, indicator.low, indicator.low - tolerance)


def _held_at(indicator: IndicatorFacts) -> PathPoint | NoPath:
    held = held_level(indicator)
    if held is None:
        return NoPath.NO_BASELINE
    tolerance = indicator.tolerance or Decimal(0)
    acceptable = held + tolerance if indicator.maintain_lower else held - tolerance
    return PathPoint(PathShape.HELD, held, acceptable)


def held_level(indicator: IndicatorFacts) -> Decimal | None:
    """Return the worst level that still counts as maintained; None if no baseline."""
    if indicator.baseline is None:
        return None
    drop = indicator.allowed_drop or Decimal(0)
    if indicator.maintain_lower:
        return indicator.baseline + drop
    return indicator.baseline - drop


def _own_at(indicator: IndicatorFacts, quarter: Quarter) -> PathPoint | NoPath:
    own = own_target(indicator, quarter)
    if own is None:
        return NoPath.NO_OWN_TARGET
    return PathPoint(PathShape.OWN, own.target, own.acceptable)


def _towards(
    indicator: IndicatorFacts, target: Decimal, quarter: Quarter
) -> PathPoint | NoPath:
    acceptable = indicator.acceptable
    forecast = indicator.accumulation is Accumulation.FORECAST
    if forecast or indicator.frequency not in EVERY_QUARTER:
        return PathPoint(PathShape.LEVEL, target, acceptable)
    if builds_up(indicator):
        return _cumulative(indicator, target, quarter)
    if indicator.baseline is None:
        return NoPath.NO_BASELINE
    return PathPoint(
        PathShape.STRAIGHT,
        straight(indicator.baseline, target, quarter),
        None
        if acceptable is None
        else straight(indicator.baseline, acceptable, quarter),
    )


def _cumulative(
    indicator: IndicatorFacts, target: Decimal, quarter: Quarter
) -> PathPoint:
    usual = season_share(indicator.year_shares, quarter)
    share = Decimal(quarter.number) / 4 if usual is None else usual
    return PathPoint(
        PathShape.CUMULATIVE,
        target * share,
        None if indicator.acceptable is None else indicator.acceptable * share,
        without_season=usual is None,
    )
