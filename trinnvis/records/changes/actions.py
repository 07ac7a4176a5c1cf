"""Actions: what the unit does to reach a goal."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from trinnvis.records.changes.goals import refuse_edit
from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.saving import change_row
from trinnvis.records.models import Action, Goal, Person
from trinnvis.records.refusals import Refused
from trinnvis.rules.plan_access import PlanRefusal


@transaction.atomic
def add_action(goal: Goal, values: Fields, *, by: Person, at: datetime) -> Action:
    """Add an action last in the goal. One row, one log entry."""
    refuse_edit(goal.plan, by)
    _refuse_crossed(values)
    last = goal.actions.aggregate(last=Max("order"))["last"]
    action = Action(
        municipality_id=goal.municipality_id,
        goal=goal,
        order=0 if last is None else last + 1,
        **values,
    )
    action.save(force_insert=True)
    log(
        "add_action",
        action,
        by=by,
        at=at,
        municipality_id=goal.municipality_id,
        unit_id=goal.plan.unit_id,
        after=values,
    )
    return action


@transaction.atomic
def change_action(
    action: Action, values: Fields, *, version: int, by: Person, at: datetime
) -> bool:
    """Change what the action says. One log entry; Stale as everywhere."""
    refuse_edit(action.goal.plan, by)
    _refuse_crossed(values)
    return change_row(
        "change_action",
        action,
        values,
        version=version,
        by=by,
        at=at,
        unit_id=action.goal.plan.unit_id,
    )


@transaction.atomic
def remove_action(action: Action, *, by: Person, at: datetime) -> None:
    """Take an action out of a plan that was never adopted. One log entry.

    Raises Refused in a plan that was: there an action is stopped in the quarter,
    with its reason.
    """
    refuse_edit(action.goal.plan, by)
    if action.goal.plan.adopted_once and action.outcomes.exists():
        raise Refused(PlanRefusal.ADOPTED)
    log(
        "remove_action",
        action,
        by=by,
        at=at,
        municipality_id=action.municipality_id,
        unit_id=action.goal.plan.unit_id,
        before={"title": action.title},
    )
    action.delete()


def _refuse_crossed(values: Fields) -> None:
    start, due = values.get("start"), values.get("due")
    if start and due and due < start:
        raise Refused(PlanRefusal.DATES_CROSSED)
