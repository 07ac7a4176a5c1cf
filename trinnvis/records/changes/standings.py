"""Standings: what the rules say of each goal, kept beside it for the large pages.

A standing is a copy and never a source. It is written as everyone will see it once
the quarter is told; pages show it only for quarters that are.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from trinnvis.records.load.figures import Depth, Page, Reading
from trinnvis.records.load.goals import goals_by_plan
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import Goal, Municipality, Plan, Standing
from trinnvis.rules.assess import GoalFinding, assess_goal
from trinnvis.rules.facts import GoalFacts
from trinnvis.rules.quarters import quarters_of
from trinnvis.rules.terms import Level

_FIELDS = ("level", "track", "missing", "value", "indicator_id")


def write_standings(goals: QuerySet[Goal], *, day: date) -> int:
    """Write what the rules say of the goals, per quarter begun; return rows changed.

    Must run inside the change's own transaction. 6 queries, and one per row that
    differs from what stood there.
    """
    plans = Plan.objects.filter(goals__in=goals).select_related("unit").distinct()
    stood = {
        (row.goal_id, row.year, row.quarter): row
        for row in Standing.objects.filter(goal__in=goals)
    }
    changed = 0
    for said in standings_of(goals, plans, day):
        row = stood.pop((said.goal_id, said.year, said.quarter), None)
        changed += _write(row, said)
    for left_over in stood.values():
        left_over.delete()
        changed += 1
    return changed


def rebuild_standings(municipality: Municipality, *, day: date) -> int:
    """Make all standings anew; return how many rows differed from what stood."""
    return write_standings(Goal.objects.filter(municipality=municipality), day=day)


def standings_of(
    goals: QuerySet[Goal], plans: Iterable[Plan], day: date
) -> Iterator[Standing]:
    """Yield what the rules say, as rows that are not saved, in order of goal."""
    by_plan = {plan.pk: plan for plan in plans}
    reading = Reading(everything_told=True, depth=Depth.JUDGED)
    pages = {
        pk: Page(unit_facts(plan.unit), {}, reading) for pk, plan in by_plan.items()
    }
    for plan_id, of_plan in goals_by_plan(goals, pages).items():
        plan = by_plan[plan_id]
        for facts in of_plan:
            if not facts.dropped:
                yield from _through_the_year(facts, plan, day)


def _through_the_year(facts: GoalFacts, plan: Plan, day: date) -> Iterator[Standing]:
    for quarter in quarters_of(plan.year):
        if quarter.first_day > day:
            return
        found = assess_goal(facts, quarter, day, plan.unit.started_on)
        yield _standing(found, plan)


def _standing(found: GoalFinding, plan: Plan) -> Standing:
    leading = found.leading
    row = Standing(
        municipality_id=plan.municipality_id,
        goal_id=found.goal.id,
        year=found.quarter.year,
        quarter=found.quarter.number,
        level=Level.NO_TARGET,
        track="",
    )
    if leading is not None:
        row.level = leading.level.level
        row.track = leading.track.track if leading.track else ""
        row.missing = leading.missing or ""
        row.value = leading.value
        row.indicator_id = leading.indicator.id
    return row


def _write(row: Standing | None, said: Standing) -> int:
    if row is None:
        said.save(force_insert=True)
        return 1
    values: dict[str, Any] = {name: getattr(said, name) for name in _FIELDS}
    if all(getattr(row, name) == value for name, value in values.items()):
        return 0
    Standing.objects.filter(pk=row.pk).update(**values)
    return 1
