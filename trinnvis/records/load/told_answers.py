"""Told answers: what a unit has delivered about one goal, as it was frozen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from trinnvis.records.models import Delivery, Goal
from trinnvis.records.versions import thaw_part
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import GoalAnswers, OutcomeFacts


@dataclass(frozen=True, slots=True)
class ToldQuarter:
    """What was delivered about one goal in one quarter."""

    quarter: Quarter
    at: datetime
    by: str
    answers: GoalAnswers
    outcomes: tuple[OutcomeFacts, ...]
    """Of the goal's own actions."""


def told_about(goal: Goal, action_ids: frozenset[int]) -> tuple[ToldQuarter, ...]:
    """Return the goal's delivered quarters of its plan's year, oldest first. 1 query.

    Of a quarter delivered twice, the last counts; what was told stands while it is
    open again.
    """
    rows = Delivery.objects.filter(review__plan=goal.plan_id).order_by(
        "review__year", "review__quarter", "number"
    )
    found = rows.values_list(
        "review__year", "review__quarter", "at", "by__name", "content__facts__answers"
    )
    last = {Quarter(row[0], row[1]): row[2:] for row in found}
    return tuple(
        _told(quarter, at, by, answers or {}, goal.pk, action_ids)
        for quarter, (at, by, answers) in last.items()
    )


def _told(
    quarter: Quarter,
    at: datetime,
    by: str,
    answers: dict[str, Any],
    goal_id: int,
    action_ids: frozenset[int],
) -> ToldQuarter:
    about = [said for said in answers.get("goals", ()) if said["goal_id"] == goal_id]
    decided = [
        outcome
        for outcome in answers.get("outcomes", ())
        if outcome["action_id"] in action_ids
    ]
    return ToldQuarter(
        quarter=quarter,
        at=at,
        by=by,
        answers=thaw_part(GoalAnswers, about[0]) if about else GoalAnswers(goal_id),
        outcomes=tuple(thaw_part(OutcomeFacts, outcome) for outcome in decided),
    )
