"""Rollup: many units to one figure, without averaging unlike things.

Source: docs/method/status.md, «Fra mange til én».
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from trinnvis.rules.terms import Direction, Level, Track

State = Level | Track

_ORDER: tuple[State, ...] = tuple(dict.fromkeys((*Track, *Level)))
"""Not measured and hidden are the same answer to both questions."""

_MEASURED: frozenset[State] = frozenset(
    {
        Level.ACHIEVED,
        Level.NEAR,
        Level.NOT_ACHIEVED,
        Track.ON_TRACK,
        Track.SLIGHTLY_BEHIND,
        Track.OFF_TRACK,
        Track.UNDERWAY,
    }
)


@dataclass(frozen=True, slots=True)
class StateCount:
    state: State
    count: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many in each state; those not included are in no denominator."""

    states: tuple[StateCount, ...]
    """In the order of the terms; states nobody is in are left out."""
    total: int
    """Everyone counted, measured or not: the full denominator."""
    not_included: int = 0

    def of(self, state: State) -> int:
        return sum(each.count for each in self.states if each.state == state)

    @property
    def measured(self) -> int:
        return sum(each.count for each in self.states if each.state in _MEASURED)


def count_states(states: Iterable[State | None]) -> Counts:
    """Count goals or indicators by state. None stands for one not included."""
    found = Counter(states)
    not_included = found.pop(None, 0)
    counted = tuple(
        StateCount(state, found[state]) for state in _ORDER if state in found
    )
    return Counts(counted, sum(each.count for each in counted), not_included)


@dataclass(frozen=True, slots=True)
class Part:
    """One unit's share of a sum: so many of so many, or per so many."""

    key: str
    numerator: Decimal
    denominator: Decimal


def weighted_rate(parts: Iterable[Part]) -> Decimal | None:
    """Return the sum of numerators over the sum of denominators, never a mean of rates.

    Same scale as a single numerator over its denominator. None when nothing is below
    the line.
    """
    found = tuple(parts)
    below = sum((part.denominator for part in found), Decimal(0))
    if below == 0:
        return None
    return sum((part.numerator for part in found), Decimal(0)) / below


def mix_changed(
    before: tuple[Part, ...], after: tuple[Part, ...], direction: Direction
) -> bool:
    """Tell when every unit got better while the total got worse, or the reverse.

    Then the mix of units changed. Only the same units in both years can tell.
    """
    pairs = tuple(zip(_rates(before), _rates(after), strict=False))
    same_units = [part.key for part in before] == [part.key for part in after]
    total_before, total_after = weighted_rate(before), weighted_rate(after)
    if not same_units or len(pairs) < 2 or None in (total_before, total_after):
        return False
    sign = -1 if direction is Direction.LOWER else 1
    total = sign * ((total_after or Decimal(0)) - (total_before or Decimal(0)))
    steps = [sign * (now - then) for then, now in pairs]
    all_better, all_worse = all(s > 0 for s in steps), all(s < 0 for s in steps)
    return (all_better and total < 0) or (all_worse and total > 0)


def _rates(parts: tuple[Part, ...]) -> tuple[Decimal, ...]:
    return tuple(
        part.numerator / part.denominator for part in parts if part.denominator
    )
