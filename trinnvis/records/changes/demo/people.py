"""People: those one may be in the demo, and the roles they hold."""

from collections import defaultdict
from datetime import date

from django.contrib.auth.hashers import make_password

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Person, RoleAssignment, Unit
from trinnvis.rules.terms import Role

_ROLES = {
    "kommunedirektor": Role.CHIEF_EXECUTIVE,
    "kommunalsjef": Role.AREA_DIRECTOR,
    "okonomisjef": Role.CFO,
    "controller": Role.CONTROLLER,
    "enhetsleder": Role.UNIT_MANAGER,
    "ansvarsperson": Role.EMPLOYEE,
    "tillitsvalgt": Role.UNION_REP,
    "verneombud": Role.SAFETY_REP,
    "ansatt": Role.EMPLOYEE,
    "folkevalgt": Role.COUNCILLOR,
    "kontrollutvalg": Role.AUDITOR,
    "sekretariat": Role.AUDITOR,
    "arkivar": Role.ARCHIVIST,
    "systemadministrator": Role.ADMIN,
}
"""«Ansvarsperson» is no role but a task: it follows from the goal."""

_LEADS = {
    "kommune": Role.CHIEF_EXECUTIVE,
    "kommunalomrade": Role.AREA_DIRECTOR,
    "politisk": Role.MAYOR,
}
"""What leading such a unit means; a unit of any other kind has a unit manager."""


def make_people(made: Made) -> None:
    """Make everyone with their roles; nobody in the demo has a password."""
    no_password = make_password(None)
    told = made.file.sections("users")
    rows = [_person(made, person, no_password) for person in told]
    made.people = {row.key: row for row in Person.objects.bulk_create(rows)}
    roles = {(p.text("id"), p.text("unit"), _role_of(p)) for p in told}
    for section in made.file.sections("units"):
        unit, leader = section.text("id"), section.text("leader")
        made.leaders[unit] = made.people[leader]
        kind = made.units[unit].kind
        roles.add((leader, unit, _LEADS.get(kind, Role.UNIT_MANAGER)))
    _make_roles(made, sorted(roles))
    made.colleagues = _colleagues(made, told)


def deputy_for(made: Made, unit: Unit, collector: Person) -> Person:
    """Return the nearest who can stand in: the leader, a colleague, a leader beside.

    Not one above where there is a choice: a deputy sees the figures before they are
    delivered, and leadership should not.
    """
    leader = made.leader_of(unit)
    if collector != leader:
        return leader
    colleagues = made.colleagues.get(unit.key, ())
    if colleagues:
        return colleagues[0]
    return made.leader_beside(unit) or made.leader_above(unit)


def _person(made: Made, told: Section, password: str) -> Person:
    key = told.text("id")
    language = made.units[told.text("unit")].language
    return Person(
        municipality=made.municipality,
        key=key,
        username=key,
        name=told.text("name"),
        title=told.text("title"),
        language="" if language == made.municipality.language else language,
        password=password,
    )


def _role_of(told: Section) -> Role:
    if told.text("title") == "Ordfører":
        return Role.MAYOR
    return _ROLES[told.text("role")]


def _make_roles(made: Made, roles: list[tuple[str, str, Role]]) -> None:
    first_day = date(made.year - 1, 1, 1)
    RoleAssignment.objects.bulk_create(
        RoleAssignment(
            municipality=made.municipality,
            person=made.people[person],
            unit=made.units[unit],
            role=role,
            from_date=first_day,
        )
        for person, unit, role in roles
    )


def _colleagues(made: Made, told: tuple[Section, ...]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in told:
        if _role_of(person) is Role.EMPLOYEE:
            found[person.text("unit")].append(made.people[person.text("id")])
    return {unit: tuple(people) for unit, people in found.items()}
