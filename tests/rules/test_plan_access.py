"""Plan access: who writes in a plan, moves it, and what must be in place first."""

import pytest

from trinnvis.rules.facts import (
    GoalFacts,
    PersonFacts,
    PlanFacts,
    RoleFacts,
    UnitFacts,
)
from trinnvis.rules.lifecycle import MOVES, move_to
from trinnvis.rules.plan_access import (
    Gap,
    PlanGap,
    PlanRefusal,
    gaps_before_adoption,
    why_not_edit_plan,
    why_not_move,
    why_not_state,
)
from trinnvis.rules.terms import PlanState, Role

AREA, UNIT, SISTER = "1/", "1/2/", "1/3/"


def person(role: Role, path: str) -> PersonFacts:
    return PersonFacts(1, 1, (RoleFacts(role, 2, path),))


LEADER = person(Role.UNIT_MANAGER, UNIT)
DIRECTOR = person(Role.AREA_DIRECTOR, AREA)
UNION = person(Role.UNION_REP, AREA)


@pytest.mark.parametrize(
    ("who", "state", "refusal"),
    [
        (LEADER, PlanState.DRAFT, None),
        (LEADER, PlanState.UNDER_DISCUSSION, None),
        (LEADER, PlanState.REVISED, None),
        (LEADER, PlanState.FOR_APPROVAL, PlanRefusal.FOR_APPROVAL),
        (LEADER, PlanState.ADOPTED, PlanRefusal.ADOPTED),
        (LEADER, PlanState.CLOSED, PlanRefusal.CLOSED),
        (person(Role.DEPUTY_MANAGER, UNIT), PlanState.DRAFT, None),
        (person(Role.UNIT_MANAGER, SISTER), PlanState.DRAFT, PlanRefusal.NOT_LEADER),
        (person(Role.UNIT_MANAGER, AREA), PlanState.DRAFT, PlanRefusal.NOT_LEADER),
        (DIRECTOR, PlanState.DRAFT, PlanRefusal.NOT_LEADER),
        (UNION, PlanState.DRAFT, PlanRefusal.NOT_LEADER),
        (PersonFacts(1, 1), PlanState.DRAFT, PlanRefusal.NOT_LEADER),
    ],
)
def test_only_the_units_leader_writes_and_only_before_adoption(
    who: PersonFacts, state: PlanState, refusal: PlanRefusal | None
) -> None:
    assert why_not_edit_plan(who, UNIT, state) is refusal


def refusal_of(
    who: PersonFacts, start: PlanState, end: PlanState, reason: str = ""
) -> PlanRefusal | None:
    move = move_to(start, end, has_been_adopted=False)
    assert move is not None
    return why_not_move(who, UNIT, move, reason)


def test_the_leader_sends_and_the_one_above_adopts() -> None:
    assert refusal_of(LEADER, PlanState.DRAFT, PlanState.UNDER_DISCUSSION) is None
    adopting = (PlanState.FOR_APPROVAL, PlanState.ADOPTED)
    assert refusal_of(DIRECTOR, *adopting) is None
    assert refusal_of(UNION, *adopting) is PlanRefusal.NOT_APPROVER


def test_a_leader_who_adopts_says_who_approved() -> None:
    adopting = (PlanState.FOR_APPROVAL, PlanState.ADOPTED)
    assert refusal_of(LEADER, *adopting) is PlanRefusal.REASON_MISSING
    assert refusal_of(LEADER, *adopting, "Godkjent av Tone 5. desember") is None


def test_discussion_may_be_passed_by_only_with_a_reason() -> None:
    straight = (PlanState.DRAFT, PlanState.FOR_APPROVAL)
    assert refusal_of(LEADER, *straight) is PlanRefusal.REASON_MISSING
    assert refusal_of(LEADER, *straight, "Drøftet i 2025") is None
    assert refusal_of(DIRECTOR, *straight, "Grunn") is PlanRefusal.NOT_LEADER


def test_a_stranger_makes_no_move_at_all() -> None:
    stranger = person(Role.UNIT_MANAGER, SISTER)
    refusals = {why_not_move(stranger, UNIT, move, "Grunn") for move in MOVES}
    assert refusals == {PlanRefusal.NOT_LEADER, PlanRefusal.NOT_APPROVER}


@pytest.mark.parametrize("role", [Role.UNION_REP, Role.SAFETY_REP])
def test_those_who_represent_the_staff_make_statements(role: Role) -> None:
    assert why_not_state(person(role, AREA), UNIT) is None


def test_others_make_no_statement() -> None:
    assert why_not_state(LEADER, UNIT) is PlanRefusal.NOT_REPRESENTATIVE


def goal(**changes: object) -> GoalFacts:
    whole = {
        "id": 7,
        "title": "Et mål",
        "why": "",
        "deadline": None,
        "collector": "Kari",
        "collector_active": True,
        "deputy": "Leif",
        "deputy_active": True,
    }
    return GoalFacts(**(whole | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        ({}, ()),
        ({"collector": ""}, (Gap.NO_COLLECTOR,)),
        ({"collector_active": False}, (Gap.COLLECTOR_INACTIVE,)),
        ({"deputy": ""}, (Gap.NO_DEPUTY,)),
        ({"deputy_active": False}, (Gap.DEPUTY_INACTIVE,)),
        ({"collector": "", "deputy": ""}, (Gap.NO_COLLECTOR, Gap.NO_DEPUTY)),
    ],
)
def test_each_goal_needs_living_people(
    changes: dict[str, object], gaps: tuple[Gap, ...]
) -> None:
    plan = PlanFacts(1, UnitFacts(2, 1, UNIT, None), 2026, goals=(goal(**changes),))
    assert gaps_before_adoption(plan) == tuple(
        PlanGap(gap, 7, "Et mål") for gap in gaps
    )


def test_a_plan_needs_a_goal_that_is_not_dropped() -> None:
    unit = UnitFacts(2, 1, UNIT, None)
    dropped = PlanFacts(1, unit, 2026, goals=(goal(dropped=True),))
    assert gaps_before_adoption(dropped) == (PlanGap(Gap.NO_GOALS),)
    assert gaps_before_adoption(PlanFacts(1, unit, 2026)) == (PlanGap(Gap.NO_GOALS),)
