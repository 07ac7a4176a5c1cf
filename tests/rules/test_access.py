"""Test access: who may lead, run, administer and grant, and the reason when not."""

from dataclasses import replace

import pytest

from trinnvis.rules.access import (
    Refusal,
    UnitPlace,
    sees_draft_units,
    sees_published,
    why_not_administer,
    why_not_grant,
    why_not_import,
    why_not_lead,
    why_not_make_move,
    why_not_run_municipality,
    why_not_thank,
)
from trinnvis.rules.facts import PersonFacts, RoleFacts
from trinnvis.rules.lifecycle import MOVES, PlanMove
from trinnvis.rules.terms import PlanState, Role

ROOT, AREA, UNIT, SISTER = "1/", "1/2/", "1/2/3/", "1/2/4/"
PLACE = UnitPlace(1, UNIT)


def one(role: Role, path: str, person_id: int = 7) -> PersonFacts:
    return PersonFacts(person_id, 1, (RoleFacts(role, 1, path),))


LEIF = one(Role.UNIT_MANAGER, UNIT)
DEPUTY = one(Role.DEPUTY_MANAGER, UNIT)
ALI = one(Role.UNIT_MANAGER, SISTER)
DIRECTOR = one(Role.AREA_DIRECTOR, AREA)
TONE = one(Role.CHIEF_EXECUTIVE, ROOT)
CONTROLLER = one(Role.CONTROLLER, ROOT)
KARI = one(Role.EMPLOYEE, UNIT)
ADMIN = one(Role.ADMIN, ROOT)
AUDITOR = one(Role.AUDITOR, ROOT)
NOBODY = PersonFacts(9, 1)


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (LEIF, None),
        (DEPUTY, None),
        (ALI, Refusal.NOT_LEADER),
        (DIRECTOR, Refusal.NOT_LEADER),
        (TONE, Refusal.NOT_LEADER),
        (KARI, Refusal.NOT_LEADER),
        (ADMIN, Refusal.NOT_LEADER),
        (AUDITOR, Refusal.NOT_LEADER),
        (NOBODY, Refusal.NOT_LEADER),
        (replace(LEIF, active=False), Refusal.NOT_ACTIVE),
        (replace(LEIF, municipality_id=2), Refusal.OTHER_MUNICIPALITY),
    ],
)
def test_only_the_units_own_leader_leads_it(person, reason):
    assert why_not_lead(person, PLACE) is reason


def test_area_and_municipality_are_led_by_those_who_direct_them():
    assert why_not_lead(DIRECTOR, UnitPlace(1, AREA)) is None
    assert why_not_lead(TONE, UnitPlace(1, ROOT)) is None


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (TONE, None),
        (CONTROLLER, None),
        (one(Role.CFO, ROOT), None),
        (ADMIN, Refusal.NOT_MUNICIPAL_STAFF),
        (LEIF, Refusal.NOT_MUNICIPAL_STAFF),
        (replace(TONE, municipality_id=2), Refusal.OTHER_MUNICIPALITY),
    ],
)
def test_municipality_is_run_by_its_staff(person, reason):
    assert why_not_run_municipality(person, 1) is reason


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (LEIF, None),
        (DIRECTOR, None),
        (TONE, None),
        (ALI, Refusal.NOT_LEADER),
        (KARI, Refusal.NOT_LEADER),
        (replace(TONE, active=False), Refusal.NOT_ACTIVE),
    ],
)
def test_leader_and_those_above_thank(person, reason):
    assert why_not_thank(person, PLACE) is reason


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (LEIF, None),
        (CONTROLLER, None),
        (DIRECTOR, Refusal.NOT_LEADER),
        (replace(LEIF, municipality_id=2), Refusal.OTHER_MUNICIPALITY),
    ],
)
def test_leader_and_municipal_staff_import(person, reason):
    assert why_not_import(person, PLACE) is reason


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (ADMIN, None),
        (TONE, None),
        (CONTROLLER, Refusal.NOT_MUNICIPAL_STAFF),
        (replace(ADMIN, active=False), Refusal.NOT_ACTIVE),
    ],
)
def test_people_and_units_are_kept_by_the_administrator(person, reason):
    assert why_not_administer(person, 1) is reason


def move(start: PlanState, end: PlanState) -> PlanMove:
    [found] = [each for each in MOVES if (each.start, each.end) == (start, end)]
    return found


SEND = move(PlanState.UNDER_DISCUSSION, PlanState.FOR_APPROVAL)
ADOPT = move(PlanState.FOR_APPROVAL, PlanState.ADOPTED)
CLOSE = move(PlanState.ADOPTED, PlanState.CLOSED)


@pytest.mark.parametrize(
    ("person", "made", "reason"),
    [
        (LEIF, SEND, None),
        (DIRECTOR, SEND, Refusal.NOT_LEADER),
        (LEIF, ADOPT, Refusal.NOT_APPROVER),
        (DIRECTOR, ADOPT, None),
        (TONE, ADOPT, None),
        (CONTROLLER, ADOPT, Refusal.NOT_APPROVER),
        (LEIF, CLOSE, None),
        (DIRECTOR, CLOSE, None),
        (ALI, CLOSE, Refusal.NOT_LEADER),
        (replace(LEIF, active=False), SEND, Refusal.NOT_ACTIVE),
    ],
)
def test_plan_is_moved_by_those_the_table_names(person, made, reason):
    assert why_not_make_move(person, PLACE, made) is reason


def test_areas_own_plan_is_adopted_by_the_chief_executive():
    place = UnitPlace(1, AREA)
    assert why_not_make_move(DIRECTOR, place, ADOPT) is Refusal.NOT_APPROVER
    assert why_not_make_move(TONE, place, ADOPT) is None


@pytest.mark.parametrize(
    ("person", "role", "reason"),
    [
        (TONE, Role.CHIEF_EXECUTIVE, None),
        (TONE, Role.AUDITOR, None),
        (DIRECTOR, Role.UNIT_MANAGER, None),
        (DIRECTOR, Role.CHIEF_EXECUTIVE, Refusal.ABOVE_OWN_ROLE),
        (LEIF, Role.EMPLOYEE, None),
        (LEIF, Role.AREA_DIRECTOR, Refusal.ABOVE_OWN_ROLE),
        (LEIF, Role.COUNCILLOR, Refusal.ABOVE_OWN_ROLE),
        (ALI, Role.EMPLOYEE, Refusal.ABOVE_OWN_ROLE),
        (DEPUTY, Role.EMPLOYEE, Refusal.ABOVE_OWN_ROLE),
        (ADMIN, Role.UNIT_MANAGER, None),
        (ADMIN, Role.AUDITOR, Refusal.ABOVE_OWN_ROLE),
        (ADMIN, Role.CHIEF_EXECUTIVE, Refusal.ABOVE_OWN_ROLE),
        (one(Role.CFO, "1/9/"), Role.CONTROLLER, None),
        (NOBODY, Role.EMPLOYEE, Refusal.ABOVE_OWN_ROLE),
        (replace(TONE, active=False), Role.EMPLOYEE, Refusal.NOT_ACTIVE),
    ],
)
def test_nobody_gives_a_role_above_their_own(person, role, reason):
    assert why_not_grant(person, role, 42, PLACE) is reason


def test_nobody_gives_a_role_to_themselves():
    assert why_not_grant(TONE, Role.EMPLOYEE, TONE.id, PLACE) is Refusal.OWN_ROLE


def test_role_of_one_unit_is_not_given_from_another_among_several():
    both = replace(LEIF, roles=(*ALI.roles, *LEIF.roles))
    assert why_not_grant(both, Role.EMPLOYEE, 42, PLACE) is None


def test_drafts_are_seen_by_path_and_what_is_published_by_all():
    assert (sees_draft_units(DIRECTOR), sees_draft_units(AUDITOR)) == ((AREA,), ("",))
    assert sees_draft_units(one(Role.COUNCILLOR, ROOT)) == ()
    assert (sees_published(NOBODY), sees_published(replace(NOBODY, active=False))) == (
        True,
        False,
    )
