"""Cast: the people everyone knows by heart, and the unit they work in.

Kari is ansvarsperson and works in Solvik barnehage, which Leif leads. Tone is
kommunedirektør. Ali leads another unit, Siri is councillor, Turid union
representative, Arne auditor. Nils leads a unit in another municipality.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from trinnvis.records.load.people import sight_on
from trinnvis.records.models import (
    Action,
    Goal,
    Indicator,
    Municipality,
    Person,
    Perspective,
    Plan,
    PlanEvent,
    RoleAssignment,
    Unit,
)
from trinnvis.rules.terms import PlanState, Role

TODAY = date(2026, 10, 5)
NOON = datetime(2026, 10, 5, 10, 0, tzinfo=UTC)


@dataclass
class Cast:
    """A municipality with one adopted plan, one draft and its people."""

    municipality: Municipality
    other_municipality: Municipality
    root: Unit
    solvik: Unit
    fjellvik: Unit
    elsewhere: Unit
    kari: Person
    leif: Person
    tone: Person
    ali: Person
    siri: Person
    turid: Person
    arne: Person
    eva: Person
    nils: Person
    plan: Plan
    goal: Goal
    indicator: Indicator
    action: Action


def make_cast() -> Cast:
    """Fill the database with the cast. For tests only: writes rows directly."""
    municipality = Municipality.objects.create(number="9999", name="Prøvik kommune")
    other = Municipality.objects.create(number="9998", name="Annetsted kommune")
    root = _unit(municipality, None, "prøvik", "Prøvik kommune", "kommune")
    solvik = _unit(municipality, root, "solvik", "Solvik barnehage", "enhet")
    fjellvik = _unit(municipality, root, "fjellvik", "Fjellvik skole", "enhet")
    elsewhere = _unit(other, None, "annet", "Annetsted barnehage", "enhet")
    people = {
        "kari": _person(municipality, "Kari Nes", (Role.EMPLOYEE, solvik)),
        "leif": _person(municipality, "Leif Berg", (Role.UNIT_MANAGER, solvik)),
        "tone": _person(municipality, "Tone Dahl", (Role.CHIEF_EXECUTIVE, root)),
        "ali": _person(municipality, "Ali Khan", (Role.UNIT_MANAGER, fjellvik)),
        "siri": _person(municipality, "Siri Moe", (Role.COUNCILLOR, root)),
        "turid": _person(municipality, "Turid Aas", (Role.UNION_REP, root)),
        "arne": _person(municipality, "Arne Lie", (Role.AUDITOR, root)),
        "eva": _person(municipality, "Eva Holt", (Role.EMPLOYEE, solvik)),
        "nils": _person(other, "Nils Vik", (Role.UNIT_MANAGER, elsewhere)),
    }
    users = Perspective.objects.create(
        municipality=municipality, key="brukere", name="Brukere og innbyggere"
    )
    plan = Plan.objects.create(
        municipality=municipality,
        unit=solvik,
        year=2026,
        state=PlanState.ADOPTED,
        adopted_once=True,
    )
    PlanEvent.objects.create(
        municipality=municipality,
        plan=plan,
        state=PlanState.ADOPTED,
        by=people["leif"],
        at=datetime(2025, 12, 12, 9, 0, tzinfo=UTC),
    )
    goal = Goal.objects.create(
        municipality=municipality,
        plan=plan,
        title="Innen 31. desember 2026 har minst 95 prosent av barna en lekevenn.",
        why="Barn som hører til, trives.",
        perspective=users,
        deadline=date(2026, 12, 31),
        collector=people["kari"],
        collector_accepted_at=datetime(2025, 12, 1, 9, 0, tzinfo=UTC),
        deputy=people["leif"],
    )
    indicator = Indicator.objects.create(
        municipality=municipality,
        goal=goal,
        name="Andel barn med minst én fast lekevenn",
        unit="prosent",
        baseline=Decimal(84),
        baseline_label="2025",
        target=Decimal(95),
        acceptable=Decimal(90),
        source="Lekekart",
        minimum=Decimal(0),
        maximum=Decimal(100),
    )
    action = Action.objects.create(
        municipality=municipality,
        goal=goal,
        title="Lekegrupper med voksen til stede",
        responsible=people["kari"],
        start=date(2026, 1, 12),
        due=date(2026, 12, 18),
        status="ongoing",
    )
    return Cast(
        municipality=municipality,
        other_municipality=other,
        root=root,
        solvik=solvik,
        fjellvik=fjellvik,
        elsewhere=elsewhere,
        plan=plan,
        goal=goal,
        indicator=indicator,
        action=action,
        **people,
    )


def _unit(
    municipality: Municipality, parent: Unit | None, key: str, name: str, kind: str
) -> Unit:
    unit = Unit.objects.create(
        municipality=municipality,
        parent=parent,
        key=key,
        name=name,
        kind=kind,
        path=f"new-{key}",
        headcount=22,
        started_on=date(2026, 1, 1) if kind == "enhet" else None,
    )
    unit.path = f"{parent.path if parent else ''}{unit.pk:06d}/"
    unit.save()
    return unit


def _person(municipality: Municipality, name: str, held: tuple[Role, Unit]) -> Person:
    role, unit = held
    person = Person.objects.create(
        municipality=municipality,
        username=name.split()[0].lower(),
        key=name.split()[0].lower(),
        name=name,
    )
    RoleAssignment.objects.create(
        municipality=municipality,
        person=person,
        unit=unit,
        role=role,
        from_date=date(2025, 1, 1),
    )
    person.sight = sight_on(person, TODAY)
    return person
