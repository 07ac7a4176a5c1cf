"""Goal reviews: the quarter's texts about one goal, saved field by field."""

from datetime import date, datetime

from django.db import transaction

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.reviews import goal_review_of, refuse_unless_collector
from trinnvis.records.changes.saving import change_row
from trinnvis.records.models import Goal, GoalReview, Person, SuccessFactor
from trinnvis.rules.quarters import Quarter

GOAL_FIELDS = frozenset(
    {
        "achieved",
        "not_achieved",
        "assessed_level",
        "assessed_reason",
        "forecast",
        "internal_note",
    }
)


@transaction.atomic
def answer_goal(
    goal: Goal,
    quarter: Quarter,
    answers: Fields,
    *,
    version: int,
    day: date,
    by: Person,
    at: datetime,
) -> GoalReview:
    """Save some of the texts about a goal; the others are left as they are.

    One row, one log entry; none when nothing changed. A text that the tool
    suggested and a person saves is the person's. Raises Refused, or Stale with both
    texts when someone saved the same field in between.
    """
    refuse_unless_collector(goal, quarter, day=day, by=by)
    row = goal_review_of(goal, quarter, day=day, by=by, at=at)
    known = {name: answers[name] for name in answers if name in GOAL_FIELDS}
    if "achieved" in known:
        known["achieved_is_suggested"] = False
    change_row(
        "answer_goal",
        row,
        known,
        version=max(version, 1),
        by=by,
        at=at,
        unit_id=goal.plan.unit_id,
    )
    return row


@transaction.atomic
def answer_factor(
    goal: Goal,
    quarter: Quarter,
    text: str,
    *,
    version: int,
    day: date,
    by: Person,
    at: datetime,
) -> GoalReview:
    """Say in one sentence what is assumed to have been decisive; empty takes it back.

    `version` is the sentence's own, 0 when there was none. Always assumed: a verdict
    is raised in the year's analysis. One row, one log entry. Raises Refused or Stale.
    """
    refuse_unless_collector(goal, quarter, day=day, by=by)
    row = goal_review_of(goal, quarter, day=day, by=by, at=at)
    # The goal's row is the lock: two first sentences must not both be made.
    locked = GoalReview.objects.select_for_update().get(pk=row.pk)
    factor = SuccessFactor.objects.filter(goal_review=row).first()
    if factor is not None:
        change_row(
            "answer_factor",
            factor,
            {"text": text},
            version=version,
            by=by,
            at=at,
            unit_id=goal.plan.unit_id,
        )
    elif text:
        _make_factor(locked, text, by=by, at=at, unit_id=goal.plan.unit_id)
    return row


@transaction.atomic
def leave_factor_unknown(
    goal: Goal,
    quarter: Quarter,
    unknown: bool,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> GoalReview:
    """Answer «vet ikke ennå» to what was decisive, or take that answer back.

    One row, one log entry. A sentence that is written wins over it.
    """
    refuse_unless_collector(goal, quarter, day=day, by=by)
    row = goal_review_of(goal, quarter, day=day, by=by, at=at)
    change_row(
        "leave_factor_unknown",
        row,
        {"factor_unknown": unknown},
        version=row.version,
        by=by,
        at=at,
        unit_id=goal.plan.unit_id,
    )
    return row


def _make_factor(
    row: GoalReview, text: str, *, by: Person, at: datetime, unit_id: int
) -> None:
    factor = SuccessFactor.objects.create(
        municipality_id=row.municipality_id, goal_review=row, text=text
    )
    log(
        "answer_factor",
        factor,
        by=by,
        at=at,
        municipality_id=row.municipality_id,
        unit_id=unit_id,
        after={"text": text, "goal_review": row.pk, "version": factor.version},
    )
