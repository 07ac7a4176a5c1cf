"""Goals: making, changing and dropping goals, and saying yes to the task."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.saving import change_row
from trinnvis.records.models import Goal, Person, Plan
from trinnvis.records.refusals import Refused
from trinnvis.rules.plan_access import PlanRefusal, why_not_edit_plan
from trinnvis.rules.terms import PlanState


@transaction.atomic
def add_goal(plan: Plan, values: Fields, *, by: Person, at: datetime) -> Goal:
    """Add a goal last in the plan. One row, one log entry."""
    refuse_edit(plan, by)
    _refuse_people(values)
    last = plan.goals.aggregate(last=Max("order"))["last"]
    goal = Goal(
        municipality_id=plan.municipality_id,
        plan=plan,
        order=0 if last is None else last + 1,
        language=plan.unit.language,
        **values,
    )
    # The one who takes the task on oneself has said yes.
    if goal.collector_id == by.pk:
        goal.collector_accepted_at = at
    goal.save(force_insert=True)
    _log("add_goal", goal, by=by, at=at, after=values)
    return goal


@transaction.atomic
def change_goal(
    goal: Goal, values: Fields, *, version: int, by: Person, at: datetime
) -> bool:
    """Change what the goal says. A new collector is asked anew. One log entry.

    Raises Stale when someone else changed the same fields since `version`.
    """
    refuse_edit(goal.plan, by)
    _refuse_people(values)
    wanted = dict(values)
    if "collector" in wanted and _id(wanted["collector"]) != goal.collector_id:
        taken = at if _id(wanted["collector"]) == by.pk else None
        wanted |= {"collector_accepted_at": taken, "collector_declined": ""}
    return change_row(
        "change_goal",
        goal,
        wanted,
        version=version,
        by=by,
        at=at,
        unit_id=goal.plan.unit_id,
    )


@transaction.atomic
def drop_goal(
    goal: Goal, reason: str, on: date, *, version: int, by: Person, at: datetime
) -> None:
    """Take the goal out of the plan; it stays readable, with the reason.

    A goal that never was adopted needs no reason to leave.
    """
    refuse_edit(goal.plan, by)
    if goal.plan.adopted_once and not reason:
        raise Refused(PlanRefusal.REASON_MISSING)
    change_row(
        "drop_goal",
        goal,
        {"dropped_on": on, "dropped_reason": reason},
        version=version,
        by=by,
        at=at,
        unit_id=goal.plan.unit_id,
        reason=reason,
    )


@transaction.atomic
def take_back_goal(goal: Goal, *, version: int, by: Person, at: datetime) -> None:
    """Put a dropped goal back in the plan."""
    refuse_edit(goal.plan, by)
    change_row(
        "take_back_goal",
        goal,
        {"dropped_on": None, "dropped_reason": ""},
        version=version,
        by=by,
        at=at,
        unit_id=goal.plan.unit_id,
    )


@transaction.atomic
def move_goal(goal: Goal, places: int, *, by: Person, at: datetime) -> None:
    """Move the goal up (negative) or down among the plan's goals. One log entry."""
    refuse_edit(goal.plan, by)
    goals = list(goal.plan.goals.select_for_update().order_by("order", "pk"))
    here = next(index for index, row in enumerate(goals) if row.pk == goal.pk)
    there = min(max(here + places, 0), len(goals) - 1)
    if there == here:
        return
    goals.insert(there, goals.pop(here))
    for order, row in enumerate(goals):
        Goal.objects.filter(pk=row.pk).update(order=order)
    _log(
        "move_goal",
        goal,
        by=by,
        at=at,
        before={"order": here},
        after={"order": there},
    )


@transaction.atomic
def accept_task(goal: Goal, *, by: Person, at: datetime) -> None:
    """Say yes to fetching the goal's results. Twice is once. One log entry."""
    saved = _asked(goal, by)
    if saved.collector_accepted_at is not None:
        return
    _answer(saved, "accept_task", accepted_at=at, declined="", by=by, at=at)


@transaction.atomic
def decline_task(goal: Goal, reason: str, *, by: Person, at: datetime) -> None:
    """Say no to the task, with a reason that the leader sees. One log entry."""
    saved = _asked(goal, by)
    if not reason:
        raise Refused(PlanRefusal.REASON_MISSING)
    _answer(saved, "decline_task", accepted_at=None, declined=reason, by=by, at=at)


def refuse_edit(plan: Plan, by: Person) -> None:
    """Raise Refused unless `by` may write in the plan as it stands now. 1 query.

    Reads the state anew and locks it, so that a plan which is adopted meanwhile
    is not changed.
    """
    state = (
        Plan.objects.select_for_update().values_list("state", flat=True).get(pk=plan.pk)
    )
    if reason := why_not_edit_plan(by.facts, plan.unit.path, PlanState(state)):
        raise Refused(reason)


def _asked(goal: Goal, by: Person) -> Goal:
    saved = Goal.objects.select_for_update().select_related("plan").get(pk=goal.pk)
    if saved.collector_id != by.pk:
        raise Refused(PlanRefusal.NOT_ASKED)
    return saved


def _answer(
    goal: Goal,
    deed: str,
    *,
    accepted_at: datetime | None,
    declined: str,
    by: Person,
    at: datetime,
) -> None:
    """Write the collector's answer; a goal's version follows its text alone."""
    Goal.objects.filter(pk=goal.pk).update(
        collector_accepted_at=accepted_at, collector_declined=declined
    )
    _log(
        deed,
        goal,
        by=by,
        at=at,
        after={"collector_accepted_at": accepted_at, "collector_declined": declined},
    )


def _refuse_people(values: Fields) -> None:
    """Raise Refused for someone who has left, or who is both named persons."""
    collector, deputy = values.get("collector"), values.get("deputy")
    for person in (collector, deputy):
        if person is not None and not person.is_active:
            raise Refused(PlanRefusal.PERSON_INACTIVE)
    if collector is not None and collector == deputy:
        raise Refused(PlanRefusal.COLLECTOR_IS_DEPUTY)


def _id(person: Any) -> int | None:
    return None if person is None else person.pk


def _log(
    deed: str,
    goal: Goal,
    *,
    by: Person,
    at: datetime,
    before: Fields | None = None,
    after: Fields | None = None,
) -> None:
    log(
        deed,
        goal,
        by=by,
        at=at,
        municipality_id=goal.municipality_id,
        unit_id=goal.plan.unit_id,
        before=before,
        after=after,
    )
