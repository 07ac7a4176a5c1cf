"""Goal check: the guide's seven preconditions as seven marks on a goal.

A mark tells what was answered and never only that a field was filled. Advice, not
barriers: nothing here stops anyone. Empty is neutral.
Source: docs/method/goal-check.md, «De sju merkene».
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trinnvis.rules.facts import GoalFacts, PulseFacts
from trinnvis.rules.goal_fields import (
    MOST_INDICATORS,
    FieldCode,
    measured_series,
    missing_fields,
)
from trinnvis.rules.pulse import PulseCounts, PulseFinding, pulse_finding
from trinnvis.rules.readability import is_heavy, word_count
from trinnvis.rules.terms import Agreement, Precondition

MOST_WORDS = 20


class MarkState(StrEnum):
    """What a mark says. Only the first is a yes; none of them is a fault."""

    ANSWERED = "answered"
    PARTLY = "partly"
    """Something is told and something is not; `lacks` says what."""
    DOUBT = "doubt"
    """It is told, and the answer asks for a talk; `lacks` or the pulse says why."""
    MISSING = "missing"
    """Nothing is told yet."""
    NOT_ASKED = "not_asked"
    """The staff have not been asked."""
    HIDDEN = "hidden"
    """The staff have been asked, and fewer than five answered."""


class Lack(StrEnum):
    """What a mark that is not a yes lacks, or stumbles on."""

    INDICATOR = "indicator"
    UNIT = "unit"
    TARGET = "target"
    BASELINE = "baseline"
    SOURCE = "source"
    MADE_IN = "made_in"
    """Which meeting, or which staff, made it."""
    TITLE = "title"
    FEWER_WORDS = "fewer_words"
    PLAINER_WORDS = "plainer_words"
    FEWER_INDICATORS = "fewer_indicators"
    DEADLINE = "deadline"
    DEADLINE_IN_YEAR = "deadline_in_year"
    COLLECTOR = "collector"
    ACTIVE_COLLECTOR = "active_collector"
    ACCEPTANCE = "acceptance"
    DEPUTY = "deputy"
    ACTIVE_DEPUTY = "active_deputy"


@dataclass(frozen=True, slots=True)
class Mark:
    """One precondition's answer, with what the page shows as its ground."""

    precondition: Precondition
    state: MarkState
    lacks: tuple[Lack, ...] = ()
    words: int | None = None
    indicators: int | None = None
    """Indicators with a target."""
    deadline: date | None = None
    collector: str = ""
    deputy: str = ""
    made_in: str = ""
    pulse: PulseFinding | None = None
    asked_on: date | None = None

    @property
    def agreement(self) -> Agreement | None:
        """What the staff answered; None for what the staff are not asked about."""
        return self.pulse.agreement if self.pulse else None

    @property
    def counts(self) -> PulseCounts | None:
        """How many answered what, where it may be shown."""
        return self.pulse.counts if self.pulse else None


_LACK_OF_FIELD = {
    FieldCode.MISSING_UNIT: Lack.UNIT,
    FieldCode.MISSING_TARGET: Lack.TARGET,
    FieldCode.MISSING_BASELINE: Lack.BASELINE,
    FieldCode.MISSING_SOURCE: Lack.SOURCE,
}

_STATE_OF_AGREEMENT = {
    Agreement.AGREED: MarkState.ANSWERED,
    Agreement.DIVIDED: MarkState.DOUBT,
    Agreement.UNSURE: MarkState.DOUBT,
    Agreement.NOT_ASKED: MarkState.NOT_ASKED,
    Agreement.HIDDEN: MarkState.HIDDEN,
}


def precondition_marks(goal: GoalFacts, plan_year: int) -> tuple[Mark, ...]:
    """Return the seven marks, in the guide's order."""
    return (
        _measurable(goal),
        _simple(goal),
        _dated(goal, plan_year),
        _collector(goal),
        _asked(Precondition.UNDERSTOOD, goal.understood),
        _asked(Precondition.MEANINGFUL, goal.meaningful),
        _asked(Precondition.REALISTIC, goal.realistic),
    )


def _measurable(goal: GoalFacts) -> Mark:
    """Every indicator tells unit, target, baseline and source, and who made it."""
    measured = measured_series(goal)
    fields = {code for series in measured for code in missing_fields(series.indicator)}
    lacks = [lack for code, lack in _LACK_OF_FIELD.items() if code in fields]
    if not measured:
        lacks = [Lack.INDICATOR]
    if not goal.made_in.strip():
        lacks.append(Lack.MADE_IN)
    nothing = not measured and not goal.made_in.strip()
    return Mark(
        Precondition.MEASURABLE,
        MarkState.MISSING if nothing else _told(lacks),
        tuple(lacks),
        indicators=len(measured),
        made_in=goal.made_in,
    )


def _simple(goal: GoalFacts) -> Mark:
    words = word_count(goal.title)
    indicators = len(measured_series(goal))
    if not words:
        return Mark(Precondition.SIMPLE, MarkState.MISSING, (Lack.TITLE,), words=0)
    hard = {
        Lack.FEWER_WORDS: words > MOST_WORDS,
        Lack.PLAINER_WORDS: is_heavy(goal.title),
        Lack.FEWER_INDICATORS: indicators > MOST_INDICATORS,
    }
    lacks = tuple(lack for lack, stumbles in hard.items() if stumbles)
    return Mark(
        Precondition.SIMPLE,
        MarkState.DOUBT if lacks else MarkState.ANSWERED,
        lacks,
        words=words,
        indicators=indicators,
    )


def _dated(goal: GoalFacts, plan_year: int) -> Mark:
    if goal.deadline is None:
        return Mark(Precondition.DATED, MarkState.MISSING, (Lack.DEADLINE,))
    outside = goal.deadline.year != plan_year
    return Mark(
        Precondition.DATED,
        MarkState.DOUBT if outside else MarkState.ANSWERED,
        (Lack.DEADLINE_IN_YEAR,) if outside else (),
        deadline=goal.deadline,
    )


def _collector(goal: GoalFacts) -> Mark:
    """One living person who has said yes, and one who steps in."""
    if not goal.collector.strip():
        return Mark(
            Precondition.COLLECTOR,
            MarkState.MISSING,
            (Lack.COLLECTOR,),
            deputy=goal.deputy,
        )
    named = bool(goal.deputy.strip())
    told = {
        Lack.ACTIVE_COLLECTOR: goal.collector_active,
        Lack.ACCEPTANCE: goal.collector_accepted,
        Lack.DEPUTY: named,
        Lack.ACTIVE_DEPUTY: goal.deputy_active or not named,
    }
    lacks = [lack for lack, is_told in told.items() if not is_told]
    return Mark(
        Precondition.COLLECTOR,
        _told(lacks),
        tuple(lacks),
        collector=goal.collector,
        deputy=goal.deputy,
    )


def _asked(precondition: Precondition, pulse: PulseFacts | None) -> Mark:
    finding = pulse_finding(pulse)
    return Mark(
        precondition,
        _STATE_OF_AGREEMENT[finding.agreement],
        pulse=finding,
        asked_on=pulse.taken_on if pulse else None,
    )


def _told(lacks: list[Lack]) -> MarkState:
    return MarkState.PARTLY if lacks else MarkState.ANSWERED
