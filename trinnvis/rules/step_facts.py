"""Step facts: what a unit has done for one plan year, as evidence for the steps."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from trinnvis.rules.terms import PlanState, Precondition, QuarterState


class AnchoringLevel(StrEnum):
    POLITICAL = "political"
    ADMINISTRATIVE = "administrative"
    CO_DETERMINATION = "co_determination"
    UNIT = "unit"


class Audience(StrEnum):
    STAFF = "staff"
    LEADERSHIP = "leadership"
    POLITICAL = "political"


@dataclass(frozen=True, slots=True)
class AnchoringFacts:
    """A decision that anchors the work, at one level."""

    level: AnchoringLevel
    on: date
    decision: str
    valid_until: date | None = None
    work_lead: str = ""
    discussed_on: date | None = None
    """With the union and safety representatives (a unit's own anchoring)."""
    not_discussed_reason: str = ""


@dataclass(frozen=True, slots=True)
class BriefingFacts:
    """A meeting where the staff were told. Counts, never names."""

    on: date
    attendees: int = 0
    acknowledged: int = 0
    """Those who were not there but have read it."""
    staff: int | None = None
    told_purpose: bool = False
    told_tool: bool = False
    told_plan: bool = False


@dataclass(frozen=True, slots=True)
class WorkshopFacts:
    """Time set aside to make goals."""

    on: date
    hours: Decimal | None = None
    participants: int | None = None


@dataclass(frozen=True, slots=True)
class GoalEvidence:
    """How far a goal of the plan has come towards the seven preconditions."""

    goal_id: int
    has_indicator: bool
    unanswered: tuple[Precondition, ...] = ()
    carried: bool = False
    """Brought along from the year before, and so not a beginning by itself."""


@dataclass(frozen=True, slots=True)
class PlanEvidence:
    """How the plan of the year stands."""

    state: PlanState
    adopted_on: date | None = None
    chapters_written: int = 0
    """With text of their own."""
    chapters_open: int = 0
    """Neither written nor marked as not relevant."""
    discussed: bool = False
    """Discussed with the representatives, or a reason why not."""


@dataclass(frozen=True, slots=True)
class PresentationFacts:
    """Results told to an audience; without a quarter it is the calendar year's."""

    on: date
    audience: Audience
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class StepEvidence:
    """Everything that tells where a unit is in one plan year."""

    anchorings: tuple[AnchoringFacts, ...] = ()
    """The municipality's own, and the unit's for the year."""
    briefings: tuple[BriefingFacts, ...] = ()
    workshops: tuple[WorkshopFacts, ...] = ()
    goals: tuple[GoalEvidence, ...] = ()
    plan: PlanEvidence | None = None
    quarters: tuple[QuarterState, ...] = ()
    """Of the plan year, in order."""
    recognitions: int = 0
    presentations: tuple[PresentationFacts, ...] = ()
    decided_goals: frozenset[int] = frozenset()
    """Goals whose next year is decided; a draft of a decision is none."""
    lessons: int = 0
    """Lessons written from the year itself."""
