"""Test sight: what each role sees, as unit paths."""

from dataclasses import replace

import pytest

from trinnvis.rules.facts import PersonFacts, RoleFacts
from trinnvis.rules.sight import EVERYWHERE, Sight, sight_of
from trinnvis.rules.terms import Role

ROOT, AREA, UNIT, SISTER = "1/", "1/2/", "1/2/3/", "1/2/4/"


def seen_by(role: Role, path: str) -> Sight:
    return sight_of(PersonFacts(7, 1, (RoleFacts(role, 1, path),)))


@pytest.mark.parametrize(
    ("role", "path", "drafts", "notes", "pulses"),
    [
        (Role.CHIEF_EXECUTIVE, ROOT, True, True, False),
        (Role.AREA_DIRECTOR, AREA, True, True, False),
        (Role.CFO, ROOT, True, False, False),
        (Role.CONTROLLER, ROOT, True, False, False),
        (Role.UNIT_MANAGER, UNIT, True, True, True),
        (Role.DEPUTY_MANAGER, UNIT, True, True, True),
        (Role.EMPLOYEE, UNIT, True, False, True),
        (Role.UNION_REP, ROOT, True, False, True),
        (Role.SAFETY_REP, UNIT, True, False, True),
        (Role.COUNCILLOR, ROOT, False, False, False),
        (Role.MAYOR, ROOT, False, False, False),
        (Role.AUDITOR, ROOT, True, False, True),
        (Role.ARCHIVIST, ROOT, False, False, False),
        (Role.ADMIN, ROOT, False, False, False),
        (Role.UNIT_MANAGER, SISTER, False, False, False),
        (Role.EMPLOYEE, AREA, False, False, False),
    ],
)
def test_role_sees_this_of_a_unit(role, path, drafts, notes, pulses):
    sight = seen_by(role, path)
    assert (
        sight.sees_drafts_of(UNIT),
        sight.sees_notes_of(UNIT),
        sight.sees_pulses_of(UNIT),
    ) == (drafts, notes, pulses)


def test_those_above_count_pulses_and_do_not_read_them():
    assert seen_by(Role.AREA_DIRECTOR, AREA).pulse_counts == (AREA,)
    assert seen_by(Role.CHIEF_EXECUTIVE, ROOT).pulse_counts == (EVERYWHERE,)
    assert seen_by(Role.UNIT_MANAGER, UNIT).pulse_counts == ()


def test_leader_leads_just_the_own_unit():
    leader = seen_by(Role.UNIT_MANAGER, AREA)
    assert (leader.leads_unit(AREA), leader.leads_unit(UNIT)) == (True, False)


def test_auditor_alone_reads_history():
    assert [role for role in Role if seen_by(role, ROOT).history] == [Role.AUDITOR]


def test_inactive_person_sees_nothing():
    person = PersonFacts(7, 1, (RoleFacts(Role.CHIEF_EXECUTIVE, 1, ROOT),))
    assert sight_of(replace(person, active=False)) == Sight(7, 1)
