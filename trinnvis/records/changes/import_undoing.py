"""Import undoing: whether someone has built on what a file made, and taking it out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from trinnvis.records.changes.logging import log
from trinnvis.records.load.imports import TAKES_IMPORTS
from trinnvis.records.models import (
    Goal,
    ImportBatch,
    Indicator,
    Observation,
    Person,
    Plan,
    Standing,
)
from trinnvis.rules.import_refusals import BuiltOn

_KINDS: dict[str, type[models.Model]] = {
    "observation": Observation,
    "indicator": Indicator,
    "goal": Goal,
    "plan": Plan,
}
"""In the order they can be taken out: nothing before what hangs on it."""


def built_on(batch: ImportBatch) -> tuple[BuiltOn, ...]:
    """Return what stands in the way of taking the file out, in a fixed order.

    Some 40 queries, however much the file made: one for each kind of row that can
    hang on a plan, a goal or an indicator.
    """
    made = _made(batch)
    found = [*_moved_plans(made), *_changed(made)]
    for kind in ("plan", "goal", "indicator"):
        found += _added(kind, made)
    return tuple(dict.fromkeys(found))


def remove_rows(batch: ImportBatch, *, by: Person, at: datetime) -> None:
    """Take out exactly what the file made; one log entry for each plan.

    Must run inside the change's own transaction, after `built_on` found nothing.
    """
    made = _made(batch)
    plans = Plan.objects.filter(goals__in=made["goal"]).distinct().order_by("pk")
    for plan in plans:
        goals = plan.goals.filter(pk__in=made["goal"])
        log(
            "take_out_import",
            plan,
            by=by,
            at=at,
            municipality_id=plan.municipality_id,
            unit_id=plan.unit_id,
            before={
                "import": batch.pk,
                "file": batch.file_name,
                "goals": list(goals.values_list("title", flat=True)),
            },
            after={"plan_removed": plan.pk in made["plan"]},
        )
    for kind, model in _KINDS.items():
        model._default_manager.filter(pk__in=made[kind]).delete()


def _made(batch: ImportBatch) -> dict[str, set[int]]:
    made: dict[str, set[int]] = {kind: set() for kind in _KINDS}
    for kind, key, *_rest in batch.made:
        made[kind].add(key)
    return made


def _moved_plans(made: dict[str, set[int]]) -> Iterable[BuiltOn]:
    plans = Plan.objects.filter(goals__in=made["goal"]).select_related("unit")
    for plan in plans.exclude(state__in=TAKES_IMPORTS).distinct().order_by("pk"):
        yield BuiltOn("plan_moved", str(plan.year), plan.unit.name)


def _changed(made: dict[str, set[int]]) -> Iterable[BuiltOn]:
    for goal in _goals(made).exclude(version=1):
        yield BuiltOn("changed", goal.title, goal.plan.unit.name)
    indicators = Indicator.objects.filter(pk__in=made["indicator"]).exclude(version=1)
    for row in indicators.select_related("goal__plan__unit").order_by("pk"):
        yield BuiltOn("changed", row.name, row.goal.plan.unit.name)
    plans = Plan.objects.filter(pk__in=made["plan"]).exclude(version=1)
    for plan in plans.select_related("unit").order_by("pk"):
        yield BuiltOn("changed", str(plan.year), plan.unit.name)


def _added(kind: str, made: dict[str, set[int]]) -> Iterable[BuiltOn]:
    """Yield rows of any kind that hang on what was made and were not made with it."""
    model = _KINDS[kind]
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        other = relation.related_model
        if other is Standing or not isinstance(other, type):
            continue
        own = made.get(other._meta.model_name or "", set())
        name = relation.field.name
        rows = other._default_manager.filter(**{f"{name}__in": made[kind]})
        counted: dict[int, int] = {}
        for key in rows.exclude(pk__in=own).order_by(name).values_list(name, flat=True):
            counted[key] = counted.get(key, 0) + 1
        for key, count in counted.items():
            title, unit = _named(model._default_manager.get(pk=key))
            yield BuiltOn(other._meta.model_name or "", title, unit, count)


def _named(row: Any) -> tuple[str, str]:
    """Return what the row is called, and its unit's name."""
    if isinstance(row, Plan):
        return str(row.year), row.unit.name
    if isinstance(row, Goal):
        return row.title, row.plan.unit.name
    return row.name, row.goal.plan.unit.name


def _goals(made: dict[str, set[int]]) -> models.QuerySet[Goal]:
    goals = Goal.objects.filter(pk__in=made["goal"])
    return goals.select_related("plan__unit").order_by("pk")
