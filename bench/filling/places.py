"""Places: a municipality, its units, its people and the roles they hold."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password

from bench.filling.size import Calendar, Size
from trinnvis.records.models import (
    Municipality,
    Person,
    Perspective,
    RoleAssignment,
    StrategyArea,
    Unit,
)
from trinnvis.rules.terms import Role

MEASURED = "maaleenheten"
"""The unit that benches visit: 5 goals with 4 indicators each, at every size."""

_UNITS_PER_AREA = 25
_PERSPECTIVES = ("Brukere og innbyggere", "Medarbeidere", "Økonomi", "Læring")
_AREAS = ("Oppvekst", "Helse og mestring", "Teknisk", "Kultur")
_SERVICES = ("skole", "barnehage", "sykehjem", "bibliotek", "renhold")
_FIRST = ("Kari", "Ola", "Anne", "Per", "Inger", "Bjørn", "Liv", "Åse", "Geir", "Siv")
_LAST = ("Nes", "Berg", "Dahl", "Lie", "Moe", "Vik", "Aas", "Holt", "Eide", "Øye")


@dataclass(slots=True)
class Team:
    """A unit and its people."""

    unit: Unit
    manager: Person
    deputy: Person
    collectors: tuple[Person, Person]


@dataclass(slots=True)
class Place:
    """One municipality with everyone in it."""

    municipality: Municipality
    perspectives: list[Perspective]
    strategies: list[StrategyArea]
    executive: Person
    teams: list[Team] = field(default_factory=list)


def make_place(number: int, size: Size) -> Place:
    """Make the municipality's units, people and roles. The measured unit is first."""
    municipality = Municipality.objects.create(
        number=f"{9000 + number}",
        name=f"Benkvik {number} kommune",
        population=400 * size.units,
        is_demo=True,
    )
    root = Unit.objects.create(
        municipality=municipality,
        path="000001/",
        key="kommunen",
        name=municipality.name,
        kind="kommune",
    )
    areas = Unit.objects.bulk_create(_areas(municipality, root, size))
    units = Unit.objects.bulk_create(_units(municipality, areas, size))
    people = _people(municipality, units)
    _give_roles(root, areas, units, people)
    by_name = {person.key: person for person in people}
    return Place(
        municipality,
        Perspective.objects.bulk_create(
            Perspective(
                municipality=municipality, key=f"p{order}", name=name, order=order
            )
            for order, name in enumerate(_PERSPECTIVES)
        ),
        StrategyArea.objects.bulk_create(
            StrategyArea(
                municipality=municipality,
                key=f"s{order}",
                name=f"{name} for alle",
                sdgs=[3, 4, order + 5],
                order=order,
            )
            for order, name in enumerate(_AREAS)
        ),
        by_name["executive"],
        [_team(unit, by_name) for unit in units],
    )


def _areas(municipality: Municipality, root: Unit, size: Size) -> list[Unit]:
    count = -(-(size.units + 1) // _UNITS_PER_AREA)
    return [
        Unit(
            municipality=municipality,
            parent=root,
            path=f"{root.path}{order + 2:06d}/",
            key=f"omraade-{order}",
            name=f"{_AREAS[order % len(_AREAS)]} {order + 1}",
            kind="kommunalområde",
        )
        for order in range(count)
    ]


def _units(municipality: Municipality, areas: list[Unit], size: Size) -> list[Unit]:
    names = [(MEASURED, "Måleenheten", "skole")]
    for order in range(size.units):
        service = _SERVICES[order % len(_SERVICES)]
        names.append((f"enhet-{order}", f"Benkvik {service} {order + 1}", service))
    return [
        Unit(
            municipality=municipality,
            parent=areas[order // _UNITS_PER_AREA],
            path=f"{areas[order // _UNITS_PER_AREA].path}{order + 1000:06d}/",
            key=key,
            name=name,
            service=service,
            headcount=34,
            started_on=Calendar(size.day).started,
        )
        for order, (key, name, service) in enumerate(names)
    ]


def _people(municipality: Municipality, units: list[Unit]) -> list[Person]:
    keys = ["executive", "controller", "auditor", "councillor"]
    for unit in units:
        keys += [f"{unit.key}-{held}" for held in ("manager", "deputy", "one", "two")]
    unusable = make_password(None)
    return Person.objects.bulk_create(
        Person(
            municipality=municipality,
            key=key,
            username=f"{municipality.number}-{key}",
            name=f"{_FIRST[order % 10]} {_LAST[order // 10 % 10]} {order}",
            password=unusable,
        )
        for order, key in enumerate(keys)
    )


def _give_roles(
    root: Unit, areas: list[Unit], units: list[Unit], people: list[Person]
) -> None:
    by_name = {person.key: person for person in people}
    held = [
        (by_name["executive"], root, Role.CHIEF_EXECUTIVE),
        (by_name["controller"], root, Role.CONTROLLER),
        (by_name["auditor"], root, Role.AUDITOR),
        (by_name["councillor"], root, Role.COUNCILLOR),
    ]
    held += [(by_name["executive"], area, Role.AREA_DIRECTOR) for area in areas]
    for unit in units:
        team = _team(unit, by_name)
        held.append((team.manager, unit, Role.UNIT_MANAGER))
        held.append((team.deputy, unit, Role.DEPUTY_MANAGER))
        held += [(person, unit, Role.EMPLOYEE) for person in team.collectors]
    RoleAssignment.objects.bulk_create(
        RoleAssignment(
            municipality_id=root.municipality_id,
            person=person,
            unit=unit,
            role=role,
            from_date=date(2020, 1, 1),
        )
        for person, unit, role in held
    )


def _team(unit: Unit, people: dict[str, Person]) -> Team:
    manager, deputy, one, two = (
        people[f"{unit.key}-{held}"] for held in ("manager", "deputy", "one", "two")
    )
    return Team(unit, manager, deputy, (one, two))
