"""Progress: how far, and how fast from here. Pure arithmetic, honest at any n.

Source: docs/method/status.md, «Hva som skal til».
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts
from trinnvis.rules.path import builds_up
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Accumulation, Direction


class ProgressKind(StrEnum):
    UNDEFINED = "undefined"
    """Baseline and target are the same: the goal is to maintain."""
    FURTHER_AWAY = "further_away"
    """Further from the target than at the start."""
    UNDERWAY = "underway"
    REACHED = "reached"
    BEYOND = "beyond"
    """Past the target; never shown as 125 %."""


@dataclass(frozen=True, slots=True)
class Progress:
    kind: ProgressKind
    share: Decimal | None
    """Share of the way from baseline to target; may be below 0 and above 1."""


def progress(baseline: Decimal, target: Decimal, value: Decimal) -> Progress:
    """Return how much of the way from baseline to target is gone."""
    if target == baseline:
        return Progress(ProgressKind.UNDEFINED, None)
    share = (value - baseline) / (target - baseline)
    if share < 0:
        return Progress(ProgressKind.FURTHER_AWAY, share)
    if share > 1:
        return Progress(ProgressKind.BEYOND, share)
    if share == 1:
        return Progress(ProgressKind.REACHED, share)
    return Progress(ProgressKind.UNDERWAY, share)


class RateKind(StrEnum):
    PER_QUARTER = "per_quarter"
    """How much each remaining quarter must bring, or may bring at most."""
    QUARTER_MEAN = "quarter_mean"
    """What the mean of the remaining quarters must be."""


@dataclass(frozen=True, slots=True)
class RequiredRate:
    """What the remaining quarters must give, beside the best quarter seen."""

    kind: RateKind
    rate: Decimal
    quarters_left: int
    best_seen: Decimal | None
    better_than_seen: bool | None
    """The rate asks for more than any quarter has given; None when none is known."""
    approximate: bool = False
    """Quarters are counted as equally large (a share so far this year)."""


def required_rate(
    indicator: IndicatorFacts,
    observations: tuple[ObservationFacts, ...],
    quarter: Quarter,
) -> RequiredRate | None:
    """Return what Q2–Q4, Q3–Q4 or Q4 must give to reach the year's target.

    None without a target, after the year, where a quarter of the year so far has no
    figure, and where the year's result is neither a sum nor a mean of quarters.
    """
    if indicator.target is None or quarter.number == 4:
        return None
    if indicator.direction not in (Direction.HIGHER, Direction.LOWER):
        return None
    so_far = _year_so_far(observations, quarter)
    if so_far is None:
        return None
    if builds_up(indicator):
        best = _best(indicator, quarter_amounts(observations))
        gone, kind = so_far[-1], RateKind.PER_QUARTER
        return _rate(indicator, kind, indicator.target - gone, quarter, best)
    if indicator.accumulation is Accumulation.CUMULATIVE:
        missing = 4 * indicator.target - quarter.number * so_far[-1]
        return _rate(indicator, RateKind.QUARTER_MEAN, missing, quarter, None)
    if not indicator.annual_mean:
        return None
    best = _best(indicator, _values(observations))
    missing = 4 * indicator.target - sum(so_far, Decimal(0))
    return _rate(indicator, RateKind.QUARTER_MEAN, missing, quarter, best)


def quarter_amounts(observations: tuple[ObservationFacts, ...]) -> tuple[Decimal, ...]:
    """Return what each quarter brought, from figures so far this year; gaps are out."""
    amounts: list[Decimal] = []
    quarterly = [found for found in observations if found.quarter is not None]
    for found in quarterly:
        if found.quarter and found.quarter.number == 1 and found.value is not None:
            amounts.append(found.value)
    for before, after in pairwise(quarterly):
        if _follows(before, after) and before.value is not None:
            amounts.append((after.value or Decimal(0)) - before.value)
    return tuple(amounts)


def _follows(before: ObservationFacts, after: ObservationFacts) -> bool:
    if before.quarter is None or after.quarter is None or after.value is None:
        return False
    same_year = before.quarter.year == after.quarter.year
    return same_year and before.quarter.next == after.quarter


def _year_so_far(
    observations: tuple[ObservationFacts, ...], quarter: Quarter
) -> tuple[Decimal, ...] | None:
    values = {
        found.quarter: found.value
        for found in observations
        if found.quarter is not None and found.value is not None
    }
    wanted = [Quarter(quarter.year, number) for number in range(1, quarter.number + 1)]
    if any(each not in values for each in wanted):
        return None
    return tuple(values[each] for each in wanted)


def _values(observations: tuple[ObservationFacts, ...]) -> tuple[Decimal, ...]:
    return tuple(
        found.value
        for found in observations
        if found.quarter is not None and found.value is not None
    )


def _best(indicator: IndicatorFacts, seen: tuple[Decimal, ...]) -> Decimal:
    return max(seen) if indicator.direction is Direction.HIGHER else min(seen)


def _rate(
    indicator: IndicatorFacts,
    kind: RateKind,
    missing: Decimal,
    quarter: Quarter,
    best: Decimal | None,
) -> RequiredRate:
    left = 4 - quarter.number
    rate = missing / left
    better = None
    if best is not None:
        higher = indicator.direction is Direction.HIGHER
        better = rate > best if higher else rate < best
    share_so_far = (
        kind is RateKind.QUARTER_MEAN
        and indicator.accumulation is Accumulation.CUMULATIVE
    )
    return RequiredRate(kind, rate, left, best, better, approximate=share_so_far)
