"""Access: why may this person not do this? A reason, or None.

The same function explains on the page and stops the change. What a person sees is
sight.py's, plans are plan_access.py's and quarters review_access.py's.
Source: docs/house.md, «Access».
"""

from dataclasses import dataclass
from enum import StrEnum

from trinnvis.rules.facts import PersonFacts
from trinnvis.rules.lifecycle import APPROVES, LEADS, PlanMove
from trinnvis.rules.sight import sight_of
from trinnvis.rules.terms import Role


class Refusal(StrEnum):
    """Why something cannot be done."""

    NOT_ACTIVE = "not_active"
    OTHER_MUNICIPALITY = "other_municipality"
    NOT_LEADER = "not_leader"
    """Only the unit's own leader, or the leader's deputy."""
    NOT_APPROVER = "not_approver"
    """Only the director of the area, or the chief executive."""
    NOT_MUNICIPAL_STAFF = "not_municipal_staff"
    """Only those who run the work for the whole municipality."""
    ABOVE_OWN_ROLE = "above_own_role"
    OWN_ROLE = "own_role"
    """Nobody gives a role to themselves."""


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """The unit something is done in."""

    municipality_id: int
    path: str


_STAFF_OF_MUNICIPALITY = frozenset({Role.CHIEF_EXECUTIVE, Role.CFO, Role.CONTROLLER})
_OWN_UNIT_LEADERS = LEADS | APPROVES
"""An area and the municipality have plans too, led by those who direct them."""
_REPRESENTATIVES = frozenset({Role.UNION_REP, Role.SAFETY_REP})
_OF_A_UNIT = frozenset(
    {Role.UNIT_MANAGER, Role.DEPUTY_MANAGER, Role.EMPLOYEE} | _REPRESENTATIVES
)
_GRANTS = {
    Role.CHIEF_EXECUTIVE: frozenset(Role),
    Role.AREA_DIRECTOR: _OF_A_UNIT | {Role.AREA_DIRECTOR},
    Role.UNIT_MANAGER: _OF_A_UNIT,
    Role.ADMIN: _OF_A_UNIT | {Role.COUNCILLOR, Role.MAYOR, Role.ARCHIVIST, Role.ADMIN},
    Role.CFO: frozenset({Role.CONTROLLER}),
}
"""Which roles a role may give, in its own unit and below; none above itself."""
_EVERYWHERE = frozenset({Role.CHIEF_EXECUTIVE, Role.ADMIN, Role.CFO})


def why_not_lead(person: PersonFacts, unit: UnitPlace) -> Refusal | None:
    """Anchor the unit, brief, hold workshops, ask the staff, present, look back."""
    if reason := _why_not_here(person, unit):
        return reason
    return None if _leads(person, unit) else Refusal.NOT_LEADER


def why_not_run_municipality(
    person: PersonFacts, municipality_id: int
) -> Refusal | None:
    """Anchor the municipality, write shared goals, set the calendar, write cases."""
    if reason := _why_not_here(person, UnitPlace(municipality_id, "")):
        return reason
    if _holds(person, _STAFF_OF_MUNICIPALITY):
        return None
    return Refusal.NOT_MUNICIPAL_STAFF


def why_not_make_move(
    person: PersonFacts, unit: UnitPlace, move: PlanMove
) -> Refusal | None:
    """Make one of the lifecycle's moves with the unit's plan."""
    if reason := _why_not_here(person, unit):
        return reason
    leads = move.roles & LEADS and _leads(person, unit)
    approves = move.roles & APPROVES and _approves(person, unit)
    if leads or approves:
        return None
    return Refusal.NOT_LEADER if move.roles & LEADS else Refusal.NOT_APPROVER


def why_not_thank(person: PersonFacts, unit: UnitPlace) -> Refusal | None:
    """Give recognition: the unit's leader and those above."""
    if reason := _why_not_here(person, unit):
        return reason
    above = _leads(person, unit) or _approves(person, unit)
    return None if above else Refusal.NOT_LEADER


def why_not_import(person: PersonFacts, unit: UnitPlace) -> Refusal | None:
    """Read goals and figures from a file: the leader, and the municipality's staff."""
    if reason := _why_not_here(person, unit):
        return reason
    may = _leads(person, unit) or _holds(person, _STAFF_OF_MUNICIPALITY)
    return None if may else Refusal.NOT_LEADER


def why_not_administer(person: PersonFacts, municipality_id: int) -> Refusal | None:
    """Keep people and units in order. Gives no right to read or write contents."""
    if reason := _why_not_here(person, UnitPlace(municipality_id, "")):
        return reason
    may = _holds(person, frozenset({Role.ADMIN, Role.CHIEF_EXECUTIVE}))
    return None if may else Refusal.NOT_MUNICIPAL_STAFF


def why_not_grant(
    person: PersonFacts, role: Role, to_person_id: int, unit: UnitPlace
) -> Refusal | None:
    """Give a role in a unit: none above one's own, and none to oneself."""
    if reason := _why_not_here(person, unit):
        return reason
    if to_person_id == person.id:
        return Refusal.OWN_ROLE
    for held in person.roles:
        reaches = held.role in _EVERYWHERE or unit.path.startswith(held.unit_path)
        if reaches and role in _GRANTS.get(held.role, frozenset()):
            return None
    return Refusal.ABOVE_OWN_ROLE


def sees_draft_units(person: PersonFacts) -> tuple[str, ...]:
    """Return the paths whose drafts, and those below, the person sees; "" is all."""
    return sight_of(person).drafts


def sees_published(person: PersonFacts) -> bool:
    """Tell who sees what is adopted and delivered: everyone signed in, at once."""
    return person.active


def _why_not_here(person: PersonFacts, unit: UnitPlace) -> Refusal | None:
    if not person.active:
        return Refusal.NOT_ACTIVE
    if person.municipality_id != unit.municipality_id:
        return Refusal.OTHER_MUNICIPALITY
    return None


def _leads(person: PersonFacts, unit: UnitPlace) -> bool:
    return any(
        held.role in _OWN_UNIT_LEADERS and held.unit_path == unit.path
        for held in person.roles
    )


def _approves(person: PersonFacts, unit: UnitPlace) -> bool:
    """An area's own plan is approved by the chief executive, not by its director."""
    return any(
        held.role is Role.CHIEF_EXECUTIVE
        or (
            held.role is Role.AREA_DIRECTOR
            and unit.path.startswith(held.unit_path)
            and unit.path != held.unit_path
        )
        for held in person.roles
    )


def _holds(person: PersonFacts, roles: frozenset[Role]) -> bool:
    return any(held.role in roles for held in person.roles)
