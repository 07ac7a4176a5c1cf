"""Facts: what is known, frozen, before anyone judges it.

Built by records/load.py from rows; frozen into adopted plans and delivered
quarters by records/versions.py.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import (
    Accumulation,
    ActionStatus,
    Chapter,
    Direction,
    Frequency,
    Measure,
    MissingReason,
    PathKind,
    PlanState,
    Provenance,
    Role,
    Scope,
)


@dataclass(frozen=True, slots=True)
class PeriodTarget:
    """What the unit itself expects at a quarter's end, in the indicator's unit."""

    quarter: int
    target: Decimal
    acceptable: Decimal | None = None


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """How one figure is defined and judged. Values in the indicator's own unit."""

    id: int
    name: str
    unit: str
    decimals: int
    direction: Direction
    target: Decimal | None = None
    acceptable: Decimal | None = None
    baseline: Decimal | None = None
    baseline_label: str = ""
    low: Decimal | None = None
    """Lower edge of the wanted band (BAND)."""
    high: Decimal | None = None
    tolerance: Decimal | None = None
    """How far outside the band, or below what is maintained, is still near."""
    allowed_drop: Decimal | None = None
    """How much worse than the baseline still counts as maintained (MAINTAIN)."""
    maintain_lower: bool = False
    """For MAINTAIN: lower is better."""
    due: date | None = None
    """When a milestone or a yes-or-no goal must be done."""
    measure: Measure = Measure.SHARE
    accumulation: Accumulation = Accumulation.POINT
    frequency: Frequency = Frequency.QUARTERLY
    path: PathKind = PathKind.STRAIGHT
    period_targets: tuple[PeriodTarget, ...] = ()
    year_shares: tuple[tuple[Decimal, ...], ...] = ()
    """Cumulative shares at Q1–Q4 of each full historic year (cumulative counts)."""
    seasonal: bool = False
    watched: bool = False
    """Followed without a target."""
    next_measurement: date | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    source: str = ""
    recipe: str = ""
    available_days: int | None = None
    """Days after the quarter's end before the figure exists."""
    has_denominator: bool = False
    annual_mean: bool = False
    """The year's result is the mean of its quarters."""
    shared: bool = False
    minimum_n: int = 5
    """Fewer answers or persons than this are never shown."""
    fetched_by_id: int | None = None
    """Who fetches this figure in the collector's place, where that is someone else."""


@dataclass(frozen=True, slots=True)
class ObservationFacts:
    """One figure as known at a time. Shape: one per indicator and period."""

    quarter: Quarter | None
    """None for a figure of a whole year."""
    year: int
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    n: int | None = None
    measured_on: date | None = None
    missing_reason: MissingReason | None = None
    preliminary: bool = False
    provenance: Provenance = Provenance.ENTERED
    definition: int = 1
    done_on: date | None = None
    """For milestones and yes-or-no: when it was done; value 1 is yes, 0 is no."""
    known_from: datetime | None = None
    comment: str = ""
    hidden: bool = False
    """Stored as hidden (a state, not an absence)."""
    expected_on: date | None = None
    """The new date that was given for a figure that is missing."""


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """An indicator with its figures, oldest first; current knowledge only."""

    indicator: IndicatorFacts
    observations: tuple[ObservationFacts, ...] = ()

    def at(self, quarter: Quarter) -> ObservationFacts | None:
        """Return the quarter's own figure; never one carried from another."""
        for observation in self.observations:
            if observation.quarter == quarter:
                return observation
        return None


@dataclass(frozen=True, slots=True)
class PulseFacts:
    """Counters of one question about a goal, answers 1–5 and «vet ikke»."""

    counts: tuple[int, int, int, int, int]
    unsure: int = 0
    taken_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActionFacts:
    id: int
    title: str
    status: ActionStatus
    responsible: str = ""
    start: date | None = None
    due: date | None = None
    cost: Decimal | None = None
    """Kroner."""
    note: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """One goal as the plan says it."""

    id: int
    title: str
    why: str
    deadline: date | None
    series: tuple[SeriesFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    collector: str = ""
    collector_active: bool = False
    collector_accepted: bool = False
    deputy: str = ""
    deputy_active: bool = False
    made_in: str = ""
    """The meeting or the staff who made it; empty when not told."""
    perspective: str = ""
    strategy: str = ""
    sdgs: tuple[int, ...] = ()
    parties: tuple[str, ...] = ()
    understood: PulseFacts | None = None
    meaningful: PulseFacts | None = None
    realistic: PulseFacts | None = None
    stretch: bool = False
    dropped: bool = False
    number: int = 0
    """Its place in the plan, from 1."""
    scope: Scope = Scope.UNIT
    collector_id: int | None = None
    deputy_id: int | None = None
    carried: bool = False
    """Brought along from the year before."""


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A role that a person holds now, with the units below it included."""

    role: Role
    unit_id: int
    unit_path: str
    """Materialised path, so that «below» is a prefix."""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Who is asking. Roles are those that hold on the day."""

    id: int
    municipality_id: int
    roles: tuple[RoleFacts, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class UnitFacts:
    id: int
    municipality_id: int
    path: str
    started: date | None
    """First day in the scheme; None when the unit is not in it."""
    staff: int | None = None
    name: str = ""
    language: str = "nb"


@dataclass(frozen=True, slots=True)
class ChapterFacts:
    """One text chapter of a plan; empty and not ticked off means not yet written."""

    chapter: Chapter
    text: str = ""
    not_relevant: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigureFacts:
    """One of the few figures that tell how large the unit is, as text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """One unit's plan for one calendar year, goals in plan order."""

    id: int
    unit: UnitFacts
    year: int
    goals: tuple[GoalFacts, ...] = ()
    chapters: tuple[ChapterFacts, ...] = ()
    language: str = "nb"
    version: int = 0
    """How many times it has been adopted; 0 for never."""
    state: PlanState = PlanState.DRAFT
    summary: str = ""
    key_figures: tuple[KeyFigureFacts, ...] = ()
    discussed_on: date | None = None
    discussed_with: str = ""
    disagreement: str = ""
    not_discussed_reason: str = ""
