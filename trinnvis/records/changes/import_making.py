"""Import making: plans, goals, indicators and figures from what a file says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from trinnvis.records.changes.logging import log
from trinnvis.records.changes.standings import write_standings
from trinnvis.records.load.imports import TAKES_IMPORTS
from trinnvis.records.models import (
    Goal,
    ImportBatch,
    Indicator,
    Observation,
    Person,
    Perspective,
    Plan,
    Unit,
)
from trinnvis.rules.import_indicators import IndicatorToMake
from trinnvis.rules.import_plan import ImportPlan
from trinnvis.rules.import_units import matching
from trinnvis.rules.terms import Frequency, PathKind, Provenance

_NAME = 300

Made = list[list[Any]]
"""[kind, key] of each row made; an indicator also has the rows it came from."""


@dataclass(slots=True)
class _Making:
    """One file being taken in: who, when, and what has been made so far."""

    batch: ImportBatch
    by: Person
    at: datetime
    perspectives: tuple[tuple[int, str], ...]
    made: Made = field(default_factory=list)


def make_rows(
    batch: ImportBatch, plan: ImportPlan, *, by: Person, at: datetime, today: date
) -> Made:
    """Make everything the plan says, and return the keys of the rows.

    Must run inside the change's own transaction. 8 queries, some per unit, and the
    standings of the goals made.
    """
    names = Perspective.objects.filter(municipality_id=batch.municipality_id)
    making = _Making(batch, by, at, tuple(names.values_list("pk", "name")))
    by_unit: dict[int, list[IndicatorToMake]] = {}
    for one in plan.indicators:
        by_unit.setdefault(one.unit_id, []).append(one)
    units = Unit.objects.in_bulk(by_unit)
    for unit_id, wanted in by_unit.items():
        _make_in_unit(making, units[unit_id], wanted)
    goals = [key for kind, key, *_rest in making.made if kind == "goal"]
    write_standings(Goal.objects.filter(pk__in=goals), day=today)
    return making.made


def _make_in_unit(making: _Making, unit: Unit, wanted: list[IndicatorToMake]) -> None:
    plan, started = _plan(making, unit)
    goals = _goals(making, plan, unit, wanted)
    indicators = Indicator.objects.bulk_create(
        _indicator(making.batch, goal, order, one) for goal, order, one in goals
    )
    making.made += [
        ["indicator", row.pk, list(one.rows)]
        for row, (_goal, _order, one) in zip(indicators, goals, strict=True)
    ]
    observations = Observation.objects.bulk_create(
        observation
        for row, (_goal, _order, one) in zip(indicators, goals, strict=True)
        for observation in _observations(making, row, one)
    )
    making.made += [["observation", row.pk] for row in observations]
    log(
        "import_into_plan",
        plan,
        by=making.by,
        at=making.at,
        municipality_id=unit.municipality_id,
        unit_id=unit.pk,
        after={
            "import": making.batch.pk,
            "file": making.batch.file_name,
            "started": started,
            "indicators": len(indicators),
            "figures": len(observations),
        },
    )


def _plan(making: _Making, unit: Unit) -> tuple[Plan, bool]:
    """Return the unit's plan for the year, held, and whether it was made here."""
    held = Plan.objects.select_for_update().filter(
        unit=unit, year=making.batch.year, state__in=TAKES_IMPORTS
    )
    if plan := held.first():
        return plan, False
    plan = Plan.objects.create(
        municipality_id=unit.municipality_id, unit=unit, year=making.batch.year
    )
    making.made.append(["plan", plan.pk])
    return plan, True


def _goals(
    making: _Making, plan: Plan, unit: Unit, wanted: list[IndicatorToMake]
) -> list[tuple[Goal, int, IndicatorToMake]]:
    """Return each indicator with its goal and its place there."""
    last = plan.goals.aggregate(last=Max("order"))["last"]
    first = 0 if last is None else last + 1
    shared: dict[str, int] = {}
    titles: list[IndicatorToMake] = []
    place_of: list[int] = []
    for one in wanted:
        if one.shares_goal and one.goal_title in shared:
            place_of.append(shared[one.goal_title])
            continue
        shared.setdefault(one.goal_title, len(titles))
        place_of.append(len(titles))
        titles.append(one)
    goals = Goal.objects.bulk_create(
        Goal(
            municipality_id=plan.municipality_id,
            plan=plan,
            order=first + place,
            title=one.goal_title[:_NAME],
            language=unit.language,
            perspective_id=matching(one.focus, making.perspectives),
        )
        for place, one in enumerate(titles)
    )
    making.made += [["goal", goal.pk] for goal in goals]
    return list(_in_goals(goals, place_of, wanted))


def _in_goals(
    goals: list[Goal], place_of: list[int], wanted: Iterable[IndicatorToMake]
) -> Iterator[tuple[Goal, int, IndicatorToMake]]:
    count: dict[int, int] = {}
    for place, one in zip(place_of, wanted, strict=True):
        order = count.get(place, 0)
        count[place] = order + 1
        yield goals[place], order, one


def _indicator(
    batch: ImportBatch, goal: Goal, order: int, one: IndicatorToMake
) -> Indicator:
    return Indicator(
        municipality_id=batch.municipality_id,
        goal=goal,
        order=order,
        name=one.name[:_NAME],
        unit=one.unit[:40],
        decimals=one.decimals,
        direction=one.direction,
        measure=one.measure,
        # A målekart prints one figure a year and nothing of the quarters.
        frequency=Frequency.YEARLY,
        path=PathKind.END_ONLY,
        watched=one.watched,
        target=one.target,
        acceptable=one.acceptable,
        low=one.low,
        high=one.high,
        tolerance=one.tolerance,
        baseline=one.baseline,
        baseline_label=one.baseline_label,
        minimum=one.minimum,
        maximum=one.maximum,
        source=one.source[:_NAME],
    )


def _observations(
    making: _Making, indicator: Indicator, one: IndicatorToMake
) -> Iterator[Observation]:
    for figure in one.figures:
        yield Observation(
            municipality_id=indicator.municipality_id,
            indicator=indicator,
            year=figure.year,
            quarter=0,
            value=figure.value,
            missing_reason=figure.missing_reason or "",
            preliminary=figure.preliminary,
            source=f"{making.batch.file_name}, {figure.cell}"[:_NAME],
            provenance=Provenance.IMPORTED,
            known_from=making.at,
            by=making.by,
            batch=making.batch,
        )
