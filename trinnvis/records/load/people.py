"""People: who is asking, as facts."""

from datetime import date

from django.db.models import Q

from trinnvis.records.models import Person, RoleAssignment
from trinnvis.rules.facts import PersonFacts, RoleFacts
from trinnvis.rules.sight import Sight, sight_of
from trinnvis.rules.terms import Role


def person_facts(person: Person, day: date) -> PersonFacts:
    """Return the person with the roles that hold on the day. 1 query."""
    held = RoleAssignment.objects.filter(
        Q(to_date__isnull=True) | Q(to_date__gte=day),
        person=person,
        from_date__lte=day,
    ).values_list("role", "unit_id", "unit__path")
    return PersonFacts(
        id=person.pk,
        municipality_id=person.municipality_id,
        roles=tuple(RoleFacts(Role(role), unit, path) for role, unit, path in held),
        active=person.is_active,
    )


def sight_on(person: Person, day: date) -> Sight:
    """Return what the person sees on the day; keeps the facts on the person. 1 query."""
    person.facts = person_facts(person, day)
    return sight_of(person.facts)
