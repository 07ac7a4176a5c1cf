"""Models: the rows. One file per noun."""

from trinnvis.records.models.anchoring import (
    AnchoringRecord,
    Briefing,
    BriefingQuestion,
)
from trinnvis.records.models.goals import (
    Action,
    Goal,
    GoalParty,
    Indicator,
    IndicatorDefinition,
    PeriodTarget,
)
from trinnvis.records.models.imports import ImportBatch
from trinnvis.records.models.log import ChainHead, Draft, LogEntry, Submission
from trinnvis.records.models.municipalities import (
    ExternalBody,
    Municipality,
    Perspective,
    ReportingPeriod,
    SharedIndicator,
    StrategyArea,
    Unit,
    YearEvent,
)
from trinnvis.records.models.observations import Observation, Standing
from trinnvis.records.models.people import Person, RoleAssignment
from trinnvis.records.models.plans import (
    KeyFigure,
    Plan,
    PlanChapter,
    PlanComment,
    PlanEvent,
    PlanVersion,
)
from trinnvis.records.models.presentations import (
    ActionPoint,
    CasePaper,
    Lesson,
    Presentation,
    RollForwardDecision,
    StatutoryReport,
)
from trinnvis.records.models.reviews import (
    ActionOutcome,
    Condition,
    ConditionUse,
    Delivery,
    GoalReview,
    InvolvementRequest,
    QuarterReview,
    Recognition,
    Reopening,
    SuccessFactor,
)
from trinnvis.records.models.workshops import Pulse, PulseComment, PulseCount, Workshop

__all__ = (
    "Action",
    "ActionOutcome",
    "ActionPoint",
    "AnchoringRecord",
    "Briefing",
    "BriefingQuestion",
    "CasePaper",
    "ChainHead",
    "Condition",
    "ConditionUse",
    "Delivery",
    "Draft",
    "ExternalBody",
    "Goal",
    "GoalParty",
    "GoalReview",
    "ImportBatch",
    "Indicator",
    "IndicatorDefinition",
    "InvolvementRequest",
    "KeyFigure",
    "Lesson",
    "LogEntry",
    "Municipality",
    "Observation",
    "PeriodTarget",
    "Person",
    "Perspective",
    "Plan",
    "PlanChapter",
    "PlanComment",
    "PlanEvent",
    "PlanVersion",
    "Presentation",
    "Pulse",
    "PulseComment",
    "PulseCount",
    "QuarterReview",
    "Recognition",
    "Reopening",
    "ReportingPeriod",
    "RoleAssignment",
    "RollForwardDecision",
    "SharedIndicator",
    "Standing",
    "StatutoryReport",
    "StrategyArea",
    "Submission",
    "SuccessFactor",
    "Unit",
    "Workshop",
    "YearEvent",
)
