"""Conditions: what else may have mattered, from a register that all units share."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.reviews import goal_review_of, refuse_unless_leader
from trinnvis.records.changes.submissions import claim
from trinnvis.records.models import (
    Condition,
    ConditionUse,
    Goal,
    GoalReview,
    Person,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import ConditionKind


@dataclass(frozen=True, slots=True)
class NewCondition:
    """Something that may have mattered, as it is told to all units."""

    kind: ConditionKind
    title: str
    text: str
    first_day: date
    last_day: date | None = None


@transaction.atomic
def use_condition(
    goal: Goal,
    quarter: Quarter,
    condition: Condition,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> GoalReview:
    """Say that a condition of the register mattered for the goal.

    One row, one log entry; none when it was said before. «Ingen» is taken back.
    """
    row = _row(goal, quarter, day=day, by=by, at=at)
    said = {"condition": condition.pk} if _use(row, condition) else {}
    _mark(row, "use_condition", said, none=False, by=by, at=at)
    return row


@transaction.atomic
def drop_condition(
    goal: Goal,
    quarter: Quarter,
    condition: Condition,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> GoalReview:
    """Take a condition away from the goal again. One log entry."""
    row = _row(goal, quarter, day=day, by=by, at=at)
    gone, _kinds = ConditionUse.objects.filter(
        goal_review=row, condition=condition
    ).delete()
    if gone:
        _log(row, "drop_condition", {"condition": condition.pk}, by=by, at=at)
    return row


@transaction.atomic
def no_conditions(
    goal: Goal,
    quarter: Quarter,
    none: bool,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> GoalReview:
    """Answer «ingen» for one goal, or take that answer back. One log entry.

    Conditions said to matter before are dropped: the last answer counts.
    """
    row = _row(goal, quarter, day=day, by=by, at=at)
    dropped = list(
        ConditionUse.objects.filter(goal_review=row).values_list("condition", flat=True)
    )
    if none and dropped:
        ConditionUse.objects.filter(goal_review=row).delete()
    said = {"dropped": dropped} if none and dropped else {}
    _mark(row, "no_conditions", said, none=none, by=by, at=at)
    return row


@transaction.atomic
def add_condition(
    goal: Goal,
    quarter: Quarter,
    told: NewCondition,
    *,
    day: date,
    by: Person,
    at: datetime,
    key: str = "",
) -> Condition:
    """Put a condition in the register and use it for the goal at once.

    Every unit can pick it from then on. Two rows, one log entry.
    """
    claim(key, by=by, at=at)
    row = _row(goal, quarter, day=day, by=by, at=at)
    unit = goal.plan.unit
    condition = Condition.objects.create(
        municipality_id=unit.municipality_id,
        kind=told.kind,
        title=told.title,
        text=told.text,
        first_day=told.first_day,
        last_day=told.last_day,
        reported_by=unit,
    )
    _use(row, condition)
    after = {"condition": condition.pk, "title": told.title}
    _mark(row, "add_condition", after, none=False, by=by, at=at)
    return condition


@transaction.atomic
def no_conditions_for(
    goals: tuple[Goal, ...],
    quarter: Quarter,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> int:
    """Answer «ingen» for every one of the goals that nothing is said about.

    Returns how many. One row per goal, one log entry each.
    """
    answered = 0
    for goal in goals:
        row = _row(goal, quarter, day=day, by=by, at=at)
        if row.no_conditions or row.condition_uses.exists():
            continue
        _mark(row, "no_conditions", {}, none=True, by=by, at=at)
        answered += 1
    return answered


def _row(
    goal: Goal, quarter: Quarter, *, day: date, by: Person, at: datetime
) -> GoalReview:
    refuse_unless_leader(goal.plan.unit, quarter, day=day, by=by)
    return goal_review_of(goal, quarter, day=day, by=by, at=at)


def _use(row: GoalReview, condition: Condition) -> bool:
    _use_row, made = ConditionUse.objects.get_or_create(
        goal_review=row,
        condition=condition,
        defaults={"municipality_id": row.municipality_id},
    )
    return made


def _mark(
    row: GoalReview,
    deed: str,
    said: Fields,
    *,
    none: bool,
    by: Person,
    at: datetime,
) -> None:
    """Set «ingen», and leave the change's one log entry when something changed."""
    saved = GoalReview.objects.select_for_update().get(pk=row.pk)
    if saved.no_conditions != none:
        row.no_conditions, row.version = none, saved.version + 1
        saved.no_conditions, saved.version = none, row.version
        saved.save(update_fields=("no_conditions", "version"))
        said = {**said, "no_conditions": none, "version": row.version}
    if said:
        _log(row, deed, said, by=by, at=at)


def _log(row: GoalReview, deed: str, said: Fields, *, by: Person, at: datetime) -> None:
    log(
        deed,
        row,
        by=by,
        at=at,
        municipality_id=row.municipality_id,
        unit_id=row.goal.plan.unit_id,
        after=said,
    )
