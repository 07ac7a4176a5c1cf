"""First start: an empty installation gets its municipality and its administrator."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from trinnvis.records.changes.logging import log
from trinnvis.records.models import (
    Municipality,
    Person,
    Perspective,
    RoleAssignment,
    Unit,
)
from trinnvis.records.refusals import Refused
from trinnvis.rules.terms import Role

_PERSPECTIVES = (
    ("brukere", "Brukere og innbyggere", "Brukarar og innbyggjarar"),
    ("medarbeidere", "Medarbeidere", "Medarbeidarar"),
    ("okonomi", "Økonomi", "Økonomi"),
    ("samfunn", "Samfunn og miljø", "Samfunn og miljø"),
    ("prosesser", "Interne prosesser", "Interne prosessar"),
)
"""Those most municipalities use; each can rename and add its own."""


class FirstStartRefusal(StrEnum):
    """Why the installation is not set up."""

    HAS_STARTED = "has_started"


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What the first administrator is asked."""

    municipality: str
    number: str
    name: str
    email: str
    password: str


@transaction.atomic
def start_municipality(answers: FirstAnswers, *, at: datetime) -> Person:
    """Make the municipality, its top unit and its first administrator.

    Nine rows, one log entry by the new administrator. The password is kept as a
    hash. Raises Refused when there is a municipality already.
    """
    if Municipality.objects.exists():
        raise Refused(FirstStartRefusal.HAS_STARTED)
    municipality = Municipality.objects.create(
        number=answers.number, name=answers.municipality
    )
    Perspective.objects.bulk_create(
        Perspective(
            municipality=municipality, key=key, name=name, name_nn=nynorsk, order=order
        )
        for order, (key, name, nynorsk) in enumerate(_PERSPECTIVES)
    )
    top = _top_unit(municipality)
    person = Person(
        municipality=municipality,
        username=answers.email.lower(),
        email=answers.email.lower(),
        name=answers.name,
    )
    person.set_password(answers.password)
    person.save()
    RoleAssignment.objects.create(
        municipality=municipality,
        person=person,
        unit=top,
        role=Role.ADMIN,
        from_date=at.date(),
    )
    log(
        "start_municipality",
        municipality,
        by=person,
        at=at,
        municipality_id=municipality.pk,
        unit_id=top.pk,
        after={"number": municipality.number, "name": municipality.name},
    )
    return person


def _top_unit(municipality: Municipality) -> Unit:
    unit = Unit.objects.create(
        municipality=municipality,
        path="new",
        key="kommune",
        name=municipality.name,
        kind="kommune",
    )
    unit.path = f"{unit.pk:06d}/"
    unit.save(update_fields=("path",))
    return unit
