"""Demo: whom one may be in the demo municipality, and the day it starts at.

Only for the door, before there is anyone to read through; nobody outside the demo.
"""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings

from trinnvis.records.models import Goal, LogEntry, Municipality, Person
from trinnvis.rules.terms import Role

_OSLO = ZoneInfo("Europe/Oslo")


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One of the demo's people; `collects` where a goal is theirs to fetch for."""

    id: int
    key: str
    name: str
    title: str
    unit: str
    roles: frozenset[Role]
    collects: bool


def demo_people() -> tuple[DemoPerson, ...]:
    """Return everyone one may be in the demo, by name. 3 queries; none outside it."""
    if not settings.DEMO:
        return ()
    people = Person.objects.filter(is_active=True, municipality__is_demo=True)
    collecting = set(
        Goal.objects.filter(municipality__is_demo=True)
        .exclude(collector=None)
        .values_list("collector_id", flat=True)
    )
    return tuple(
        _demo_person(person, person.pk in collecting)
        for person in people.prefetch_related("roles__unit")
    )


def start_day(municipality: Municipality) -> date | None:
    """Return the day the demo starts at: the given one, or its file's. 1 query."""
    if settings.TODAY:
        return date.fromisoformat(settings.TODAY)
    loaded = LogEntry.objects.filter(municipality=municipality, deed="load_demo")
    first = loaded.order_by("seq").first()
    return first.at.astimezone(_OSLO).date() if first else None


def _demo_person(person: Person, collects: bool) -> DemoPerson:
    held = list(person.roles.all())
    units = [row.unit.name for row in held if row.unit.kind == "enhet"]
    return DemoPerson(
        id=person.pk,
        key=person.key,
        name=person.name,
        title=person.title,
        unit=units[0] if units else "",
        roles=frozenset(Role(row.role) for row in held),
        collects=collects,
    )
