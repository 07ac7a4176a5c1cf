"""Likely: a figure held up against what is possible and what it was last time."""

from decimal import Decimal

from trinnvis.signs.numbers import is_percent
from trinnvis.signs.reading.figures import LARGEST, NumberContext
from trinnvis.signs.reading.problems import NumberProblem

_FACTORS = tuple(Decimal(10) ** power for power in (-2, -1, 1, 2))
_NEAR = Decimal("1.25")
"""A slipped decimal mark gives ten times a figure that has itself moved a little."""
_SMALL_COUNT = 100
_TENS_OF_PERCENT = 10


def why_impossible(value: Decimal, context: NumberContext) -> NumberProblem | None:
    """Return why the indicator cannot have this figure, rounded or not."""
    for figure in (value, context.fitted(value)):
        if figure >= LARGEST:
            return NumberProblem.TOO_LARGE
        if figure <= -LARGEST:
            return NumberProblem.TOO_LOW
        if context.maximum is not None and figure > context.maximum:
            return NumberProblem.ABOVE_MAXIMUM
        if context.minimum is not None and figure < context.minimum:
            return NumberProblem.BELOW_MINIMUM
    return None


def is_fraction_of_percent(value: Decimal, context: NumberContext) -> bool:
    """Tell whether 0,85 stands where the figures are in tens of percent."""
    level = context.typical if context.previous is None else context.previous
    return (
        is_percent(context.unit)
        and 0 < abs(value) < 1
        and level is not None
        and abs(level) >= _TENS_OF_PERCENT
    )


def far_from_previous(value: Decimal, context: NumberContext) -> NumberProblem | None:
    """Recognise a figure about ten times the previous one or more, or as far below.

    Small whole counts jump like that by themselves, so they are left in peace.
    """
    previous = context.previous
    if not previous or not value or (previous < 0) != (value < 0):
        return None
    if context.decimals == 0 and max(abs(value), abs(previous)) < _SMALL_COUNT:
        return None
    least = 10 / _NEAR
    if value / previous >= least:
        return NumberProblem.FAR_ABOVE_PREVIOUS
    if previous / value >= least:
        return NumberProblem.FAR_BELOW_PREVIOUS
    return None


def slip_of(ratio: Decimal) -> Decimal | None:
    """Return the power of ten that explains the ratio, if one of 10 and 100 does."""
    for factor in _FACTORS:
        if factor / _NEAR <= ratio <= factor * _NEAR:
            return factor
    return None
