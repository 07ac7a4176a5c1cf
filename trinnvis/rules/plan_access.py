"""Plan access: why may this person not write in a plan? A reason, or None.

Three things stop a plan's adoption or change; everything else is advice.
Source: docs/house.md, «Access»; decisions, «Advice, not barriers».
"""

from dataclasses import dataclass
from enum import StrEnum

from trinnvis.rules.facts import GoalFacts, PersonFacts, PlanFacts
from trinnvis.rules.lifecycle import APPROVES, LEADS, PlanMove
from trinnvis.rules.terms import PlanState, Role

WRITABLE = frozenset({PlanState.DRAFT, PlanState.UNDER_DISCUSSION, PlanState.REVISED})
"""Texts, goals and targets may be changed; otherwise they are frozen."""
_REPRESENTS = frozenset({Role.UNION_REP, Role.SAFETY_REP})


class PlanRefusal(StrEnum):
    """Why something in a plan cannot be done."""

    NOT_LEADER = "plan_not_leader"
    NOT_APPROVER = "plan_not_approver"
    NOT_ASKED = "plan_not_asked"
    """Only the one who was asked may answer for the task."""
    NOT_REPRESENTATIVE = "plan_not_representative"
    NOT_READER = "plan_not_reader"
    ADOPTED = "plan_adopted"
    FOR_APPROVAL = "plan_for_approval"
    CLOSED = "plan_closed"
    WRONG_MOVE = "plan_wrong_move"
    NOT_READY = "plan_not_ready"
    REASON_MISSING = "plan_reason_missing"
    EXISTS = "plan_exists"
    ANSWER_MISSING = "plan_answer_missing"
    OTHERS_WORDS = "plan_others_words"
    """A statement or comment that someone else wrote."""
    PERSON_INACTIVE = "plan_person_inactive"
    COLLECTOR_IS_DEPUTY = "plan_collector_is_deputy"
    DATES_CROSSED = "plan_dates_crossed"
    NOT_STARTED = "plan_not_started"


_FROZEN = {
    PlanState.FOR_APPROVAL: PlanRefusal.FOR_APPROVAL,
    PlanState.ADOPTED: PlanRefusal.ADOPTED,
    PlanState.CLOSED: PlanRefusal.CLOSED,
}


class Gap(StrEnum):
    """What stands in the way of adopting a plan."""

    NO_GOALS = "no_goals"
    NO_COLLECTOR = "no_collector"
    COLLECTOR_INACTIVE = "collector_inactive"
    NO_DEPUTY = "no_deputy"
    DEPUTY_INACTIVE = "deputy_inactive"


@dataclass(frozen=True, slots=True)
class PlanGap:
    """One gap, and the goal it is in; None when it is the plan's own."""

    gap: Gap
    goal_id: int | None = None
    goal_title: str = ""


def leads(person: PersonFacts, unit_path: str) -> bool:
    """Whether the person leads just this unit, or stands in for its leader."""
    return any(
        held.role in LEADS and held.unit_path == unit_path for held in person.roles
    )


def approves(person: PersonFacts, unit_path: str) -> bool:
    """Whether the person leads above the unit."""
    return any(
        held.role in APPROVES and unit_path.startswith(held.unit_path)
        for held in person.roles
    )


def represents(person: PersonFacts, unit_path: str) -> bool:
    """Whether the person speaks for the unit's staff."""
    return any(
        held.role in _REPRESENTS and unit_path.startswith(held.unit_path)
        for held in person.roles
    )


def why_not_edit_plan(
    person: PersonFacts, unit_path: str, state: PlanState
) -> PlanRefusal | None:
    """The unit's leader writes, until the plan is adopted."""
    if not leads(person, unit_path):
        return PlanRefusal.NOT_LEADER
    if state in WRITABLE:
        return None
    return _FROZEN.get(state, PlanRefusal.ADOPTED)


def why_not_move(
    person: PersonFacts, unit_path: str, move: PlanMove, reason: str
) -> PlanRefusal | None:
    """Who may make the move, and whether it needs words.

    A unit's leader may adopt where those above do not use Trinnvis: then the
    reason says who approved it, and when.
    """
    if approves(person, unit_path) and move.roles & APPROVES:
        needs_reason = move.needs_reason
    elif leads(person, unit_path) and (move.roles & LEADS or move.adopts):
        needs_reason = move.needs_reason or move.adopts
    else:
        return PlanRefusal.NOT_APPROVER if move.adopts else PlanRefusal.NOT_LEADER
    return PlanRefusal.REASON_MISSING if needs_reason and not reason else None


def why_not_state(person: PersonFacts, unit_path: str) -> PlanRefusal | None:
    """Only those who represent the staff make a statement of their own."""
    if represents(person, unit_path):
        return None
    return PlanRefusal.NOT_REPRESENTATIVE


def gaps_before_adoption(plan: PlanFacts) -> tuple[PlanGap, ...]:
    """Return what must be in place first: goals, each with living people.

    Shape: one per gap, in plan order.
    """
    goals = tuple(goal for goal in plan.goals if not goal.dropped)
    if not goals:
        return (PlanGap(Gap.NO_GOALS),)
    return tuple(
        PlanGap(gap, goal.id, goal.title) for goal in goals for gap in _gaps_of(goal)
    )


def _gaps_of(goal: GoalFacts) -> tuple[Gap, ...]:
    found: list[Gap] = []
    if not goal.collector:
        found.append(Gap.NO_COLLECTOR)
    elif not goal.collector_active:
        found.append(Gap.COLLECTOR_INACTIVE)
    if not goal.deputy:
        found.append(Gap.NO_DEPUTY)
    elif not goal.deputy_active:
        found.append(Gap.DEPUTY_INACTIVE)
    return tuple(found)
