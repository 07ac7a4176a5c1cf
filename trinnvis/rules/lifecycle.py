"""Lifecycle: the states of a plan and of a quarter, and the allowed moves.

What happened is a row; the state is computed from it. Who may move a plan is told
in roles here and judged in access.py. Source: docs/method/lifecycle.md.
"""

from dataclasses import dataclass
from datetime import date, datetime

from trinnvis.rules.terms import PlanState, QuarterState, Role
from trinnvis.rules.year_wheel import QuarterDates

LEADS = frozenset({Role.UNIT_MANAGER, Role.DEPUTY_MANAGER})
"""Of the unit itself."""
APPROVES = frozenset({Role.AREA_DIRECTOR, Role.CHIEF_EXECUTIVE})
"""Of an area the unit lies in, or of the municipality."""


@dataclass(frozen=True, slots=True)
class PlanMove:
    """One allowed move of a plan."""

    start: PlanState
    end: PlanState
    roles: frozenset[Role]
    needs_reason: bool = False
    adopts: bool = False
    """Freezes a version; refused while a goal lacks its people."""
    adopted_before: bool | None = None
    """Only for a plan that has (or has not) been adopted; None for any."""


MOVES = (
    PlanMove(PlanState.DRAFT, PlanState.UNDER_DISCUSSION, LEADS),
    PlanMove(PlanState.DRAFT, PlanState.FOR_APPROVAL, LEADS, needs_reason=True),
    PlanMove(PlanState.UNDER_DISCUSSION, PlanState.DRAFT, LEADS),
    PlanMove(PlanState.UNDER_DISCUSSION, PlanState.FOR_APPROVAL, LEADS),
    PlanMove(
        PlanState.FOR_APPROVAL,
        PlanState.DRAFT,
        LEADS | APPROVES,
        needs_reason=True,
        adopted_before=False,
    ),
    PlanMove(
        PlanState.FOR_APPROVAL,
        PlanState.REVISED,
        LEADS | APPROVES,
        needs_reason=True,
        adopted_before=True,
    ),
    PlanMove(PlanState.FOR_APPROVAL, PlanState.ADOPTED, APPROVES, adopts=True),
    PlanMove(PlanState.ADOPTED, PlanState.REVISED, LEADS, needs_reason=True),
    PlanMove(PlanState.REVISED, PlanState.FOR_APPROVAL, LEADS),
    PlanMove(
        PlanState.REVISED, PlanState.ADOPTED, APPROVES, needs_reason=True, adopts=True
    ),
    PlanMove(PlanState.ADOPTED, PlanState.CLOSED, LEADS | APPROVES),
    PlanMove(PlanState.CLOSED, PlanState.ADOPTED, LEADS | APPROVES, needs_reason=True),
)
"""A plan sent for approval without discussion says why (the only short cut)."""


@dataclass(frozen=True, slots=True)
class PlanEventFacts:
    """One move that happened: the state the plan came to."""

    state: PlanState
    at: datetime


def state_of(events: tuple[PlanEventFacts, ...]) -> PlanState:
    """Return where the plan stands: what the last event says, and draft before any."""
    if not events:
        return PlanState.DRAFT
    return max(events, key=lambda event: event.at).state


def adopted_before(events: tuple[PlanEventFacts, ...]) -> bool:
    """Tell a plan that stands adopted in some version."""
    return any(event.state is PlanState.ADOPTED for event in events)


def moves_from(state: PlanState, *, has_been_adopted: bool) -> tuple[PlanMove, ...]:
    """Return the moves a plan in this state can make, in the table's order."""
    return tuple(
        move
        for move in MOVES
        if move.start is state and move.adopted_before in (None, has_been_adopted)
    )


def move_to(
    state: PlanState, end: PlanState, *, has_been_adopted: bool
) -> PlanMove | None:
    """Return the allowed move between two states, or None."""
    for move in moves_from(state, has_been_adopted=has_been_adopted):
        if move.end is end:
            return move
    return None


@dataclass(frozen=True, slots=True)
class QuarterEvents:
    """What has happened to a unit's quarter. Counts; a reopening undoes a delivery."""

    deliveries: int = 0
    reopenings: int = 0


def quarter_state(
    dates: QuarterDates, events: QuarterEvents, started: date | None, today: date
) -> QuarterState:
    """Return where a unit's quarter stands on the day.

    `started` is the unit's first day in the scheme; None means it is not in it. A
    quarter that is not delivered is late the day after the unit's last date; one
    that was reopened stays reopened.
    """
    if started is None or started > dates.quarter.last_day:
        return QuarterState.NOT_INCLUDED
    if events.deliveries > events.reopenings:
        return QuarterState.SUBMITTED
    if events.reopenings:
        return QuarterState.REOPENED
    if today < dates.opens_on:
        return QuarterState.NOT_STARTED
    if today > dates.unit_meeting_by:
        return QuarterState.LATE
    return QuarterState.OPEN


def diagram() -> str:
    """Draw the table of moves as Mermaid text; docs/method/lifecycle.md holds it."""
    lines = ["stateDiagram-v2", f"    [*] --> {PlanState.DRAFT}"]
    for move in MOVES:
        who = "leder" if move.roles == LEADS else "godkjenner"
        if move.roles == LEADS | APPROVES:
            who = "leder eller godkjenner"
        reason = ", med grunn" if move.needs_reason else ""
        lines.append(f"    {move.start} --> {move.end}: {who}{reason}")
    return "\n".join(lines)
