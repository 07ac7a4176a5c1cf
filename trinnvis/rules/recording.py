"""Recording: what a person says about one figure, and why it may not be written.

Advice about odd figures is the form's; here stands only what cannot be.
Source: docs/method/quarter.md, «Tallet».
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts
from trinnvis.rules.terms import Direction, MissingReason, PlanState


class RecordingRefusal(StrEnum):
    """Why a figure is not written."""

    NOTHING_SAID = "recording_nothing_said"
    """Neither a figure nor why there is none."""
    BOTH_SAID = "recording_both_said"
    """A figure, and that there is none."""
    NOT_THE_SAME = "recording_not_the_same"
    """«Same figure» where there is none to be the same as."""
    YES_OR_NO = "recording_yes_or_no"
    FUTURE_DAY = "recording_future_day"
    NO_DENOMINATOR = "recording_no_denominator"
    PLAN_CLOSED = "recording_plan_closed"
    NEEDS_REASON = "recording_needs_reason"
    """The quarter is delivered; a correction says why."""


@dataclass(frozen=True, slots=True)
class ObservationEntry:
    """What a person says about one figure; value in the indicator's own unit."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    n: int | None = None
    measured_on: date | None = None
    done_on: date | None = None
    source: str = ""
    comment: str = ""
    preliminary: bool = False
    confirmed_same: bool = False
    """Measured anew, and the same figure as last time."""
    missing_reason: MissingReason | None = None
    missing_note: str = ""
    expected_on: date | None = None
    """New date for a figure that is missing."""
    reason: str = ""
    """Why a delivered figure is corrected."""


_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


def why_not_say(
    entry: ObservationEntry,
    indicator: IndicatorFacts,
    last: ObservationFacts | None,
    today: date,
) -> RecordingRefusal | None:
    """Return what cannot be in the entry itself. `last` is the figure before it."""
    said = entry.value is not None or entry.done_on is not None
    if said and entry.missing_reason is not None:
        return RecordingRefusal.BOTH_SAID
    if not said and entry.missing_reason is None:
        return RecordingRefusal.NOTHING_SAID
    if entry.confirmed_same and (last is None or last.value != entry.value):
        return RecordingRefusal.NOT_THE_SAME
    if indicator.direction in _DONE_OR_NOT and entry.value not in (None, 0, 1):
        return RecordingRefusal.YES_OR_NO
    days = (entry.measured_on, entry.done_on)
    if any(day is not None and day > today for day in days):
        return RecordingRefusal.FUTURE_DAY
    if entry.denominator is not None and entry.denominator <= 0:
        return RecordingRefusal.NO_DENOMINATOR
    return None


def why_not_write(
    entry: ObservationEntry, plan: PlanState, *, delivered: bool
) -> RecordingRefusal | None:
    """Return why the figure stands as it is: the plan is closed, or no reason given.

    A figure that was not there at delivery needs a reason too.
    """
    if plan is PlanState.CLOSED:
        return RecordingRefusal.PLAN_CLOSED
    if delivered and not entry.reason.strip():
        return RecordingRefusal.NEEDS_REASON
    return None
