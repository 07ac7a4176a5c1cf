"""Steps: where a unit is in the guide's eight steps, computed from what was done.

A step is done by its rule and not by a tick. Nothing earlier blocks later steps.
Source: docs/method/steps.md.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from trinnvis.rules.facts import GoalFacts
from trinnvis.rules.goal_check import MarkState, precondition_marks
from trinnvis.rules.step_facts import (
    AnchoringFacts,
    AnchoringLevel,
    Audience,
    GoalEvidence,
    PlanEvidence,
    StepEvidence,
)
from trinnvis.rules.terms import PlanState, QuarterState, StepKey, StepState

COVERAGE = Decimal("0.8")
"""Share of the staff that has been told, in a meeting or by reading."""

QUARTERS_IN_A_YEAR = 4


class Need(StrEnum):
    """What a step asks for; done or still missing."""

    POLITICAL_DECISION = "political_decision"
    ADMINISTRATIVE_DECISION = "administrative_decision"
    CO_DETERMINATION = "co_determination"
    UNIT_DECISION = "unit_decision"
    WORK_LEAD = "work_lead"
    UNIT_DISCUSSION = "unit_discussion"
    MEETING_HELD = "meeting_held"
    PURPOSE_TOLD = "purpose_told"
    TOOL_TOLD = "tool_told"
    PLAN_TOLD = "plan_told"
    STAFF_TOLD = "staff_told"
    """At least four of five have attended or read it."""
    TIME_SET_ASIDE = "time_set_aside"
    GOAL_WITH_INDICATOR = "goal_with_indicator"
    PRECONDITIONS_ANSWERED = "preconditions_answered"
    CHAPTERS_WRITTEN = "chapters_written"
    PLAN_DISCUSSED = "plan_discussed"
    PLAN_ADOPTED = "plan_adopted"
    QUARTERS_DELIVERED = "quarters_delivered"
    RECOGNITION = "recognition"
    """Leaders have said what goes well, once a quarter; advice only."""
    TOLD_STAFF = "told_staff"
    TOLD_LEADERSHIP = "told_leadership"
    GOALS_DECIDED = "goals_decided"
    LESSON_WRITTEN = "lesson_written"


@dataclass(frozen=True, slots=True)
class Item:
    """One need of a step, and what tells that it is met."""

    need: Need
    met: bool
    on: date | None = None
    done: int | None = None
    """So many of `of`: staff told, goals, quarters."""
    of: int | None = None
    advice: bool = False
    """Good to have; the step is done without it."""


@dataclass(frozen=True, slots=True)
class StepFinding:
    """One step's state, with everything the rule looked at, in its order."""

    step: StepKey
    state: StepState
    items: tuple[Item, ...]

    @property
    def evidence(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.met)

    @property
    def missing(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if not item.met)


def step_findings(
    evidence: StepEvidence, today: date, coverage: Decimal = COVERAGE
) -> tuple[StepFinding, ...]:
    """Return the eight steps of one unit's plan year, in the guide's order."""
    return (
        _anchor_municipality(evidence, today),
        _anchor_unit(evidence),
        _present_to_staff(evidence, coverage),
        _make_goals(evidence),
        _plan(evidence.plan),
        _follow_up(evidence),
        _report(evidence),
        _next_plan(evidence),
    )


def current_step(findings: tuple[StepFinding, ...]) -> StepFinding | None:
    """Return the step the unit is at: the last begun, else the next one.

    A unit that started in the middle goes on from there, and comes back to what it
    left out when nothing lies ahead. None when all eight are done.
    """
    ongoing = [each for each in findings if each.state is StepState.ONGOING]
    if ongoing:
        return ongoing[-1]
    last = _last_begun(findings)
    ahead = [*findings[last + 1 :], *findings[: last + 1]]
    return next((each for each in ahead if each.state is not StepState.DONE), None)


def skipped_steps(findings: tuple[StepFinding, ...]) -> tuple[StepKey, ...]:
    """Return the steps not done that lie before one that is begun; a reminder only."""
    return tuple(
        finding.step
        for finding in findings[: max(_last_begun(findings), 0)]
        if finding.state is not StepState.DONE
    )


def goal_evidence(goal: GoalFacts, plan_year: int) -> GoalEvidence:
    """Return which preconditions of a goal have no answer yet.

    A doubt is an answer, and so is a poll that too few answered to be shown.
    """
    unanswered = tuple(
        mark.precondition
        for mark in precondition_marks(goal, plan_year)
        if mark.state in _UNANSWERED
    )
    return GoalEvidence(goal.id, bool(goal.series), unanswered, goal.carried)


_UNANSWERED = frozenset({MarkState.MISSING, MarkState.NOT_ASKED, MarkState.PARTLY})
_MUNICIPAL_LEVELS = (
    (AnchoringLevel.POLITICAL, Need.POLITICAL_DECISION),
    (AnchoringLevel.ADMINISTRATIVE, Need.ADMINISTRATIVE_DECISION),
    (AnchoringLevel.CO_DETERMINATION, Need.CO_DETERMINATION),
)
_HAPPENING = frozenset(
    {
        QuarterState.OPEN,
        QuarterState.LATE,
        QuarterState.SUBMITTED,
        QuarterState.REOPENED,
    }
)


def _last_begun(findings: tuple[StepFinding, ...]) -> int:
    """Return the place of the last step that is begun; -1 before the first."""
    begun = [
        at
        for at, finding in enumerate(findings)
        if finding.state is not StepState.NOT_STARTED
    ]
    return begun[-1] if begun else -1


def _finding(step: StepKey, begun: bool, items: tuple[Item, ...]) -> StepFinding:
    if all(item.met or item.advice for item in items):
        state = StepState.DONE
    else:
        state = StepState.ONGOING if begun else StepState.NOT_STARTED
    return StepFinding(step, state, items)


def _anchor_municipality(evidence: StepEvidence, today: date) -> StepFinding:
    items = tuple(
        _decision(need, _last(evidence, level), today)
        for level, need in _MUNICIPAL_LEVELS
    )
    begun = any(_last(evidence, level) for level, _ in _MUNICIPAL_LEVELS)
    return _finding(StepKey.ANCHOR_MUNICIPALITY, begun, items)


def _decision(need: Need, told: AnchoringFacts | None, today: date) -> Item:
    """A decision holds while its text is there and its time has not run out."""
    if told is None:
        return Item(need, met=False)
    expired = told.valid_until is not None and told.valid_until < today
    return Item(need, met=bool(told.decision.strip()) and not expired, on=told.on)


def _anchor_unit(evidence: StepEvidence) -> StepFinding:
    told = _last(evidence, AnchoringLevel.UNIT)
    if told is None:
        needs = (Need.UNIT_DECISION, Need.WORK_LEAD, Need.UNIT_DISCUSSION)
        items = tuple(Item(need, met=False) for need in needs)
        return _finding(StepKey.ANCHOR_UNIT, False, items)
    discussed = told.discussed_on is not None or bool(told.not_discussed_reason.strip())
    items = (
        Item(Need.UNIT_DECISION, bool(told.decision.strip()), told.on),
        Item(Need.WORK_LEAD, bool(told.work_lead)),
        Item(Need.UNIT_DISCUSSION, discussed, told.discussed_on),
    )
    return _finding(StepKey.ANCHOR_UNIT, True, items)


def _present_to_staff(evidence: StepEvidence, coverage: Decimal) -> StepFinding:
    held = evidence.briefings
    staff = max((each.staff or 0 for each in held), default=0)
    told = min(sum(each.attendees + each.acknowledged for each in held), staff)
    items = (
        Item(
            Need.MEETING_HELD, bool(held), max((each.on for each in held), default=None)
        ),
        Item(Need.PURPOSE_TOLD, any(each.told_purpose for each in held)),
        Item(Need.TOOL_TOLD, any(each.told_tool for each in held)),
        Item(Need.PLAN_TOLD, any(each.told_plan for each in held)),
        Item(
            Need.STAFF_TOLD, staff > 0 and told >= coverage * staff, done=told, of=staff
        ),
    )
    return _finding(StepKey.PRESENT_TO_STAFF, bool(held), items)


def _make_goals(evidence: StepEvidence) -> StepFinding:
    goals, held = evidence.goals, evidence.workshops
    measured = sum(goal.has_indicator for goal in goals)
    answered = sum(not goal.unanswered for goal in goals)
    items = (
        Item(
            Need.TIME_SET_ASIDE,
            bool(held),
            max((each.on for each in held), default=None),
        ),
        Item(Need.GOAL_WITH_INDICATOR, measured > 0, done=measured, of=len(goals)),
        Item(
            Need.PRECONDITIONS_ANSWERED,
            0 < len(goals) == answered,
            done=answered,
            of=len(goals),
        ),
    )
    begun = bool(held) or any(not goal.carried for goal in goals)
    return _finding(StepKey.MAKE_GOALS, begun, items)


def _plan(plan: PlanEvidence | None) -> StepFinding:
    stands = plan or PlanEvidence(PlanState.DRAFT)
    items = (
        Item(Need.CHAPTERS_WRITTEN, plan is not None and stands.chapters_open == 0),
        Item(Need.PLAN_DISCUSSED, stands.discussed),
        Item(Need.PLAN_ADOPTED, stands.adopted_on is not None, stands.adopted_on),
    )
    begun = stands.chapters_written > 0 or stands.state is not PlanState.DRAFT
    return _finding(StepKey.PLAN, begun, items)


def _follow_up(evidence: StepEvidence) -> StepFinding:
    """Ongoing until all four are in; quarters before the unit's start are not asked."""
    asked = [
        state for state in evidence.quarters if state is not QuarterState.NOT_INCLUDED
    ]
    delivered = asked.count(QuarterState.SUBMITTED)
    of = len(asked) or QUARTERS_IN_A_YEAR
    thanked = evidence.recognitions
    items = (
        Item(Need.QUARTERS_DELIVERED, delivered == of, done=delivered, of=of),
        Item(
            Need.RECOGNITION,
            0 < delivered <= thanked,
            done=thanked,
            of=delivered,
            advice=True,
        ),
    )
    begun = any(state in _HAPPENING for state in asked)
    return _finding(StepKey.FOLLOW_UP, begun, items)


def _report(evidence: StepEvidence) -> StepFinding:
    """The calendar year's results, to the staff and to the leadership."""
    year = [each for each in evidence.presentations if each.quarter is None]
    staff = [each.on for each in year if each.audience is Audience.STAFF]
    leaders = [each.on for each in year if each.audience is not Audience.STAFF]
    items = (
        Item(Need.TOLD_STAFF, bool(staff), min(staff, default=None)),
        Item(Need.TOLD_LEADERSHIP, bool(leaders), min(leaders, default=None)),
    )
    return _finding(StepKey.REPORT, bool(year), items)


def _next_plan(evidence: StepEvidence) -> StepFinding:
    goals = {goal.goal_id for goal in evidence.goals}
    decided = len(goals & evidence.decided_goals)
    items = (
        Item(
            Need.GOALS_DECIDED, 0 < len(goals) == decided, done=decided, of=len(goals)
        ),
        Item(Need.LESSON_WRITTEN, evidence.lessons > 0, done=evidence.lessons),
    )
    return _finding(StepKey.NEXT_PLAN, decided > 0 or evidence.lessons > 0, items)


def _last(evidence: StepEvidence, level: AnchoringLevel) -> AnchoringFacts | None:
    found = [each for each in evidence.anchorings if each.level is level]
    return max(found, key=lambda each: each.on) if found else None
