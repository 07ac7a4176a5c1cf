"""Imports: a batch as the scorecard and answers it holds, and what it would make."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from trinnvis.records.models import (
    ImportBatch,
    Indicator,
    Municipality,
    Person,
    Plan,
    RoleAssignment,
    Unit,
)
from trinnvis.records.versions import thaw_as
from trinnvis.rules.access import UnitPlace, why_not_import
from trinnvis.rules.facts import PersonFacts
from trinnvis.rules.import_answers import Answer, ImportAnswers
from trinnvis.rules.import_plan import (
    ImportFrame,
    ImportPlan,
    Place,
    Why,
    plan_import,
)
from trinnvis.rules.import_units import folded, same_name
from trinnvis.rules.scorecard_facts import Reason, Scorecard
from trinnvis.rules.terms import PlanState, Role

TAKES_IMPORTS = frozenset({PlanState.DRAFT, PlanState.UNDER_DISCUSSION})
"""A plan that was ever adopted is not changed by a file."""
_BRINGS_FILES = (Role.CONTROLLER, Role.CFO, Role.CHIEF_EXECUTIVE)
"""Who brings a file from the shell, in this order."""


def may_import_anywhere(person: PersonFacts) -> bool:
    """Tell whether the person may bring a file at all. No queries."""
    places = (
        UnitPlace(person.municipality_id, held.unit_path) for held in person.roles
    )
    return any(why_not_import(person, place) is None for place in places)


def may_import_to(person: PersonFacts, unit: Unit) -> bool:
    """Tell whether the person may bring a file for the unit. No queries."""
    place = UnitPlace(unit.municipality_id, unit.path)
    return why_not_import(person, place) is None


def scorecard_of(batch: ImportBatch) -> Scorecard:
    """Return the file as it was read. No queries."""
    card: Scorecard = thaw_as(Scorecard, batch.content)
    return card


def answers_of(batch: ImportBatch) -> ImportAnswers:
    """Return what the person has answered so far. No queries."""
    told = batch.answers
    return ImportAnswers(
        units={name: int(unit) for name, unit in told.get("units", {}).items()},
        rows={int(row): Answer(said) for row, said in told.get("rows", {}).items()},
        key_figures=told.get("key_figures", True),
    )


def plan_of(batch: ImportBatch, *, person: Person) -> ImportPlan:
    """Return what the batch would make with its answers. 5 queries."""
    scorecard, answers = scorecard_of(batch), answers_of(batch)
    frame = frame_for(scorecard, batch.year, answers, person=person)
    return plan_import(scorecard.rows, frame)


def frame_for(
    scorecard: Scorecard, year: int, answers: ImportAnswers, *, person: Person
) -> ImportFrame:
    """Return what the scorecard's rows are held against on this day. 5 queries."""
    return ImportFrame(
        year=year,
        answers=answers,
        places=_places(scorecard, year, answers, person),
        taken_rows=_taken_rows(scorecard.checksum, year, person.municipality_id),
    )


def applied_before(
    checksum: str, year: int, municipality_id: int
) -> ImportBatch | None:
    """Return the last batch of the very same file that stands, or None. 1 query."""
    return (
        ImportBatch.objects.filter(
            municipality_id=municipality_id,
            sha256=checksum,
            year=year,
            state=ImportBatch.State.APPLIED,
        )
        .select_related("by")
        .first()
    )


def units_by_id(municipality_id: int) -> dict[int, Unit]:
    """Return the municipality's living units, in the order of the tree. 1 query."""
    units = Unit.objects.filter(municipality_id=municipality_id, closed_on__isnull=True)
    return {unit.pk: unit for unit in units}


def _places(
    scorecard: Scorecard, year: int, answers: ImportAnswers, person: Person
) -> dict[str, Place]:
    units = units_by_id(person.municipality_id)
    names = {pk: unit.name for pk, unit in units.items()}
    unprinted = {
        row.unit for row in scorecard.rows if Reason.UNIT_NOT_PRINTED in row.reasons
    }
    chosen: dict[str, int | None] = {}
    for name in scorecard.units:
        by_name = None if name in unprinted else same_name(name, names)
        chosen[name] = answers.units.get(name, by_name)
    found = {unit for unit in chosen.values() if unit is not None and unit in units}
    plans = {
        plan.unit_id: PlanState(plan.state)
        for plan in Plan.objects.filter(unit_id__in=found, year=year)
    }
    taken = _taken_names(found, year)
    return {
        name: _place(name, unit, answers, units, plans, taken, person)
        for name, unit in chosen.items()
    }


def _place(
    name: str,
    unit_id: int | None,
    answers: ImportAnswers,
    units: dict[int, Unit],
    plans: dict[int, PlanState],
    taken: dict[int, set[str]],
    person: Person,
) -> Place:
    told = name in answers.units
    unit = units.get(unit_id or 0)
    if unit is None:
        left = told and unit_id == 0
        return Place(name, why_not=Why.UNIT_LEFT if left else Why.NO_UNIT, told=told)
    why_not = None
    if person.facts is None or not may_import_to(person.facts, unit):
        why_not = Why.NOT_ALLOWED
    elif plans.get(unit.pk, PlanState.DRAFT) not in TAKES_IMPORTS:
        why_not = Why.PLAN_FROZEN
    return Place(name, unit.pk, why_not, told, frozenset(taken.get(unit.pk, ())))


def _taken_names(units: set[int], year: int) -> dict[int, set[str]]:
    taken: dict[int, set[str]] = defaultdict(set)
    names = Indicator.objects.filter(
        goal__plan__unit_id__in=units, goal__plan__year=year
    ).values_list("goal__plan__unit_id", "name")
    for unit_id, name in names:
        taken[unit_id].add(folded(name))
    return taken


def _taken_rows(checksum: str, year: int, municipality_id: int) -> frozenset[int]:
    """Return the rows whose indicators the same file has given and that still are."""
    batches = ImportBatch.objects.filter(
        municipality_id=municipality_id,
        sha256=checksum,
        year=year,
        state=ImportBatch.State.APPLIED,
    ).values_list("made", flat=True)
    rows_of = {
        made[1]: made[2]
        for batch in batches
        for made in batch
        if made[0] == "indicator"
    }
    living = Indicator.objects.filter(pk__in=rows_of).values_list("pk", flat=True)
    return frozenset(row for pk in living for row in rows_of[pk])


def importer_of(
    municipality: Municipality, day: date, username: str = ""
) -> Person | None:
    """Return who a file is brought by where nobody is signed in, or None.

    The one who is named, else the municipality's first controller, then its CFO, then
    its chief executive. 2 queries.
    """
    people = Person.objects.filter(municipality=municipality, is_active=True)
    if username:
        return people.filter(username=username).first()
    held = RoleAssignment.objects.filter(
        Q(to_date__isnull=True) | Q(to_date__gte=day),
        person__in=people,
        from_date__lte=day,
        role__in=_BRINGS_FILES,
    ).select_related("person")
    ranked = sorted(held, key=lambda row: (_BRINGS_FILES.index(Role(row.role)), row.pk))
    return ranked[0].person if ranked else None
