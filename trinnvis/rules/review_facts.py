"""Review facts: what a unit has answered about one quarter, frozen."""

from dataclasses import dataclass
from datetime import date, datetime

from trinnvis.rules.facts import PlanFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    Confidence,
    InvolvementStatus,
    Level,
    Outcome,
)


@dataclass(frozen=True, slots=True)
class FactorFacts:
    """What the unit assumes was decisive; in the quarter always assumed."""

    text: str
    confidence: Confidence = Confidence.ASSUMED
    version: int = 0


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """One entry of the register that all units share."""

    id: int
    kind: ConditionKind
    title: str
    text: str = ""
    first_day: date | None = None
    last_day: date | None = None
    reported_by: str = ""
    """The unit that told of it first."""


@dataclass(frozen=True, slots=True)
class InvolvementFacts:
    """Someone the unit wants along: another unit, or a body outside."""

    id: int
    to: str
    reason: str
    status: InvolvementStatus = InvolvementStatus.REQUESTED
    asked_on: date | None = None
    due: date | None = None
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """What the unit decides for one action in the quarter."""

    action_id: int
    outcome: Outcome
    status: ActionStatus
    to_plan: bool | None = None
    dose: str = ""
    reason: str = ""
    successor_title: str = ""
    """What comes instead; becomes an action of its own when delivered."""
    carried: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class GoalAnswers:
    """The quarter's answers about one goal. `version` is 0 before the first."""

    goal_id: int
    achieved: str = ""
    achieved_is_suggested: bool = False
    not_achieved: str = ""
    factors: tuple[FactorFacts, ...] = ()
    factor_unknown: bool = False
    conditions: tuple[ConditionFacts, ...] = ()
    no_conditions: bool = False
    involvements: tuple[InvolvementFacts, ...] = ()
    no_involvement: bool = False
    assessed_level: Level | None = None
    assessed_reason: str = ""
    forecast: str = ""
    internal_note: str = ""
    """Never leaves the system: left out of what is frozen."""
    version: int = 0


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    number: int
    by: str
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True)
class ReopeningFacts:
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """One unit's quarter. `id` is None until someone has answered something."""

    quarter: Quarter
    id: int | None = None
    version: int = 0
    meeting_on: date | None = None
    meeting_note: str = ""
    no_meeting_reason: str = ""
    recognition: str = ""
    help_wanted: str = ""
    goals: tuple[GoalAnswers, ...] = ()
    outcomes: tuple[OutcomeFacts, ...] = ()
    deliveries: tuple[DeliveryFacts, ...] = ()
    """Oldest first; a reopened quarter gets one more."""
    reopenings: tuple[ReopeningFacts, ...] = ()

    def about(self, goal_id: int) -> GoalAnswers:
        """Return the answers about a goal; empty ones where nothing is answered."""
        for answers in self.goals:
            if answers.goal_id == goal_id:
                return answers
        return GoalAnswers(goal_id)

    def outcome_of(self, action_id: int) -> OutcomeFacts | None:
        for outcome in self.outcomes:
            if outcome.action_id == action_id:
                return outcome
        return None

    @property
    def delivered(self) -> bool:
        """Stands delivered: the last that happened was not a reopening."""
        return len(self.deliveries) > len(self.reopenings)


@dataclass(frozen=True, slots=True)
class DeliveredQuarter:
    """A quarter as it was delivered: the plan with its figures, and the answers."""

    day: date
    plan: PlanFacts
    answers: ReviewFacts
