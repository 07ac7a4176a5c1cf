"""Terms: the glossary's kinds as enumerations, one word per concept.

Source: docs/glossary.md. Their words for people stand in signs/words.py.
"""

from enum import StrEnum


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"
    MAINTAIN = "maintain"
    MILESTONE = "milestone"
    YES_NO = "yes_no"


class Accumulation(StrEnum):
    """How a quarter's figure is counted."""

    POINT = "point"
    """A level in the quarter, or a share so far this year."""
    CUMULATIVE = "ytd"
    """So far this year."""
    STOCK = "stock"
    """What there is on a date; never summed."""
    ROLLING = "rolling12"
    """The last twelve months; shown, never used to tell signal from noise."""
    FORECAST = "forecast"
    """What the year is expected to end at; compared straight with the target."""


class Measure(StrEnum):
    """What a figure is, so that a share is never built up like a count."""

    COUNT = "count"
    """A count or a sum (visits, kroner): cumulative figures build up to it."""
    SHARE = "share"
    """A share or a rate: cumulative figures are still levels."""
    SCORE = "score"
    """A mean of answers."""


class Frequency(StrEnum):
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERTIALLY = "tertially"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    EVERY_SECOND_YEAR = "every_second_year"
    EVERY_THIRD_YEAR = "every_third_year"


class PathKind(StrEnum):
    """What is expected of Q1–Q3."""

    STRAIGHT = "straight"
    OWN = "own"
    """Own quarterly targets."""
    END_ONLY = "end_only"
    """Only the year's target counts; until then the goal is underway."""


class Level(StrEnum):
    """Er vi der? Against the year's target."""

    ACHIEVED = "achieved"
    NEAR = "near"
    NOT_ACHIEVED = "not_achieved"
    NOT_MEASURED = "not_measured"
    NO_TARGET = "no_target"
    HIDDEN = "hidden"
    NOT_DUE = "not_due"
    """A milestone whose date has not come."""


class Track(StrEnum):
    """Er vi i rute? Against the path, in Q1–Q3."""

    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    OFF_TRACK = "off_track"
    UNDERWAY = "underway"
    NOT_MEASURED = "not_measured"
    HIDDEN = "hidden"


class Missing(StrEnum):
    """Why there is no figure: three kinds, three words."""

    MISSING = "missing"
    """Should have been here."""
    NOT_DUE = "not_due"
    """Is measured later."""
    NOT_APPLICABLE = "not_applicable"
    """The unit was not yet in the scheme, or the figure does not exist."""


class MissingReason(StrEnum):
    """Why a person says there is no figure for the quarter."""

    NOT_MEASURED = "not_measured"
    NOT_AVAILABLE = "not_available"
    """The source system could not give it."""
    SHIELDED = "shielded"
    """Hidden for the sake of privacy."""
    LATER = "later"


class Provenance(StrEnum):
    """How a figure came in. A number never carries forward by itself."""

    ENTERED = "entered"
    CONFIRMED_SAME = "confirmed_same"
    """Measured anew, same figure."""
    IMPORTED = "imported"
    ESTIMATED = "estimated"
    DEMO = "demo"
    """Filled in by the demo."""


class Role(StrEnum):
    CHIEF_EXECUTIVE = "chief_executive"
    AREA_DIRECTOR = "area_director"
    CFO = "cfo"
    CONTROLLER = "controller"
    UNIT_MANAGER = "unit_manager"
    DEPUTY_MANAGER = "deputy_manager"
    EMPLOYEE = "employee"
    UNION_REP = "union_rep"
    SAFETY_REP = "safety_rep"
    COUNCILLOR = "councillor"
    MAYOR = "mayor"
    AUDITOR = "auditor"
    ARCHIVIST = "archivist"
    ADMIN = "admin"


class PlanState(StrEnum):
    DRAFT = "draft"
    UNDER_DISCUSSION = "under_discussion"
    FOR_APPROVAL = "for_approval"
    ADOPTED = "adopted"
    REVISED = "revised"
    """Adopted once, being changed; the adopted version is what stands."""
    CLOSED = "closed"


class QuarterState(StrEnum):
    NOT_STARTED = "not_started"
    OPEN = "open"
    LATE = "late"
    SUBMITTED = "submitted"
    REOPENED = "reopened"
    NOT_INCLUDED = "not_included"
    """The unit was not yet in the scheme; in no denominator."""


class StepKey(StrEnum):
    """The eight steps; the value is the number."""

    ANCHOR_MUNICIPALITY = "1"
    ANCHOR_UNIT = "2"
    PRESENT_TO_STAFF = "3"
    MAKE_GOALS = "4"
    PLAN = "5"
    FOLLOW_UP = "6"
    REPORT = "7"
    NEXT_PLAN = "8"


class StepState(StrEnum):
    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    DONE = "done"


class ActionStatus(StrEnum):
    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    COMPLETED_WITH_CHANGE = "completed_with_change"
    DELAYED = "delayed"
    STOPPED = "stopped"
    REPLACED = "replaced"


class Outcome(StrEnum):
    """What the unit decides for an action in a quarter."""

    CONTINUE = "continue"
    ADJUST = "adjust"
    REPLACE = "replace"
    STOP = "stop"


class Confidence(StrEnum):
    """How well a decisive factor is founded. In the quarter always assumed."""

    ASSUMED = "assumed"
    LIKELY = "likely"
    WELL_FOUNDED = "well_founded"


class ConditionKind(StrEnum):
    INTERNAL = "internal"
    EXTERNAL = "external"


class InvolvementStatus(StrEnum):
    REQUESTED = "awaiting_reply"
    AGREED = "agreed"
    DECLINED = "declined"
    ONGOING = "ongoing"
    ENDED = "stopped"


class Scope(StrEnum):
    UNIT = "unit"
    CROSS_UNIT = "cross_unit"
    MUNICIPALITY_WIDE = "municipality_wide"


class Origin(StrEnum):
    NEW = "new"
    CARRIED_FORWARD = "carried_forward"
    ADJUSTED = "adjusted"


class Precondition(StrEnum):
    """The seven preconditions of a good goal (step 4)."""

    MEASURABLE = "measurable"
    SIMPLE = "simple"
    DATED = "dated"
    COLLECTOR = "collector"
    UNDERSTOOD = "understood"
    MEANINGFUL = "meaningful"
    REALISTIC = "realistic"


class Agreement(StrEnum):
    """What the staff answered, in classes and never as a mean."""

    AGREED = "agreed"
    DIVIDED = "divided"
    UNSURE = "unsure"
    NOT_ASKED = "not_asked"
    HIDDEN = "hidden"
    """Asked, but fewer than five answered."""


class CalendarPreset(StrEnum):
    QUARTER = "quarter"
    TERTIAL = "tertial"
    SPRING = "spring"


class Chapter(StrEnum):
    """The text chapters of a plan (docs/guide/planen.md)."""

    ABOUT = "about"
    LEARNED = "learned"
    CHALLENGES = "challenges"
    UNMEASURED = "unmeasured"
    """What we still do well that is not measured."""
    RISKS = "risks"
    PARTICIPATION = "participation"
    LEGAL_DUTIES = "legal_duties"
