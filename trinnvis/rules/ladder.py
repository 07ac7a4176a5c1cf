"""Ladder: what may be said at n comparable measurements.

Source: docs/method/status.md, «Stigen».
"""

from enum import IntEnum, StrEnum

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Accumulation, Provenance

FULL_FROM = 12
_RUN_RULES_FROM = 10


class Rung(IntEnum):
    """Named by the fewest measurements it takes; compare with < and >."""

    NONE = 0
    ONE = 1
    FEW = 2
    ROUGH = 4
    TRIAL = 8
    FULL = 12


class Statement(StrEnum):
    """Kinds of things that can be said about a series."""

    FIRST_DATE = "first_date"
    STATUS = "status"
    GAP = "gap"
    DIFFERENCE = "difference"
    """«Høyere enn sist», with the reminder that two are too few."""
    REQUIRED_RATE = "required_rate"
    INTERVAL_TEST = "interval_test"
    """Two shares or two counts with known n."""
    RANGE = "range"
    ROUGH_OUTLOOK = "rough_outlook"
    """One of three words, marked as a rough estimate."""
    TRIAL_LIMITS = "trial_limits"
    RULE_ONE = "rule_one"
    RUN_RULES = "run_rules"
    TREND = "trend"
    """The word itself; never below eight."""
    OUTLOOK = "outlook"
    """One of five words."""
    OUTLOOK_PERCENT = "outlook_percent"
    """The word and the nearest ten percent."""
    LIMITS = "limits"
    ALL_RULES = "all_rules"
    ASSURANCE = "assurance"


_SAID = {
    Rung.NONE: frozenset({Statement.FIRST_DATE}),
    Rung.ONE: frozenset({Statement.STATUS, Statement.GAP}),
    Rung.FEW: frozenset(
        {
            Statement.STATUS,
            Statement.GAP,
            Statement.DIFFERENCE,
            Statement.REQUIRED_RATE,
            Statement.INTERVAL_TEST,
        }
    ),
}
_SAID[Rung.ROUGH] = _SAID[Rung.FEW] | {Statement.RANGE, Statement.ROUGH_OUTLOOK}
_SAID[Rung.TRIAL] = (_SAID[Rung.ROUGH] - {Statement.ROUGH_OUTLOOK}) | {
    Statement.TRIAL_LIMITS,
    Statement.RULE_ONE,
    Statement.TREND,
    Statement.OUTLOOK,
}
_SAID[Rung.FULL] = (
    _SAID[Rung.TRIAL] - {Statement.TRIAL_LIMITS, Statement.RULE_ONE, Statement.OUTLOOK}
) | {
    Statement.LIMITS,
    Statement.ALL_RULES,
    Statement.ASSURANCE,
    Statement.OUTLOOK_PERCENT,
    Statement.RUN_RULES,
}

_SIGNALS = frozenset(
    {
        Statement.TRIAL_LIMITS,
        Statement.RULE_ONE,
        Statement.RUN_RULES,
        Statement.TREND,
        Statement.LIMITS,
        Statement.ALL_RULES,
        Statement.ASSURANCE,
    }
)

_OVERLAPPING = frozenset(
    {Accumulation.ROLLING, Accumulation.CUMULATIVE, Accumulation.FORECAST}
)
"""Neighbouring figures share months, so they make false signals."""


def rung_of(count: int) -> Rung:
    """Return the rung that so many comparable measurements reach."""
    return max(rung for rung in Rung if rung <= count)


def may_say(count: int, indicator: IndicatorFacts) -> frozenset[Statement]:
    """Return the kinds of statements that so many comparable measurements bear."""
    said = _SAID[rung_of(count)]
    if count >= _RUN_RULES_FROM:
        said = said | {Statement.RUN_RULES}
    return said - _SIGNALS if overlaps(indicator) else said


def overlaps(indicator: IndicatorFacts) -> bool:
    """Tell figures that may be shown but never used to tell signal from noise."""
    return indicator.accumulation in _OVERLAPPING


def comparable(series: SeriesFacts, quarter: Quarter) -> tuple[ObservationFacts, ...]:
    """Return the measurements up to the quarter that can stand side by side.

    Same definition and same kind of period as the last of them; oldest first. What
    is hidden, preliminary or estimated is left out.
    """
    sound = [
        found
        for found in series.observations
        if _is_sound(found) and (found.quarter or Quarter(found.year, 4)) <= quarter
    ]
    if not sound:
        return ()
    last = sound[-1]
    return tuple(found for found in sound if alike(found, last))


def alike(one: ObservationFacts, other: ObservationFacts) -> bool:
    """Tell whether two figures have the same definition and kind of period."""
    same_period = (one.quarter is None) == (other.quarter is None)
    return same_period and one.definition == other.definition


def signal_points(
    series: SeriesFacts, quarter: Quarter
) -> tuple[ObservationFacts, ...]:
    """Return the comparable measurements a signal test may use; () where none may."""
    return () if overlaps(series.indicator) else comparable(series, quarter)


def _is_sound(observation: ObservationFacts) -> bool:
    return (
        observation.value is not None
        and not observation.hidden
        and not observation.preliminary
        and observation.provenance is not Provenance.ESTIMATED
    )
