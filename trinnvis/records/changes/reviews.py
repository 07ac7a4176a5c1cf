"""Reviews: opening a unit's quarter, and what is said for the whole unit."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.saving import change_row
from trinnvis.records.load.reviews import hands_of, review_place
from trinnvis.records.models import Goal, GoalReview, Person, Plan, QuarterReview, Unit
from trinnvis.records.refusals import Refused
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_access import (
    ReviewPlace,
    ReviewRefusal,
    why_not_answer_goal,
    why_not_decide,
    why_not_open,
)

UNIT_FIELDS = frozenset(
    {
        "meeting_on",
        "meeting_note",
        "no_meeting_reason",
        "recognition",
        "help_wanted",
    }
)


@transaction.atomic
def open_review(
    unit: Unit, quarter: Quarter, *, day: date, by: Person, at: datetime
) -> QuarterReview:
    """Return the unit's quarter, made when it is first written in.

    Two at the same moment get the same row. One log entry when it is made. Raises
    Refused before the quarter opens, and for a unit that has no plan that year.
    """
    within = {"unit": unit, "year": quarter.year, "quarter": quarter.number}
    found = QuarterReview.objects.filter(**within).first()
    if found is not None:
        return found
    if reason := why_not_open(review_place(unit, quarter), day):
        raise Refused(reason)
    plan = Plan.objects.filter(unit=unit, year=quarter.year).first()
    if plan is None:
        raise Refused(ReviewRefusal.NO_PLAN)
    try:
        with transaction.atomic():
            review = QuarterReview.objects.create(
                municipality_id=unit.municipality_id, plan=plan, **within
            )
    except IntegrityError:
        return QuarterReview.objects.get(**within)
    log(
        "open_review",
        review,
        by=by,
        at=at,
        municipality_id=unit.municipality_id,
        unit_id=unit.pk,
        after={"quarter": str(quarter)},
    )
    return review


@transaction.atomic
def answer_unit(
    unit: Unit,
    quarter: Quarter,
    answers: Fields,
    *,
    version: int,
    day: date,
    by: Person,
    at: datetime,
) -> QuarterReview:
    """Answer what holds for the whole unit: the meeting, thanks, help wanted.

    One row, one log entry; none when nothing changed. Raises Refused for others
    than the leader, Stale with both texts when someone wrote in between.
    """
    refuse_unless_leader(unit, quarter, day=day, by=by)
    review = open_review(unit, quarter, day=day, by=by, at=at)
    known = {name: answers[name] for name in answers if name in UNIT_FIELDS}
    change_row(
        "answer_unit",
        review,
        known,
        version=max(version, 1),
        by=by,
        at=at,
        unit_id=unit.pk,
    )
    return review


def refuse_unless_leader(
    unit: Unit, quarter: Quarter, *, day: date, by: Person
) -> None:
    """Raise Refused unless the person leads the unit and the quarter is open."""
    place = _place_held(unit, quarter)
    if reason := why_not_decide(place, hands_of(by, unit), day):
        raise Refused(reason)


def refuse_unless_collector(
    goal: Goal, quarter: Quarter, *, day: date, by: Person
) -> None:
    """Raise Refused unless the person collects for the goal or leads its unit."""
    unit = goal.plan.unit
    place = _place_held(unit, quarter)
    if reason := why_not_answer_goal(place, hands_of(by, unit, goal), day):
        raise Refused(reason)


def _place_held(unit: Unit, quarter: Quarter) -> ReviewPlace:
    """Return how the quarter stands, held so: nobody delivers it meanwhile."""
    held = QuarterReview.objects.select_for_update().filter(
        unit=unit, year=quarter.year, quarter=quarter.number
    )
    held.first()
    return review_place(unit, quarter)


def goal_review_of(
    goal: Goal, quarter: Quarter, *, day: date, by: Person, at: datetime
) -> GoalReview:
    """Return the goal's row of answers, made when first written in; race-safe.

    Must run inside the change's own transaction.
    """
    review = open_review(goal.plan.unit, quarter, day=day, by=by, at=at)
    found = GoalReview.objects.filter(review=review, goal=goal).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return GoalReview.objects.create(
                municipality_id=goal.municipality_id, review=review, goal=goal
            )
    except IntegrityError:
        return GoalReview.objects.get(review=review, goal=goal)
