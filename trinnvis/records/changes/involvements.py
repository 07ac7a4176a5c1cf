"""Involvements: asking another unit, or a body outside, to join."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.reviews import goal_review_of, refuse_unless_leader
from trinnvis.records.changes.submissions import claim
from trinnvis.records.models import (
    ExternalBody,
    Goal,
    GoalReview,
    InvolvementRequest,
    Person,
    Unit,
)
from trinnvis.records.refusals import Refused
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_access import ReviewRefusal


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom the unit wants along, why, and when it hopes for an answer."""

    reason: str
    to_unit: Unit | None = None
    to_body: ExternalBody | None = None
    to_name: str = ""
    due: date | None = None


@transaction.atomic
def ask_involvement(
    goal: Goal,
    quarter: Quarter,
    wish: Wish,
    *,
    day: date,
    by: Person,
    at: datetime,
    key: str = "",
) -> InvolvementRequest:
    """Ask someone to join in one goal; the leader who asks is responsible.

    One row, one log entry. «Nei» is taken back. Raises Refused.
    """
    claim(key, by=by, at=at)
    row = _row(goal, quarter, day=day, by=by, at=at)
    request = InvolvementRequest.objects.create(
        municipality_id=goal.municipality_id,
        from_unit=goal.plan.unit,
        to_unit=wish.to_unit,
        to_body=wish.to_body,
        to_name=wish.to_name,
        goal=goal,
        goal_review=row,
        reason=wish.reason,
        asked_on=day,
        due=wish.due,
        responsible=by,
        language=goal.plan.unit.language,
    )
    said = {"request": request.pk, "reason": wish.reason}
    _mark(row, "ask_involvement", said, none=False, by=by, at=at)
    return request


@transaction.atomic
def withdraw_involvement(
    request: InvolvementRequest, *, day: date, by: Person, at: datetime
) -> None:
    """Take back a request that is not answered. One log entry. Raises Refused."""
    row = request.goal_review
    if row is None or request.answered_on is not None:
        raise Refused(ReviewRefusal.REQUEST_ANSWERED)
    quarter = Quarter(row.review.year, row.review.quarter)
    refuse_unless_leader(request.from_unit, quarter, day=day, by=by)
    said: Fields = {"request": request.pk, "reason": request.reason}
    request.delete()
    _log(row, "withdraw_involvement", said, by=by, at=at)


@transaction.atomic
def no_involvement(
    goal: Goal,
    quarter: Quarter,
    none: bool,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> GoalReview:
    """Answer that nobody else is needed, or take that back. One log entry."""
    row = _row(goal, quarter, day=day, by=by, at=at)
    _mark(row, "no_involvement", {}, none=none, by=by, at=at)
    return row


@transaction.atomic
def no_involvement_for(
    goals: tuple[Goal, ...],
    quarter: Quarter,
    *,
    day: date,
    by: Person,
    at: datetime,
) -> int:
    """Answer that nobody else is needed for the goals that nothing is said about.

    Returns how many. One row per goal, one log entry each.
    """
    answered = 0
    for goal in goals:
        row = _row(goal, quarter, day=day, by=by, at=at)
        if row.no_involvement or row.involvements.exists():
            continue
        _mark(row, "no_involvement", {}, none=True, by=by, at=at)
        answered += 1
    return answered


def _row(
    goal: Goal, quarter: Quarter, *, day: date, by: Person, at: datetime
) -> GoalReview:
    refuse_unless_leader(goal.plan.unit, quarter, day=day, by=by)
    return goal_review_of(goal, quarter, day=day, by=by, at=at)


def _mark(
    row: GoalReview,
    deed: str,
    said: Fields,
    *,
    none: bool,
    by: Person,
    at: datetime,
) -> None:
    """Set «nei», and leave the change's one log entry when something changed."""
    saved = GoalReview.objects.select_for_update().get(pk=row.pk)
    if saved.no_involvement != none:
        row.no_involvement, row.version = none, saved.version + 1
        saved.no_involvement, saved.version = none, row.version
        saved.save(update_fields=("no_involvement", "version"))
        said = {**said, "no_involvement": none, "version": row.version}
    if said:
        _log(row, deed, said, by=by, at=at)


def _log(row: GoalReview, deed: str, said: Fields, *, by: Person, at: datetime) -> None:
    log(
        deed,
        row,
        by=by,
        at=at,
        municipality_id=row.municipality_id,
        unit_id=row.review.unit_id,
        after=said,
    )
