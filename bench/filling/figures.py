"""Figures: four years of quarters for every indicator, and the standings they give."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import islice

from bench.filling.size import Calendar, Size, chance, known_on
from trinnvis.records.changes.standings import standings_of
from trinnvis.records.models import Goal, Indicator, Observation, Plan, Standing
from trinnvis.rules.terms import Provenance

_BATCH = 5_000
_PLANS = 50


def make_figures(goals: list[Goal], size: Size) -> int:
    """Record a figure per indicator and quarter; return how many."""
    rows = _figures(goals, size)
    count = 0
    while batch := list(islice(rows, _BATCH)):
        Observation.objects.bulk_create(batch)
        count += len(batch)
    return count


def _figures(goals: list[Goal], size: Size) -> Iterator[Observation]:
    quarters = Calendar(size.day).quarters
    of_goal = {goal.pk: goal for goal in goals}
    indicators = Indicator.objects.filter(goal__municipality=goals[0].municipality_id)
    for indicator in indicators.order_by("pk").iterator():
        goal = of_goal[indicator.goal_id]
        roll = chance(size.seed, goal.plan.unit.key, goal.order, indicator.order)
        value = Decimal(roll.randint(600, 800)) / 10
        for quarter in quarters:
            value = min(Decimal(100), value + Decimal(roll.randint(-20, 35)) / 10)
            yield Observation(
                municipality_id=goal.municipality_id,
                indicator=indicator,
                year=quarter.year,
                quarter=quarter.number,
                value=value,
                n=roll.randint(40, 60),
                measured_on=quarter.last_day,
                source=indicator.source,
                provenance=Provenance.DEMO,
                known_from=known_on(quarter),
                by_id=goal.collector_id,
            )


def make_standings(plans: list[Plan], day: date) -> int:
    """Keep what the rules say of each goal and quarter; return how many rows."""
    count = 0
    for first in range(0, len(plans), _PLANS):
        batch = plans[first : first + _PLANS]
        goals = Goal.objects.filter(plan__in=batch)
        count += len(Standing.objects.bulk_create(standings_of(goals, batch, day)))
    return count
