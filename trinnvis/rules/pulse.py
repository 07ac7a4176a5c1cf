"""Pulse: what the staff's answers about a goal say, and when they may be shown.

Agreement is told in classes and counts, never as a mean.
Source: docs/method/goal-check.md, «Pulsen».
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import mean, quantiles, stdev

from trinnvis.rules.facts import PulseFacts
from trinnvis.rules.hiding import MINIMUM, may_update, suppress
from trinnvis.rules.terms import Agreement

_LIVE_STEP = 3
_OPTIONS = 5


class Unanimity(StrEnum):
    """A small group that answered alike is told without its exact count."""

    NEARLY_ALL = "nearly_all"
    NEARLY_NONE = "nearly_none"


@dataclass(frozen=True, slots=True)
class PulseCounts:
    """How many gave which kind of answer. «11 av 14 forstår målet likt.»"""

    agree: int
    """4 and 5."""
    middle: int
    disagree: int
    """1 and 2."""
    unsure: int
    """«Vet ikke»."""

    @property
    def answers(self) -> int:
        return self.agree + self.middle + self.disagree + self.unsure

    @property
    def not_agreeing(self) -> int:
        return self.answers - self.agree


@dataclass(frozen=True, slots=True)
class PulseFinding:
    """What may be said of one question. Counts and dots are None when they may not."""

    agreement: Agreement
    counts: PulseCounts | None = None
    dots: tuple[int, int, int, int, int] | None = None
    """How many chose 1, 2, 3, 4 and 5; «vet ikke» stands in `counts.unsure`."""
    unanimity: Unanimity | None = None
    """Set instead of counts where fewer than ten answered alike."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Measures of agreement from the literature. Never shown to anyone."""

    r_wg: float
    """1 is full agreement, 0 no more than chance. James, Demaree and Wolf 1984."""
    ad_m: float
    """Mean distance from the mean, in scale points. Burke and Dunlap 2002."""
    sd: float
    iqr: float
    mean: float
    median: float


def pulse_finding(pulse: PulseFacts | None) -> PulseFinding:
    """Return the class of agreement and what may be shown with it.

    Below five answers nothing but that it is hidden.
    """
    if pulse is None:
        return PulseFinding(Agreement.NOT_ASKED)
    counts = _counts(pulse)
    showing = suppress(counts.answers, counts.agree)
    if not showing.show:
        return PulseFinding(Agreement.HIDDEN)
    agreement = _agreement(pulse, counts)
    if showing.almost_all:
        alike = Unanimity.NEARLY_ALL if counts.agree else Unanimity.NEARLY_NONE
        return PulseFinding(agreement, unanimity=alike)
    return PulseFinding(agreement, counts, pulse.counts)


def result_in_the_room(
    when_question_closed: PulseFacts | None, now: PulseFacts, *, pulse_closed: bool
) -> PulseFacts | None:
    """Return the answers that the screen may show; None while a question is open.

    The dots come once, when the leader closes the question. Late answers join when
    the pulse closes, three or more together: one alone would show by the change.
    """
    if when_question_closed is None or not pulse_closed:
        return when_question_closed
    shown, known = _counts(when_question_closed).answers, _counts(now).answers
    nothing_was_seen = shown < MINIMUM
    return now if nothing_was_seen or may_update(shown, known) else when_question_closed


def turnout_to_show(answers: int) -> int:
    """Return the live count of answers, in steps of three."""
    return answers - answers % _LIVE_STEP


def spread(values: Sequence[int], options: int = _OPTIONS) -> Spread:
    """Return the measures of agreement for one question's answers.

    The null is that every option is equally likely. Quartiles as in R's type 7.
    Raises ValueError for fewer than two answers or two options.
    """
    if len(values) < 2 or options < 2:
        raise ValueError("two answers and two options are the least")
    by_chance = (options**2 - 1) / 12
    middle = mean(map(float, values))
    deviation = stdev(map(float, values))
    first, median, third = quantiles(values, n=4, method="inclusive")
    return Spread(
        r_wg=max(0.0, 1 - deviation**2 / by_chance),
        ad_m=mean(abs(value - middle) for value in values),
        sd=deviation,
        iqr=third - first,
        mean=middle,
        median=median,
    )


def _counts(pulse: PulseFacts) -> PulseCounts:
    ones, twos, threes, fours, fives = pulse.counts
    return PulseCounts(fours + fives, threes, ones + twos, pulse.unsure)


def _agreement(pulse: PulseFacts, counts: PulseCounts) -> Agreement:
    """Judge by shares of all who answered, «vet ikke» among them."""
    if _share(counts.unsure, counts) >= Decimal("0.25"):
        return Agreement.UNSURE
    agree, disagree = _share(counts.agree, counts), _share(counts.disagree, counts)
    if agree >= Decimal("0.8") and pulse.counts[0] == 0:
        return Agreement.AGREED
    if agree >= Decimal("0.2") and disagree >= Decimal("0.2"):
        return Agreement.DIVIDED
    return Agreement.UNSURE


def _share(part: int, counts: PulseCounts) -> Decimal:
    return Decimal(part) / counts.answers
