"""Deliveries: the quarter told to everyone at once, frozen; and opened again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from trinnvis.records.changes.logging import log
from trinnvis.records.changes.reviews import open_review
from trinnvis.records.load.calendar import calendar_of
from trinnvis.records.load.people import sight_on
from trinnvis.records.load.plans import plan_to_freeze
from trinnvis.records.load.quarters import quarter_on_hand
from trinnvis.records.load.reviews import hands_of, review_facts, review_place
from trinnvis.records.models import (
    Action,
    ActionOutcome,
    Delivery,
    GoalReview,
    Person,
    QuarterReview,
    Reopening,
    SuccessFactor,
    Unit,
)
from trinnvis.records.refusals import Refused
from trinnvis.records.versions import freeze
from trinnvis.rules.quarter_review import (
    Line,
    Question,
    Readiness,
    remaining,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_access import (
    ReviewRefusal,
    why_not_deliver_quarter,
    why_not_reopen,
)
from trinnvis.rules.review_facts import DeliveredQuarter, OutcomeFacts, ReviewFacts
from trinnvis.rules.terms import ActionStatus, Outcome
from trinnvis.rules.year_wheel import is_late

_STATUS_AFTER = {
    Outcome.STOP: ActionStatus.STOPPED,
    Outcome.REPLACE: ActionStatus.REPLACED,
}


@transaction.atomic
def deliver_quarter(
    unit: Unit,
    quarter: Quarter,
    suggested: Mapping[int, str],
    *,
    day: date,
    by: Person,
    at: datetime,
) -> Delivery:
    """Deliver a unit's quarter: fill in what stands, freeze it, and tell everyone.

    `suggested` holds, by goal, the sentence made of the numbers where nobody wrote
    one. What was carried from last quarter becomes this quarter's own rows; actions
    are stopped and replaced. One delivery, one log entry. A quarter that stands
    delivered is left as it is, and its delivery returned. Raises Refused with the
    lines that still wait.
    """
    review = open_review(unit, quarter, day=day, by=by, at=at)
    QuarterReview.objects.select_for_update().get(pk=review.pk)
    place = review_place(unit, quarter)
    hands = hands_of(by, unit)
    if place.delivered and hands.leads:
        return review.deliveries.order_by("-number")[0]
    reader = by.sight or sight_on(by, day)
    found = quarter_on_hand(review.plan, quarter, reader=reader, day=day)
    if reason := why_not_deliver_quarter(place, hands, day, found.lines):
        raise Refused(reason, remaining(found.lines))
    _fill_in(review, found.lines, found.last, suggested)
    _apply(review, day)
    return _freeze(review, day=day, by=by, at=at)


@transaction.atomic
def reopen_quarter(
    unit: Unit, quarter: Quarter, reason: str, *, by: Person, at: datetime
) -> Reopening:
    """Open a delivered quarter again. One row, one log entry with the reason.

    What was delivered stays readable for everyone until it is delivered anew.
    """
    if refusal := why_not_reopen(review_place(unit, quarter), hands_of(by, unit)):
        raise Refused(refusal)
    if not reason.strip():
        raise Refused(ReviewRefusal.REASON_MISSING)
    review = QuarterReview.objects.select_for_update().get(
        unit=unit, year=quarter.year, quarter=quarter.number
    )
    # Asked again under the lock: two at once open it once.
    if refusal := why_not_reopen(review_place(unit, quarter), hands_of(by, unit)):
        raise Refused(refusal)
    reopening = Reopening.objects.create(
        municipality_id=unit.municipality_id,
        review=review,
        by=by,
        at=at,
        reason=reason.strip(),
    )
    log(
        "reopen_quarter",
        review,
        by=by,
        at=at,
        municipality_id=unit.municipality_id,
        unit_id=unit.pk,
        after={"reopening": reopening.pk},
        reason=reason.strip(),
    )
    return reopening


def _fill_in(
    review: QuarterReview,
    lines: tuple[Line, ...],
    last: ReviewFacts,
    suggested: Mapping[int, str],
) -> None:
    """Write down what stands without anyone having touched it this quarter."""
    for line in lines:
        if line.readiness is Readiness.SUGGESTED and line.goal_id is not None:
            row = _goal_review(review, line.goal_id)
            row.achieved = suggested.get(line.goal_id, "")
            row.achieved_is_suggested = bool(row.achieved)
            row.version += 1
            row.save(update_fields=("achieved", "achieved_is_suggested", "version"))
        if line.readiness is not Readiness.CARRIED:
            continue
        if line.question is Question.FACTOR and line.goal_id is not None:
            _carry_factor(_goal_review(review, line.goal_id), last)
        if line.question is Question.ACTION and line.subject_id is not None:
            _carry_outcome(review, last.outcome_of(line.subject_id))


def _goal_review(review: QuarterReview, goal_id: int) -> GoalReview:
    row, _made = GoalReview.objects.get_or_create(
        review=review,
        goal_id=goal_id,
        defaults={"municipality_id": review.municipality_id},
    )
    return row


def _carry_factor(row: GoalReview, last: ReviewFacts) -> None:
    said = last.about(row.goal_id)
    if not any(factor.text for factor in said.factors):
        row.factor_unknown = True
        row.version += 1
        row.save(update_fields=("factor_unknown", "version"))
    for order, factor in enumerate(said.factors):
        SuccessFactor.objects.create(
            municipality_id=row.municipality_id,
            goal_review=row,
            text=factor.text,
            order=order,
        )


def _carry_outcome(review: QuarterReview, earlier: OutcomeFacts | None) -> None:
    if earlier is None:
        return
    action = Action.objects.get(pk=earlier.action_id)
    ActionOutcome.objects.create(
        municipality_id=review.municipality_id,
        review=review,
        action=action,
        outcome=earlier.outcome,
        status=action.status,
        to_plan=True if earlier.to_plan is None else earlier.to_plan,
        reason=earlier.reason,
        carried=True,
    )


def _apply(review: QuarterReview, day: date) -> None:
    """Let the decisions take effect in the plan; a second delivery corrects them."""
    rows = ActionOutcome.objects.filter(review=review)
    for row in rows.select_related("action__goal__plan", "successor"):
        outcome = Outcome(row.outcome)
        if outcome is Outcome.REPLACE:
            _replace(row, day)
        elif row.successor is not None:
            _withdraw(row)
        status = _STATUS_AFTER.get(outcome, ActionStatus(row.status))
        Action.objects.filter(pk=row.action_id).update(
            status=status, successor=row.successor
        )


def _replace(row: ActionOutcome, day: date) -> None:
    """Make what comes instead, or give it its new name when delivered again."""
    if row.successor is not None:
        Action.objects.filter(pk=row.successor.pk).update(title=row.successor_title)
        return
    old = row.action
    last = Action.objects.filter(goal=old.goal).aggregate(last=Max("order"))["last"]
    row.successor = Action.objects.create(
        municipality_id=row.municipality_id,
        goal=old.goal,
        order=(last or 0) + 1,
        title=row.successor_title,
        responsible=old.responsible,
        start=day,
        due=old.due if old.due and old.due >= day else None,
    )
    row.save(update_fields=("successor",))


def _withdraw(row: ActionOutcome) -> None:
    """Take away a successor that a reopened quarter no longer wants."""
    made = row.successor
    row.successor = None
    row.save(update_fields=("successor",))
    Action.objects.filter(pk=row.action_id).update(successor=None)
    if made is not None and not made.outcomes.exists():
        made.delete()


def _freeze(review: QuarterReview, *, day: date, by: Person, at: datetime) -> Delivery:
    quarter = Quarter(review.year, review.quarter)
    answers = review_facts(review.unit_id, (quarter,))[quarter]
    told = replace(
        answers,
        goals=tuple(replace(said, internal_note="") for said in answers.goals),
    )
    plan = plan_to_freeze(review.plan, delivering=quarter)
    content, checksum = freeze(DeliveredQuarter(day, plan, told))
    number = review.deliveries.count() + 1
    late = is_late(quarter, day, calendar_of(review.unit))
    delivery = Delivery.objects.create(
        municipality_id=review.municipality_id,
        review=review,
        number=number,
        by=by,
        at=at,
        late=late,
        content=content,
        checksum=checksum,
    )
    log(
        "deliver_quarter",
        review,
        by=by,
        at=at,
        municipality_id=review.municipality_id,
        unit_id=review.unit_id,
        after={"number": number, "late": late, "checksum": checksum},
    )
    return delivery
