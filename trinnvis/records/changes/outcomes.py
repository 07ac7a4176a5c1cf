"""Outcomes: what the unit decides for its actions in a quarter."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.reviews import open_review, refuse_unless_leader
from trinnvis.records.changes.saving import change_row
from trinnvis.records.models import Action, ActionOutcome, Person, QuarterReview
from trinnvis.rules.quarter_review import usual_to_plan
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import ActionStatus, Outcome


@dataclass(frozen=True, slots=True)
class Decision:
    """What was chosen for one action; None leaves what was there."""

    outcome: Outcome
    status: ActionStatus | None = None
    to_plan: bool | None = None
    reason: str | None = None
    successor_title: str | None = None
    dose: str | None = None


@transaction.atomic
def decide_action(
    action: Action,
    quarter: Quarter,
    decision: Decision,
    *,
    version: int,
    day: date,
    by: Person,
    at: datetime,
) -> ActionOutcome:
    """Continue, adjust, replace or stop one action. One row, one log entry.

    The reason may come after the choice; the quarter is not delivered without it.
    The plan itself changes when the quarter is delivered. Raises Refused, or Stale
    when someone decided something else in between.
    """
    unit = action.goal.plan.unit
    refuse_unless_leader(unit, quarter, day=day, by=by)
    review = open_review(unit, quarter, day=day, by=by, at=at)
    row = ActionOutcome.objects.filter(review=review, action=action).first()
    if row is None:
        row, made = _make(review, action, decision, day)
        if made:
            _log_made("decide_action", row, by=by, at=at, unit_id=unit.pk)
            return row
    change_row(
        "decide_action",
        row,
        {**_fields(decision), "carried": False},
        version=version,
        by=by,
        at=at,
        unit_id=unit.pk,
    )
    return row


@transaction.atomic
def continue_actions(
    actions: tuple[Action, ...],
    quarter: Quarter,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> int:
    """Continue those of one unit's actions that nothing is decided for.

    Returns how many. One row per action, one log entry in all.
    """
    if not actions:
        return 0
    unit = actions[0].goal.plan.unit
    refuse_unless_leader(unit, quarter, day=day, by=by)
    review = open_review(unit, quarter, day=day, by=by, at=at)
    rows = [
        _make(review, action, Decision(Outcome.CONTINUE), day) for action in actions
    ]
    made = [row for row, new in rows if new]
    if made:
        log(
            "continue_actions",
            review,
            by=by,
            at=at,
            municipality_id=unit.municipality_id,
            unit_id=unit.pk,
            after={"actions": [row.action_id for row in made]},
        )
    return len(made)


@transaction.atomic
def carry_outcome(
    action: Action, quarter: Quarter, *, day: date, by: Person, at: datetime
) -> ActionOutcome | None:
    """Answer «uendret»: decide the same as last quarter. One row, one log entry.

    Returns None where nothing was decided then, or something already is now.
    """
    unit = action.goal.plan.unit
    refuse_unless_leader(unit, quarter, day=day, by=by)
    earlier = ActionOutcome.objects.filter(
        action=action,
        review__year=quarter.previous.year,
        review__quarter=quarter.previous.number,
    ).first()
    if earlier is None:
        return None
    review = open_review(unit, quarter, day=day, by=by, at=at)
    decision = Decision(Outcome(earlier.outcome), reason=earlier.reason)
    row, made = _make(review, action, decision, day, carried=True)
    if not made:
        return None
    _log_made("carry_outcome", row, by=by, at=at, unit_id=unit.pk)
    return row


def _make(
    review: QuarterReview,
    action: Action,
    decision: Decision,
    day: date,
    *,
    carried: bool = False,
) -> tuple[ActionOutcome, bool]:
    """Return the action's row and whether it was made now; two at once make one."""
    status = ActionStatus(action.status)
    suggested: Fields = {
        "status": status,
        "to_plan": usual_to_plan(status, action.due, day),
        **_fields(decision),
        "carried": carried,
    }
    found = ActionOutcome.objects.filter(review=review, action=action).first()
    if found is not None:
        return found, False
    try:
        with transaction.atomic():
            return (
                ActionOutcome.objects.create(
                    municipality_id=review.municipality_id,
                    review=review,
                    action=action,
                    **suggested,
                ),
                True,
            )
    except IntegrityError:
        return ActionOutcome.objects.get(review=review, action=action), False


def _fields(decision: Decision) -> Fields:
    given: Fields = {
        "outcome": decision.outcome,
        "status": decision.status,
        "to_plan": decision.to_plan,
        "reason": decision.reason,
        "successor_title": decision.successor_title,
        "dose": decision.dose,
    }
    return {name: value for name, value in given.items() if value is not None}


def _log_made(
    deed: str, row: ActionOutcome, *, by: Person, at: datetime, unit_id: int
) -> None:
    log(
        deed,
        row,
        by=by,
        at=at,
        municipality_id=row.municipality_id,
        unit_id=unit_id,
        after={
            "action": row.action_id,
            "outcome": row.outcome,
            "status": row.status,
            "to_plan": row.to_plan,
            "reason": row.reason,
            "successor_title": row.successor_title,
            "version": row.version,
        },
    )
