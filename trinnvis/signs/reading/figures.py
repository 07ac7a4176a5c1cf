"""Figures: what is known of the figure asked for, and how a typed one came out."""

from dataclasses import dataclass
from decimal import Decimal

from trinnvis.rules.terms import MissingReason
from trinnvis.signs.numbers import is_percent, rounded
from trinnvis.signs.reading.problems import NumberProblem, ReadingOutcome

LARGEST = Decimal(10) ** 12
"""Figures stay below this, on both sides of nought."""


@dataclass(frozen=True, slots=True)
class NumberContext:
    """What is known of the figure that is asked for, in the indicator's own unit.

    `decimals` None means any number. `typical` (the target or the baseline) is
    what a first figure is held up against when there is no `previous`.
    """

    unit: str = ""
    decimals: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    previous: Decimal | None = None
    has_denominator: bool = False
    typical: Decimal | None = None

    @property
    def takes_shares(self) -> bool:
        """Whether «12 av 14» is a figure here."""
        return self.has_denominator or is_percent(self.unit)

    def allows(self, value: Decimal) -> bool:
        """Whether the figure is inside the limits."""
        return (
            abs(value) < LARGEST
            and (self.minimum is None or value >= self.minimum)
            and (self.maximum is None or value <= self.maximum)
        )

    def fitted(self, value: Decimal) -> Decimal:
        """Return the figure with at most the indicator's decimals, half up.

        A figure with fewer decimals stands as written; there is no negative nought.
        """
        exponent = value.as_tuple().exponent
        if (
            self.decimals is not None
            and isinstance(exponent, int)
            and -exponent > self.decimals
        ):
            return rounded(value, self.decimals)
        return value.copy_abs() if value.is_zero() else value


@dataclass(frozen=True, slots=True)
class NumberReading:
    """How a typed figure came out.

    `value` is set unless rejected or asked; for WARN it is what is kept when the
    person says yes. `alternatives` are the other figures to offer. A share
    («12 av 14») carries numerator and denominator, and its value is unrounded.
    """

    outcome: ReadingOutcome
    text: str
    """The typed text as a message may repeat it, shortened."""
    value: Decimal | None = None
    alternatives: tuple[Decimal, ...] = ()
    problem: NumberProblem | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    typed: Decimal | None = None
    """The figure as written, before rounding."""
    suggestion: Decimal | None = None
    """The figure a message says to write instead."""
    part: str = ""
    """The part of the text that was wrong: another unit."""
    ratio: Decimal | None = None
    """Value divided by the previous one, when they are far apart."""
    missing_reason: MissingReason | None = None
    """What a missing mark says of why, so the page can choose it beforehand."""
