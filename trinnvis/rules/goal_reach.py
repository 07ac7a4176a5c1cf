"""Goal reach: how far a target lies, against the unit's own history and chance.

Source: docs/method/goal-check.md, «Feltene».
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from trinnvis.rules.facts import IndicatorFacts, SeriesFacts
from trinnvis.rules.hiding import MINIMUM
from trinnvis.rules.small_numbers import noise_floor_mean, noise_floor_share
from trinnvis.rules.terms import Accumulation, Measure

_FEWEST_YEARS = 3
_SCALE_SD = Decimal("0.9")
_STEPS_OF_SIX = 5
_PERCENT = frozenset({"%", "prosent", "pst", "pst."})


@dataclass(frozen=True, slots=True)
class Way:
    """From baseline to target, in the indicator's own unit."""

    baseline: Decimal
    target: Decimal

    @property
    def change(self) -> Decimal:
        return self.target - self.baseline

    @property
    def length(self) -> Decimal:
        return abs(self.change)

    @property
    def middle(self) -> Decimal:
        return (self.baseline + self.target) / 2


@dataclass(frozen=True, slots=True)
class Chance:
    """The least change that chance alone does not make, with so many answers."""

    floor: Decimal
    """In the indicator's own unit."""
    n: int


def largest_step(series: SeriesFacts, plan_year: int) -> Decimal | None:
    """Return the largest step between years that follow each other.

    Only year-end figures of the newest definition; None for fewer than three years.
    """
    newest = max((found.definition for found in series.observations), default=1)
    by_year = {
        found.year: found.value
        for found in series.observations
        if found.value is not None
        and not found.hidden
        and found.year < plan_year
        and found.definition == newest
        and (found.quarter is None or found.quarter.number == 4)
    }
    if len(by_year) < _FEWEST_YEARS:
        return None
    steps = [
        abs(by_year[after] - by_year[before])
        for before, after in pairwise(sorted(by_year))
        if after == before + 1
    ]
    return max(steps, default=None)


def chance_in(series: SeriesFacts, way: Way) -> Chance | None:
    """Return what chance may do to the figure.

    The spread of a share depends on its level, so it is taken in the middle of the
    way. None where it cannot be told: counts, rates that are not percent, forecasts
    and budgets, and groups that are unknown or too small to be shown.
    """
    indicator, n = series.indicator, _answers(series)
    if n is None or n < max(indicator.minimum_n, MINIMUM):
        return None
    if indicator.accumulation is Accumulation.FORECAST:
        return None
    if indicator.measure is Measure.SCORE:
        return Chance(noise_floor_mean(n, _scale_sd(indicator)), n)
    percent = indicator.unit.strip().lower() in _PERCENT
    if indicator.measure is not Measure.SHARE or not percent:
        return None
    if not 0 < way.middle < 100:
        return None
    return Chance(100 * noise_floor_share(n, way.middle / 100), n)


def _answers(series: SeriesFacts) -> int | None:
    """Return how many answered, or were counted, behind the newest figure."""
    for found in reversed(series.observations):
        if found.n is not None:
            return found.n
        if found.denominator is not None:
            return int(found.denominator)
    return None


def _scale_sd(indicator: IndicatorFacts) -> Decimal | None:
    """Return the usual spread on the indicator's own scale, if its ends are known."""
    if indicator.minimum is None or indicator.maximum is None:
        return None
    return _SCALE_SD * (indicator.maximum - indicator.minimum) / _STEPS_OF_SIX
