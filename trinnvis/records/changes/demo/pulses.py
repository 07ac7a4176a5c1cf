"""Pulses: what the staff answered about the demo's goals, as counters."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import comb

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Goal, Pulse, PulseComment, PulseCount

_QUESTIONS = {
    "understood": "understand",
    "meaningful": "meaningful",
    "realistic": "realistic",
}
"""The question in Trinnvis and in the file."""
_USUAL = (
    (Decimal("4.5"), Decimal("4.4"), Decimal("4.1")),
    (Decimal("4.3"), Decimal("4.6"), Decimal("4.2")),
    (Decimal("4.6"), Decimal("4.3"), Decimal("4.0")),
)
"""Means for goals that the file says no more of than that the step is done."""
_HIDDEN_MEAN = Decimal(4)
"""For a pulse with too few answers: the file tells no means, and none is shown."""
_FEWEST = 7
"""A unit smaller than this asks the others that the goal involves too."""


def make_pulses(made: Made) -> None:
    """Make a pulse for each goal of the units whose fourth step is done."""
    told = {t.text("goal"): t for t in made.file.sections("understanding_polls")}
    done = {cycle.unit for cycle in made.cycles_of(made.year) if cycle.done(4)}
    asked = [goal for goal in made.goals.values() if goal.plan.unit.key in done]
    pulses = Pulse.objects.bulk_create(
        _pulse(made, goal, told.get(goal.key)) for goal in asked
    )
    counts: list[PulseCount] = []
    for order, pulse in enumerate(pulses):
        section = told.get(pulse.goal.key)
        if section is None:
            counts += _counted(pulse, _answers(made, pulse.goal), _USUAL[order % 3])
        else:
            counts += _counted(pulse, section.whole("n"), _means(section))
    PulseCount.objects.bulk_create(counts)
    PulseComment.objects.bulk_create(
        PulseComment(municipality=made.municipality, pulse=pulse, text=text)
        for pulse in pulses
        if pulse.goal.key in told
        for text in told[pulse.goal.key].texts("comments")
    )


def spread_of(n: int, mean: Decimal) -> tuple[int, int, int, int, int]:
    """Return how many of n chose 1–5 so that the mean is as told to one decimal.

    The usual shape of such answers is a binomial; what is left after rounding goes
    to the answers nearest the mean.
    """
    total = int((mean * n).to_integral_value(ROUND_HALF_UP))
    lean = (mean - 1) / 4
    ideal = [n * comb(4, k) * lean**k * (1 - lean) ** (4 - k) for k in range(5)]
    counts = [int(share) for share in ideal]
    by_rest = sorted(range(5), key=lambda k: (counts[k] - ideal[k], k))
    for k in by_rest[: n - sum(counts)]:
        counts[k] += 1
    while (off := total - sum((k + 1) * count for k, count in enumerate(counts))) != 0:
        _move_one(counts, 1 if off > 0 else -1)
    ones, twos, threes, fours, fives = counts
    return ones, twos, threes, fours, fives


def _move_one(counts: list[int], step: int) -> None:
    """Move one answer a step up or down, from the fullest that can move."""
    able = [k for k in range(5) if counts[k] and 0 <= k + step <= 4]
    fullest = max(able, key=lambda k: (counts[k], k))
    counts[fullest] -= 1
    counts[fullest + step] += 1


def _pulse(made: Made, goal: Goal, told: Section | None) -> Pulse:
    month = told.month("period") if told else date(made.year - 1, 11, 1)
    return Pulse(
        municipality=made.municipality,
        goal=goal,
        month=month,
        follow_up=told.text("follow_up") if told else "",
        from_demo=told is None,
    )


def _answers(made: Made, goal: Goal) -> int:
    """Return how many answered: those at the workshop, never fewer than seven."""
    workshop = made.workshops[(goal.plan.unit.key, made.year)]
    return max(workshop.participants or 0, _FEWEST)


def _means(told: Section) -> tuple[Decimal, ...]:
    return tuple(told.figure(name) or _HIDDEN_MEAN for name in _QUESTIONS.values())


def _counted(pulse: Pulse, n: int, means: tuple[Decimal, ...]) -> list[PulseCount]:
    return [
        PulseCount(
            municipality=pulse.municipality,
            pulse=pulse,
            question=question,
            answer=answer,
            count=count,
        )
        for question, mean in zip(_QUESTIONS, means, strict=True)
        for answer, count in enumerate(spread_of(n, mean), start=1)
    ]
